package shape

// A vector is a set of features that hold, by their number in a model.
type vector []int32

// A feature is a small named question about a thing of type C, with a number
// of answers. Each answer has a weight of its own.
type feature[C any] struct {
	name    string
	answers int
	// steps is how many answers in a row are steps of one scale: one step
	// further keeps the steps before it. 1 for answers that stand by themselves.
	steps int
	of    func(c C, say func(answer int))
}

// table is a list of features with the number of the first answer of each.
type table[C any] struct {
	features []feature[C]
	first    []int32
	size     int
}

func newTable[C any](features []feature[C]) *table[C] {
	t := &table[C]{features: features, first: make([]int32, len(features))}
	for i, f := range features {
		t.first[i] = int32(t.size)
		t.size += f.answers
	}
	return t
}

func (t *table[C]) count() int { return len(t.features) }

func (t *table[C]) feature(i int) (name string, answers int) {
	return t.features[i].name, t.features[i].answers
}

// only is a table of some of the features, with the numbers that they have in
// the whole.
func (t *table[C]) only(wanted func(name string) bool) *table[C] {
	out := &table[C]{size: t.size}
	for i, f := range t.features {
		if wanted(f.name) {
			out.features, out.first = append(out.features, f), append(out.first, t.first[i])
		}
	}
	return out
}

// vector asks all questions about c.
func (t *table[C]) vector(c C) vector { return newAsker(t).ask(c) }

// An asker asks the questions of a table, some thousand times a document, and
// makes no garbage with it.
type asker[C any] struct {
	*table[C]
	v              vector
	first          int32
	answers, steps int
	say            func(answer int)
}

func newAsker[C any](t *table[C]) *asker[C] {
	a := &asker[C]{table: t}
	a.say = func(answer int) {
		answer = min(max(answer, 0), a.answers-1)
		for b := answer - answer%a.steps; b <= answer; b++ {
			a.v = append(a.v, a.first+int32(b))
		}
	}
	return a
}

// ask asks all questions about c. The result is good until the next time.
func (a *asker[C]) ask(c C) vector {
	a.v = a.v[:0]
	for i := range a.features {
		f := &a.features[i]
		a.first, a.answers, a.steps = a.table.first[i], f.answers, f.steps
		f.of(c, a.say)
	}
	return a.v
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
func bucket(n int, bounds ...int) int {
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
