package graph

import "slices"

// Stats are a course in figures. What is excluded counts only as such.
type Stats struct {
	Parts     int `json:"parts"`
	Sections  int `json:"sections"`
	Topics    int `json:"topics"` // sub-topics included
	Resources int `json:"resources"`
	Optional  int `json:"optional"` // topics
	Excluded  int `json:"excluded"` // nodes, with what they hold
	Done      int `json:"done"`     // topics
	Doing     int `json:"doing"`    // topics
	Skipped   int `json:"skipped"`  // topics
	Requires  int `json:"requires"` // declared prerequisites
	// Depth is how far nodes are nested below the course.
	Depth int `json:"depth"`
	// Hours is the sum of what the course says that its nodes take. A node
	// that says it speaks for what it holds. Timed is how many say it.
	Hours float64 `json:"hours"`
	Timed int     `json:"timed"`
	// Critical are the IDs of the longest chain of declared prerequisites: by
	// hours where the course gives any, by number of nodes where it does not.
	// It is empty if there are no prerequisites, or if there is a cycle.
	Critical      []string `json:"critical,omitempty"`
	CriticalHours float64  `json:"criticalHours,omitempty"`
}

// Stats counts the graph.
func (g *Graph) Stats() Stats {
	drawn := g.Drawn()
	s := Stats{Excluded: len(g.Nodes) - len(drawn.Nodes)}
	x := NewIndex(drawn)
	depth, timed := make([]int, len(drawn.Nodes)), make([]bool, len(drawn.Nodes))
	for i, n := range drawn.Nodes {
		p := x.Parent(i)
		if p >= 0 && p < i {
			depth[i], timed[i] = depth[p]+1, timed[p]
		}
		s.Depth = max(s.Depth, depth[i])
		s.count(n)
		if hours := n.Hours(); hours > 0 && !timed[i] {
			timed[i] = true
			s.Hours += hours
			s.Timed++
		}
	}
	for _, e := range drawn.Edges {
		if e.Kind == Requires {
			s.Requires++
		}
	}
	s.Critical, s.CriticalHours = drawn.critical(x, s.Timed > 0)
	return s
}

func (s *Stats) count(n Node) {
	switch n.Kind {
	case Part:
		s.Parts++
	case Section:
		s.Sections++
	case Resource:
		s.Resources++
	case Topic:
		s.Topics++
		if n.Optional {
			s.Optional++
		}
		switch n.Status {
		case Done:
			s.Done++
		case Doing:
			s.Doing++
		case Skipped:
			s.Skipped++
		}
	}
}

// critical is the longest chain of declared prerequisites, and its hours.
func (g *Graph) critical(x *Index, byHours bool) ([]string, float64) {
	before := newLinks(x, backward, Requires)
	if len(before.all) == 0 || g.Cycles() != nil {
		return nil, 0
	}
	length, came := make([]float64, len(g.Nodes)), make([]int, len(g.Nodes))
	last := -1
	for _, i := range g.Order() {
		came[i] = -1
		for _, l := range before.of(i) {
			if came[i] < 0 || length[l.node] > length[came[i]] {
				came[i] = l.node
			}
		}
		if came[i] >= 0 {
			length[i] = length[came[i]]
		}
		if hours := g.Nodes[i].Hours(); byHours {
			length[i] += hours
		} else {
			length[i]++
		}
		if came[i] >= 0 && (last < 0 || length[i] > length[last]) {
			last = i
		}
	}
	hours, path := 0.0, []int(nil)
	for i := last; i >= 0; i = came[i] {
		path = append(path, i)
		hours += g.Nodes[i].Hours()
	}
	slices.Reverse(path)
	return ids(g, path), hours
}
