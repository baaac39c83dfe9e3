package figure

import (
	"context"
	"fmt"
	"slices"
	"sort"
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
	// around is what the graph is printed of, in pieces as that is.
	around *graph.Graph

	*splitter
	upTo   map[int][]fitted // the sheets up to a section, as far as they were tried
	ends   []int            // of the sheets, in sections
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
	if p.around = g; p.o.Beyond != nil {
		p.around = p.o.Beyond.Course.Graph()
	}
	const about = 88 // the number of any page is about as long
	p.number(g, func(int) int { return about })
	g, err := p.inPieces(g)
	if err != nil {
		return err
	}
	p.number(g, func(int) int { return about })
	p.splitter = newSplitter(g, p.o.MaxTopics)
	p.fits = p.fit
	ends, err := p.fill()
	if err != nil {
		return err
	}
	n := len(p.sections)
	p.ends, p.sheets = ends, p.upTo[n]
	if even := p.even(len(ends)); even != nil {
		p.ends, p.sheets = even, p.upTo[n]
	}
	return nil
}

// number says of each section of a graph, by its place among them, on which page it is.
// A part is where it begins.
func (p *printer) number(g *graph.Graph, page func(section int) int) {
	if p.o.Beyond = layout.NewBeyond(p.around); p.o.Beyond == nil {
		return
	}
	pages := map[string]int{}
	for i, at := range newExtracts(g).sections {
		n := g.Nodes[at]
		pages[n.ID] = page(i)
		if _, begun := pages[n.Parent]; !begun {
			pages[n.Parent] = pages[n.ID]
		}
	}
	p.o.Beyond.Pages = pages
}

// again lays the sheets out with the numbers of the pages that their chips tell of, now
// that these are known.
func (p *printer) again() error {
	p.number(p.g, func(section int) int {
		return 1 + sort.Search(len(p.ends), func(i int) bool { return p.ends[i] > section })
	})
	if p.o.Beyond == nil || len(p.ends) == 1 {
		return nil
	}
	first := 0
	for i, end := range p.ends {
		p.upTo[first] = p.sheets[:i]
		if len(p.o.Beyond.Missing(graph.NewIndex(p.of(first, end)))) > 0 {
			sheet, err := p.sheet(first, end)
			if err != nil {
				return err
			}
			p.sheets[i] = sheet
		}
		first = end
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
func (p *printer) finish() error {
	if err := p.again(); err != nil || len(p.sheets) == 1 {
		return err
	}
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
	return nil
}
