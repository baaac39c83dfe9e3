package shape

import (
	"encoding/binary"
	"math"
)

// Weights are what reading documents has taught: one model for each kind of
// decision.
type Weights struct {
	Part, Section Row    // kept, by feature
	Topic         [3]Row // by action, then feature
	Member        Row    // a topic, among topics
	Rank          Row
	Role          []Row // by role
	Good          Row   // a piece of the course, by feature
}

// A Row is what the answers of a model weigh, each in two bytes, little endian: there are
// very many, and few weigh more than a hundred. It is used as it lies in the program.
type Row string

// NewRow makes a row of log-odds.
func NewRow(odds []float64) Row {
	row := make([]byte, 0, 2*len(odds))
	for _, x := range odds {
		x = min(max(math.Round(x*Scale), math.MinInt16), math.MaxInt16)
		row = binary.LittleEndian.AppendUint16(row, uint16(int16(x)))
	}
	return Row(row)
}

// from are the weights from the i-th on.
func (r Row) from(i int) Row { return r[2*i:] }

// At is what the i-th answer weighs.
func (r Row) At(i int32) int {
	b := r[2*i : 2*i+2]
	return int(int16(uint16(b[0]) | uint16(b[1])<<8))
}

// Scale is the weight that stands for one unit of log-odds.
const Scale = 64

// A learned judge decides by weights.
type learned struct {
	t     *Tree
	w     *Weights
	ask   askers
	good  []float64 // how likely each node is a piece of the course
	mass  []float64 // the sum of that below
	spots []likely
	said  certainty
	lookup
	keeps   keeping
	mode    mode
	fixed   constraints
	earlier *earlier
	last    kept   // the parts and sections of the last scheme
	room    []Role // of a reading that was thrown away, for the next one
	alone   []aloneScore
	tallies map[sort]tally
	counts  map[*Node]*[tableClass + 1]int
	cache   map[cacheKey]decided
	members [2][]weighed // by node, as a part and as a section
	ones    []int8       // by node: 1 a topic among topics, -1 none, 0 not asked yet

	// for draw
	heads  []*Node    // that are likely pieces of the course
	pieces []*Node    // that may be left, see leftLike
	place  []int      // by node: of a part or section, among those of the drawing
	words  []int      // by first word: how many sections begin with it
	titles []*Reading // by title: the last reading that has a topic called so

	// what is asked about, used again and again
	member member
	choice choice
	single single
}

// askers ask for a judge.
type askers struct {
	alone, beside *asker[*member]
	topic         *asker[*choice]
	member        *asker[*single]
	spot          *asker[*spot]
	rank          *asker[*drawing]
}

// An aloneScore is what a node weighs as a part and as a section, its peers
// aside.
type aloneScore struct {
	part, section int32
	known         bool
}

// A certainty is how sure a judge was of what it decided so far.
type certainty struct {
	sure, doubt float64 // the sums of the probabilities, and of their logarithms
	n           int
}

type cacheKey struct {
	section *Node
	u       *Unit
}

// A sort is what units have in common that are likely to be the same.
type sort struct {
	kind, under, depth uint8
	section            class
}

type tally struct {
	scores [3]int
	n      int
}

// A decided is what is found once of a unit below a section.
type decided struct {
	scores [3]int32
	sort   sort
	judged decision // of the first mode
}

type decision struct {
	score  int32
	action Action
	known  bool
	p      float64
}

// A weighed is what a node weighs in a scheme, which is the same however freely
// its nodes are kept.
type weighed struct {
	s *Scheme
	x int
}

func (j *learned) note(p certain) {
	j.said.sure += p.sure
	j.said.n++
	j.said.doubt += p.doubt
}

func (j *learned) Keep(s *Scheme, n *Node, as Role) bool {
	if yes, said := j.fixed.keep(n, as); said {
		return yes
	}
	x := 0
	if all := j.members[as-Part]; all == nil {
		x = j.weighMember(s, n, as)
	} else {
		if all[n.Index].s != s {
			all[n.Index] = weighed{s, j.weighMember(s, n, as)}
		}
		x = all[n.Index].x
	}
	yes := x+shifts[j.keeps] >= 0
	if !yes {
		x = -x
	}
	j.note(j.certain(x))
	return yes
}

// weighMember is what a node weighs as a part or a section of a scheme.
func (j *learned) weighMember(s *Scheme, n *Node, as Role) int {
	j.t.Doc.Check()
	a := &j.alone[n.Index]
	if !a.known {
		*a = j.scoresAlone(j.askAlone(n))
	}
	j.member = j.t.memberOf(s, n, as)
	v, lean := j.ask.beside.ask(&j.member), j.earlier.lean(n, Part, Section)
	if as == Part {
		return int(a.part) + sum(j.w.Part, v) + lean
	}
	return int(a.section) + sum(j.w.Section, v) + lean
}

