package shape

import (
	"cmp"
	"slices"
)

// A plainJudge decides as a learned one does, without any of its shortcuts: it asks every
// question each time, and remembers nothing but what leaning goes by.
type plainJudge struct {
	t       *Tree
	w       *Weights
	fixed   constraints
	earlier *earlier
	way     way
	tallies map[sort]tally
}

func (j *plainJudge) Keep(s *Scheme, n *Node, as Role, _ int) bool {
	if yes, said := j.fixed.keep(n, as); said {
		return yes
	}
	row := j.w.Section
	if as == Part {
		row = j.w.Part
	}
	m := j.t.memberOf(s, n, as)
	return sum(row, keepFeatures.vector(&m))+j.earlier.lean(n, Part, Section)+shifts[j.way.keeps] >= 0
}

func (j *plainJudge) Topics(section *Node, u *Unit) Action {
	if j.way.mode > alike {
		var counts [tableClass + 1]int32
		j.t.kindsOf(section, &counts)
		return j.way.mode.topics(&counts, u)
	}
	d := j.decide(section, u)
	if u.isView() {
		for _, v := range u.views() {
			if v != u {
				if e := j.decide(section, v); e.action != Drop && (d.action == Drop || e.score > d.score) {
					return Drop
				}
			}
		}
	}
	return d.action
}

func (j *plainJudge) decide(section *Node, u *Unit) decision {
	c := j.t.choiceOf(section, u)
	v := topicFeatures.vector(&c)
	scores := [3]int32{Take: int32(sum(j.w.Topic[Take], v)), Open: int32(sum(j.w.Topic[Open], v))}
	if !opens(u) {
		scores[Open] = never
	}
	if u.isMaterial() {
		scores[Open], scores[Take] = never, never
	}
	kind := sort{uint8(c.kind()), uint8(c.under()), uint8(min(c.depth, 255)), section.class}
	all := j.tallies[kind]
	if j.way.mode == judged {
		for a, n := range scores {
			all.scores[a] += max(int(n), never)
		}
		all.n++
		j.tallies[kind] = all
	} else if all.n > 1 {
		for a := range scores {
			scores[a] += int32(all.scores[a] / all.n)
		}
	}
	members, below := j.earlier.leanTopics(u)
	scores[Take] += int32(members)
	scores[Open] += int32(below)
	return choose(scores)
}

func (j *plainJudge) One(section *Node, u *Unit, n *Node, i int) bool {
	if yes, said := j.fixed.keep(n, Topic); said {
		return yes
	}
	c := j.t.choiceOf(section, u)
	return len(u.Members) == 1 || sum(j.w.Member, memberFeatures.vector(&single{&c, n, i}))+j.earlier.lean(n, Topic) >= -Scale
}

// read makes the reading of a scheme, and says which nodes are kept in it.
func (j *plainJudge) read(s *Scheme, w way) (r *Reading, kept string) {
	bare := &Reading{s, make([]Role, len(j.t.Nodes))}
	j.way, j.tallies = way{w.keeps, judged}, map[sort]tally{}
	bare.keep(nil, j)
	if w.mode == alike {
		j.t.Read(s, j)
	}
	j.way = w
	return j.t.Read(s, j), drawnIn(bare)
}

// drawnIn is what a reading draws of its region.
func drawnIn(r *Reading) string {
	clean := &Reading{r.Scheme, make([]Role, len(r.Roles))}
	copy(clean.Roles[r.Region.Index:r.Region.end], r.Roles[r.Region.Index:r.Region.end])
	return clean.Signature()
}

// comparePlainly makes all readings that draw something else, best first, each with a judge
// of its own.
func (t *Tree) comparePlainly(w *Weights, c constraints) []ranking {
	j := &plainJudge{t: t, w: w, fixed: c, earlier: t.earlier(c)}
	var out []ranking
	type turn struct {
		scheme *Scheme
		keeps  keeping
	}
	kept, drawn := map[string]turn{}, map[string]bool{}
	for _, s := range t.Schemes() {
		if !c.allows(s) {
			continue
		}
		for _, way := range ways {
			r, nodes := j.read(s, way)
			this := turn{s, way.keeps}
			if _, known := kept[nodes]; !known {
				kept[nodes] = this
			}
			if kept[nodes] != this { // the first that keeps these nodes speaks for all
				continue
			}
			sections := 0
			for _, role := range r.Roles {
				sections += b2i(role == Section)
			}
			if sections < 2 && !slices.Contains(r.Roles, Topic) || drawn[drawnIn(r)] {
				continue
			}
			drawn[drawnIn(r)] = true
			fresh := t.Judge(w)
			fresh.fixed, fresh.earlier = c, j.earlier
			x := sum(w.Rank, rankFeatures.vector(fresh.draw(s, way)))
			out = append(out, ranking{r, way, x + c.rank(t, r) + j.earlier.rank(r)})
		}
	}
	slices.SortStableFunc(out, func(a, b ranking) int { return cmp.Compare(b.rank, a.rank) })
	return out
}
