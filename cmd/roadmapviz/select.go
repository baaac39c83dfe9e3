package main

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// settle finds what --highlight and --focus name: it puts IDs in the place of
// names, which a figure then remembers, and the neighbourhood in the place of
// the course.
func (o *renderOptions) settle(c *course) error {
	if o.highlight != "" {
		nodes, err := highlighted(c.graph, o.highlight)
		if err != nil {
			return usageError{fmt.Errorf("%s: --highlight: %w", c.name, err)}
		}
		o.highlight = joinNames(ids(nodes))
		if err := o.shape.Set("highlight", o.highlight); err != nil {
			return err
		}
	}
	if o.focus == "" {
		return nil
	}
	n, err := c.graph.Find(o.focus)
	if err != nil {
		return usageError{fmt.Errorf("%s: --focus: %w", c.name, err)}
	}
	o.focus = n.ID
	if err := o.shape.Set("focus", n.ID); err != nil {
		return err
	}
	c.graph, err = c.graph.Focus(n.ID, o.hops)
	return err
}

// highlighted are the nodes that a list of names means, each once. A title may
// hold a comma, so the whole is tried first.
func highlighted(g *graph.Graph, list string) ([]graph.Node, error) {
	if n, err := g.Find(list); err == nil {
		return []graph.Node{n}, nil
	}
	x := graph.NewIndex(g)
	var nodes []graph.Node
	known := map[string]bool{}
	for _, name := range splitNames(list) {
		n, ok := x.Node(name) // which Find would do in more time
		if !ok {
			var err error
			if n, err = g.Find(name); err != nil {
				return nil, err
			}
		}
		if !known[n.ID] {
			nodes = append(nodes, n)
		}
		known[n.ID] = true
	}
	return nodes, nil
}

// splitNames undoes joinNames, and splits what people write at the commas.
func splitNames(list string) []string {
	separator := ","
	if strings.Contains(list, "\n") {
		separator = "\n"
	}
	var names []string
	for name := range strings.SplitSeq(list, separator) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// joinNames is a list of IDs, each with a line break behind it: an ID may hold
// a comma.
func joinNames(ids []string) string { return strings.Join(ids, "\n") + "\n" }

// ids are the IDs of nodes.
func ids(nodes []graph.Node) []string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = n.ID
	}
	return list
}
