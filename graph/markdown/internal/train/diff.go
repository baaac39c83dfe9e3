package main

import (
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// differ prints what even the best reading gets wrong.
func differ(d *document) {
	t := shape.NewTree(page.Read(d.src, page.Options{File: d.name + ".md"}))
	var best plain
	var bestGold *gold
	top := -1.0
	for _, g := range d.golds() {
		o := newOracle(g)
		for _, s := range t.Schemes() {
			r := t.Read(s, o)
			x := g.score(o.lenient(t, r))
			y := g.score(outline(t, r))
			if v := x.worst() + .01*(x.sections+x.topics) + .001*(y.sections+y.topics); v > top {
				top, best, bestGold = v, outline(t, r), g
			}
		}
	}
	if bestGold == nil {
		fmt.Println("####", d.name, "nothing")
		return
	}
	x := bestGold.score(best)
	if x.worst() >= .95 {
		return
	}
	fmt.Printf("#### %s %.2f %.2f\n", d.name, x.sections, x.topics)
	show := func(what string, have []string, want []goldNode) {
		var extra, missing []string
		for _, h := range have {
			if !slices.ContainsFunc(want, func(g goldNode) bool { return slices.Contains(g.keys, h) }) {
				extra = append(extra, h)
			}
		}
		for _, w := range want {
			if !w.optional && !slices.ContainsFunc(w.keys, func(k string) bool { return slices.Contains(have, k) }) {
				missing = append(missing, w.keys[0])
			}
		}
		fmt.Printf("  %s extra %.220q\n  %s missing %.220q\n", what, fmt.Sprint(extra[:min(5, len(extra))], len(extra)), what, fmt.Sprint(missing[:min(5, len(missing))], len(missing)))
	}
	show("S", best.sections, bestGold.sections)
	var ts []string
	for _, p := range best.topics {
		ts = append(ts, p[1])
	}
	show("T", ts, bestGold.topics)
}
