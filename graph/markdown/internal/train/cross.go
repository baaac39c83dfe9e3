package main

import (
	"hash/fnv"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// fold is which of n folds a document is in: all of an owner in the same.
func (d *document) fold(n int, salt string) int {
	h := fnv.New32a()
	h.Write([]byte(d.owner + salt))
	return int(h.Sum32()>>3) % n
}

// split is the samples outside of fold f of n, and the places of those in it.
func split(samples []*sample, f, n int, salt string) (out []*sample, in []int) {
	for i, s := range samples {
		if s.d.fold(n, salt) == f {
			in = append(in, i)
		} else {
			out = append(out, s)
		}
	}
	return out, in
}

// train learns all weights from samples: what decides inside readings from all
// of them, what ranks readings from readings of judges that did not see them. Each document is
// read by several such judges, so that it matters less which others they learned from.
func train(samples []*sample) *shape.Weights {
	const inner = 4
	var lists []*ranked
	for _, salt := range []string{"inner", "again"} {
		for f := range inner {
			seen, unseen := split(samples, f, inner, salt)
			j := judge(seen)
			for _, i := range unseen {
				lists = append(lists, readings(samples[i], j))
			}
		}
	}
	w := judge(samples)
	w.Rank = rank(lists)
	return w
}

// A verdict is how well a document was read.
type verdict struct {
	name      string
	score     float64 // the worse F1 of sections and topics
	agreement float64 // how sure the program was
	best      float64 // what the best of the readings would have reached
	picked    string
}

// isSure says whether the program would not have said that it is in doubt.
func (v verdict) isSure() bool { return v.agreement >= shape.Sure }

// cross is the cross-validation over k folds.
func cross(samples []*sample, k int) []verdict {
	out := make([]verdict, len(samples))
	var wait sync.WaitGroup
	slots := make(chan bool, 2)
	for f := range k {
		wait.Add(1)
		slots <- true
		go func() {
			defer func() { <-slots; wait.Done() }()
			seen, unseen := split(samples, f, k, "outer")
			w := train(seen)
			for _, i := range unseen {
				out[i] = test(samples[i], w)
			}
		}()
	}
	wait.Wait()
	return out
}

// test reads a document with weights.
func test(s *sample, w *shape.Weights) verdict {
	v := verdict{name: s.d.name}
	l := readings(s, w)
	if len(l.vectors) == 0 {
		return v
	}
	i := l.pick(w.Rank)
	v.score, v.picked, v.agreement = l.strict[i], l.lines[i], l.agreement
	for _, x := range l.strict {
		v.best = max(v.best, x)
	}
	return v
}
