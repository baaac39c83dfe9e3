package main

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// An example is a decision with the features that held.
type example struct {
	v      []int32
	want   int // choice
	weight float64
	opens  bool
	name   string
}

// A sample is a document prepared for training.
type sample struct {
	d       *document
	t       *shape.Tree
	schemes []*shape.Scheme
	keep    [2][]example // part, section
	good    []example
	role    []example
	member  []example
	topic   []example
	gold    *shape.Reading
	golds   []*gold
	oracles []*oracle
	best    float64 // what the best reading reaches with the oracle
}

// pull is how strongly weights are drawn towards nothing.
const pull = 0.02

func prepare(d *document) *sample {
	s := &sample{d: d, t: shape.NewTree(page.Read(d.src, page.Options{File: d.name + ".md"}))}
	s.schemes = s.t.Schemes()
	known := map[string]bool{}
	for _, g := range d.golds()[:1] {
		for _, n := range append(append([]goldNode(nil), g.sections...), g.topics...) {
			for _, k := range n.keys {
				known[k] = true
			}
		}
		for _, p := range g.label.Parts {
			for _, k := range p.keys() {
				known[k] = true
			}
		}
	}
	var holds func(n *shape.Node) bool
	holds = func(n *shape.Node) bool {
		if !page.IsInside(n.URL) {
			for _, k := range candidates(n.Element) {
				if known[k] {
					return true
				}
			}
		}
		for _, k := range n.Kids {
			if holds(k) {
				return true
			}
		}
		return false
	}
	s.t.Heads(func(n *shape.Node, v []int32) {
		e := example{v: v, weight: 1}
		if holds(n) {
			e.want = 1
		}
		s.good = append(s.good, e)
	})
	for i := range s.good {
		s.good[i].weight = 1 / math.Sqrt(float64(len(s.good)))
	}
	type found struct {
		scheme *shape.Scheme
		o      *oracle
		v      float64
	}
	var best []found
	for _, g := range d.golds() {
		o := newOracle(g)
		o.place(g, s.t.Doc.Root)
		for _, n := range s.t.Nodes {
			o.of(n.Element)
		}
		s.golds, s.oracles = append(s.golds, g), append(s.oracles, o)
		for _, x := range s.schemes {
			read := s.t.Read(x, o)
			r := g.score(o.lenient(s.t, read))
			v := r.worst() + 0.01*(r.sections+r.topics+2*r.parts) + 0.05*x.Purity(read)
			if len(best) == 0 || v > best[0].v+1e-9 {
				best = []found{{x, o, v}}
			} else if v > best[0].v-1e-9 && len(best) < 3 && best[0].o == o {
				best = append(best, found{x, o, v})
			}
		}
	}
	if len(best) == 0 || best[0].v < 0.3 {
		return s
	}
	s.best = best[0].v
	s.gold = s.t.Read(best[0].scheme, best[0].o)
	s.t.Spots(func(nodes []*shape.Node, v []int32) {
		s.role = append(s.role, example{v: v, want: int(shape.RoleOf(s.gold.Roles, nodes))})
	})
	for i := range s.role {
		s.role[i].weight = 1 / math.Sqrt(float64(len(s.role)))
	}
	for _, b := range best {
		s.t.Examples(b.scheme, b.o, func(n *shape.Node, as shape.Role, v []int32, yes bool) {
			i := 1
			if as == shape.Part {
				i = 0
			}
			e := example{v: v, weight: 1, name: n.Title}
			if yes {
				e.want = 1
			}
			s.keep[i] = append(s.keep[i], e)
		}, func(section *shape.Node, u *shape.Unit, v []int32, a shape.Action, opens bool) {
			if !b.o.knows(section) {
				return
			}
			under := "-"
			if u.Under != nil {
				under = u.Under.Title
			}
			s.topic = append(s.topic, example{v: v, want: int(a), weight: 1, opens: opens, name: fmt.Sprintf("%s < %s < %s: %s (%d)", shape.ClassName(u.Class), under, u.Base.Title, u.Members[0].Title, len(u.Members))})
		}, func(section *shape.Node, v []int32, yes bool) {
			if !b.o.knows(section) {
				return
			}
			e := example{v: v, weight: 1}
			if yes {
				e.want = 1
			}
			s.member = append(s.member, e)
		})
	}
	for _, list := range [][]example{s.keep[0], s.keep[1], s.topic, s.good, s.role, s.member} {
		for i := range list {
			list[i].weight = d.weight / math.Sqrt(float64(len(list)))
		}
	}
	return s
}

