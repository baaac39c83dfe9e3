package shape

import (
	"math/bits"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A vector is the answers that were given, by their numbers in a model.
type vector []int32

// A feature is a small named question about a thing of type C, with a number
// of answers. Each answer has a weight of its own.
type feature[C any] struct {
	name    string
	about   about
	answers int
	// scale is how many answers in a row are steps of one scale: one step
	// further weighs what the steps before it do, and more. 1 for answers that
	// stand by themselves, counted for a number, which says how often the only
	// weight counts.
	scale int
	// of is the answer. Of several it says each to a, and is unanswered.
	of func(c C, a *answers) int
}

// counted is the scale of a number.
const counted = 0

// unanswered stands for no answer, or for those that were said.
const unanswered = -1

// An about is all that an answer depends on. What is the same for many things is asked once
// for all of them, and TestFeaturesAreAboutWhatTheySay finds features that look at more.
type about uint8

const (
	byItself     about = iota // a member's node; a unit, wherever it stands; a node in its unit; all of a spot or a drawing
	amongPeers                // a member's node, and the peers
	inRegion                  // what a member stands right below, and the region
	bySelector                // a member's role, what chose it, and whether it holds anything
	ofKind                    // the kind of a unit
	belowSection              // a unit, and the section
	ofMode                    // the mode of a drawing
	ofKept                    // the parts and sections of a drawing
)

// A question is a feature that is asked, with the numbers of its answers.
type question[C any] struct {
	of          func(c C, a *answers) int
	first, last int32
	isNumber    bool // that says how often the only answer counts
}

// table is a list of features with questions about some of them, or all.
type table[C any] struct {
	features  []feature[C]
	size      int // how many answers there are
	questions []question[C]
}

func newTable[C any](features []feature[C]) *table[C] {
	t := &table[C]{features: features, questions: make([]question[C], len(features))}
	for i, f := range features {
		first := t.size
		t.size += f.answers
		t.questions[i] = question[C]{f.of, int32(first), int32(t.size) - 1, f.scale == counted}
	}
	return t
}

func (t *table[C]) count() int { return len(t.features) }

func (t *table[C]) feature(i int) (name string, answers, scale int) {
	return t.features[i].name, t.features[i].answers, t.features[i].scale
}

// only is a table with the questions that are about one thing.
func (t *table[C]) only(x about) *table[C] {
	out := &table[C]{features: t.features, size: t.size}
	for i, q := range t.questions {
		if t.features[i].about == x {
			out.questions = append(out.questions, q)
		}
	}
	return out
}

// at is which feature has an answer.
func (t *table[C]) at(answer int32) int {
	for i, f := range t.features {
		if answer -= int32(f.answers); answer < 0 {
			return i
		}
	}
	return len(t.features)
}

// vector asks all questions about c.
func (t *table[C]) vector(c C) vector { return t.ask(c, &answers{}) }

// ask asks all questions about c. The result is good until the next time.
func (t *table[C]) ask(c C, a *answers) vector {
	a.v = a.v[:0]
	for i := range t.questions {
		q := &t.questions[i]
		if x := q.of(c, a); x != unanswered {
			a.say(x)
		}
		for _, x := range a.said {
			n, times := q.number(x)
			for range times {
				a.v = append(a.v, n)
			}
		}
		a.said = a.said[:0]
	}
	return a.v
}

// weigh is the sum of what ask gives, which is what is mostly wanted of it.
func (t *table[C]) weigh(c C, a *answers, weights Row) int {
	sum := 0
	for i := range t.questions {
		q := &t.questions[i]
		if x := q.of(c, a); x != unanswered {
			sum += q.weight(x, weights)
		}
		for _, x := range a.said {
			sum += q.weight(x, weights)
		}
		a.said = a.said[:0]
	}
	return sum
}

// number is the number of an answer, and how often it counts.
func (q *question[C]) number(answer int) (n int32, times int) {
	if q.isNumber {
		return q.first, max(answer, 0)
	}
	return min(q.first+int32(max(answer, 0)), q.last), 1
}

// weight is what an answer weighs.
func (q *question[C]) weight(answer int, weights Row) int {
	n, times := q.number(answer)
	return times * weights.At(n)
}

// answers are those to a question that has several. They are used again and again, some
// thousand times a document.
type answers struct {
	said []int
	v    vector
}

func (a *answers) say(answer int) { a.said = append(a.said, answer) }

// classes says every class of words, or 0 if there is none, counted from first.
func (a *answers) classes(c page.Class, first int) int {
	if c == 0 {
		return first
	}
	for ; c != 0; c &= c - 1 {
		a.say(first + 1 + bits.TrailingZeros64(uint64(c)))
	}
	return unanswered
}

// sum is the weight of a vector.
func sum(weights Row, v vector) int {
	n := 0
	for _, i := range v {
		n += weights.At(i)
	}
	return n
}

// bucket is the number of bounds that n reaches.
func bucket[N int | int32](n N, bounds ...N) int {
	for i, b := range bounds {
		if n < b {
			return i
		}
	}
	return len(bounds)
}

// share is a share in tenths, where 0 and all stand apart: 0 none, 1 up to a
// fifth, 2 up to a half, 3 up to four fifths, 4 nearly all, 5 all.
func share[N int | int32](n, of N) int {
	switch {
	case n == 0 || of == 0:
		return 0
	case n == of:
		return 5
	case n*5 <= of:
		return 1
	case n*2 <= of:
		return 2
	case n*5 <= of*4:
		return 3
	}
	return 4
}

const shares = 6
