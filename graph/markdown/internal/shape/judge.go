package shape

import "math"

// A learned judge decides by weights, and remembers what it found. It is for one tree and
// the schemes of that, in which alike peers have the same index.
type learned struct {
	t       *Tree
	w       *Weights
	fixed   constraints
	earlier *earlier
	answers answers
	guessed
	keeper
	decider
	filler
	counter
}

// Judge makes a judge of weights.
//
// What is needed to rank readings, and not to make one, is found by ready.
func (t *Tree) Judge(w *Weights) *learned {
	j, n := &learned{t: t, w: w}, len(t.Nodes)
	for i := range 2 {
		j.alone[i], j.above[i], j.chosen[i] = unknowns(n), make([]int32, n), unknowns(2*int(selectors))
	}
	j.units, j.matters, j.sorts, j.ones = make([]unitScore, t.many), make([]*matter, t.many), map[sort]int32{}, make([]int8, n)
	j.places, j.roles = make([]*place, n), make([]Role, n)
	return j
}

func (j *learned) ready() {
	if j.good != nil {
		return
	}
	if j.t.high == nil {
		j.t.survey()
	}
	j.guess()
	keys := len(j.t.facts.titles)
	j.part, j.words, j.titles = make([]int32, len(j.t.Nodes)), make([]int32, keys), make([]int32, keys)
	j.called = make([]bool, keys)
	j.owns, j.forms = make([]int32, j.t.owns), make([]bool, len(j.t.forms))
}

// unknown stands for a weight that was not asked for yet.
const unknown = math.MinInt32

func unknowns(n int) []int32 {
	weights := make([]int32, n)
	forget(weights)
	return weights
}

func forget(weights []int32) {
	for i := range weights {
		weights[i] = unknown
	}
}
