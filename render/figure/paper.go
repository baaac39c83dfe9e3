package figure

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// On paper a figure has the layout that it has elsewhere. If all of it can be read on
// one sheet, it is one: a poster. If not, it is cut between its sections, and keeps
// the size in which it is read in the hand, until that is too wide.

const (
	// handy is the part of its usual size that a figure on several sheets keeps, if
	// one topic of each section can.
	handy = 0.66
	// poster is how much larger than usual a figure on one sheet gets.
	poster = 2
)

// Pages lays the figure out on pages, for formats that have them: on sheets of
// Options.Paper, or else on one page as large as the figure. Where there are several,
// each section is on one of them, or if it is too long goes on on the next; each
// has a header with its number, and what one legend explains no other does. The error
// may be an [*OptionError], of paper on which not even one topic can be read.
func (f *Figure) Pages(ctx context.Context) ([]*layout.Diagram, []graph.Diagnostic, error) {
	paper, is := f.paper()
	if !is {
		page, found, err := f.Layout(ctx)
		return []*layout.Diagram{page}, found, err
	}
	pages, found, err := f.printOn(ctx, paper, f.content().Graph(), f.contentOptions())
	if err != nil {
		return nil, nil, err
	}
	return pages, append(append(found, f.derives()...), f.limited()...), nil
}

// paper is the paper that the figure is put on in formats with pages, if there is one.
func (f *Figure) paper() (page Preset, is bool) {
	page, is = f.options.paper()
	return page, is && f.options.Layout != Badge
}

// printOn puts a graph on sheets of paper, in the place of the figure's own.
func (f *Figure) printOn(ctx context.Context, paper Preset, g *graph.Graph, o layout.Options) ([]*layout.Diagram, []graph.Diagnostic, error) {
	g, o, err := f.asSheet(ctx, g, o)
	if err != nil {
		return nil, nil, takenByLayout(err)
	}
	t := f.on(paper)
	sheets, err := t.print(ctx, g, o)
	if errors.Is(err, errNoRoom) {
		return nil, nil, t.tooSmallPaper(ctx, g, o)
	}
	if err != nil {
		return nil, nil, takenByLayout(err)
	}
	found, err := t.notes(ctx, g, o, sheets)
	if err != nil {
		return nil, nil, takenByLayout(err)
	}
	var pages []*layout.Diagram
	for _, sheet := range sheets {
		pages = append(pages, sheet.page)
	}
	return pages, found, nil
}

// on is what puts the figure on paper.
func (f *Figure) on(paper Preset) fitter {
	return fitter{Figure: f, Preset: paper, engines: []namedEngine{{f.options.Layout, f.engine}}, most: poster * paper.Text / printText}
}

// notes are what is to be said of sheets. That no font has a script is said once, as
// of one figure.
func (t fitter) notes(ctx context.Context, g *graph.Graph, o layout.Options, sheets []fitted) ([]graph.Diagnostic, error) {
	if len(sheets) == 1 {
		return sheets[0].found, nil
	}
	_, found, err := engines.Layout(ctx, t.engines[0].Engine, g, o)
	found = slices.DeleteFunc(found, func(d graph.Diagnostic) bool { return d.Code != codes.MissingGlyph.ID })
	for _, sheet := range sheets {
		for _, d := range sheet.found {
			if d.Code != codes.MissingGlyph.ID {
				found = append(found, d)
			}
		}
	}
	return found, err
}

// pagesOf are the pages of the figure in a format, one if the format has no pages.
func (f *Figure) pagesOf(ctx context.Context, format formats.Format) ([]*layout.Diagram, []graph.Diagnostic, error) {
	if format.Paged {
		return f.Pages(ctx)
	}
	page, found, err := f.Layout(ctx)
	return []*layout.Diagram{page}, found, err
}

// print puts a graph on as few sheets as it can be read on: one, or else those of the
// first shape that is much better than those before it. The error is errNoRoom if it
// cannot be read on any.
func (t fitter) print(ctx context.Context, g *graph.Graph, o layout.Options) ([]fitted, error) {
	whole, err := t.best(ctx, g, o)
	switch {
	case err != nil:
		return nil, err
	case whole.text >= t.Text:
		return []fitted{whole}, nil
	case g.IsPlain(): // whose one section is all of it
		return nil, errNoRoom
	}
	t.most, t.head = t.Preset.Text/printText, headRoom
	o.Progress, g = engines.Progress(g), withIcons(g)
	var best *printer
	for i, shape := range t.printShapes(o.Page) {
		p := t.newPrinter(ctx, o)
		if p.o.Page = shape; i > 0 && shape.Columns != o.Columns && !p.isWideEnough(g) {
			continue
		}
		switch err := p.print(g); {
		case errors.Is(err, errNoRoom):
		case err != nil:
			return nil, err
		case best == nil || p.small < best.small || p.small == best.small && float64(len(p.sheets))*liked < float64(len(best.sheets)):
			best = p
		}
	}
	if best == nil {
		return nil, errNoRoom
	}
	if err := best.finish(); err != nil {
		return nil, err
	}
	return best.sheets, nil
}

// withIcons is the graph with the icons that its sections have in one figure, which
// those of a sheet might not get.
func withIcons(g *graph.Graph) *graph.Graph {
	x, iconed := graph.NewIndex(g), *g
	iconed.Nodes = slices.Clone(g.Nodes)
	for _, section := range layout.SectionIcons(x) {
		iconed.Nodes[x.At(section.ID)].Icon = cmp.Or(section.Icon, "none")
	}
	return &iconed
}

// printShapes are the pages that the engine is asked for: what it does by itself, its
// other directions, several columns on paper that is wide enough, and narrower
// pages, as far as it can and the user leaves that open.
func (t fitter) printShapes(page layout.Page) []layout.Page {
	const column = 640. // as narrow as a column gets, px
	can := t.engines[0].Capabilities()
	var columns, shapes []layout.Page
	for _, shape := range t.shapes(can, page) {
		switch {
		case shape.Aspect != page.Aspect: // which several sheets do not have
		case shape.Columns != page.Columns && !can.Width:
			columns = append(columns, shape)
		case shape.Columns == page.Columns:
			shapes = append(shapes, shape)
		}
	}
	if can.Width && can.Columns && len(shapes) > 1 && page.Columns == 0 {
		w, _ := t.room()
		page.Width = math.Floor(w / (1.1 * handy * t.most))
		for page.Columns = 2; page.Width >= column*float64(page.Columns); page.Columns++ {
			columns = append(columns, page)
		}
	}
	return append(shapes[:1:1], append(columns, shapes[1:]...)...)
}

// tooSmallPaper says that nothing can be read on the paper, and on which one can.
func (t fitter) tooSmallPaper(ctx context.Context, g *graph.Graph, o layout.Options) error {
	best, err := t.best(ctx, g, o)
	if err != nil {
		return takenByLayout(err)
	}
	fits := []string{"paper " + fitPaper}
	for _, larger := range Papers() {
		if larger.Width <= t.Width || larger.Height <= t.Height {
			continue
		}
		larger.Margin = t.Margin
		if _, err := t.on(larger).print(ctx, g, o); err == nil {
			fits = slices.Insert(fits, 0, "paper "+larger.Name)
			break
		}
	}
	problem := fmt.Sprintf("paper %s is too small: text would be %.1f px high, and less than %g px cannot be read there", t.Name, best.text, t.Text)
	return &OptionError{Option: "paper", Message: problem, Fits: fits}
}
