package shape

// A kept are the parts and sections of a scheme, in one keeping: the same in all modes.
type kept struct {
	*Scheme
	keeps           keeping
	nodes           []*Node // that are kept
	bare            []Role  // by node, with what holds those
	framed          []Role  // by node, when parts are told from what only holds the course
	weighed         []int   // what spoke for each decision
	parts, sections []*Node // in their frame
	alone           []bool  // by section: nothing else that is kept stands below it
	others          []*Node // that could have been sections, and hold something
	outer
}

// keep decides what the parts and sections of a scheme are, in place of another one's.
func (j *learned) keep(k *kept, s *Scheme, how keeping) {
	if k.bare == nil {
		k.bare, k.framed = make([]Role, len(j.t.Nodes)), make([]Role, len(j.t.Nodes))
	}
	clear(k.bare)
	j.keeps, j.weighed, j.turns = how, k.weighed[:0], [keepings]bool{}
	k.nodes = (&Reading{s, k.bare}).keep(k.nodes[:0], j)
	k.Scheme, k.keeps, k.weighed, k.outer = s, how, j.weighed, outer{}
}

// frame finds the parts and sections as they are drawn.
func (k *kept) frame(t *Tree) {
	copy(k.framed, k.bare)
	k.nodes = (&Reading{k.Scheme, k.framed}).frame(t, k.nodes)
	k.parts, k.sections, k.alone, k.others = k.parts[:0], k.sections[:0], k.alone[:0], k.others[:0]
	for _, n := range k.nodes {
		if last := len(k.sections) - 1; last >= 0 && n.Index < k.sections[last].end {
			k.alone[last] = false
		}
		switch k.framed[n.Index] {
		case Part:
			k.parts = append(k.parts, n)
		case Section:
			k.sections, k.alone = append(k.sections, n), append(k.alone, true)
		}
	}
	for _, n := range k.Scheme.sections.nodes {
		if k.framed[n.Index] == Out && n.Leaves > 0 {
			k.others = append(k.others, n)
		}
	}
}