// memberOf is a node among its peers in a scheme.
func (t *Tree) memberOf(s *Scheme, n *Node, as Role) member {
	p := s.sectionPeers
	if as == Part {
		p = s.partPeers
	}
	return member{t: t, s: s, n: n, as: as, peers: p, at: p.at(n)}
}

// askAlone asks about a node without its peers: a question that looks at them
// all the same fails at once.
func (j *learned) askAlone(n *Node) vector {
	j.member = member{t: j.t, n: n}
	return j.ask.alone.ask(&j.member)
}

func (j *learned) scoresAlone(v vector) aloneScore {
	return aloneScore{int32(sum(j.w.Part, v)), int32(sum(j.w.Section, v)), true}
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
		for _, v := range u.views() {
			if v != u {
				if e := j.decide(section, v); e.action != Drop && (d.action == Drop || e.score > d.score) {
					return Drop
				}
			}
		}
	}
	j.note(certain{d.p, doubt(d.p)})
	return d.action
}

func (j *learned) decide(section *Node, u *Unit) decision {
	key := cacheKey{section, u}
	found, ok := j.cache[key]
	if !ok {
		j.t.Doc.Check()
		j.choice = j.t.choiceOf(section, u)
		found = j.find(section, u, j.ask.topic.ask(&j.choice))
	}
	x := j.tallies[found.sort]
	if j.mode == judged {
		for a, n := range found.scores {
			x.scores[a] += max(int(n), never)
		}
		x.n++
		j.tallies[found.sort] = x
		if !found.judged.known {
			found.judged = j.likeliest(u, found.scores)
			j.cache[key] = found
		}
		return found.judged
	}
	if !ok {
		j.cache[key] = found
	}
	scores := found.scores
	if x.n > 1 {
		for a := range scores {
			scores[a] += int32(x.scores[a] / x.n)
		}
	}
	return j.likeliest(u, scores)
}

// likeliest is the decision that scores make.
func (j *learned) likeliest(u *Unit, scores [3]int32) decision {
	members, below := j.earlier.leanTopics(u)
	scores[Take] += int32(members)
	scores[Open] += int32(below)
	best := Drop
	for a := Take; a <= Open; a++ {
		if scores[a] > scores[best] {
			best = a
		}
	}
	z, other := 0.0, int32(2*never)
	for a, n := range scores {
		z += j.exp(int(n - scores[best]))
		if Action(a) != best {
			other = max(other, n)
		}
	}
	d := decision{scores[best] - other, best, true, 1 / z}
	if best == Drop {
		d.score = -d.score
	}
	return d
}

// find weighs the actions for a unit.
func (j *learned) find(section *Node, u *Unit, v vector) decided {
	found := decided{sort: sortOf(section, u)}
	for a := Take; a <= Open; a++ { // dropping weighs nothing
		found.scores[a] = int32(sum(j.w.Topic[a], v))
	}
	if !opens(u) {
		found.scores[Open] = never
	}
	return found
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

func (t *Tree) choiceOf(section *Node, u *Unit) choice {
	return choice{t: t, section: section, u: u, f: &u.facts, depth: depthIn(section, u)}
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
func sortOf(section *Node, u *Unit) sort {
	c := choice{u: u}
	return sort{uint8(c.kind()), uint8(c.under()), uint8(min(depthIn(section, u), 255)), classOf(section)}
}

// Judge makes a judge of weights. It is for one tree.
//
// What is needed to rank readings, and not to make one, is found by ready.
func (t *Tree) Judge(w *Weights) *learned {
	return &learned{
		t: t, w: w, lookup: newLookup(), ones: make([]int8, len(t.Nodes)), alone: make([]aloneScore, len(t.Nodes)),
		cache: make(map[cacheKey]decided, t.many), tallies: map[sort]tally{}, counts: map[*Node]*[tableClass + 1]int{},
		ask: askers{newAsker(keepAlone), newAsker(keepBeside), newAsker(topicFeatures), newAsker(memberFeatures), newAsker(spotFeatures), newAsker(rankFeatures)},
	}
}

func (j *learned) ready() {
	if j.good == nil {
		if j.t.high == nil {
			j.t.survey()
		}
		j.guess()
		j.members = [2][]weighed{make([]weighed, len(j.t.Nodes)), make([]weighed, len(j.t.Nodes))}
		j.place, j.words, j.titles = make([]int, len(j.t.Nodes)), make([]int, len(j.t.facts.titles)), make([]*Reading, len(j.t.facts.titles))
	}
}
