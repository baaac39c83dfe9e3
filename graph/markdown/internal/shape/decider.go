package shape

import "math"

// A decider says which units below a section are topics, and which hold them. What speaks
// for each is made of what is the same of all units of a kind, of a unit wherever it
// stands, and of it below a section.
type decider struct {
	mode    mode
	kinds   [unitKinds]kindScore
	units   []unitScore    // by unit
	matters []*matter      // by unit, one below each section
	sorts   map[sort]int32 // their numbers
	tallies []tally        // by sort
	ones    []int8         // by node: 1 a topic among topics, -1 none, 0 not asked yet

	judgment            // what was found unit by unit
	leaned   []decision // of units that lean to those of their sort

	choice     choice // that is asked about
	single     single // the same
	newMatters stock[matter]
}

// A judgment is the units that were asked for, and what was decided of those that count.
type judgment struct {
	asked []*matter
	said  []*decision
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

// A matter is a unit below a section, with what is found of it once.
type matter struct {
	section *Node
	unit    *Unit
	next    *matter // of the same unit, below another section
	scores  [3]int32
	sort    int32
	judged  decision // unit by unit
}

// A decision is what becomes of a unit, and by how much that weighs more than the rest.
type decision struct {
	scores [3]int32
	score  int32
	action Action
	known  bool
	how    certain // see certain
}

func (j *learned) Topics(section *Node, u *Unit) Action {
	if j.mode > alike {
		return j.mode.topics(&j.place(section).kinds, u)
	}
	d := j.decide(section, u)
	if u.isView() { // another view may be better
		for _, v := range u.views() {
			if v != u {
				if e := j.decide(section, v); e.action != Drop && (d.action == Drop || e.score > d.score) {
					return Drop
				}
			}
		}
	}
	j.said = append(j.said, d)
	return d.action
}

// decide is what becomes of a unit below a section.
func (j *learned) decide(section *Node, u *Unit) *decision {
	x := j.matter(section, u)
	j.asked = append(j.asked, x)
	if j.mode == alike {
		j.leaned = append(j.leaned, choose(j.leaning(x)))
		return &j.leaned[len(j.leaned)-1]
	}
	if !x.judged.known {
		x.judged = choose(j.scores(x))
	}
	return &x.judged
}

// matter is what is known of a unit below a section.
func (j *learned) matter(section *Node, u *Unit) *matter {
	for x := j.matters[u.Index]; x != nil; x = x.next {
		if x.section == section {
			return x
		}
	}
	j.t.Doc.Check()
	x := j.newMatters.one()
	*x = matter{section: section, unit: u, next: j.matters[u.Index], sort: j.sortOf(section, u), scores: j.weighUnit(section, u)}
	j.matters[u.Index] = x
	return x
}

// weighUnit weighs the actions for a unit below a section.
func (j *learned) weighUnit(section *Node, u *Unit) [3]int32 {
	j.choice = j.t.choiceOf(section, u)
	kind, alone := j.kind(&j.choice), &j.units[u.Index]
	if !kind.known {
		kind.known, kind.scores = true, j.sumActions(topicKind.ask(&j.choice, &j.answers))
	}
	if !alone.known {
		*alone = unitScore{j.sumActions(topicAlone.ask(&j.choice, &j.answers)), true}
	}
	scores := j.sumActions(topicBelow.ask(&j.choice, &j.answers))
	for a := range scores {
		scores[a] += kind.scores[a] + alone.scores[a]
	}
	if !opens(u) {
		scores[Open] = never
	}
	if u.isMaterial() {
		scores[Open], scores[Take] = never, never
	}
	return scores
}

// sumActions is what a vector weighs for each action. Dropping weighs nothing.
func (j *learned) sumActions(v vector) (scores [3]int32) {
	for a := Take; a <= Open; a++ {
		scores[a] = int32(sum(j.w.Topic[a], v))
	}
	return scores
}

// A unitScore is what speaks for each action, wherever a unit stands.
type unitScore struct {
	scores [3]int32
	known  bool
}

// A kindScore is the same of all units of a kind, and what speaks for each role.
type kindScore struct {
	unitScore
	roles   roleScores
	guessed bool
}

func (j *learned) kind(c *choice) *kindScore { return &j.kinds[c.kind()] }

// scores are what speaks for the actions of a unit, with what it was before.
func (j *learned) scores(x *matter) [3]int32 {
	scores := x.scores
	members, below := j.earlier.leanTopics(x.unit)
	scores[Take] += int32(members)
	scores[Open] += int32(below)
	return scores
}

// leaning are the same of a unit that leans to what is found of those of its sort.
func (j *learned) leaning(x *matter) [3]int32 {
	scores := j.scores(x)
	if t := &j.tallies[x.sort]; t.n > 1 {
		for a := range scores {
			scores[a] += int32(t.scores[a] / t.n)
		}
	}
	return scores
}

// choose is the decision that scores make.
func choose(scores [3]int32) decision {
	best := Drop
	for a := Take; a <= Open; a++ {
		if scores[a] > scores[best] {
			best = a
		}
	}
	other := int32(2 * never)
	for a, n := range scores {
		if Action(a) != best {
			other = max(other, n)
		}
	}
	d := decision{scores: scores, action: best, known: true, score: scores[best] - other}
	if best == Drop {
		d.score = -d.score
	}
	return d
}

// certain is how sure a decision is.
func (d *decision) certain() certain {
	if d.how.sure == 0 {
		z := 0.0
		for _, n := range d.scores {
			z += math.Exp(float64(n-d.scores[d.action]) / Scale)
		}
		d.how = certain{1 / z, doubt(1 / z)}
	}
	return d.how
}

// One says whether a member of a unit of topics is a topic.
func (j *learned) One(section *Node, u *Unit, n *Node, i int) bool {
	if yes, said := j.fixed.keep(n, Topic); said {
		return yes
	}
	if len(u.Members) == 1 {
		return true // what is said of the unit is said of it
	}
	if j.ones[n.Index] == 0 {
		j.choice = j.t.choiceOf(section, u)
		j.single = single{&j.choice, n, i}
		j.ones[n.Index] = 1
		if memberFeatures.weigh(&j.single, &j.answers, j.w.Member)+j.earlier.lean(n, Topic) < -Scale { // in doubt it is one: nothing is to be lost
			j.ones[n.Index] = -1
		}
	}
	return j.ones[n.Index] > 0
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

// sortOf is the number of the sort of a unit below a section.
func (j *learned) sortOf(section *Node, u *Unit) int32 {
	c := choice{u: u}
	s := sort{uint8(c.kind()), uint8(c.under()), uint8(min(depthIn(section, u), 255)), classOf(section)}
	n := numberIn(j.sorts, s)
	if int(n) == len(j.tallies) {
		j.tallies = append(j.tallies, tally{})
	}
	return n
}
