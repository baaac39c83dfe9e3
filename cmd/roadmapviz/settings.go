package main

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/strictyaml"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// A setting is what is known of a key of the configuration beyond its Go type.
// The reader, the JSON Schema and docs/configuration.md are made of it.
type setting struct {
	path     string // keys with dots between, "*" for any
	about    string // sentences
	fallback string // what holds without the key, in words; "" where that is plain
	values   []string
	most     float64 // the largest number; 0 is no bound
}

const severityOff = "off"

// severities are what a code can be set to.
var severities = []string{severityOff, string(graph.Info), string(graph.Warning), string(graph.Error)}

// settings are all keys, in the order in which they are documented.
func settings() []setting {
	return []setting{
		{path: "input", about: "The course: a Markdown file or a folder, or a list of them, relative to this file and not outside of its folder.", fallback: "the README.md of the working folder"},
		{path: "follow", about: "Read the Markdown files that the course links to as well, within its folder.", fallback: "false"},
		{path: "theme", about: "The name of a theme, or the path of a theme's YAML file relative to this file and not outside of its folder.", fallback: "course"},
		{path: "layout", about: "The name of a layout, as for --layout.", fallback: engines.Default},
		{path: "width", about: "The width of the page in px. GitHub shows at most 830.", fallback: "960"},
		{path: "max-topics", about: "Draw at most so many topics a section, and count the rest in a last box; 0 draws all.", fallback: "30"},
		{path: "base-url", about: "The address of the document, put before links to its headings.", fallback: "links stay within the page"},
		{path: "structure", about: "Where the course is in the document, when that is not found by itself."},
		{path: "structure.level", about: "The heading level of the parts. The level below holds the sections.", fallback: "found by what the headings hold", most: 6},
		{path: "structure.columns", about: "What the columns of tables hold, by their header."},
		{path: "structure.columns.*", about: "The role of the column with this header.", values: []string{"topic", "section", "prerequisites", "summary", "status", "link", "ignore"}},
		{path: "structure.include", about: "Headings that belong to the course whatever they seem to be. \"*\" stands for any characters; case, emoji and punctuation do not count."},
		{path: "structure.exclude", about: "Headings that do not belong to the course. Stronger than include."},
		{path: "nodes", about: "What an annotation in the document would say, by the node's ID."},
		{path: "nodes.*", about: "The annotation of one node."},
		{path: "nodes.*.id", about: "Another last element of the node's ID."},
		{path: "nodes.*.label", about: "What the figure shows instead of the title."},
		{path: "nodes.*.icon", about: "An emoji, or the name of an icon."},
		{path: "nodes.*.requires", about: "What must be learned before: titles, #anchors or IDs, with commas between."},
		{path: "nodes.*.after", about: "What it comes after without needing it, written as for requires."},
		{path: "nodes.*.status", about: "How far the learner is.", values: []string{"todo", "doing", "done"}},
		{path: "nodes.*.optional", about: "It may be left out.", fallback: "false"},
		{path: "nodes.*.side", about: "The column in which it is drawn.", values: []string{"left", "right"}},
		{path: "nodes.*.level", about: "What it is, when that is not found by itself.", values: []string{"part", "section", "topic"}},
		{path: "nodes.*.skip", about: "Leave it out, with all that it holds.", fallback: "false"},
		{path: "nodes.*.figure", about: "This is where the part's figure is shown in the document.", fallback: "false"},
		{path: "lint", about: "The severities of diagnostics, by code. docs/lint.md lists the codes."},
		{path: "lint.*", about: "The severity of this code.", values: severities},
	}
}

// schema is what the reader of a configuration checks.
func schema(file string) strictyaml.Options {
	o := strictyaml.Options{
		File: file, Code: codeConfig,
		Values: map[string][]string{"layout": layoutNames()},
		Keys:   map[string][]string{"lint": codes.Names()},
		Most:   map[string]float64{},
	}
	for _, s := range settings() {
		if s.values != nil {
			o.Values[s.path] = s.values
		}
		if s.most > 0 {
			o.Most[s.path] = s.most
		}
	}
	return o
}
