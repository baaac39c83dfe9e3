package graph

// NextOpen are the topics to learn next, in learning order: not done yet, with
// all prerequisites done, their own and those of what holds them. A container
// is done when it is marked so, or when it has topics and all that are not
// optional are done. Excluded topics are left out.
func (g *Graph) NextOpen() []Node {
	x := NewIndex(g)
	done := completed(x)
	before := newLinks(x, backward, Requires)
	open := make([]bool, len(g.Nodes)) // all prerequisites, own and inherited, are done
	hidden := make([]bool, len(g.Nodes))
	for i := range g.Nodes {
		p := x.Parent(i)
		inside := p >= 0 && p < i
		open[i] = !inside || open[p]
		hidden[i] = g.Nodes[i].Excluded != "" || inside && hidden[p]
		for _, l := range before.of(i) {
			open[i] = open[i] && done[l.node]
		}
	}
	var topics []Node
	for _, i := range g.Order() {
		if g.Nodes[i].Kind == Topic && open[i] && !done[i] && !hidden[i] {
			topics = append(topics, g.Nodes[i])
		}
	}
	return topics
}

// completed tells for each node whether it is done.
func completed(x *Index) []bool {
	nodes := x.graph.Nodes
	done := make([]bool, len(nodes))
	for i := len(nodes) - 1; i >= 0; i-- { // children first
		n := &nodes[i]
		done[i] = n.Status == Done
		if done[i] || n.Kind == Topic && n.Status != Unknown {
			continue
		}
		topics, left := 0, 0
		for _, c := range x.Children(i) {
			child := &nodes[c]
			if child.Kind == Resource || child.Excluded != "" || c < i {
				continue
			}
			topics++
			if !done[c] && !child.Optional {
				left++
			}
		}
		done[i] = topics > 0 && left == 0
	}
	return done
}
