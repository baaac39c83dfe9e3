package kit

import (
	"cmp"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/inorder"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// About so many nodes of a graph, or at least so many things, are set at a time by a draft
// of their own.
const (
	someNodes  = 256
	someThings = 4
)

// Each sets what n things show that the graph consists of, as sections: do sets the i-th
// with the draft that it gets, and touches nothing that another does. Of a large graph
// several are set at once. What is found is told in the order of the things.
func (d *Draft) Each(n int, do func(d *Draft, i int)) {
	pieces := min(n/someThings, len(d.Graph.Nodes)/someNodes)
	if pieces < 2 {
		for i := range n {
			do(d, i)
		}
		return
	}
	var drafts sync.Pool
	found := make([][]finding, pieces)
	inorder.Each(d.ctx, pieces, func(p int) (err error) {
		defer until.Catch(&err)
		own, ok := drafts.Get().(*Draft)
		if !ok {
			own = d.apart()
		}
		for i := p * n / pieces; i < (p+1)*n/pieces; i++ {
			do(own, i)
		}
		found[p], own.found = own.found, nil
		clear(own.missing) // for what it sets next may stand before this
		drafts.Put(own)
		return nil
	})
	d.Check() // of the context is all that may have failed
	for _, some := range found {
		for _, f := range some {
			d.find(f)
		}
	}
}

// apart is a draft of the same graph that sets text and keeps what it finds to itself.
func (d *Draft) apart() *Draft {
	return &Draft{
		Graph: d.Graph, Index: d.Index, Page: d.Page, ctx: d.ctx, chips: d.chips, first: d.first, titleForm: d.titleForm,
		shaper: text.NewShaper(d.Page.Fonts), missing: map[string]bool{}, isApart: true,
	}
}

// finding is a diagnostic as it is found. Whether and how it is told depends on those before.
type finding struct {
	graph.Diagnostic
	script string // that no font has, which is told once
	icon   string // that the pack lacks
}

// maxHints is how many diagnostics there are before the nearest icon is not
// looked for any more, among all of them.
const maxHints = 20

func (d *Draft) find(f finding) {
	switch {
	case f.script != "" && d.missing[f.script]:
		return
	case f.script != "":
		d.missing[f.script] = true
	case f.icon != "" && !d.isApart && len(d.Diagnostics) < maxHints:
		f.Hint = cmp.Or(nearest.Hint(f.icon, icons.Names()), f.Hint)
	}
	if d.isApart {
		d.found = append(d.found, f)
		return
	}
	d.Diagnostics = append(d.Diagnostics, f.Diagnostic)
}
