package main

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// candidates are the titles under which a label may know an element.
func candidates(e *page.Element) []string {
	var out []string
	add := func(s string) {
		if k := key(s); k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	add(e.Title)
	if e.Number != "" {
		add(e.Number + " " + e.Title)
		add(e.Number + ". " + e.Title)
	}
	add(e.Raw)
	for _, sep := range []string{": ", "：", " - ", " – ", " — "} {
		for _, s := range []string{e.Title, e.Raw} {
			if before, after, ok := strings.Cut(s, sep); ok {
				add(before)
				add(after)
			}
		}
	}
	return out
}

// aligned is the role, 'P', 'S' or 'T', that a label gives every element of a
// list in document order; 0 for those that it does not name.
func (g *gold) align(all []*page.Element) []byte {
	type step struct {
		role byte
		keys []string
	}
	var steps []step
	title := append([]string{key(g.label.Title)}, keysOf(g.label.TitleAlt)...)
	for _, p := range g.label.Parts {
		pk := p.keys()
		if !slices.ContainsFunc(pk, func(k string) bool { return slices.Contains(title, k) }) {
			steps = append(steps, step{'P', pk})
		}
		for _, s := range p.Sections {
			steps = append(steps, step{'S', s.keys()})
			for _, t := range s.Topics {
				steps = append(steps, step{'T', t.keys()})
			}
		}
	}
	byKey := map[string][]int{}
	for j, e := range all {
		for _, k := range candidates(e) {
			byKey[k] = append(byKey[k], j)
		}
	}
	n, m := len(steps), len(all)
	if n*m > 40_000_000 {
		return make([]byte, m)
	}
	score := make([]float32, (n+1)*(m+1))
	weight := make([]map[int]float32, n)
	for i, s := range steps {
		weight[i] = map[int]float32{}
		for _, k := range s.keys {
			for _, j := range byKey[k] {
				e := all[j]
				w := float32(1)
				if s.role != 'T' && (len(e.Kids) > 0 || e.IsHead()) {
					w += 0.15
				}
				if page.IsInside(e.URL) {
					w -= 0.3
				}
				if s.role != 'T' && e.Kind == page.Heading {
					w += 0.1
				}
				if s.role == 'T' && e.Kind == page.Heading && len(e.Kids) > 0 {
					w -= 0.2
				}
				if key(e.Title) == s.keys[0] {
					w += 0.05
				}
				weight[i][j] = max(weight[i][j], w)
			}
		}
	}
	for i := 1; i <= n; i++ {
		row, above := score[i*(m+1):(i+1)*(m+1)], score[(i-1)*(m+1):i*(m+1)]
		for j := 1; j <= m; j++ {
			v := max(above[j], row[j-1])
			if w, ok := weight[i-1][j-1]; ok {
				v = max(v, above[j-1]+w)
			}
			row[j] = v
		}
	}
	out := make([]byte, m)
	for i, j := n, m; i > 0 && j > 0; {
		v := score[i*(m+1)+j]
		if w, ok := weight[i-1][j-1]; ok && v == score[(i-1)*(m+1)+j-1]+w {
			out[j-1] = steps[i-1].role
			i--
			j--
		} else if v == score[(i-1)*(m+1)+j] {
			i--
		} else {
			j--
		}
	}
	return out
}

func keysOf(titles []string) []string {
	var out []string
	for _, t := range titles {
		out = append(out, key(t))
	}
	return out
}

// flatten lists the elements of a tree in document order, with every view of
// every table.
func flatten(e *page.Element, out []*page.Element) []*page.Element {
	out = append(out, e)
	if e.Kind == page.Table {
		for _, v := range e.Views() {
			for _, k := range v.Kids {
				out = flatten(k, out)
			}
		}
		return out
	}
	for _, k := range e.Kids {
		out = flatten(k, out)
	}
	return out
}
