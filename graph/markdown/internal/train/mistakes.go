package main

import (
	"fmt"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// mistakes prints the decisions that judges get wrong in documents that they
// have not seen, in the readings that the labels want.
func mistakes(samples []*sample) {
	const k = 5
	var lines []string
	var n, wrong [3]int
	for f := range k {
		seen, unseen := split(samples, f, k, "outer")
		w := judge(seen)
		for _, at := range unseen {
			s := samples[at]
			for i, list := range [][]example{s.keep[0], s.keep[1], s.topic} {
				said := map[string]bool{}
				for _, e := range list {
					scores := [3]int{}
					ws := []shape.Row{"", w.Part}
					if i == 1 {
						ws[1] = w.Section
					} else if i == 2 {
						ws = w.Topic[:]
					}
					best := 0
					for c := 1; c < len(ws); c++ {
						for _, x := range e.v {
							scores[c] += ws[c].At(x)
						}
						if c == 2 && !e.opens {
							continue
						}
						if scores[c] > scores[best] {
							best = c
						}
					}
					n[i]++
					if best != e.want {
						wrong[i]++
						line := fmt.Sprintf("%s %-30.30s want %s got %s: %.100s", [...]string{"part", "section", "topic"}[i], s.d.name, actionName(i, e.want), actionName(i, best), e.name)
						if !said[line] {
							said[line] = true
							lines = append(lines, line)
						}
					}
				}
			}
		}
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Println(l)
	}
	for i, name := range []string{"part", "section", "topic"} {
		fmt.Printf("%s: %d of %d wrong\n", name, wrong[i], n[i])
	}
}

func actionName(i, a int) string {
	if i < 2 {
		return [...]string{"no", "yes"}[a]
	}
	return [...]string{"drop", "take", "open"}[a]
}
