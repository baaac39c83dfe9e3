package figure

import (
	"cmp"
	"path"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// The names under which a figure that shows a course whole keeps digests of what its
// fingerprint does not know: of summaries and resources, and of the lines of the
// document that it leads to.
const (
	wholeDigest = "whole-digest"
	linesDigest = "lines-digest"
)

// For are the options of a figure in a format. In one that shows a course whole, readers
// tell how far they are: sections have bars for that. Unless Mode says otherwise, it is
// for those of light and of dark pages alike. Where readers open a file, its height is no
// matter.
func (o Options) For(format formats.Format) Options {
	o.bars, o.opens = format.Whole, format.Opens
	if format.Whole && o.Mode == "" {
		o.Mode, o.anyMode = autoMode, true
	}
	return o
}

// whole is the course for a format that shows it whole, whose nodes have lines only
// if they lead anywhere. Those of files are as seen from the document's folder, so
// that it does not matter where the program ran.
func (f *Figure) whole() *graph.Graph {
	g, leads, folder := *f.options.linked(f.Graph), f.options.BaseURL != "", ""
	if leads {
		folder = folderOf(f.all)
	}
	g.Nodes = append([]graph.Node{}, g.Nodes...)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		at := n.Source
		n.Source, n.IconSource = graph.Position{}, graph.Position{}
		if file, inside := strings.CutPrefix(at.File, folder); leads && inside && at.Line > 0 {
			n.Source = graph.Position{File: file, Line: at.Line}
		}
	}
	return &g
}

// folderOf is what the names of a course's files begin with: the folder of its
// document, or the one that holds all files of a course that has no such.
func folderOf(g *graph.Graph) string {
	folder, known := "", false
	for i := range g.Nodes {
		file := g.Nodes[i].Source.File
		at := strings.TrimSuffix(file, path.Base(file))
		switch {
		case file == "":
		case g.Nodes[i].Kind == graph.Course:
			return at
		case !known:
			folder, known = at, true
		}
		for !strings.HasPrefix(file, folder) && file != "" {
			above := strings.TrimSuffix(folder, "/")
			folder = above[:1+strings.LastIndexByte(above, '/')]
		}
	}
	return folder
}

// IsWhole tells of what a figure remembers whether it shows a course whole, and not
// only the outline.
func IsWhole(said metadata.Figure) bool { return said.Options[wholeDigest] != "" }

// rememberWhole adds to what a figure remembers what a format shows besides a picture.
func (f *Figure) rememberWhole(options map[string]string, format formats.Format) {
	if !format.Whole {
		return
	}
	options[wholeDigest] = metadata.Everything(f.Graph)
	if f.options.BaseURL != "" {
		options[linesDigest] = metadata.Lines(f.whole())
	}
	// What kind of page it is for, the theme alone would not tell.
	mode := "light"
	if f.theme.Dark {
		mode = "dark"
	}
	if options["mode"] = cmp.Or(f.options.Mode, mode); options["mode"] == autoMode {
		delete(options, "mode")
	}
}

// withoutDigests are options that people know: what speaks of the text is left out.
func withoutDigests(options map[string]string) map[string]string {
	known := map[string]string{}
	for name, value := range options {
		if name != wholeDigest && name != linesDigest && name != beyondDigest {
			known[name] = value
		}
	}
	return known
}

// changesBeside are the changes of a text that only a figure shows which shows it whole;
// nil if there are none.
func changesBeside(was, want metadata.Figure, at graph.Position) []changes.Change {
	differ := func(digest string) bool { return was.Options[digest] != want.Options[digest] }
	switch {
	case IsWhole(was) && IsWhole(want) && differ(wholeDigest):
		found := changes.Beside(was.Graph, want.Graph, at)
		if found == nil && was.Graph.Language == want.Graph.Language {
			found = []changes.Change{{Kind: graph.Changed, Text: "what is told beside the outline changed", File: at.File, Line: at.Line}}
		}
		return found
	case was.Options[linesDigest] != "" && want.Options[linesDigest] != "" && differ(linesDigest):
		return []changes.Change{{Kind: graph.Moved, Text: "lines of the document moved, to which topics lead", File: at.File, Line: at.Line}}
	}
	return nil
}
