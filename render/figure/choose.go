package figure

import (
	"errors"
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// ErrNothing says that a course has no section to draw.
var ErrNothing = errors.New("nothing to draw")

// Choose finds the parts and sections of a course that names mean, or without
// names all parts that have something to draw. The error is an [*OptionError] or
// [ErrNothing].
func Choose(g *graph.Graph, names []string) ([]graph.Node, error) {
	var chosen []graph.Node
	for _, name := range names {
		n, err := g.Find(name, graph.Part, graph.Section)
		if err != nil {
			return nil, notThere("part", err, partsOf(g, err))
		}
		chosen = append(chosen, n)
	}
	if len(names) > 0 {
		return chosen, nil
	}
	drawn := g.Drawn()
	holds := map[string]bool{} // sections
	for i := range drawn.Nodes {
		if n := &drawn.Nodes[i]; n.Kind == graph.Section {
			holds[n.Parent] = true
		}
	}
	for i := range drawn.Nodes {
		if n := &drawn.Nodes[i]; n.Kind == graph.Part && holds[n.ID] {
			chosen = append(chosen, *n)
		}
	}
	if len(chosen) == 0 {
		return nil, ErrNothing
	}
	return chosen, nil
}

// partsOf are the parts that there are, for the error about a name that is not one
// of them and proposes a single one.
func partsOf(g *graph.Graph, err error) string {
	var unknown *graph.UnknownError
	if !errors.As(err, &unknown) || unknown.Nearest == "" {
		return ""
	}
	var parts []string
	for _, n := range g.Nodes {
		if n.Kind == graph.Part {
			parts = append(parts, fmt.Sprintf("%s (%s)", n.ID, n.Title))
		}
	}
	return "; the parts are: " + strings.Join(parts, ", ")
}

// choose puts IDs in the place of the names in the options, and what is drawn of
// the course into the figure.
func (f *Figure) choose(g *graph.Graph) error {
	o := &f.options
	if len(o.Highlight) > 0 {
		nodes, err := highlighted(g, o.Highlight)
		if err != nil {
			return notThere("highlight", err, "")
		}
		o.Highlight = graph.IDs(nodes)
	}
	if o.Focus != "" {
		n, err := g.Find(o.Focus)
		if err != nil {
			return notThere("focus", err, "")
		}
		hops := o.Hops
		switch hops {
		case 0:
			hops = 1
		case NoHops:
			hops = 0
		}
		o.Focus = n.ID
		if g, err = g.Focus(n.ID, hops); err != nil {
			return err
		}
	}
	if len(o.Parts) == 0 {
		g = g.Drawn() // once, where all that follows would do it again
	}
	chosen, err := Choose(g, o.Parts)
	if err != nil {
		return err
	}
	ids := graph.IDs(chosen)
	if len(o.Parts) > 0 {
		f.Parts, o.Parts = ids, ids
	}
	whole, err := graph.NewIndex(g).Select(ids...)
	if err != nil {
		return err
	}
	if f.Graph = speaking(whole.Graph().Drawn(), f.all); f.Graph != whole.Graph() {
		whole = graph.NewIndex(f.Graph)
	}
	if f.index = whole; len(f.Parts) > 0 && o.Layout != Badge && o.Prerequisites != "none" {
		f.beyond = f.beyondOf(g)
	}
	return nil
}

// highlighted are the nodes that names mean, each once.
func highlighted(g *graph.Graph, names []string) ([]graph.Node, error) {
	x := graph.NewIndex(g)
	var nodes []graph.Node
	known := map[string]bool{}
	add := func(name string) error {
		n, ok := x.Node(name) // which Find would do in more time
		if !ok {
			var err error
			if n, err = g.Find(name); err != nil {
				return err
			}
		}
		if !known[n.ID] {
			nodes = append(nodes, n)
		}
		known[n.ID] = true
		return nil
	}
	for _, name := range names {
		whole := add(name) // for a title may hold a comma
		if whole == nil {
			continue
		}
		for part := range strings.SplitSeq(name, ",") {
			if part = strings.TrimSpace(part); part == "" {
				continue
			}
			if err := add(part); err != nil {
				return nil, err
			}
		}
	}
	return nodes, nil
}
