package settings

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// A key is what is known of a key of the settings beyond its Go type. The reader,
// the JSON Schema and docs/configuration.md are made of the table.
type key struct {
	path     string // keys with dots between, "*" for any
	about    string // sentences
	fallback string // what holds without the key, in words; "" where that is plain
	values   []string
	// least and most bound a number; a most of 0 does not.
	least, most float64
	kind        figure.Kind // of an option of figures
	check       func(value string) error
}

const severityOff = "off"

// table are all keys, in the order in which they are documented.
func table() []key {
	keys := []key{
		{path: "input", about: "The course: a Markdown file or a folder, or a list of them, relative to this file and not outside of its folder.", fallback: "the README.md of the working folder"},
		{path: "follow", about: "Read the Markdown files that the course links to as well, within its folder.", fallback: "false"},
	}
	for _, option := range figure.Table() {
		if !option.Single {
			keys = append(keys, ofOption(option))
		}
	}
	return append(keys, []key{
		{path: "structure", about: "Where the course is in the document, when that is not found by itself."},
		{path: "structure.level", about: "The heading level of the parts. The level below holds the sections.", fallback: "found by what the headings hold", most: markdown.DeepestLevel, check: strictyaml.Within("level", 0, markdown.DeepestLevel)},
		{path: "structure.columns", about: "What the columns of tables hold, by their header."},
		{path: "structure.columns.*", about: "The role of the column with this header.", values: markdown.ColumnRoles()},
		{path: "structure.include", about: "Headings that belong to the course whatever they seem to be. \"*\" stands for any characters; case, emoji and punctuation do not count."},
		{path: "structure.exclude", about: "Headings that do not belong to the course. Stronger than include."},
		{path: "nodes", about: "What an annotation in the document would say, by the node's ID."},
		{path: "nodes.*", about: "The annotation of one node."},
		{path: "nodes.*.id", about: "Another last element of the node's ID."},
		{path: "nodes.*.label", about: "What the figure shows instead of the title."},
		{path: "nodes.*.icon", about: "An emoji, or the name of an icon."},
		{path: "nodes.*.requires", about: "What must be learned before: titles, #anchors or IDs, with commas between."},
		{path: "nodes.*.after", about: "What it comes after without needing it, written as for requires."},
		{path: "nodes.*.status", about: "How far the learner is.", values: graph.Statuses()},
		{path: "nodes.*.optional", about: "It may be left out.", fallback: "false"},
		{path: "nodes.*.side", about: "The column in which it is drawn.", values: graph.Sides()},
		{path: "nodes.*.level", about: "What it is, when that is not found by itself.", values: markdown.Levels()},
		{path: "nodes.*.skip", about: "Leave it out, with all that it holds.", fallback: "false"},
		{path: "nodes.*.figure", about: "This is where the part's figure is shown in the document.", fallback: "false"},
		{path: "lint", about: "The severities of diagnostics, by code. docs/lint.md lists the codes."},
		{path: "lint.*", about: "The severity of this code.", values: append([]string{severityOff}, graph.Severities()...)},
	}...)
}

// ofOption is the key of an option of figures.
func ofOption(option figure.Option) key {
	k := key{
		path: option.Name, about: strings.ToUpper(option.About[:1]) + option.About[1:] + ".", fallback: option.Default,
		least: option.Least, most: option.Most, kind: option.Kind, check: option.Check,
	}
	switch {
	case option.NamesFile("./file"):
		k.about += " A file is named as seen from this one, and lies in its folder."
		return k // other values than those in the table are right, too
	case option.Name == "width":
		k.about += " GitHub shows at most 830."
	}
	k.values = option.Values
	return k
}

// schema is what the reader of settings checks.
func schema() strictyaml.Options {
	o := strictyaml.Options{
		Values: map[string][]string{},
		Keys:   map[string][]string{"lint": codes.Names()},
		Check:  map[string]func(string) error{},
	}
	for _, k := range table() {
		if k.values != nil {
			o.Values[k.path] = k.values
		}
		if k.check != nil {
			o.Check[k.path] = k.check
		}
	}
	return o
}
