package shape

import (
	"cmp"
	"math"
	"slices"
)

// A Reason says why a node has its role.
type Reason struct {
	Role, Other Role   // Other is the runner-up; the same as Role where there is none
	By          string // what decided
	Margin      int    // how much weight lies between the two sides of the decision
	Factors     []Factor
}

// A Factor is something that was found, in words, with its weight for what was
// decided, or against it.
type Factor struct {
	What   string
	Weight int
}

// mostFactors bounds the factors that are told: those that weigh most.
const mostFactors = 4

// What can decide about a node.
const (
	byAuthor  = "the author says so"
	byPart    = "among all that may be parts"
	bySection = "among all that may be sections"
	byUnit    = "with those like it that stand beside it"
	byMember  = "by itself, among those beside it"
	byMode    = "in all sections alike"
	byView    = "the table is read in another way"
	byTopic   = "it stands below a topic"
	byAbove   = "what it stands below is left out"
	byReading = "the whole document is read so"
)

// Explain says of every node why it has its role.
func (o *Outline) Explain() []Reason {
	out := make([]Reason, len(o.Nodes))
	for i, r := range o.Roles {
		out[i] = Reason{Role: r, Other: r}
	}
	if o.Reading == nil {
		return out
	}
	j := o.Judge(learnt())
	j.fixed = o.constraints()
	j.prepare(o.chosen.Scheme, o.chosen.way)
	w := &witness{j, map[*Node]Reason{}}
	o.Read(o.Reading.Scheme, w)
	against := map[*Reading][]Factor{}
	for i, n := range o.Nodes {
		x := &out[i]
		if j.fixed.speaksOf(n) {
			x.By = cmp.Or(o.foreign(n), byAuthor)
			continue
		}
		r, decided := w.by[n]
		switch above := o.above(n, w); {
		case decided:
			x.By, x.Margin, x.Factors = r.By, r.Margin, r.Factors
			if r.Other != x.Role {
				x.Other = r.Other
			}
		case above != "":
			x.By = above
		default:
			x.By = byReading
			if other, ok := o.otherwise(i); ok {
				if against[other.Reading] == nil {
					against[other.Reading] = o.against(other)
				}
				x.Other, x.Margin, x.Factors = other.Roles[i], o.chosen.rank-other.rank, against[other.Reading]
			}
		}
		if o.Other != nil && o.Other.Roles[i] != x.Role {
			x.Other = o.Other.Roles[i]
		}
	}
	return out
}

// above says what decides about a node that nobody asked about: what it stands
// below; "" if that does not.
func (o *Outline) above(n *Node, w *witness) string {
	for p := n.Parent; p != nil; p = p.Parent {
		_, decided := w.by[p]
		switch {
		case o.Roles[p.Index] == Topic:
			return byTopic
		case decided && o.Roles[p.Index] == Out:
			return byAbove
		case decided:
			return ""
		}
	}
	return ""
}

// speaksOf says whether the author says what a node is.
func (c constraints) speaksOf(n *Node) bool {
	if _, ok := c.fixed[n.Element]; ok && !n.IsView {
		return true
	}
	yes, said := c.keep(n, Topic)
	return said && !yes
}

// otherwise is the likeliest reading that gives a node another role.
func (o *Outline) otherwise(i int) (ranking, bool) {
	for _, x := range o.all {
		if x.Roles[i] != o.Reading.Roles[i] {
			return x, true
		}
	}
	return ranking{}, false
}

// Why are the factors that decided between the reading and the likeliest other
// one.
func (o *Outline) Why() []Factor {
	for _, x := range o.all {
		if x.Reading == o.Other {
			return o.against(x)
		}
	}
	return nil
}

// against are the factors that decided between the reading and another.
func (o *Outline) against(other ranking) []Factor {
	j := o.Judge(learnt())
	j.fixed = o.constraints()
	d, e := j.draw(o.chosen.Scheme, o.chosen.way), j.draw(other.Scheme, other.way)
	v, u := rankFeatures.vector(d), rankFeatures.vector(e)
	weights := make([]int, len(rankFeatures.features))
	for i := range weights {
		weights[i] = rankFeatures.weight(j.w.Rank, v, i) - rankFeatures.weight(j.w.Rank, u, i)
	}
	return tell(rankFeatures, rankWords, weights, func(say func(*drawing) string) string {
		if a, b := say(d), say(e); a != b {
			return a + ", not " + b
		} else {
			return a
		}
	})
}

// A witness makes the decisions of a judge and remembers why.
type witness struct {
	*learned
	by map[*Node]Reason
}

