package graph

// Path is what to learn before the node with the given ID, in learning order,
// the node itself last. It follows the prerequisites of the node, of what
// holds it and, in turn, of all these; a part or section as a prerequisite
// stands for all its topics. With next, it also takes the sections and parts
// that come before by the course's own order. Containers, resources, and what
// is excluded are no steps of a path. The error is an [*UnknownError].
func (g *Graph) Path(id string, next bool) ([]Node, error) {
	x := NewIndex(g)
	to := x.At(id)
	if to < 0 {
		return nil, g.unknown(id, []Kind{Part, Section, Topic})
	}
	kinds := []EdgeKind{Requires}
	if next {
		kinds = append(kinds, Next)
	}
	needed := closure(x, newLinks(x, backward, kinds...), to)
	var path []Node
	for _, i := range g.Order() {
		if n := g.Nodes[i]; needed[i] && i != to && n.Kind == Topic && n.Excluded == "" {
			path = append(path, n)
		}
	}
	return append(path, g.Nodes[to]), nil
}

// closure marks what node to needs, and all that is held by what it needs.
func closure(x *Index, before *links, to int) []bool {
	needed := make([]bool, len(x.graph.Nodes))
	asked := make([]bool, len(x.graph.Nodes)) // whose links have been followed
	var queue []int
	ask := func(i int) { // node i and its containers need their prerequisites
		for ; i >= 0 && !asked[i]; i = x.Parent(i) {
			asked[i] = true
			queue = append(queue, i)
		}
	}
	for ask(to); len(queue) > 0; {
		i := queue[0]
		queue = queue[1:]
		for _, l := range before.of(i) {
			for _, held := range unmarked(x, l.node, needed) {
				ask(held)
			}
		}
	}
	return needed
}

// unmarked marks node i and all below it, and lists what was not marked yet.
func unmarked(x *Index, i int, marked []bool) []int {
	var fresh []int
	for stack := []int{i}; len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if marked[n] {
			continue
		}
		marked[n] = true
		fresh = append(fresh, n)
		stack = append(stack, x.Children(n)...)
	}
	return fresh
}
