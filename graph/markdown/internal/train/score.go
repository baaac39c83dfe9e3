package main

import "slices"

// A plain is an outline as the program gives it: sections with topics, in
// order, parts aside.
type plain struct {
	parts    []string // none where there is but one
	sections []string
	topics   [][2]string // section, topic
}

// A result is how well an outline fits a label: the F1 of sections and topics.
type result struct{ sections, topics, parts float64 }

func (r result) worst() float64 { return min(r.sections, r.topics) }

// A gold is a label with its titles made ready to compare.
type gold struct {
	parts    []goldNode // none where there is but one
	sections []goldNode
	topics   []goldNode
	labelled []string // nil: all
	label    *label
}

type goldNode struct {
	section, keys []string
	optional      bool
}

func (l *label) gold() *gold {
	g := &gold{label: l}
	if list, ok := l.Labelled.([]any); ok {
		for _, x := range list {
			g.labelled = append(g.labelled, key(x.(string)))
		}
	}
	for _, p := range l.Parts {
		if len(l.Parts) > 1 {
			g.parts = append(g.parts, goldNode{keys: p.keys(), optional: p.Optional})
		}
		for _, s := range p.Sections {
			g.sections = append(g.sections, goldNode{keys: s.keys(), optional: s.Optional})
			for _, t := range s.Topics {
				g.topics = append(g.topics, goldNode{section: s.keys(), keys: t.keys(), optional: t.Optional})
			}
		}
	}
	return g
}

var golds = map[*document][]*gold{}

func (d *document) golds() []*gold {
	if golds[d] == nil {
		for _, l := range d.labels {
			golds[d] = append(golds[d], l.gold())
		}
	}
	return golds[d]
}

func (g *gold) score(p plain) result {
	s := match(len(p.sections), g.sections, func(i int, e *goldNode) bool { return slices.Contains(e.keys, p.sections[i]) })
	topics := p.topics
	if g.labelled != nil {
		var kept [][2]string
		for _, t := range topics {
			if slices.ContainsFunc(g.topics, func(e goldNode) bool { return slices.Contains(e.section, t[0]) }) {
				kept = append(kept, t)
			}
		}
		topics = kept
	}
	t := match(len(topics), g.topics, func(i int, e *goldNode) bool {
		return slices.Contains(e.keys, topics[i][1]) && slices.Contains(e.section, topics[i][0])
	})
	parts := match(len(p.parts), g.parts, func(i int, e *goldNode) bool { return slices.Contains(e.keys, p.parts[i]) })
	return result{s, t, parts}
}

// match is the F1 of n predictions, each of which takes the first expected
// node that it fits.
func match(n int, want []goldNode, fits func(int, *goldNode) bool) float64 {
	used := make([]bool, len(want))
	first := 0
	tp, fp, fn := 0, 0, 0
	for i := range n {
		found := false
		for first < len(want) && used[first] {
			first++
		}
		for j := first; j < len(want); j++ {
			if !used[j] && fits(i, &want[j]) {
				used[j], found = true, true
				if !want[j].optional {
					tp++
				}
				break
			}
		}
		if !found {
			fp++
		}
	}
	for j := range want {
		if !used[j] && !want[j].optional {
			fn++
		}
	}
	if tp+fp+fn == 0 {
		return 1
	}
	return 2 * float64(tp) / float64(2*tp+fp+fn)
}
