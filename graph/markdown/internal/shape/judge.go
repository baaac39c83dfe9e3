package shape

import "math"

// Weights are what reading documents has taught: one model for each kind of
// decision.
type Weights struct {
	Part, Section []int32    // kept, by feature
	Topic         [3][]int32 // by action, then feature
	Member        []int32    // a topic, among topics
	Rank          []int32
	Role          [][]int32 // by role
	Good          []int32   // a piece of the course, by feature
}

// scale is the weight that stands for one unit of log-odds.
const scale = 64

// A learned judge decides by weights.
type learned struct {
	t       *Tree
	w       *Weights
	kept    map[keptKey]int
	scratch vector
	good    []float64 // how likely each node is a piece of the course
	mass    []float64 // the sum of that below
	spots   []likely
	sure    float64 // the sum of the certainties
	n       int
	doubt   float64
	mode    mode
	fixed   constraints
	earlier *earlier
	tallies map[sort]tally
	counts  map[*Node]*[tableClass + 1]int
	cache   map[cacheKey][3]int
	ones    []int8 // by node: 1 a topic among topics, -1 none, 0 not asked yet
}

type keptKey struct {
	s  *Scheme
	n  *Node
	as Role
}

type cacheKey struct {
	section *Node
	u       *Unit
}

// A sort is what units have in common that are likely to be the same.
type sort struct {
	kind, under, depth int
	section            class
}

type tally struct {
	scores [3]int
	n      int
}

type decision struct {
	action Action
	score  int
	p      float64
}

func (j *learned) note(p float64) {
	j.sure += p
	j.n++
	j.doubt += -math.Log(max(p, 1e-6))
}

func (j *learned) Keep(s *Scheme, n *Node, as Role) bool {
	if yes, said := j.fixed.keep(n, as); said {
		return yes
	}
	key := keptKey{s, n, as}
	x, ok := j.kept[key]
	if !ok {
		w := j.w.Section
		if as == Part {
			w = j.w.Part
		}
		j.scratch = keepFeatures.vector(j.t.memberOf(s, n, as), j.scratch[:0])
		x = sum(w, j.scratch) + j.earlier.lean(n, Part, Section)
		j.kept[key] = x
	}
	p := 1 / (1 + math.Exp(-math.Abs(float64(x))/scale))
	j.note(p)
	return x >= 0
}

// memberOf is a node among its peers in a scheme.
func (t *Tree) memberOf(s *Scheme, n *Node, as Role) *member {
	p := s.sectionPeers
	if as == Part {
		p = s.partPeers
	}
	return &member{t: t, s: s, n: n, as: as, peers: p, at: p.at[n]}
}

func (j *learned) Topics(section *Node, u *Unit) Action {
	if j.mode > alike {
		c := j.counts[section]
		if c == nil {
			c = new([tableClass + 1]int)
			j.t.kindsOf(section, c)
			j.counts[section] = c
		}
		return j.mode.topics(c, u)
	}
	d := j.decide(section, u)
	if u.List != nil && u.List.IsView { // another view may be better
		for _, v := range u.Peers {
			if v != u && v.List != nil && v.List.Parent == u.List.Parent {
				if e := j.decide(section, v); e.action != Drop && (d.action == Drop || e.score > d.score) {
					return Drop
				}
			}
		}
	}
	j.note(d.p)
	return d.action
}

func (j *learned) decide(section *Node, u *Unit) decision {
	key := cacheKey{section, u}
	scores, ok := j.cache[key]
	if !ok {
		c := j.t.choiceOf(section, u)
		j.scratch = topicFeatures.vector(c, j.scratch[:0])
		for a := Take; a <= Open; a++ { // dropping weighs nothing
			scores[a] = sum(j.w.Topic[a], j.scratch)
		}
		if !opens(u) {
			scores[Open] = never
		}
		j.cache[key] = scores
	}
	so := j.sortOf(section, u)
	x := j.tallies[so]
	if j.mode == judged {
		for a, n := range scores {
			x.scores[a] += max(n, never)
		}
		x.n++
		j.tallies[so] = x
	} else if x.n > 1 {
		for a := range scores {
			scores[a] += x.scores[a] / x.n
		}
	}
	members, below := j.earlier.leanTopics(u)
	scores[Take] += members
	scores[Open] += below
	best := Drop
	for a := Take; a <= Open; a++ {
		if scores[a] > scores[best] {
			best = a
		}
	}
	z, other := 0.0, 2*never
	for a, n := range scores {
		z += math.Exp(float64(n-scores[best]) / scale)
		if Action(a) != best {
			other = max(other, n)
		}
	}
	d := decision{best, scores[best] - other, 1 / z}
	if best == Drop {
		d.score = -d.score
	}
	return d
}

