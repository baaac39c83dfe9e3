package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
)

const (
	titlesFile = "graph/markdown/internal/train/labels/titles.tsv"
	gistFile   = "graph/markdown/internal/gist/weights.bin"
)

// A judged title is one with what people say that stands below it.
type judged struct {
	kind   gist.Kind
	hashes []gist.Hash // of its features
	slots  []int       // of those that have weights
	fold   int
}

var kindLetters = map[string]gist.Kind{"C": gist.Content, "A": gist.About, "R": gist.Resources, "G": gist.Generic}

// learnTitles learns the weights of package gist, and prints how often titles are
// judged right that were not learned from.
func learnTitles() error {
	titles, err := judgedTitles(titlesFile)
	if err != nil {
		return err
	}
	n, right := 0, 0
	for f := range folds {
		var seen, unseen []*judged
		for _, t := range titles {
			if t.fold == f {
				unseen = append(unseen, t)
			} else {
				seen = append(seen, t)
			}
		}
		m := newTitleModel(seen)
		for _, t := range unseen {
			n++
			if m.judge(t) == t.kind {
				right++
			}
		}
	}
	fmt.Printf("%d titles, %d of %d judged right in the cross-validation\n", len(titles), right, n)
	return os.WriteFile(gistFile, newTitleModel(titles).pack(), 0o666)
}

// judgedTitles reads a file of judged titles: a letter, a tab and a title a line.
func judgedTitles(file string) ([]*judged, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*judged
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		letter, title, ok := strings.Cut(lines.Text(), "\t")
		kind, known := kindLetters[letter]
		if !ok || !known {
			return nil, fmt.Errorf("%s:%d: %q is not a letter of C, A, R and G with a title behind a tab", file, n, lines.Text())
		}
		h := fnv.New32a()
		h.Write([]byte(title))
		t := &judged{kind: kind, fold: int(h.Sum32()>>3) % folds}
		gist.Features(title, func(hash gist.Hash) { t.hashes = append(t.hashes, hash) })
		slices.Sort(t.hashes)
		t.hashes = slices.Compact(t.hashes)
		out = append(out, t)
	}
	return out, lines.Err()
}

// A titleModel has weights for the features of titles. Of those that share a slot the
// commonest has it.
type titleModel struct {
	holder  []gist.Hash // of every slot; 0 is none
	weights [][gist.Kinds]float64
}

// newTitleModel learns a model by AdaGrad on the log-likelihood, with a pull towards 0. It is
// the mean of what the later rounds end with, which hangs less on the order of the titles.
func newTitleModel(titles []*judged) *titleModel {
	const (
		rounds = 10
		mean   = 5 // rounds, the last
		rate   = 0.2
		pull   = 0.003
	)
	m := &titleModel{make([]gist.Hash, gist.Slots), make([][gist.Kinds]float64, gist.Slots)}
	times := map[gist.Hash]int{}
	for _, t := range titles {
		for _, h := range t.hashes {
			times[h]++
		}
	}
	for h, n := range times {
		if o := &m.holder[h.Slot()]; n > times[*o] || n == times[*o] && h < *o {
			*o = h
		}
	}
	for _, t := range titles {
		m.know(t)
	}
	g, all := make([][gist.Kinds]float64, gist.Slots), make([][gist.Kinds]float64, gist.Slots)
	rng := rand.New(rand.NewPCG(3, 4))
	order := slices.Clone(titles)
	for round := range rounds {
		rate := rate / (1 + 0.3*float64(round))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, t := range order {
			p := m.chances(t)
			for k := gist.About; k < gist.Kinds; k++ {
				d := -p[k]
				if t.kind == k {
					d++
				}
				for _, s := range t.slots {
					x := d - pull*m.weights[s][k]
					g[s][k] += x * x
					m.weights[s][k] += rate * x / math.Sqrt(g[s][k]+1e-2)
				}
			}
		}
		if round < rounds-mean {
			continue
		}
		for s, w := range m.weights {
			for k, x := range w {
				all[s][k] += x / mean
			}
		}
	}
	m.weights = all
	return m
}

// know finds the slots of the features that have one.
func (m *titleModel) know(t *judged) {
	t.slots = t.slots[:0]
	for _, h := range t.hashes {
		if o := m.holder[h.Slot()]; o != 0 && o.Check() == h.Check() {
			t.slots = append(t.slots, h.Slot())
		}
	}
}

// chances are how likely each kind is.
func (m *titleModel) chances(t *judged) (p [gist.Kinds]float64) {
	for _, s := range t.slots {
		for k := range p {
			p[k] += m.weights[s][k]
		}
	}
	most, z := slices.Max(p[:]), 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - most)
		z += p[k]
	}
	for k := range p {
		p[k] /= z
	}
	return p
}

// judge is the likeliest kind of a title that may be new.
func (m *titleModel) judge(t *judged) gist.Kind {
	m.know(t)
	p := m.chances(t)
	return gist.Kind(slices.Index(p[:], slices.Max(p[:])))
}

// pack makes the weights as package gist uses them.
func (m *titleModel) pack() []byte {
	out := make([]byte, 0, gist.Slots*gist.SlotSize)
	for i, w := range m.weights {
		check := byte(0)
		if m.holder[i] != 0 {
			check = m.holder[i].Check()
		}
		out = append(out, check)
		for _, x := range w[gist.About:] {
			out = append(out, byte(int8(min(127, max(-127, math.Round(100*x/gist.Unit))))))
		}
	}
	return out
}
