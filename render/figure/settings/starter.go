package settings

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Starter is the text of first settings for the course in some documents, whose
// paths are as seen from the file: what was found in it, what was left out, and how
// to change that. Of a single document that could as well be read otherwise it has
// the lines that settle it. There are no documents if the course came from a pipe.
func Starter(inputs []string, g *graph.Graph, read []markdown.Explanation) string {
	var b strings.Builder
	b.WriteString(`# Settings of roadmapviz. Everything here is optional; all keys are explained in
# https://github.com/roadmapviz/roadmapviz/blob/main/docs/configuration.md
# yaml-language-server: $schema=https://raw.githubusercontent.com/roadmapviz/roadmapviz/main/docs/roadmapviz.schema.json

`)
	writeInputs(&b, inputs)
	fmt.Fprintf(&b, `
# How figures look. Each of these is the default of the flag of its name.
# theme: course        # %s, or a theme's file
# width: 960           # px
# max-topics: %d       # in a section; the rest is counted; 0 draws all
# base-url: https://github.com/OWNER/REPO/blob/main/README.md

`, strings.Join(themes.Names(), ", "), figure.DefaultTopics)
	writeFound(&b, g)
	if len(read) == 1 && read[0].InDoubt { // how one of several is read depends on the others too
		writeDoubt(&b, read[0])
	}
	writeLeftOut(&b, g)
	writeNodes(&b, g)
	return b.String()
}

// writeInputs writes the course's documents as seen from the settings.
func writeInputs(b *strings.Builder, inputs []string) {
	if len(inputs) == 0 {
		b.WriteString("# The course's document or folder, relative to this file.\n# input: README.md\n")
		return
	}
	var names []string
	for _, name := range inputs {
		names = append(names, yamlString(name))
	}
	b.WriteString("# The course, relative to this file.\n")
	if len(names) == 1 {
		fmt.Fprintf(b, "input: %s\n", names[0])
	} else {
		fmt.Fprintf(b, "input: [%s]\n", strings.Join(names, ", "))
	}
}

// yamlString is a string in YAML, in quotes where these are needed.
func yamlString(s string) string {
	plain := func(r rune) bool {
		return r >= utf8.RuneSelf && unicode.IsPrint(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._", r)
	}
	if s == "" || strings.ContainsFunc(s, func(r rune) bool { return !plain(r) && r != '-' }) || s[0] == '-' {
		return strconv.Quote(s)
	}
	return s
}

// mostListed bounds how many elements a list in the comments shows.
const mostListed = 40

// writeFound lists the parts of the course, or the sections of a single part.
func writeFound(b *strings.Builder, g *graph.Graph) {
	drawn := g.Drawn()
	x := graph.NewIndex(drawn)
	var rows [][2]string
	for _, p := range x.Nodes(graph.Part) {
		topics := 0
		for _, i := range x.Subtree(p) {
			if drawn.Nodes[i].Kind == graph.Topic {
				topics++
			}
		}
		sections := len(x.Children(p, graph.Section))
		rows = append(rows, [2]string{drawn.Nodes[p].ID, fmt.Sprintf("%s: %s, %s", drawn.Nodes[p].Title, words.Count(sections, "section"), words.Count(topics, "topic"))})
	}
	if len(rows) == 0 {
		b.WriteString("# No course was found in the document.\n\n")
		return
	}
	b.WriteString("# The parts that were found, by ID; --part draws one of them:\n#\n")
	writeRows(b, rows)
	b.WriteString("\n")
}

// writeDoubt writes the lines that settle how a document is read.
func writeDoubt(b *strings.Builder, x markdown.Explanation) {
	line := func(l *markdown.Line) {
		switch {
		case l == nil:
			b.WriteString("#   no single line settles it so\n")
		case l.Setting != "":
			terminal.Print(b, "#   %s", l.Setting)
		default:
			terminal.Print(b, "#   %v of %s (%s)", l, l.Source.File, l.Title)
		}
	}
	terminal.Print(b, "# The document is read as %s. One line makes this sure:", x.Reading.Draws)
	line(x.Reading.Line)
	terminal.Print(b, "# It can as well be read as %s. One line gives that:", x.Other.Draws)
	line(x.Other.Line)
	b.WriteString("\n")
}

// writeLeftOut lists what is no part of the curriculum, with the reasons.
func writeLeftOut(b *strings.Builder, g *graph.Graph) {
	x := graph.NewIndex(g)
	var rows [][2]string
	first := ""
	for i, n := range g.Nodes {
		p := x.Parent(i)
		if n.Excluded == "" || n.Kind == graph.Resource || p >= 0 && g.Nodes[p].Excluded != "" {
			continue
		}
		if first == "" {
			first = n.Title
		}
		rows = append(rows, [2]string{n.ID, fmt.Sprintf("%s (%s)", n.Title, n.Excluded)})
	}
	b.WriteString("# Where the course is in the document.\n")
	if len(rows) > 0 {
		b.WriteString("# Left out, because they seem to be no curriculum:\n#\n")
		writeRows(b, rows)
		b.WriteString("#\n")
	}
	if first == "" {
		first = "Learning resources"
	}
	fmt.Fprintf(b, `# structure:
#   level: 2             # the heading level of the parts
#   include: [%s]
#   exclude: ["Appendix*"]

`, strconv.Quote(first))
}

// writeNodes shows how to annotate an element, by one of the course's own.
func writeNodes(b *strings.Builder, g *graph.Graph) {
	id := "part/section"
	for _, n := range g.Drawn().Nodes {
		if n.Kind == graph.Section {
			id = n.ID
			break
		}
	}
	fmt.Fprintf(b, `# Single elements, by ID (roadmapviz export --format json shows all IDs).
# nodes:
#   %s:
#     label: A shorter name
#     icon: 🧭
#     requires: "titles, #anchors or IDs"

# Severities of the findings of roadmapviz lint: off, info, warning or error.
# lint:
#   RV010: off
`, yamlString(id))
}

func writeRows(b *strings.Builder, rows [][2]string) {
	width := 0
	for _, r := range rows {
		width = max(width, min(utf8.RuneCountInString(r[0]), 40))
	}
	for _, r := range rows[:min(len(rows), mostListed)] {
		terminal.Print(b, "#   %-*s  %s", width, r[0], r[1])
	}
	if more := len(rows) - mostListed; more > 0 {
		fmt.Fprintf(b, "#   and %d more\n", more)
	}
}
