package main

import (
	"cmp"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// planned is a figure to draw, and where its picture goes.
type planned struct {
	*figure.Figure
	output string
	format formats.Format
}

// plan decides which figures to draw: one for each output, and for an output
// with {part} or {section} in its name one for each part or section.
func plan(c *course, o renderOptions) ([]planned, error) {
	var figures []planned
	taken := map[string]bool{}
	outputs := o.outputs
	if len(outputs) == 0 {
		outputs = []string{"-"}
	}
	for _, out := range outputs {
		format, err := formatOf(out, o.format)
		if err != nil {
			return nil, err
		}
		units, err := unitsOf(c, o.figure, out)
		if err != nil {
			return nil, err
		}
		for _, u := range units {
			name, err := u.fill(out)
			if err != nil {
				return nil, err
			}
			if format.Links && u.options.Home == "" && u.options.BaseURL == "" {
				u.options.Home = c.home(name)
			}
			f, err := newFigure(c, u.options)
			if err != nil {
				return nil, err
			}
			if len(f.Parts) == 0 && c.Figure != nil {
				f.Parts = c.Figure.Parts
			}
			if clean := filepath.Clean(name); name != "-" && taken[clean] {
				return nil, usagef("two figures would be written to %s; put {part} into the name", name)
			} else {
				taken[clean] = true
			}
			figures = append(figures, planned{f, name, format})
		}
	}
	return figures, nil
}

// newFigure is a figure of a course. Its errors name the course, and options as
// flags.
func newFigure(c *course, o figure.Options) (*figure.Figure, error) {
	f, err := figure.New(c.Graph, o)
	return f, c.blame(err)
}

// unit is what one figure is of.
type unit struct {
	options figure.Options
	words   map[string]string // what stands for the marks in the output's name
}

var mark = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{[^{}]*\}`) })

// marks are what names of outputs can have in them.
var marks = []string{"{part}", "{section}", "{slug}"}

// unitsOf are what the figures of an output are of.
func unitsOf(c *course, o figure.Options, out string) ([]unit, error) {
	for _, m := range mark().FindAllString(out, -1) {
		if m != marks[0] && m != marks[1] && m != marks[2] {
			return nil, usagef("%s: %s", out, nearest.Unknown("placeholder", m, marks))
		}
	}
	chosen, err := figure.Choose(c.Graph, o.Parts)
	if err != nil {
		return nil, c.blame(err)
	}
	if strings.Contains(out, "{section}") {
		chosen = sectionsOf(c.Graph, chosen)
	} else if !strings.Contains(out, "{part}") {
		title := c.Graph.Nodes[0].Title
		if len(chosen) == 1 {
			title = chosen[0].Title
		}
		return []unit{{o, map[string]string{"{slug}": cmp.Or(graph.Slug(title), "roadmap")}}}, nil
	}
	var units []unit
	for _, n := range chosen {
		u := unit{o, map[string]string{"{section}": path.Base(n.ID), "{slug}": graph.Slug(n.Title)}}
		u.words["{part}"], _, _ = strings.Cut(n.ID, "/")
		if !strings.Contains(out, "{section}") {
			u.words["{part}"] = path.Base(n.ID)
		}
		u.options.Parts = []string{n.ID}
		units = append(units, u)
	}
	return units, nil
}

// sectionsOf are the sections that are drawn of some parts and sections.
func sectionsOf(g *graph.Graph, chosen []graph.Node) []graph.Node {
	drawn := g.Drawn()
	x := graph.NewIndex(drawn)
	var sections []graph.Node
	for _, n := range chosen {
		if n.Kind == graph.Section {
			sections = append(sections, n)
			continue
		}
		for _, s := range x.Children(x.At(n.ID), graph.Section) {
			sections = append(sections, drawn.Nodes[s])
		}
	}
	return sections
}

// fill puts the unit's words into the name of an output. They come from the
// course, so they are no paths, begin no hidden files and look as they are.
func (u unit) fill(out string) (name string, err error) {
	name = mark().ReplaceAllStringFunc(out, func(m string) string {
		word := u.words[m]
		if err == nil && (strings.HasPrefix(word, ".") || files.Hidden(word) != nil || word == "" || strings.ContainsAny(word, `/\:`) || terminal.Escape(word) != word) {
			err = usagef("%s: %s would be %q, which is no name for a file: name the part with --part and the file with -o", out, m, word)
		}
		return word
	})
	return name, err
}