func (w *witness) Keep(s *Scheme, n *Node, as Role, i int) bool {
	yes := w.learned.Keep(s, n, as, i)
	m, weights := w.t.memberOf(s, n, as), w.w.Section
	r := Reason{Role: as, Other: Out, By: bySection}
	if as == Part {
		r.By, weights = byPart, w.w.Part
	}
	sign := 1
	if !yes {
		r.Role, r.Other, sign = Out, as, -1
	}
	v := keepFeatures.vector(&m)
	r.Margin = sign * sum(weights, v)
	r.Factors = explain(keepFeatures, keepWords, v, &m, func(a int32) int { return sign * weights.At(a) })
	w.by[n] = r
	return yes
}

// roleOf is what an action makes of the members of a unit.
var roleOf = [...]Role{Drop: Out, Take: Topic, Open: Through}

func (w *witness) Topics(section *Node, u *Unit) Action {
	a := w.learned.Topics(section, u)
	r := Reason{Role: roleOf[a], Other: roleOf[a], By: byMode}
	if w.mode <= alike {
		r = w.unit(section, u, a)
	}
	for _, m := range u.Members {
		w.by[m] = r
	}
	return a
}

// unit says why the members of a unit are what they are.
func (w *witness) unit(section *Node, u *Unit, a Action) Reason {
	x := w.decide(section, u)
	if x.action != a {
		return Reason{Role: Out, Other: roleOf[x.action], By: byView}
	}
	scores := w.matter(section, u).scores
	second := (a + 1) % 3
	if third := (a + 2) % 3; scores[third] > scores[second] {
		second = third
	}
	c := w.t.choiceOf(section, u)
	of := func(x Action, i int32) int {
		if x == Drop {
			return 0
		}
		return w.w.Topic[x].At(i)
	}
	v := topicFeatures.vector(&c)
	r := Reason{Role: roleOf[a], Other: roleOf[second], By: byUnit, Margin: int(scores[a] - scores[second])}
	r.Factors = explain(topicFeatures, topicWords, v, &c, func(i int32) int { return of(a, i) - of(second, i) })
	return r
}

func (w *witness) One(section *Node, u *Unit, n *Node, i int) bool {
	yes := w.learned.One(section, u, n, i)
	if len(u.Members) == 1 {
		return yes
	}
	c := w.t.choiceOf(section, u)
	x := &single{&c, n, i}
	v := memberFeatures.vector(x)
	r := Reason{Role: Topic, Other: Out, By: byMember, Margin: sum(w.w.Member, v) + Scale}
	sign := 1
	if !yes {
		r.Role, r.Other, r.Margin, sign = Out, Topic, -r.Margin, -1
	}
	if yes && w.mode <= alike && r.Margin >= w.by[n].Margin {
		return yes // the decision about all of them was the closer one
	}
	r.Factors = explain(memberFeatures, memberWords, v, x, func(a int32) int { return sign * w.w.Member.At(a) })
	w.by[n] = r
	return yes
}

// weight is the weight of one feature in a vector.
func (t *table[C]) weight(weights Row, v vector, i int) int {
	n := 0
	for _, a := range v {
		if a >= t.questions[i].first && a <= t.questions[i].last {
			n += weights.At(a)
		}
	}
	return n
}

// explain are the factors of a decision about a thing, from the answers that it
// gave and the weight of each.
func explain[C any](t *table[C], words []wording[C], v vector, of C, weight func(int32) int) []Factor {
	weights := make([]int, len(t.features))
	for _, a := range v {
		weights[t.at(a)] += weight(a)
	}
	return tell(t, words, weights, func(say func(C) string) string { return say(of) })
}

// tell puts the weights of features into words, the heaviest first.
func tell[C any](t *table[C], words []wording[C], weights []int, say func(func(C) string) string) []Factor {
	var out []Factor
	for _, w := range words {
		n := 0
		for i, f := range t.features {
			if slices.Contains(w.of, f.name) {
				n += weights[i]
			}
		}
		if n != 0 {
			out = append(out, Factor{say(w.say), n})
		}
	}
	slices.SortStableFunc(out, func(a, b Factor) int { return cmp.Compare(max(b.Weight, -b.Weight), max(a.Weight, -a.Weight)) })
	return out[:min(len(out), mostFactors)]
}

// Course is how likely it is for every node, whatever the reading, that it is a
// piece of the course: a heading with all below it, and the items of a list.
func (o *Outline) Course() []float64 {
	o.judge.ready()
	p := slices.Clone(o.judge.good)
	for _, x := range o.judge.spots {
		piece := math.Exp(x.logs[Part]) + math.Exp(x.logs[Section]) + math.Exp(x.logs[Topic])
		if x.unit != nil {
			for _, n := range x.unit.Members {
				p[n.Index] = min(p[n.Index], piece)
			}
		}
	}
	return p
}
