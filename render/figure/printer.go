package figure

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// printer cuts a graph into sheets of one shape.
type printer struct {
	fitter
	ctx context.Context
	o   layout.Options
	// least is the least size in which each section is printed, as a part of the usual
	// one: handy, or 0 for what has to be smaller.
	least map[string]float64
	small int // sections that have to be smaller

	*splitter
	upTo   map[int][]fitted // the sheets up to a section, as far as they were tried
	sheets []fitted
}

func (t fitter) newPrinter(ctx context.Context, o layout.Options) *printer {
	return &printer{fitter: t, ctx: ctx, o: o, least: map[string]float64{}, upTo: map[int][]fitted{}}
}

// isWideEnough tells whether the paper is, for all of a graph in its columns.
func (p *printer) isWideEnough(g *graph.Graph) bool {
	f, err := p.whole(p.ctx, p.engines[0].Engine, g, p.o)
	w, _ := p.room()
	return err == nil && w/f.extent.W >= p.handy()
}

// handy is the least size in which a figure is read in the hand, or from the distance
// that the paper is made for.
func (p *printer) handy() float64 { return handy * p.most }

// print makes the sheets of a graph. Those that are full come first; then about as
// much is put on each, if that fits.
func (p *printer) print(g *graph.Graph) error {
	g, err := p.inPieces(g)
	if err != nil {
		return err
	}
	p.splitter = newSplitter(g, p.o.MaxTopics)
	p.fits = p.fit
	ends, err := p.fill()
	if err != nil {
		return err
	}
	n := len(p.sections)
	p.sheets = p.upTo[n]
	if p.even(len(ends)) != nil {
		p.sheets = p.upTo[n]
	}
	return nil
}

// fit tells whether the sections from first up to end fit a sheet, and keeps it.
func (p *printer) fit(first, end int) (bool, error) {
	least := p.handy()
	for _, id := range p.ids(first, end) {
		least = min(least, p.least[id])
	}
	sheet, err := p.sheet(first, end)
	fits := err == nil && sheet.text >= p.Text && sheet.page.View.Scale >= least
	if fits {
		p.upTo[end] = append(slices.Clip(p.upTo[first]), sheet)
	}
	return fits, err
}

// sheet puts the sections from first up to end on a sheet.
func (p *printer) sheet(first, end int) (fitted, error) {
	t, o := p.fitter, p.o
	t.before = nil
	for _, sheet := range p.upTo[first] {
		t.before = append(t.before, sheet.page)
	}
	part := p.x.Parent(p.sections[first])
	if part != p.x.Parent(p.sections[0]) {
		o.Title = "" // which stands over the first part
	}
	g := p.of(first, end)
	d, found, err := engines.Layout(p.ctx, p.engines[0].Engine, g, o)
	if err != nil {
		return fitted{}, err
	}
	if !p.begins[first] {
		withoutTitle(d, p.g.Nodes[part].ID)
	}
	return t.put(p.ctx, g, d, found)
}

// withoutTitle takes the title of a part off a sheet on which the part goes on, unless
// lines lead from it. The header says it.
func withoutTitle(d *layout.Diagram, part string) {
	if slices.ContainsFunc(d.Edges, func(e layout.Edge) bool { return e.From == part || e.To == part }) {
		return
	}
	d.Boxes = slices.DeleteFunc(d.Boxes, func(b layout.Box) bool { return b.Role == layout.TitleRole && b.ID == part })
}

// finish shows all sheets in one size, but for those that have to be smaller, and
// heads them.
func (p *printer) finish() {
	common := p.most
	for _, sheet := range p.sheets {
		if s := sheet.page.View.Scale; s >= p.handy() {
			common = min(common, s)
		}
	}
	for i := range p.sheets {
		sheet := &p.sheets[i]
		p.scale(sheet, min(common, sheet.page.View.Scale))
		title := sheet.page.Title
		if p.options.Title == NoTitle || slices.ContainsFunc(sheet.page.Boxes, func(b layout.Box) bool { return b.Role == layout.TitleRole && strings.EqualFold(b.Label, title) }) {
			title = ""
		}
		p.heading(sheet.page, title, fmt.Sprintf("%d/%d", i+1, len(p.sheets)))
	}
}
