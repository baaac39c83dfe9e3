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
	t := &table[C]{features: features}
	for _, f := range features {
		t.first = append(t.first, int32(t.size))
		t.size += f.answers
	}
	return t
}

// vector asks all questions about c.
func (t *table[C]) vector(c C, v vector) vector {
	first, answers, steps := int32(0), 0, 1
	say := func(a int) { // one for all questions: it is asked some thousand times a document
		a = min(max(a, 0), answers-1)
		for b := a - a%steps; b <= a; b++ {
			v = append(v, first+int32(b))
		}
	}
	for i := range t.features {
		f := &t.features[i]
		first, answers, steps = t.first[i], f.answers, f.steps
		f.of(c, say)
	}
	return v
}

// sum is the weight of a vector.
func sum(weights []int32, v vector) int {
	n := 0
	for _, i := range v {
		n += int(weights[i])
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
func share(n, of int) int {
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
