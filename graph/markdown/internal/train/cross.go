package main

import (
	"fmt"
	"hash/fnv"
	"sort"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// fold is which of n folds a document is in: all of an owner in the same.
func (d *document) fold(n int, salt string) int {
	h := fnv.New32a()
	h.Write([]byte(d.owner + salt))
	return int(h.Sum32()>>3) % n
}

// train learns all weights from samples: what decides inside readings from all
// of them, what ranks readings from readings of judges that did not see them.
func train(samples []*sample) *shape.Weights {
	const inner = 4
	lists := make([]*ranked, len(samples))
	for f := range inner {
		var in []*sample
		for _, s := range samples {
			if s.d.fold(inner, "inner") != f {
				in = append(in, s)
			}
		}
		j := judge(in)
		for i, s := range samples {
			if s.d.fold(inner, "inner") == f {
				lists[i] = readings(s, j)
			}
		}
	}
	w := judge(samples)
	for _, s := range samples { // and of the one that reads in the end
		lists = append(lists, readings(s, w))
	}
	w.Rank = rank(lists)
	return w
}

type verdict struct {
	name         string
	score, best  float64
	picked, line string
	part         result
}

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
			var in []*sample
			for _, s := range samples {
				if s.d.fold(k, "outer") != f {
					in = append(in, s)
				}
			}
			w := train(in)
			for i, s := range samples {
				if s.d.fold(k, "outer") == f {
					out[i] = test(s, w)
				}
			}
		}()
	}
	wait.Wait()
	return out
}

func test(s *sample, w *shape.Weights) (v verdict) {
	v = verdict{name: s.d.name}
	l := readings(s, w)
	if len(l.vectors) == 0 {
		return v
	}
	i := l.pick(w.Rank)
	v.part = l.parted[i]
	v.score, v.picked = l.strict[i], l.lines[i]
	what := func(k int) string {
		t := 0
		return fmt.Sprintf(" [S%d T%d %.2f/%.2f +%d]", len(l.plains[k].sections), len(l.plains[k].topics), l.parted[k].sections, l.parted[k].topics, t)
	}
	v.picked += what(i)
	defer func() {
		for k := range l.strict {
			if l.strict[k] == v.best {
				v.line += what(k)
				break
			}
		}
	}()
	for k, x := range l.strict {
		if x > v.best {
			v.best, v.line = x, l.lines[k]
		}
	}
	return v
}

func report(name string, vs []verdict, verbose bool) {
	var sum, best float64
	right, could := 0, 0
	for _, v := range vs {
		sum += v.score
		best += v.best
		if v.score >= .95 {
			right++
		}
		if v.best >= .95 {
			could++
		}
	}
	if verbose {
		sort.Slice(vs, func(i, j int) bool { return vs[i].score < vs[j].score })
		for _, v := range vs {
			fmt.Printf("%.3f (%.3f) %s: %s", v.score, v.best, v.name, v.picked)
			if v.best > v.score {
				fmt.Printf("  better: %s", v.line)
			}
			fmt.Println()
		}
	}
	ss, st, s95, t95 := 0.0, 0.0, 0, 0
	for _, v := range vs {
		ss, st = ss+v.part.sections, st+v.part.topics
		if v.part.sections >= .95 {
			s95++
			if v.part.topics >= .95 {
				t95++
			}
		}
	}
	fmt.Printf("sections %.3f, right %d; topics %.3f, right where the sections are %d\n", ss/float64(len(vs)), s95, st/float64(len(vs)), t95)
	n := float64(len(vs))
	fmt.Printf("%s: mean %.3f, %d of %d right (%.0f %%); the best of the readings: %.3f, %d\n", name, sum/n, right, len(vs), 100*float64(right)/n, best/n, could)
}
