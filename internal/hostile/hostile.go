// Package hostile has documents that cost careless programs their stack or their time,
// for the tests of all that read, lay out and draw.
package hostile

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// Documents are Markdown, or would like to be, by what they have too much of.
func Documents() map[string][]byte {
	garbage := make([]byte, 200_000)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range garbage {
		garbage[i] = byte(rng.Uint32())
	}
	var steps strings.Builder
	for i := range 2000 {
		steps.WriteString(strings.Repeat("  ", i) + "- deeper\n")
	}
	return map[string][]byte{
		"empty":            nil,
		"blank":            []byte("\n\n \t\n"),
		"mark":             []byte("\ufeff"),
		"garbage":          garbage,
		"zeros":            make([]byte, 100_000),
		"quotes":           []byte(strings.Repeat(">", 10_000) + " deep\n"),
		"quotes and lists": []byte(strings.Repeat("> - ", 10_000) + "deep\n"),
		"lists on a line":  []byte(strings.Repeat("- ", 10_000) + "deep\n"),
		"numbers":          []byte(strings.Repeat("1. ", 10_000) + "deep\n"),
		"steps":            []byte(steps.String()),
		"divs":             []byte(strings.Repeat("<div>\n", 10_000) + "deep\n"),
		"html lists":       []byte(strings.Repeat("<ul><li>x", 10_000)),
		"html tables":      []byte(strings.Repeat("<table><tr><td>x", 10_000)),
		"details":          []byte(strings.Repeat("<details><summary>x</summary>\n\n", 5_000)),
		"brackets":         []byte(strings.Repeat("[", 200_000)),
		"bracket lines":    []byte(strings.Repeat("[\n", 100_000)),
		"links":            []byte(strings.Repeat("[a](", 50_000)),
		"broken links":     []byte(strings.Repeat("x [a][b]\n", 50_000)),
		"notes":            []byte(strings.Repeat("x [^1]: \n", 50_000)),
		"links and lists":  []byte(strings.Repeat("x [a][b]\n*\n2. [a][b]\n", 20_000)),
		"deep items":       []byte("- x\n" + strings.Repeat("          - [a][b] [\n", 50_000)),
		"link lines":       []byte(strings.Repeat("[a](\n", 50_000)),
		"images":           []byte(strings.Repeat("![", 50_000) + strings.Repeat("](b)", 50_000)),
		"stars":            []byte(strings.Repeat("*a **b ", 50_000)),
		"underscores":      []byte(strings.Repeat("_", 200_000) + "a" + strings.Repeat("_", 200_000)),
		"ticks":            []byte(strings.Repeat("`", 100_000) + "a" + strings.Repeat("` ", 100_000)),
		"tags":             []byte(strings.Repeat("<", 200_000)),
		"open tags":        []byte(strings.Repeat("<a href=\"", 50_000)),
		"comments":         []byte(strings.Repeat("<!--", 50_000)),
		"entities":         []byte(strings.Repeat("&#", 100_000)),
		"pipes":            []byte(strings.Repeat("|", 60_000) + "\n" + strings.Repeat("|-", 30_000) + "|\n" + strings.Repeat("|a", 30_000) + "\n"),
		"columns":          []byte(strings.Repeat("|a", 7000) + "|\n" + strings.Repeat("|-", 7000) + "|\n" + strings.Repeat("|\n", 9000)),
		"rows of lines":    []byte("| A | B |\n|---|---|\n" + strings.Repeat("| topic | x<br>y<br>z |\n", 5000)),
		"reaching cells":   []byte("<table><tr>" + strings.Repeat("<td rowspan=999>x</td>", 1000) + strings.Repeat("<tr><td>y</td></tr>", 999) + "</table>\n"),
		"aliases":          []byte("---\na0: &a0 {x: 1}\n" + billion(30) + "---\n# T\n"),
		"headings":         []byte(strings.Repeat("# a\n", 50_000)),
		"author's words":   []byte("---\nroadmap: {structure: {include: [\"*\"]}}\n---\n" + strings.Repeat("## a <!-- roadmap: topic -->\n- b <!-- roadmap: part -->\n  - c <!-- roadmap: section -->\n", 10_000)),
		"lists in a row":   []byte("# a\n" + strings.Repeat("- b\n* c\n", 30_000)),
		"lines over lists": []byte("# a\n" + strings.Repeat("Line:\n\n- b\n\n**Bold**\n\n1. c\n\n", 15_000)),
		"same items":       []byte("# a\n" + strings.Repeat("- b\n", 50_000)),
		"colons":           []byte("# a\n- " + strings.Repeat(":", 60_000) + "\n"),
		"references":       []byte(strings.Repeat("[a]: b\n", 50_000) + strings.Repeat("[a] ", 10_000)),
		"front":            []byte("---\n" + strings.Repeat("a: [", 5_000) + "\n---\n# a\n"),
		"emoji":            []byte("# " + strings.Repeat("👩‍🔬", 10_000) + "\n- a\n"),
		"long line":        append([]byte("# Course\n\n## Part\n\n- topic\n\n"), bytes.Repeat([]byte("word [x](y) *z* "), 1<<18)...),
	}
}

// billion is YAML of which every line is twice as large as the one before.
func billion(n int) string {
	var b strings.Builder
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "a%d: &a%d {<<: [*a%d, *a%d]}\n", i, i, i-1, i-1)
	}
	return b.String()
}
