package shape

import (
	"math"
	"slices"
)

// guessed is what is likely whatever the reading.
type guessed struct {
	spots []likely
	good  []float64 // by node, how likely it is a piece of the course
	mass  []float64 // by node, the sum of that below
	heads []*Node   // that are likely pieces of the course
}

// A likely is a spot with the logarithms of how likely its roles are.
type likely struct {
	unit *Unit // nil for a heading
	at   int   // the index of the heading, or of what the members stand right below
	logs [roles]float64
}

// guess finds how likely every role of every spot is, and how likely the
// headings are pieces of the course.
func (j *learned) guess() {
	j.spots = make([]likely, 0, len(j.t.Nodes)/2)
	j.good = slices.Repeat([]float64{1}, len(j.t.Nodes))
	j.t.spots(func(x *spot) {
		scores := j.sumRoles(spotFeatures.ask(x, &j.answers), 0)
		at := x.n.Index
		if x.u != nil {
			j.guessUnit(x, &scores)
			at = x.n.Parent.Index
		} else if g := j.guessHead(x, &scores); x.n.isTop() {
			j.good[at] = 1 / (1 + math.Exp(-float64(g)/Scale))
		}
		j.spots = append(j.spots, likely{x.u, at, logs(scores)})
	})
	j.weigh()
}

// A roleScores is what speaks for each role.
type roleScores [roles]int

func (s *roleScores) add(o roleScores) {
	for r, n := range o {
		s[r] += n
	}
}

// sumRoles is what a vector weighs for each role, where its features begin at first.
func (j *learned) sumRoles(v vector, first int) (scores roleScores) {
	for r, w := range j.w.Role {
		if w != "" {
			scores[r] = sum(w.from(first), v)
		}
	}
	return scores
}

// guessHead adds what is asked of a heading, and is what speaks for it that it is a piece
// of the course.
func (j *learned) guessHead(x *spot, scores *roleScores) (good int) {
	for _, t := range [...]*table[*member]{keepAlone, keepAmong, keepAbove, keepChosen} {
		v := t.ask(x.head, &j.answers)
		scores.add(j.sumRoles(v, spotFeatures.size))
		good += sum(j.w.Good, v)
		if t == keepAlone {
			j.alone[0][x.n.Index], j.alone[1][x.n.Index] = int32(sum(j.w.Part, v)), int32(sum(j.w.Section, v))
		}
	}
	return good
}

// guessUnit adds what is asked of a unit.
func (j *learned) guessUnit(x *spot, scores *roleScores) {
	first := spotFeatures.size + keepFeatures.size
	kind := j.kind(x.base)
	if !kind.guessed {
		kind.guessed, kind.roles = true, j.sumRoles(topicKind.ask(x.base, &j.answers), first)
	}
	scores.add(kind.roles)
	scores.add(j.sumRoles(topicBelow.ask(x.base, &j.answers), first))
	v := topicAlone.ask(x.base, &j.answers)
	scores.add(j.sumRoles(v, first))
	j.units[x.u.Index] = unitScore{j.sumActions(v), true}
}

// logs are the logarithms of how likely scores make roles.
func logs(scores roleScores) (out [roles]float64) {
	z, most := 0.0, slices.Max(scores[:])
	for _, s := range scores {
		z += math.Exp(float64(s-most) / Scale)
	}
	for r, s := range scores {
		out[r] = max(float64(s-most)/Scale-math.Log(z), -6)
	}
	return out
}

// likelihood is how likely the roles of a reading are, as the sum of
// logarithms over the headings and over the units.
func (j *learned) likelihood(r *Reading) (heads, units float64, nHeads, nUnits int) {
	for i := range j.spots {
		x := &j.spots[i]
		role := r.Roles[x.at]
		if x.unit == nil {
			heads += x.logs[role]
			nHeads++
			continue
		}
		if role != Out { // else all is out that it holds
			role = RoleOf(r.Roles, x.unit.Members)
		}
		units += x.logs[role]
		nUnits++
	}
	return
}
