package build

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// write writes the edges in the order of their targets: of each what holds it,
// what comes before it and what it requires, the same pair once, with the labels
// of all of its edges.
func (b *Builder) write() {
	nodes := b.Graph.Nodes
	edges := make([]graph.Edge, 0, max(0, len(nodes)-1)+len(b.links))
	into := group(len(nodes), len(b.links), func(i int) int { return b.links[i].To })
	var seen, last []int32 // by source: a mark of the last target and kind, and its edge
	if len(b.links) > 0 {
		seen, last = make([]int32, len(nodes)), make([]int32, len(nodes))
	}
	for to := 1; to < len(nodes); to++ {
		b.check()
		edges = append(edges, graph.Edge{From: nodes[to].Parent, To: nodes[to].ID, Kind: graph.Contains})
		for k, kind := range []graph.EdgeKind{graph.Contains, graph.Next, graph.Requires, graph.Leads} {
			mark := int32(4*to + k)
			for _, i := range into.of(to) {
				l := &b.links[i]
				if l.Kind != kind {
					continue
				}
				if seen[l.From] == mark {
					if e := &edges[last[l.From]]; l.Label != "" && kind != graph.Contains {
						e.Label = strings.TrimPrefix(e.Label+", "+l.Label, ", ")
					}
					continue
				}
				seen[l.From], last[l.From] = mark, int32(len(edges))
				e := graph.Edge{From: nodes[l.From].ID, To: nodes[to].ID, Kind: kind, Label: l.Label, Reason: l.Reason, Guess: l.Guess, Source: l.Source}
				if kind != graph.Contains {
					edges = append(edges, e)
				} else if e.From == nodes[to].Parent {
					edges[len(edges)-1] = e
				}
			}
		}
	}
	b.Graph.Edges = edges
}

// groups are numbers in groups: those of group i are all[start[i]:start[i+1]].
type groups struct{ start, all []int32 }

func (g *groups) of(i int) []int32 { return g.all[g.start[i]:g.start[i+1]] }

// group puts the numbers below count into n groups, each in ascending order.
func group(n, count int, of func(int) int) groups {
	g := groups{make([]int32, n+2), make([]int32, count)}
	for i := range count {
		g.start[of(i)+2]++ // two to the right: filling moves it one to the left
	}
	for i := 2; i < len(g.start); i++ {
		g.start[i] += g.start[i-1]
	}
	for i := range count {
		at := &g.start[of(i)+1]
		g.all[*at] = int32(i)
		*at++
	}
	return g
}
