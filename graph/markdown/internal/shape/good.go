package shape

import (
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Heads calls visit for every heading, summary and bold line with what is asked
// about it among its siblings.
func (t *Tree) Heads(visit func(n *Node, v []int32)) {
	g := gatherer{Tree: t}
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
			s := &Scheme{Region: t.Nodes[0], Sections: headings, sections: g.gather(nodes)}
			for _, n := range nodes {
				m := t.memberOf(s, n, Section)
				visit(n, keepFeatures.vector(&m))
				walk(n)
			}
		}
	}
	walk(t.Nodes[0])
}

// isTop says whether a node is a heading, a summary or a bold line below none
// but these: one of Heads.
func (n *Node) isTop() bool {
	for ; n.Parent != nil; n = n.Parent {
		if n.class != headingClass && n.class != summaryClass && n.class != boldLine {
			return false
		}
	}
	return true
}

// weigh finds how likely every node is a piece of the course, whatever the
// reading, where it is known how likely each of Heads is by itself: a piece of noise
// is noise with all below it.
func (j *learned) weigh() {
	t := j.t
	j.mass = make([]float64, len(t.Nodes))
	for i, n := range t.Nodes {
		g := j.good[i]
		if n.Parent != nil {
			g = min(g, j.good[n.Parent.Index])
		}
		if g > 0.2 && n.Kind == page.List && n.IsContents() {
			g = 0.2
		}
		j.good[i] = g
	}
	for i, n := range t.Nodes {
		if c := classOf(n); (c == headingClass || c == summaryClass) && j.good[i] > 0.6 && (n.Leaves > 0 || len(n.Kids) == 0) {
			j.heads = append(j.heads, n)
		}
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
