package graph

// Progress counts how far a learner is with topics. The zero value says that
// nothing is told of them.
type Progress struct {
	Done  int `json:"done"`
	Doing int `json:"doing"`
	// Total is how many there are to learn: what is skipped is not among them.
	Total   int `json:"total"`
	Skipped int `json:"skipped"`
}

// Add adds the topics of another count.
func (p *Progress) Add(q Progress) {
	p.Done, p.Doing, p.Total, p.Skipped = p.Done+q.Done, p.Doing+q.Doing, p.Total+q.Total, p.Skipped+q.Skipped
}

// Progress counts for each node, in their order, the topics of the sections in it,
// of those sections that tell of any topic how far the learner is. Sub-topics do not
// count beside their topic, but say how far that is where it does not tell itself;
// what tells of a section, part or course alone that it is done or skipped holds
// for all topics in it. Excluded nodes count nowhere.
func (x *Index) Progress() []Progress { return x.count(false) }

// ProgressOfAll counts likewise, with the sections that tell nothing: none of their
// topics is done.
func (x *Index) ProgressOfAll() []Progress { return x.count(true) }

func (x *Index) count(all bool) []Progress {
	g, states := x.graph, x.States()
	counts := make([]Progress, len(g.Nodes))
	for i := len(g.Nodes) - 1; i >= 0; i-- { // children first
		n := &g.Nodes[i]
		p := x.Parent(i)
		if n.Excluded != "" || p >= i {
			counts[i] = Progress{}
			continue
		}
		if n.Kind == Section {
			counts[i] = x.progress(i, states, all)
		}
		if p >= 0 && n.Kind != Topic {
			counts[p].Add(counts[i])
		}
	}
	return counts
}

// progress counts the topics of a section, if any tells of itself or it counts anyhow.
func (x *Index) progress(section int, states []Status, told bool) (p Progress) {
	for _, t := range x.Children(section, Topic) {
		if x.graph.Nodes[t].Excluded != "" {
			continue
		}
		told = told || states[t] != Unknown
		switch states[t] {
		case Skipped:
			p.Skipped++
			continue
		case Done:
			p.Done++
		case Doing:
			p.Doing++
		}
		p.Total++
	}
	if !told {
		return Progress{}
	}
	return p
}

// States tells of each node, in their order, how far the learner is with it: what it
// says itself; or that what holds it is done or skipped; or, of topics, what their
// sub-topics say together.
func (x *Index) States() []Status {
	nodes := x.graph.Nodes
	states := make([]Status, len(nodes))
	for i := range nodes { // parents first
		states[i] = nodes[i].Status
		if p := x.Parent(i); states[i] == Unknown && p >= 0 && p < i && (states[p] == Done || states[p] == Skipped) {
			states[i] = states[p]
		}
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		if states[i] == Unknown && nodes[i].Kind == Topic {
			states[i] = x.heldState(i, states)
		}
	}
	return states
}

// heldState is how far a topic is by its sub-topics: done or skipped where all are,
// begun where any is, and unknown where none tells.
func (x *Index) heldState(topic int, states []Status) Status {
	all, told := Status("none"), Unknown
	for _, c := range x.Children(topic, Topic) {
		if x.graph.Nodes[c].Excluded != "" || c < topic {
			continue
		}
		s := states[c]
		switch {
		case all == "none" || all == Skipped && s == Done || all == s:
			all = s
		case !(all == Done && s == Skipped):
			all = Unknown
		}
		switch {
		case s == Done || s == Doing:
			told = Doing
		case s != Unknown && told == Unknown:
			told = Todo
		}
	}
	if all == Done || all == Skipped {
		return all
	}
	return told
}

// NextOpen are the topics to learn next, in learning order: neither done nor
// skipped, with all prerequisites done, their own and those of what holds them. What is
// done or skipped is so with all in it that says nothing else; a container is also done
// when it has topics and all that are not optional are. What is skipped keeps nothing
// waiting. Excluded topics are left out.
func (g *Graph) NextOpen() []Node {
	x := NewIndex(g)
	states := x.States()
	done := completed(x, states)
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

// completed tells for each node whether nothing is left to learn of it.
func completed(x *Index, states []Status) []bool {
	nodes := x.graph.Nodes
	done := make([]bool, len(nodes))
	for i := len(nodes) - 1; i >= 0; i-- { // children first
		n := &nodes[i]
		done[i] = states[i] == Done || states[i] == Skipped
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
