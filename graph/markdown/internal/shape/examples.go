package shape

// Examples gives every decision that a judge takes in a scheme, as vectors.
func (t *Tree) Examples(s *Scheme, j Judge, keep func(n *Node, as Role, v []int32, yes bool), topic func(section *Node, u *Unit, v []int32, a Action, opens bool), one func(section *Node, v []int32, yes bool)) {
	t.Read(s, &recorder{t, j, keep, topic, one})
}

type recorder struct {
	t     *Tree
	j     Judge
	keep  func(*Node, Role, []int32, bool)
	topic func(*Node, *Unit, []int32, Action, bool)
	one   func(*Node, []int32, bool)
}

func (x *recorder) Keep(s *Scheme, n *Node, as Role, i int) bool {
	yes := x.j.Keep(s, n, as, i)
	m := x.t.memberOf(s, n, as)
	x.keep(n, as, keepFeatures.vector(&m), yes)
	return yes
}

func (x *recorder) One(section *Node, u *Unit, n *Node, i int) bool {
	yes := x.j.One(section, u, n, i)
	if len(u.Members) > 1 {
		c := x.t.choiceOf(section, u)
		x.one(section, memberFeatures.vector(&single{&c, n, i}), yes)
	}
	return yes
}

func (x *recorder) Topics(section *Node, u *Unit) Action {
	a := x.j.Topics(section, u)
	c := x.t.choiceOf(section, u)
	x.topic(section, u, topicFeatures.vector(&c), a, opens(u))
	return a
}
