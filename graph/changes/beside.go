package changes

import (
	"maps"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// beside are the changes of what stands beside the outline: of summaries, table
// columns and resources. Nothing more is said of elements that came or went.
func (w wording) beside() []graph.Change {
	was := map[string]string{} // the old IDs of renamed nodes, by the new ones
	for old, new := range w.renamed {
		was[new] = old
	}
	var found []graph.Change
	for i, n := range w.new.Graph().Nodes {
		id, renamed := was[n.ID]
		if !renamed {
			id = n.ID
		}
		o := w.old.At(id)
		if n.Kind == graph.Resource || o < 0 {
			continue
		}
		old := w.old.Graph().Nodes[o]
		var fields []string
		if old.Summary != n.Summary {
			fields = append(fields, "summary")
		}
		if !maps.Equal(old.Attributes, n.Attributes) {
			fields = append(fields, "table columns")
		}
		resources, reordered := pair(resourcesOf(w.old, o), resourcesOf(w.new, i))
		if reordered {
			fields = append(fields, "order of resources")
		}
		if fields != nil {
			found = append(found, graph.Change{Kind: graph.Changed, Old: old, New: n, Fields: fields})
		}
		found = append(found, resources...)
	}
	return found
}

func resourcesOf(x *graph.Index, holder int) (nodes []graph.Node) {
	for _, i := range x.Children(holder, graph.Resource) {
		nodes = append(nodes, x.Graph().Nodes[i])
	}
	return nodes
}

// pair says what became of the resources of an element, of which those are the same
// that lead to one address, or else have one title; and whether those that stayed
// stand in another order.
func pair(old, new []graph.Node) (found []graph.Change, reordered bool) {
	partner := slices.Repeat([]int{-1}, len(new))
	taken := make([]bool, len(old))
	for _, key := range []func(graph.Node) string{func(n graph.Node) string { return n.URL }, func(n graph.Node) string { return n.Title }} {
		waiting := map[string][]int{}
		for o, n := range old {
			if !taken[o] {
				waiting[key(n)] = append(waiting[key(n)], o)
			}
		}
		for i, n := range new {
			if same := waiting[key(n)]; partner[i] < 0 && key(n) != "" && len(same) > 0 {
				partner[i], taken[same[0]], waiting[key(n)] = same[0], true, same[1:]
			}
		}
	}
	last := -1
	for i, n := range new {
		o := partner[i]
		if o < 0 {
			found = append(found, graph.Change{Kind: graph.Added, New: n})
			continue
		}
		reordered, last = reordered || o < last, o
		was := old[o]
		var fields []string
		for _, f := range []struct {
			name string
			same bool
		}{
			{"link", was.URL == n.URL}, {"author", was.Author == n.Author}, {"summary", was.Summary == n.Summary}, {"label", was.Label == n.Label},
			{"optional", was.Optional == n.Optional}, {"status", was.Status == n.Status}, {"table columns", maps.Equal(was.Attributes, n.Attributes)},
		} {
			if !f.same {
				fields = append(fields, f.name)
			}
		}
		if was.Title != n.Title {
			found = append(found, graph.Change{Kind: graph.Renamed, Old: was, New: n})
		}
		if fields != nil {
			found = append(found, graph.Change{Kind: graph.Changed, Old: was, New: n, Fields: fields})
		}
	}
	for o, was := range old {
		if !taken[o] {
			found = append(found, graph.Change{Kind: graph.Removed, Old: was})
		}
	}
	return found, reordered
}
