package main

import (
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// A ranked is the readings of a document with their features and scores.
type ranked struct {
	vectors   [][]int32
	scores    []float64 // what training aims at
	strict    []float64
	lines     []string
	weight    float64
	plains    []plain
	sketches  []shape.Sketch
	agreement float64 // of the reading that was picked
}

// readings reads all schemes of a sample with a judge.
func readings(s *sample, w *shape.Weights) *ranked {
	out := &ranked{weight: s.d.weight}
	j := s.t.Judge(w)
	seen := map[string]bool{}
	for i := range len(s.schemes) * shape.Ways {
		x := s.schemes[i/shape.Ways]
		r, v := s.t.ReadWith(x, j, i%shape.Ways)
		sig := r.Signature()
		if seen[sig] {
			continue
		}
		seen[sig] = true
		score, strict := 0.0, 0.0
		p := outline(s.t, r)
		for i, g := range s.golds {
			o := s.oracles[i]
			l := g.score(o.lenient(s.t, r))
			if v := l.worst()*0.7 + 0.1*(l.sections+l.topics+l.parts); v > score {
				score = v
			}
			strict = max(strict, g.score(p).worst())
		}
		out.vectors = append(out.vectors, v)
		out.plains = append(out.plains, p)
		out.sketches = append(out.sketches, s.t.Sketch(r))
		out.scores = append(out.scores, score)
		out.strict = append(out.strict, strict)
		out.lines = append(out.lines, shape.Name(x.Parts)+"/"+shape.Name(x.Sections)+" in "+x.Region.Kind.String()+" "+x.Region.Title+" mode "+shape.WayName(i%shape.Ways))
	}
	return out
}

// What ranks readings is learned from two aims at once: that the reading which is taken is
// good, as far as that can be expected, and, for a part, that the best ones are likely. The
// second alone tries to tell apart what no weights can; where the first alone ends hangs on
// where it begins.
const (
	sharp   = 60    // how much the best readings of a document are to be likely, and how little the nearly as good ones
	likely  = 0.3   // how much that counts
	useful  = 4     // how much the expected score counts
	wholly  = 0.3   // how much of that is for readings that are right, rather than for being better
	modesty = 0.015 // how strongly weights are drawn towards nothing
)

// use is what it is worth to take a reading.
func (l *ranked) use(i int) float64 {
	u := (1 - wholly) * l.scores[i]
	if l.strict[i] >= isRight {
		u += wholly
	}
	return u
}

// isRight is the score from which on a document counts as read right.
const isRight = 0.95

// rank trains what chooses among readings. Documents of which there is no good reading
// count less: there is little to choose.
func rank(lists []*ranked) shape.Row {
	steps, size := shape.Rank.Steps(), shape.Rank.Size()
	vectors := make([][][]int32, len(lists))
	df := make([]int, size) // how many lists have each step
	last := make([]int, size)
	for i, l := range lists {
		for _, v := range l.vectors {
			v = expand(v, steps)
			vectors[i] = append(vectors[i], v)
			for _, f := range v {
				if last[f] != i+1 {
					last[f] = i + 1
					df[f]++
				}
			}
		}
	}
	w, g := make([]float64, size), make([]float64, size)
	grad := make([]float64, size)
	for range 250 {
		clear(grad)
		for k, l := range lists {
			n := len(l.vectors)
			if n < 2 {
				continue
			}
			p, q := make([]float64, n), make([]float64, n)
			best := slices.Max(l.scores)
			for i, v := range vectors[k] {
				for _, f := range v {
					p[i] += w[f]
				}
				q[i] = (l.scores[i] - best) * sharp
			}
			normalize(p)
			normalize(q)
			expected := 0.0
			for i := range p {
				expected += p[i] * l.use(i)
			}
			for i, v := range vectors[k] {
				d := l.weight * best * (likely*(q[i]-p[i]) + useful*p[i]*(l.use(i)-expected))
				for _, f := range v {
					grad[f] += d
				}
			}
		}
		for f := range w {
			x := grad[f]/float64(len(lists)) - modesty*w[f]
			g[f] += x * x
			if g[f] > 0 && df[f] >= 3 {
				w[f] += 0.15 * x / math.Sqrt(g[f]+1e-8)
			}
		}
	}
	return shape.Rank.Row(w)
}

// normalize makes chances of logarithms.
func normalize(p []float64) {
	most, z := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		z += p[i]
	}
	for i := range p {
		p[i] /= z
	}
}

// pick is the reading that the program would take.
func (l *ranked) pick(w shape.Row) int {
	ranks := make([]int, len(l.vectors))
	for i, v := range l.vectors {
		for _, f := range v {
			ranks[i] += w.At(f)
		}
	}
	best, agreement := shape.Consensus(len(ranks), func(i int) int { return ranks[i] }, func(i int) shape.Sketch { return l.sketches[i] })
	l.agreement = agreement
	return best
}
