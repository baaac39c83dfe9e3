package graph

import "slices"

// Merged is one graph of two: the new one, with what was removed from the old
// one put back where it stood.
type Merged struct {
	Graph *Graph
	// Nodes says what happened to nodes of the graph, by ID. Those that stayed
	// as they were are not in it.
	Nodes map[string][]ChangeKind
	// Edges says what happened to declared prerequisites, by their ends.
	Edges map[[2]string]ChangeKind
	// Was has the old titles of what was renamed, by ID.
	Was map[string]string
}

// Merge joins two graphs into one that shows how they differ, as [Diff] sees
// it. Resources and what is excluded are left out. A removed node keeps its old
// ID unless a new one has that; then "~" stands behind it. Nodes of the new graph
// keep their order, and a removed one follows the sibling that it followed.
func Merge(old, new *Graph) Merged {
	m := match(old.figure(), new.figure())
	b := merger{
		matching: m, used: map[string]bool{}, removedID: map[int]string{},
		Merged: Merged{&Graph{Language: new.Language, Form: new.Form, Edges: []Edge{}}, map[string][]ChangeKind{}, map[[2]string]ChangeKind{}, map[string]string{}},
	}
	for _, n := range m.new.graph.Nodes {
		b.used[n.ID] = true
	}
	for i := range m.new.graph.Nodes {
		if m.new.Parent(i) < 0 {
			b.add(i)
		}
	}
	b.marks(append(m.nodeChanges(), m.edgeChanges()...))
	b.edges()
	return b.Merged
}

type merger struct {
	*matching
	Merged
	used      map[string]bool
	removedID map[int]string // by old node
}

// add appends a new node and all below it.
func (b *merger) add(i int) {
	b.Graph.Nodes = append(b.Graph.Nodes, b.new.graph.Nodes[i])
	o := b.toOld[i]
	kids := b.new.Children(i)
	if o < 0 {
		for _, k := range kids {
			b.add(k)
		}
		return
	}
	behind := map[int][]int{} // removed old nodes by the new sibling before them, or −1
	last := -1
	for _, k := range b.old.Children(o) {
		if n := b.toNew[k]; n < 0 {
			behind[last] = append(behind[last], k)
		} else if b.new.Parent(n) == i {
			last = n
		}
	}
	putBack := func(after int) {
		for _, k := range behind[after] {
			b.putBack(k, b.new.graph.Nodes[i].ID)
		}
	}
	putBack(-1)
	for _, k := range kids {
		b.add(k)
		putBack(k)
	}
}

// putBack appends a removed node and what was removed with it.
func (b *merger) putBack(o int, parent string) {
	n := b.old.graph.Nodes[o]
	for b.used[n.ID] {
		n.ID += "~"
	}
	b.used[n.ID] = true
	b.removedID[o] = n.ID
	n.Parent = parent
	b.Graph.Nodes = append(b.Graph.Nodes, n)
	for _, k := range b.old.Children(o) {
		if b.toNew[k] < 0 {
			b.putBack(k, n.ID)
		}
	}
}

// id is the ID in the merged graph of an old node.
func (b *merger) id(old string) string {
	o := b.old.At(old)
	if o < 0 {
		return ""
	}
	if n := b.toNew[o]; n >= 0 {
		return b.new.graph.Nodes[n].ID
	}
	return b.removedID[o]
}

func (b *merger) marks(changes []Change) {
	for _, c := range changes {
		switch c.Kind {
		case EdgeAdded:
			b.Edges[[2]string{c.Edge.From, c.Edge.To}] = EdgeAdded
		case EdgeRemoved:
			e := c.Edge
			e.From, e.To = b.id(e.From), b.id(e.To)
			if e.From != "" && e.To != "" {
				b.Graph.Edges = append(b.Graph.Edges, e)
				b.Edges[[2]string{e.From, e.To}] = EdgeRemoved
			}
		case Removed:
			id := b.id(c.Old.ID)
			b.Nodes[id] = append(b.Nodes[id], Removed)
		default:
			b.Nodes[c.New.ID] = append(b.Nodes[c.New.ID], c.Kind)
			if c.Kind == Renamed {
				b.Was[c.New.ID] = c.Old.Title
			}
		}
	}
}

// edges adds the edges that follow from the outline, and the new prerequisites.
func (b *merger) edges() {
	x := NewIndex(b.Graph)
	var outline []Edge
	for i, n := range b.Graph.Nodes {
		if n.Parent != "" {
			outline = append(outline, Edge{From: n.Parent, To: n.ID, Kind: Contains})
		}
		for _, kind := range []Kind{Part, Section} {
			kids := x.Children(i, kind)
			for k := 1; k < len(kids); k++ {
				outline = append(outline, Edge{From: b.Graph.Nodes[kids[k-1]].ID, To: b.Graph.Nodes[kids[k]].ID, Kind: Next})
			}
		}
	}
	for _, e := range b.new.graph.Edges {
		if e.Kind == Requires {
			outline = append(outline, e)
		}
	}
	b.Graph.Edges = slices.Concat(outline, b.Graph.Edges)
}
