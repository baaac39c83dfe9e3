package figure

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// Sheets are the figures that show all of a figure on pages of its size, where one
// has no room for it: its sections in their order, each on one page, in one layout,
// and about as much on each page. A figure that fits its page is its only sheet.
// The error may be an [*OptionError], of a figure without a size, or of one of which
// not even a single section fits.
func (f *Figure) Sheets(ctx context.Context) ([]*Figure, error) {
	t, sized := f.newFitter()
	if !sized {
		return nil, wrong("size", "is needed to split a figure into {page}s, or a preset")
	}
	g := f.content().Graph()
	o := f.contentOptions()
	whole, err := t.best(ctx, g, o)
	if err != nil {
		return nil, takenByLayout(err)
	}
	if whole.text >= t.Text {
		return []*Figure{f}, nil
	}
	best, err := t.fewest(ctx, g, o)
	if err != nil {
		return nil, takenByLayout(err)
	}
	if best.pages == nil {
		return nil, t.misfit(ctx, g, o)
	}
	if len(best.pages) == 1 { // which another layout has room for
		sheet := *f
		sheet.options.Layout, sheet.engine = best.engine.name, best.engine.Engine
		return []*Figure{&sheet}, nil
	}
	all, first := newExtracts(f.Graph), 0
	beyond := f.beyond
	if beyond == nil && o.Prerequisites != "none" {
		beyond = layout.NewBeyond(g)
	}
	var sheets []*Figure
	for i, ids := range best.pages {
		sheet := *f
		sheet.options.Parts, sheet.Parts = ids, ids
		sheet.options.Sheet = fmt.Sprintf("%d/%d", i+1, len(best.pages))
		sheet.options.Layout, sheet.engine = best.engine.name, best.engine.Engine
		sheet.Graph, sheet.beyond = all.of(first, first+len(ids)), beyond
		sheets, first = append(sheets, &sheet), first+len(ids)
	}
	return sheets, nil
}

// cut is how the sections of a graph are put on pages.
type cut struct {
	engine namedEngine
	pages  [][]string // IDs of sections
}

// fewest is the cut into the fewest pages, in a layout that is liked unless another
// needs much fewer; none if a section does not fit a page by itself.
func (t fitter) fewest(ctx context.Context, g *graph.Graph, o layout.Options) (best cut, err error) {
	if o.Beyond == nil {
		o.Beyond = layout.NewBeyond(g)
	}
	for _, e := range t.engines {
		c, err := t.split(ctx, e, g, o)
		switch {
		case errors.Is(err, errNoRoom):
		case err != nil:
			return cut{}, err
		case best.pages == nil || float64(len(c.pages))*liked < float64(len(best.pages)):
			best = c
		}
	}
	return best, nil
}

// splitter cuts a graph into pages.
type splitter struct {
	*extracts
	weight []float64 // of the sections before each: about how high they are
	begins []bool    // the sections that begin a part
	// fits tells whether the sections from first up to end fit a page. It is asked of
	// one page after the other, each as often as it takes.
	fits func(first, end int) (bool, error)
}

// errNoRoom says that a section does not fit a page by itself.
var errNoRoom = errors.New("a section does not fit a page")

// newSplitter is a splitter of a graph, of whose sections at most so many topics are
// drawn; 0 for all.
func newSplitter(g *graph.Graph, maxTopics int) *splitter {
	s := &splitter{extracts: newExtracts(g), weight: []float64{0}}
	part := -1
	for i, at := range s.sections {
		const heading = 2 // a section is about as high as so many topics
		topics := len(s.x.Children(at, graph.Topic))
		if maxTopics > 0 {
			topics = min(topics, maxTopics+1)
		}
		s.weight = append(s.weight, s.weight[i]+float64(heading+topics))
		s.begins = append(s.begins, s.x.Parent(at) != part)
		part = s.x.Parent(at)
	}
	return s
}

// split puts as many sections on each page as fit, and then about as much on each
// as on the others if that fits, too.
func (t fitter) split(ctx context.Context, e namedEngine, g *graph.Graph, o layout.Options) (cut, error) {
	s := newSplitter(g, o.MaxTopics)
	t.engines = []namedEngine{e}
	s.fits = func(first, end int) (bool, error) {
		page, err := t.numbered(ctx, s.of(first, end), "88/88") // about as long as any
		if err != nil {
			return false, err
		}
		found, err := t.best(ctx, page, o)
		return err == nil && found.text >= t.Text, err
	}
	ends, err := s.fill()
	if err != nil {
		return cut{}, err
	}
	if even := s.even(len(ends)); even != nil {
		ends = even
	}
	c := cut{engine: e}
	first := 0
	for _, end := range ends {
		c.pages = append(c.pages, s.ids(first, end))
		first = end
	}
	return c, nil
}

// fill ends each page behind the last section that fits it. The first guess is as
// much as the page before has.
func (s *splitter) fill() (ends []int, err error) {
	n, guess := len(s.sections), 1
	for first := 0; first < n; {
		least, most := 0, n-first+1 // so many fit, and so many do not
		for try := guess; least+1 < most; {
			try = max(least+1, min(try, most-1))
			ok, err := s.fits(first, first+try)
			switch {
			case err != nil:
				return nil, err
			case ok && most > n-first:
				least, try = try, 2*try
			case ok:
				least = try
				try = (least + most) / 2
			default:
				most = try
				try = (least + most) / 2
			}
		}
		if least == 0 {
			return nil, errNoRoom
		}
		first += least
		ends, guess = append(ends, first), least
	}
	return ends, nil
}

// even ends pages such that each has about as much as the others, and if that
// makes little difference begins with a part; nil if one of them would not fit.
func (s *splitter) even(pages int) []int {
	const slack = 0.15 // of a page
	n := len(s.sections)
	each := s.weight[n] / float64(pages)
	var ends []int
	first := 0
	for page := 1; page < pages; page++ {
		wanted := each * float64(page)
		best, bestCost := 0, math.Inf(1)
		for end := first + 1; end <= n-(pages-page); end++ {
			cost := math.Abs(s.weight[end] - wanted)
			if s.begins[end] && cost < slack*each {
				cost = -1
			}
			if cost < bestCost {
				best, bestCost = end, cost
			}
			if s.weight[end] > wanted+each {
				break
			}
		}
		ends, first = append(ends, best), best
	}
	ends = append(ends, n)
	first = 0
	for _, end := range ends {
		if ok, err := s.fits(first, end); !ok || err != nil {
			return nil
		}
		first = end
	}
	return ends
}

// misfit is the error about a section that does not fit a page by itself.
func (t fitter) misfit(ctx context.Context, g *graph.Graph, o layout.Options) error {
	all := newExtracts(g)
	for i, at := range all.sections {
		page := all.of(i, i+1)
		best, err := t.best(ctx, page, o)
		if err != nil {
			return takenByLayout(err)
		}
		if best.text < t.Text {
			err := t.tooSmall(ctx, page, o, best)
			if wrong, ok := err.(*OptionError); ok {
				wrong.Message += fmt.Sprintf("; that is for section %q alone", g.Nodes[at].Text())
			}
			return err
		}
	}
	return layout.ErrEmpty
}