// never is the score of what cannot be.
const never = -10_000

// opens says whether anything stands below the members of a unit.
func opens(u *Unit) bool {
	for _, m := range u.Members {
		if len(m.Kids) > 0 {
			return true
		}
	}
	return false
}

func (t *Tree) choiceOf(section *Node, u *Unit) *choice {
	return &choice{t: t, section: section, u: u, f: &u.facts, depth: depthIn(section, u)}
}

// depthIn is how many nodes stand between a section and a unit.
func depthIn(section *Node, u *Unit) int {
	depth := 0
	for n := u.Base; n != nil && n != section; n = n.Parent {
		depth += b2i(classOf(n) != noClass)
	}
	return depth
}

// sortOf is the sort of a unit below a section.
func (j *learned) sortOf(section *Node, u *Unit) sort {
	c := choice{u: u}
	return sort{c.kind(), c.under(), depthIn(section, u), classOf(section)}
}

// Judge makes a judge of weights. It is for one tree.
//
// What is needed to rank readings, and not to make one, is found by ready.
func (t *Tree) Judge(w *Weights) *learned {
	j := &learned{t: t, w: w, kept: map[keptKey]int{}, ones: make([]int8, len(t.Nodes)), cache: map[cacheKey][3]int{}, counts: map[*Node]*[tableClass + 1]int{}}
	return j
}

func (j *learned) ready() {
	if j.good == nil {
		j.weigh()
		j.guess()
	}
}

// ReadWith reads a scheme with a learned judge and gives what ranks it.
func (t *Tree) ReadWith(s *Scheme, j *learned, m int) (*Reading, []int32) {
	d := t.drawWith(s, j, m)
	return d.r, rankFeatures.vector(d, nil)
}

// drawWith is what a scheme would draw in a mode.
func (t *Tree) drawWith(s *Scheme, j *learned, m int) *drawing {
	j.ready()
	r := t.readIn(s, j, mode(m))
	d := t.draw(r, j)
	d.mode = m
	var nh, nu int
	d.headLogs, d.unitLogs, nh, nu = j.likelihood(r)
	d.headLogs /= max(1, math.Sqrt(float64(nh)))
	d.unitLogs /= max(1, math.Sqrt(float64(nu)))
	d.sure = int(100 * j.sure / float64(max(1, j.n)))
	d.least = int(100 * j.doubt)
	return d
}

// readIn makes the reading of a scheme in a mode.
func (t *Tree) readIn(s *Scheme, j *learned, m mode) *Reading {
	j.mode = m
	if j.mode == judged {
		j.tallies = map[sort]tally{}
	}
	j.sure, j.n, j.doubt = 0, 0, 0
	return t.Read(s, j)
}

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

func (x *recorder) Keep(s *Scheme, n *Node, as Role) bool {
	yes := x.j.Keep(s, n, as)
	x.keep(n, as, keepFeatures.vector(x.t.memberOf(s, n, as), nil), yes)
	return yes
}

func (x *recorder) One(section *Node, u *Unit, n *Node, i int) bool {
	yes := x.j.One(section, u, n, i)
	if len(u.Members) > 1 {
		x.one(section, memberFeatures.vector(&single{x.t.choiceOf(section, u), n, i}, nil), yes)
	}
	return yes
}

func (x *recorder) Topics(section *Node, u *Unit) Action {
	a := x.j.Topics(section, u)
	x.topic(section, u, topicFeatures.vector(x.t.choiceOf(section, u), nil), a, opens(u))
	return a
}

// Modes is the number of modes.
const Modes = int(modes)

// Sizes are the numbers of features of the three tables.
func Sizes() (keep, topic, member, rank, spot int) {
	return keepFeatures.size, topicFeatures.size, memberFeatures.size, rankFeatures.size, spotSize()
}
