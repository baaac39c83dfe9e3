package markdown

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// shapes are documents of n pieces each, of which there is so much of one kind
// that a careless reader looks at each beside all the others.
var shapes = map[string]func(n int) string{
	"headings": func(n int) string {
		return repeat(n, "## Heading %d\n\n### Below %[1]d\n\nText with a [link](https://example.org/%[1]d).\n\n")
	},
	"deep lists": func(n int) string {
		return repeat(n, "- a %d\n  - b\n    - c [x](https://example.org)\n      - d\n        - e\n")
	},
	"lists": func(n int) string {
		return repeat(n, "Line %d:\n\n- a %[1]d\n- b [x](https://example.org)\n\n**Bold %[1]d**\n\n1. c\n2. d\n\n")
	},
	"lists in a row": func(n int) string { return "## A\n\n" + repeat(n, "- a %d\n* [b](https://example.org/%[1]d)\n") },
	"equal titles":   func(n int) string { return repeat(n, "## Topic\n\n- the same\n- the same\n\n") },
	"weeks":          func(n int) string { return repeat(n, "Week %d\n\n[Link %[1]d](https://example.org)\n\n- [ ] do\n\n") },
	"links":          func(n int) string { return "## A\n\n- " + repeat(n, "[link %d](https://example.org/%[1]d), ") + "\n" },
	"link items":     func(n int) string { return "## A\n\n" + repeat(n, "- [link %d](https://example.org/%[1]d)\n") },
	"paragraphs": func(n int) string {
		return "## A\n\n" + repeat(n, "A sentence of *some* words with a [link](https://example.org/%d) and `code`. ") + "\n\n- a\n- b\n"
	},
	"rows of lines": func(n int) string {
		return "## A\n\n| Topic | Video |\n|---|---|\n" + repeat(n, "| topic %d | [x](u)<br>[y](u)<br>z |\n")
	},
	"wide table": func(n int) string {
		return "## A\n\n|" + repeat(100, " A %d |") + "\n|" + strings.Repeat("-|", 100) + "\n" + strings.Repeat("|"+repeat(100, "x%d|")+"\n", n/20)
	},
	"grid": func(n int) string {
		return "## A\n\n" + repeat(n/40+1, strings.Repeat("|", 6)+"\n|"+strings.Repeat("-|", 5)+"\n"+strings.Repeat("|[**a%d**](u)|[b](u)|c|[d](u)|[**e**](u)|\n", 40)+"\n")
	},
	"one address": func(n int) string {
		return "## A\n\n" + repeat(n, "words, and more, to [link %d](https://example.org)\n")
	},
	"what comes first": func(n int) string {
		return "## A\n\nPrerequisites: " + repeat(min(n, 900), "[link %d](https://example.org) and ") + repeat(n, "- a %d, requires [b](https://example.org/%[1]d)\n")
	},
	"what is like much": func(n int) string {
		return "## A\n\n" + repeat(n, "- **Topic of the week %d**: words. Requires: Topic of the year, Topic of some, Topic of the month, Topic of it.\n")
	},
	"lists in cells": func(n int) string {
		return "## A\n\n<table>" + repeat(n, "<tr><td>a %d</td><td><ul><li>x</li><li>y</li></ul></td></tr>\n") + "</table>\n"
	},
	"rowspans": func(n int) string {
		return "## A\n\n<table>" + repeat(n, "<tr><td rowspan=2>a %d</td><td>b</td></tr>\n<tr><td>c</td></tr>\n") + "</table>\n"
	},
}

// repeat writes a text so many times, with the number of each.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// cost is what it takes to do something: how often memory is allocated, and how
// much of it. It is the same on every machine, as time is not.
func cost(do func()) (allocations, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

// A document of twice the length costs no more than about twice as much, where
// readings are compared on all of it and where they are on its beginnings.
func TestLinear(t *testing.T) {
	Parse(synthetic(1000), Options{}) // what is only made once
	for name, shape := range shapes {
		read := func(n int) (allocations, bytes uint64) {
			nodes := 0
			allocations, bytes = cost(func() {
				g, _ := Parse([]byte("# Course\n\n"+shape(n)), Options{File: "README.md"})
				nodes = len(g.Nodes)
			})
			if nodes > 6*n+10 {
				t.Errorf("%s: %d nodes of %d pieces", name, nodes, n)
			}
			return allocations, bytes
		}
		for _, n := range []int{200, 2000} {
			a, b := read(n)
			a2, b2 := read(2 * n)
			if isMore(a2, a) || isMore(b2, b) {
				t.Errorf("%s: of %d pieces %d allocations of %d bytes; of twice as many %d and %d", name, n, a, b, a2, b2)
			}
		}
	}
}

// isMore says whether a count is more than about twice another one.
func isMore(n, half uint64) bool { return 10*n > 22*half }

// A course takes not much more memory than the tree of its syntax, which is a
// part of it.
func TestMemory(t *testing.T) {
	src := synthetic(500_000)
	Parse(src, Options{})
	p := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	_, syntax := cost(func() { p.Parse(text.NewReader(src)) })
	if _, all := cost(func() { Parse(src, Options{}) }); 10*all > 22*syntax {
		t.Errorf("%d bytes, and the syntax alone %d", all, syntax)
	}
}

// What was only needed to make a graph is not kept by it: the elements of the document
// alone take more than the graph.
func TestGraphKeepsNothing(t *testing.T) {
	src := synthetic(500_000)
	Parse(src, Options{}) // what is only made once
	live := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := live()
	g, _ := Parse(src, Options{})
	kept := int(live()-before) - len(src) // the text, of which titles are pieces
	if nodes := len(g.Nodes); kept > 500*nodes {
		t.Errorf("%d bytes are kept of each of %d nodes", kept/nodes, nodes)
	}
}
