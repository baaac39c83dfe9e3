package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// connect writes all edges. What would close a cycle is left out and reported.
func (b *builder) connect() {
	b.made.Follow()
	dropped := map[build.Link]bool{}
	b.g = b.made.Build(func(l build.Link, cycle []int) {
		from, to := b.g.Nodes[l.From], b.g.Nodes[l.To]
		switch {
		case l.Guess != "":
			dropped[l] = true
			b.report(l.To, codes.Guessed, l.Source, "write the title of what is meant",
				"%q is not taken for %q, which cannot come before %q: %s", l.Guess, from.Title, to.Title, b.cycle(cycle))
		case l.Kind == graph.Requires:
			b.report(l.To, codes.Cycle, l.Source, "take one of the prerequisites away",
				"%q cannot come before %q: %s", from.Title, to.Title, b.cycle(cycle))
		default:
			b.report(l.From, codes.AgainstOrder, from.Source, "move it, or take the prerequisite away",
				"%q stands before %q in the text but needs what comes after it", from.Title, to.Title)
		}
	})
	for _, l := range b.guesses {
		if !dropped[l] {
			b.report(l.To, codes.Guessed, l.Source, "", "%q is taken for %q", l.Guess, b.g.Nodes[l.From].Title)
		}
	}
}

// cycle tells a cycle with the places of its nodes.
func (b *builder) cycle(nodes []int) string {
	if len(nodes) == 0 {
		return ""
	}
	s := ""
	for _, i := range nodes {
		n := b.g.Nodes[i]
		s += n.Title + " (" + n.Source.String() + ") → "
	}
	return s + b.g.Nodes[nodes[0]].Title
}
