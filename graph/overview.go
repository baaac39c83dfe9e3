package graph

// OverviewID is the ID of the part that an [Graph.Overview] has.
const OverviewID = "course/overview"

// Overview is the course as seen from above: one part, named as the course, whose
// sections are the parts of g and whose topics are its sections, with their IDs.
// Parts that have nothing to draw are left out, and prerequisites join what is
// left, as in [Graph.Depth]; a section is done where all that it holds is. g is not changed.
func (g *Graph) Overview() *Graph {
	const sections = 2 // levels below the course
	drawn := g.Drawn()
	whole := NewIndex(drawn)
	progress := whole.Progress()
	cut := drawn.Depth(sections)
	x := NewIndex(cut)
	o := &Graph{Language: g.Language, Nodes: make([]Node, 0, len(cut.Nodes)+1), Edges: []Edge{}}
	course, _ := x.Node(CourseID)
	all := course
	all.ID, all.Kind, all.Parent = OverviewID, Part, CourseID
	o.Nodes = append(o.Nodes, course, all)
	o.Edges = append(o.Edges, Edge{From: CourseID, To: OverviewID, Kind: Contains})
	kind := map[string]Kind{}
	add := func(at int, k Kind, parent string) {
		n := cut.Nodes[at]
		n.Kind, n.Parent = k, parent
		if k == Topic {
			n.Icon = "" // of sections some have one and others a guess, which topics do not get
			if n.Status == Unknown {
				n.Status = progress[whole.At(n.ID)].status()
			}
		}
		kind[n.ID] = k
		o.Nodes = append(o.Nodes, n)
		o.Edges = append(o.Edges, Edge{From: parent, To: n.ID, Kind: Contains})
	}
	for _, p := range x.Nodes(Part) {
		below := x.Children(p, Section)
		if len(below) == 0 {
			continue
		}
		add(p, Section, OverviewID)
		for _, s := range below {
			add(s, Topic, cut.Nodes[p].ID)
		}
	}
	for _, e := range cut.Edges {
		from, to := kind[e.From], kind[e.To]
		if e.Kind == Requires && from != "" && to != "" || e.Kind == Next && from == Section && to == Section {
			o.Edges = append(o.Edges, e)
		}
	}
	return o
}

// status is how far a learner is with what has this progress; Unknown where nothing
// tells of it.
func (p Progress) status() Status {
	switch {
	case p.Total == 0:
		return Unknown
	case p.Done == p.Total:
		return Done
	case p.Done+p.Doing > 0:
		return Doing
	}
	return Todo
}
