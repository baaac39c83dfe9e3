package shape

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Heads calls visit for every heading, summary and bold line with what is asked
// about it among its siblings.
func (t *Tree) Heads(visit func(n *Node, v []int32)) {
	var walk func(*Node)
	walk = func(base *Node) {
		for _, c := range [...]class{headingClass, summaryClass, boldLine} {
			var nodes []*Node
			for _, k := range base.Kids {
				if classOf(k) == c {
					nodes = append(nodes, k)
				}
			}
			if len(nodes) == 0 {
				continue
			}
			s := &Scheme{Region: t.Nodes[0], Sections: headings, sectionPeers: t.peersOf(nodes)}
			for _, n := range nodes {
				visit(n, keepFeatures.vector(t.memberOf(s, n, Section), nil))
				walk(n)
			}
		}
	}
	walk(t.Nodes[0])
}

// weigh finds how likely every node is a piece of the course, whatever the
// reading: a piece of noise is noise with all below it.
func (j *learned) weigh() {
	t, w := j.t, j.w.Good
	j.good = make([]float64, len(t.Nodes))
	j.mass = make([]float64, len(t.Nodes))
	p := map[*Node]float64{}
	t.Heads(func(n *Node, v []int32) {
		p[n] = 1 / (1 + math.Exp(-float64(sum(w, v))/scale))
	})
	for i, n := range t.Nodes {
		g := 1.0
		if n.Parent != nil {
			g = j.good[n.Parent.Index]
		}
		if x, ok := p[n]; ok {
			g = min(g, x)
		}
		if n.Kind == page.List && n.IsContents() {
			g = min(g, 0.2)
		}
		j.good[i] = g
	}
	for i := len(t.Nodes) - 1; i >= 0; i-- { // mass: leaves, and headings without any
		n := t.Nodes[i]
		c := classOf(n)
		own := 0.0
		switch {
		case c.isItem() || c == rowClass || c == cellClass:
			if len(n.Kids) == 0 {
				own = j.good[i]
			}
		case c == headingClass || c == summaryClass:
			own = j.good[i]
		}
		j.mass[i] += own
		if n.Parent != nil && !(n.IsView && n.Parent.Kids[0] != n) {
			j.mass[n.Parent.Index] += j.mass[i]
		}
	}
}