// softmax trains weights for decisions among n choices, by AdaGrad on the
// log-likelihood with a pull towards 0. They are the mean of what the later half of the
// rounds end with, which hangs less on the order of the examples. Choice 0 has no weights.
func softmax(lists [][]example, n int, of shape.Features, rounds int, pull float64) []shape.Row {
	steps, size := of.Steps(), of.Size()
	w, g, mean := make([][]float64, n), make([][]float64, n), make([][]float64, n)
	for c := 1; c < n; c++ {
		w[c], g[c], mean[c] = make([]float64, size), make([]float64, size), make([]float64, size)
	}
	var all []*example
	in := make([]int, size) // how many documents have each step
	last := make([]int, size)
	for d, l := range lists {
		for _, e := range l {
			e.v = expand(e.v, steps)
			all = append(all, &e)
			for _, f := range e.v {
				if last[f] != d+1 {
					last[f] = d + 1
					in[f]++
				}
			}
		}
	}
	const rare = 5
	rng := rand.New(rand.NewPCG(1, 2))
	p := make([]float64, n)
	for round := range rounds {
		rate := 0.3 / (1 + float64(round)*0.15)
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, e := range all {
			most := 0.0
			for c := range n {
				p[c] = 0
				if c > 0 {
					for _, i := range e.v {
						p[c] += w[c][i]
					}
				}
				if n == 3 && c == 2 && !e.opens {
					p[c] = math.Inf(-1)
				}
				most = max(most, p[c])
			}
			z := 0.0
			for c := range n {
				p[c] = math.Exp(p[c] - most)
				z += p[c]
			}
			for c := 1; c < n; c++ {
				want := 0.0
				if c == e.want {
					want = 1
				}
				d := e.weight * (want - p[c]/z)
				for _, i := range e.v {
					if in[i] < rare {
						continue
					}
					x := d - pull*e.weight*w[c][i]
					g[c][i] += x * x
					w[c][i] += rate * x / math.Sqrt(g[c][i]+1e-4)
				}
			}
		}
		for c := 1; c < n && round >= rounds/2; c++ {
			for i, x := range w[c] {
				mean[c][i] += x / float64(rounds-rounds/2)
			}
		}
	}
	out := make([]shape.Row, n)
	for c := 1; c < n; c++ {
		out[c] = of.Row(mean[c])
	}
	return out
}

// expand gives answers with the steps before them.
func expand(v, steps []int32) []int32 {
	n := 0
	for _, answer := range v {
		n += int(answer-steps[answer]) + 1
	}
	out := make([]int32, 0, n)
	for _, answer := range v {
		for i := steps[answer]; i <= answer; i++ {
			out = append(out, i)
		}
	}
	return out
}

// judge trains what decides inside a reading.
func judge(samples []*sample) *shape.Weights {
	var lists [6][][]example
	for _, s := range samples {
		lists[0] = append(lists[0], s.keep[0])
		lists[1] = append(lists[1], s.keep[1])
		lists[2] = append(lists[2], s.topic)
		lists[3] = append(lists[3], s.good)
		lists[4] = append(lists[4], s.role)
		lists[5] = append(lists[5], s.member)
	}
	w := &shape.Weights{}
	w.Part = softmax(lists[0], 2, shape.Keep, 60, 0.005)[1]
	w.Section = softmax(lists[1], 2, shape.Keep, 20, pull)[1]
	w.Good = softmax(lists[3], 2, shape.Keep, 20, pull)[1]
	w.Member = softmax(lists[5], 2, shape.Member, 15, pull)[1]
	w.Role = softmax(lists[4], 5, shape.Spot, 15, pull)
	t := softmax(lists[2], 3, shape.Topics, 20, pull)
	copy(w.Topic[:], t)
	return w
}
