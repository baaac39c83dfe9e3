package main

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A need is a topic with one of its prerequisites, by their titles as labels
// compare them.
type need struct {
	topic    []string // and its other titles
	before   string
	optional bool
}

// needs are the prerequisites of a label.
func (l *label) needs() []need {
	var out []need
	for _, p := range l.Parts {
		for _, s := range p.Sections {
			for _, t := range s.Topics {
				for _, b := range t.Prereqs {
					out = append(out, need{t.keys(), key(b), t.Optional})
				}
				for _, b := range t.MayNeed {
					out = append(out, need{t.keys(), key(b), true})
				}
			}
		}
	}
	return out
}

// drawnNeeds are the prerequisites of the topics that a document's figure shows.
func (d *document) drawnNeeds() []need {
	g, _ := markdown.Parse(d.src, markdown.Options{File: d.name + ".md"})
	x := graph.NewIndex(g.Drawn())
	var out []need
	for _, e := range x.Graph().Edges {
		from, _ := x.Node(e.From)
		to, _ := x.Node(e.To)
		if e.Kind == graph.Requires && to.Kind == graph.Topic {
			out = append(out, need{[]string{key(to.Title)}, key(from.Title), false})
		}
	}
	return out
}

// matchNeeds pairs what was found with what was wanted.
func matchNeeds(found, want []need) (right int, extra, missing []need) {
	for _, f := range found {
		i := slices.IndexFunc(want, func(w need) bool { return w.before == f.before && slices.Contains(w.topic, f.topic[0]) })
		if i < 0 {
			extra = append(extra, f)
			continue
		}
		if !want[i].optional {
			right++
		}
		want = slices.Delete(slices.Clone(want), i, i+1)
	}
	missing = slices.DeleteFunc(want, func(w need) bool { return w.optional })
	return right, extra, missing
}

func f1(right, extra, missing int) float64 {
	return 2 * float64(right) / float64(2*right+extra+missing)
}

// TestRequires measures the prerequisites of the labelled documents beside the
// module, and of the corpora that are named behind -args. It is skipped where
// there are none.
func TestRequires(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no labelled documents: ", err)
	}
	docs, err := corpora(append([]string{filepath.Join(shared, "corpus"), filepath.Join(shared, "courses")}, flag.Args()...))
	if err != nil {
		t.Fatal(err)
	}
	right, extra, missing := 0, 0, 0
	for _, d := range docs {
		found := d.drawnNeeds()
		r, e, m := matchNeeds(found, d.labels[0].needs())
		for _, l := range d.labels[1:] {
			if r2, e2, m2 := matchNeeds(found, l.needs()); len(e2)+len(m2) < len(e)+len(m) {
				r, e, m = r2, e2, m2
			}
		}
		if r+len(e)+len(m) == 0 {
			continue
		}
		t.Logf("%.3f %s: %d right, %d too many, %d missing", f1(r, len(e), len(m)), d.name, r, len(e), len(m))
		for _, n := range e {
			t.Logf("  too many: %s <- %s", n.topic[0], n.before)
		}
		for _, n := range m {
			t.Logf("  missing: %s <- %s", n.topic[0], n.before)
		}
		right, extra, missing = right+r, extra+len(e), missing+len(m)
	}
	t.Logf("in all: precision %.3f, recall %.3f, F1 %.3f", float64(right)/float64(right+extra), float64(right)/float64(right+missing), f1(right, extra, missing))
	if f := f1(right, extra, missing); f < 0.95 {
		t.Errorf("F1 %.3f, want 0.95", f)
	}
}
