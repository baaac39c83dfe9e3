package collect

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// wanting is a prerequisite that a page names and does not hold itself.
type wanting struct {
	page *page
	want markdown.Want
}

// across links what needs prerequisites that lie in other files.
func (w *writer) across(c *collector) {
	for _, x := range c.wants {
		to, ok := w.at[x.page.byID[x.want.Node]]
		if !ok {
			continue // its page hangs nowhere
		}
		from, err := w.wanted(c, x)
		if err != nil {
			w.lost(x.want, err)
			continue
		}
		w.link(from, to, x.want)
	}
}

func (w *writer) link(from, to int, want markdown.Want) {
	l := build.Link{From: from, To: to, Kind: graph.Requires, Reason: want.Reason, Source: want.Source}
	if want.After {
		l.Kind = graph.Next
	}
	if from != to {
		w.build.Link(l)
	}
}

// wanted is the place of the node that a prerequisite means: by its link to a
// file of the course, or by its name.
func (w *writer) wanted(c *collector, x wanting) (int, error) {
	if link := x.want.URL; link != "" {
		name, ok := c.target(c.rebase(link, x.page))
		p := c.pages[name]
		if !ok || p == nil {
			return -1, errOutside
		}
		_, fragment, _ := strings.Cut(link, "#")
		for _, n := range slices.Sorted(maps.Keys(p.byID)) {
			if at, ok := w.at[p.byID[n]]; ok && fragment != "" && strings.HasSuffix(p.byID[n].URL, "#"+fragment) {
				return at, nil
			}
		}
		if at, ok := w.at[p.byID[graph.CourseID]]; ok {
			return at, nil
		}
		return -1, errOutside
	}
	n, err := w.graph.Find(x.want.Name)
	if err != nil {
		return -1, err
	}
	return graph.NewIndex(w.graph).At(n.ID), nil
}

var errOutside = errors.New("it lies outside the course")

// lost reports a prerequisite that is not in the course.
func (w *writer) lost(want markdown.Want, err error) {
	d := graph.Diagnostic{Position: want.Source, Severity: graph.Warning, Code: string(markdown.Unresolved),
		Message: fmt.Sprintf("the prerequisite %q is not in the course", want.Name)}
	var unknown *graph.UnknownError
	switch {
	case err == errOutside:
		d.Severity, d.Code = graph.Info, string(markdown.External)
		d.Message = fmt.Sprintf("the prerequisite %q lies outside the course", want.Name)
	case errors.As(err, &unknown) && unknown.Nearest != "":
		d.Hint = fmt.Sprintf("did you mean %q?", unknown.Nearest)
	}
	w.found = append(w.found, d)
}

// annotate applies what the configuration says about nodes of the course, and
// links the prerequisites in it.
func (w *writer) annotate(c *collector) {
	x := graph.NewIndex(w.graph)
	ids := func() []string {
		all := make([]string, len(w.graph.Nodes))
		for i, n := range w.graph.Nodes {
			all[i] = n.ID
		}
		return all
	}
	for _, id := range slices.Sorted(maps.Keys(c.options.Config.Nodes)) {
		at := x.At(id)
		if at < 0 {
			d := graph.Diagnostic{Severity: graph.Warning, Code: string(markdown.UnknownNode),
				Message: fmt.Sprintf("the configuration names a node %q that does not exist", id)}
			if near := graph.Nearest(id, ids()); near != "" {
				d.Hint = fmt.Sprintf("did you mean %q?", near)
			}
			w.found = append(w.found, d)
			continue
		}
		note := c.options.Config.Nodes[id]
		markdown.Annotate(&w.graph.Nodes[at], note)
		for _, list := range []struct {
			names string
			after bool
		}{{note.Requires, false}, {note.After, true}} {
			for name := range strings.SplitSeq(list.names, ",") {
				want := markdown.Want{Name: strings.TrimSpace(name), Reason: "configuration", After: list.after}
				if want.Name == "" {
					continue
				}
				n, err := w.graph.Find(want.Name)
				if err != nil {
					w.lost(want, err)
				} else {
					w.link(x.At(n.ID), at, want)
				}
			}
		}
	}
}
