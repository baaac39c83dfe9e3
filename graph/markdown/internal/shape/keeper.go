package shape

// A keeper says which nodes of a scheme are parts and sections. What a node weighs as one
// is made of what weighs the same in several schemes; the first of each pair is for parts,
// the second for sections.
type keeper struct {
	keeps  keeping
	alone  [2][]int32   // by node: what it weighs without the others
	among  [2][][]int32 // by peers: what each weighs among them
	above  [2][]int32   // by node: what it weighs to stand right below that in the region
	region *Node        // that above is about
	chosen [2][]int32   // by selector, and whether a node holds anything: what it weighs to be chosen by that

	// what was said of the scheme at hand
	weighed []int          // for each decision
	turns   [keepings]bool // whether a decision is another one in another keeping

	member  member // that is asked about
	weights stock[int32]
}

func (j *learned) Keep(s *Scheme, n *Node, as Role, i int) bool {
	if yes, said := j.fixed.keep(n, as); said {
		return yes
	}
	x := j.weighMember(s, n, as, i)
	yes := x+shifts[j.keeps] >= 0
	for other, shift := range shifts {
		j.turns[other] = j.turns[other] || (x+shift >= 0) != yes
	}
	if !yes {
		x = -x
	}
	j.weighed = append(j.weighed, x)
	return yes
}

// weighMember is what a node weighs as a part or a section of a scheme, the i-th of these.
func (j *learned) weighMember(s *Scheme, n *Node, as Role, i int) int {
	x, up := j.weighAmong(s.peers(as), as)[i], 0
	if n.Parent != nil {
		up = n.Parent.Index
	}
	if j.region != s.Region {
		j.region = s.Region
		forget(j.above[0])
		forget(j.above[1])
	}
	j.member = member{t: j.t, s: s, n: n, as: as}
	x += j.once(&j.above[as-Part][up], keepAbove)
	x += j.once(&j.chosen[as-Part][2*int(s.selector(as))+b2i(n.Leaves == 0)], keepChosen)
	return int(x) + j.earlier.lean(n, Part, Section)
}

// weighAmong is what each of some peers weighs as a part or a section, whatever the scheme.
func (j *learned) weighAmong(p *peers, as Role) []int32 {
	known := &j.among[as-Part]
	for len(*known) <= p.index {
		*known = append(*known, nil)
	}
	all := &(*known)[p.index]
	if *all != nil {
		return *all
	}
	j.t.Doc.Check()
	*all = j.weights.take(len(p.nodes))
	for i, n := range p.nodes {
		j.member = member{t: j.t, n: n, as: as}
		x := j.once(&j.alone[as-Part][n.Index], keepAlone)
		j.member.peers, j.member.at = p, p.at(n)
		(*all)[i] = x + int32(keepAmong.weigh(&j.member, &j.answers, j.rowOf(as)))
	}
	return *all
}

// once is what some answers about the member weigh, which are asked for when x is not known.
func (j *learned) once(x *int32, of *table[*member]) int32 {
	if *x == unknown {
		*x = int32(of.weigh(&j.member, &j.answers, j.rowOf(j.member.as)))
	}
	return *x
}

// rowOf are the weights of parts or of sections.
func (j *learned) rowOf(as Role) Row {
	if as == Part {
		return j.w.Part
	}
	return j.w.Section
}
