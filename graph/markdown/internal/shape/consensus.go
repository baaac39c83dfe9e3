package shape

import (
	"cmp"
	"math"
	"slices"
)

// A Sketch is what a reading would draw, reduced to what readings are compared
// by: the names of its sections, and of its topics with them, as sorted numbers.
type Sketch struct{ parts, sections, topics []uint64 }

// Sketch reduces a reading.
func (t *Tree) Sketch(r *Reading) Sketch { return t.sketch(r, &stock[uint64]{}) }

// sketch reduces a reading, and takes its room from a stock.
func (t *Tree) sketch(r *Reading, keys *stock[uint64]) Sketch {
	var n [Topic + 1]int
	for _, role := range r.Roles {
		n[role]++
	}
	s := Sketch{keys.take(n[Part])[:0], keys.take(n[Section])[:0], keys.take(n[Topic])[:0]}
	for i, role := range r.Roles {
		if role < Part {
			continue
		}
		n := t.Nodes[i]
		switch key := uint64(n.key); role {
		case Part:
			s.parts = append(s.parts, key)
		case Section:
			s.sections = append(s.sections, key)
		case Topic:
			if section := r.sectionOf(n); section != nil {
				s.topics = append(s.topics, uint64(section.key)<<32|key)
			}
		}
	}
	if len(s.parts) == 1 { // it only holds the course
		s.parts = nil
	}
	slices.Sort(s.parts)
	slices.Sort(s.sections)
	slices.Sort(s.topics)
	return s
}

// alike is how alike two sketches are: the square of the lower F1 of their
// sections and topics, less up to a fifth where their parts differ.
func (s Sketch) alike(o Sketch) float64 {
	f := f1(s.sections, o.sections)
	if f > 0 {
		f = min(f, f1(s.topics, o.topics))
	}
	return f * f * (0.8 + 0.2*f1(s.parts, o.parts))
}

func f1(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	n := len(a) + len(b)
	both := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			both++
			a, b = a[1:], b[1:]
		}
	}
	return 2 * float64(both) / float64(n)
}

// Sure is the agreement from which on a reading is not in doubt: of documents
// that were not learned from, most below it are read wrong.
const Sure = 0.95

// maxVoices bounds the readings that have a voice in the consensus.
const maxVoices = 30

// trust is how much likelier the ranks make readings than they say by
// themselves: with this, most documents are read right that were not learned
// from.
const trust = 2

// Consensus is the reading that agrees best with all others, each weighed by
// how likely its rank makes it, and how well it agrees with them, from 0 to 1.
// The best reading by rank alone is wrong more often: where several likely
// readings differ in one place, the one in their middle is the safest.
func Consensus(n int, rank func(i int) int, sketch func(i int) Sketch) (best int, agreement float64) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(b), rank(a)) })
	order = order[:min(n, maxVoices)]
	weights, sketches, all := make([]float64, len(order)), make([]Sketch, len(order)), 0.0
	for k, i := range order {
		weights[k] = math.Exp(trust * float64(rank(i)-rank(order[0])) / Scale)
		all += weights[k]
		sketches[k] = sketch(i)
	}
	for k, i := range order {
		agrees, rest := 0.0, all
		for l, other := range sketches {
			if (agrees+rest)/all <= agreement {
				break // if it agreed with all others it would not be the best
			}
			agrees += weights[l] * sketches[k].alike(other)
			rest -= weights[l]
		}
		if u := agrees / all; u > agreement+1e-9 || k == 0 {
			best, agreement = i, u
		}
	}
	return best, agreement
}
