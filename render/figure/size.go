package figure

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// lay lays out a graph, on the page that the options ask for.
func (f *Figure) lay(ctx context.Context, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	g, o, err := f.asSheet(ctx, g, o)
	if err != nil {
		return nil, nil, takenByLayout(err)
	}
	t, sized := f.newFitter()
	if !sized {
		page, found, err := engines.Layout(ctx, f.engine, g, o)
		return page, found, takenByLayout(err)
	}
	best, shown, err := t.readable(ctx, g, o)
	if err != nil {
		return nil, nil, takenByLayout(err)
	}
	if shown.words != "" {
		best.found = append(best.found, codes.LeftOut.At(graph.Position{},
			"draw all on several pictures, or choose what is shown of topics, levels and prerequisites",
			"the picture of %s px shows %s, so that no text is smaller than %g px", t.Size, shown.words, t.Text))
	}
	return best.page, best.found, nil
}

// mostSheets is how many pictures are proposed where one is too small.
const mostSheets = 50

// detail is how much of a course is shown.
type detail struct {
	topics, depth int // as in layout.Options
	overview      bool
	bare          bool   // no prerequisites are shown
	words         string // what that is; "" for what is asked for
	setting       string // the option that asks for it, with its value; "" for none
}

// details are what can be shown of a graph, from what is asked for to the least.
// Where nobody asks for prerequisites, whose writing is small, they go before topics
// do; what the user asks for is all or nothing.
func (t fitter) details(g *graph.Graph, o layout.Options) []detail {
	asked := detail{topics: o.MaxTopics, depth: o.Depth}
	all := []detail{asked}
	if t.mayBeBare(g, o) {
		asked.bare, asked.words = true, "no prerequisites"
		all = append(all, asked)
	}
	if t.options.MaxTopics != 0 || t.options.Depth != 0 {
		return all
	}
	return append(all, t.less(g, o)...)
}

// mayBeBare tells that a graph has prerequisites, and that nobody asks for them.
func (t fitter) mayBeBare(g *graph.Graph, o layout.Options) bool {
	shown := t.options.Prerequisites
	if shown != "" && shown != "auto" {
		return false
	}
	return slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Kind == graph.Requires }) || len(o.Beyond.Missing(graph.NewIndex(g))) > 0
}

// less is what can be shown of a graph where all is too much.
func (t fitter) less(g *graph.Graph, o layout.Options) []detail {
	x := graph.NewIndex(g)
	limits := func(kind, of graph.Kind, words string, overview bool) (all []detail) {
		most := 0
		for _, n := range x.Nodes(kind) {
			most = max(most, len(x.Children(n, of)))
		}
		for _, n := range []int{12, 8, 5, 3, 2} {
			if n+1 < most { // one more is drawn, not counted
				all = append(all, detail{topics: n, overview: overview, words: fmt.Sprintf(words, n), setting: fmt.Sprint("max-topics ", n)})
			}
		}
		return all
	}
	all := limits(graph.Section, graph.Topic, "at most %d topics of a section", false)
	several := t.options.Figures == "" && len(x.Nodes(graph.Part)) > 1
	if several { // an overview has the title of the course, too
		all = append(all, detail{overview: true, words: "sections without their topics"})
	}
	if !g.IsPlain() { // whose sections are nothing without their boxes
		all = append(all, detail{depth: NoTopics, words: "sections without their topics", setting: "depth 0"})
	}
	if t.options.Figures != "" {
		for i := range all { // whose sections are parts
			all[i].words = strings.NewReplacer("sections", "parts", "topics", "sections", "a section", "a part").Replace(all[i].words)
		}
	} else if several {
		all = append(all, limits(graph.Part, graph.Section, "at most %d sections of a part", true)...)
		all = append(all, detail{depth: NoTopics, overview: true, words: "the parts alone"})
	}
	if t.mayBeBare(g, o) {
		for i := range all {
			all[i].bare, all[i].words = true, all[i].words+" and no prerequisites"
		}
	}
	return all
}

// show is the graph with as much detail as fits best.
func (t fitter) show(ctx context.Context, g *graph.Graph, o layout.Options, d detail) (fitted, error) {
	o.MaxTopics, o.Depth = d.topics, d.depth
	if d.bare {
		o.Prerequisites = "none"
	}
	if d.overview {
		g = g.Overview()
	}
	return t.best(ctx, g, o)
}

// readable is the graph with as much detail as lets all text be large enough. The
// error may be an [*OptionError] that says what fits.
func (t fitter) readable(ctx context.Context, g *graph.Graph, o layout.Options) (fitted, detail, error) {
	all := t.details(g, o)
	best, err := t.show(ctx, g, o, all[0])
	if err != nil || best.text >= t.Text {
		return best, all[0], err
	}
	less, at, err := t.largest(ctx, g, o, all[1:])
	switch {
	case err != nil:
		return best, all[0], err
	case at >= 0:
		return less, all[1+at], nil
	}
	return best, all[0], t.tooSmall(ctx, g, o, best)
}

// largest is the first of some details with which all text is large enough; −1 if
// none is. The details get less and less.
func (t fitter) largest(ctx context.Context, g *graph.Graph, o layout.Options, all []detail) (best fitted, at int, err error) {
	at = sort.Search(len(all), func(i int) bool {
		if err != nil {
			return true
		}
		var tried fitted
		tried, err = t.show(ctx, g, o, all[i])
		fits := err == nil && tried.text >= t.Text
		if fits {
			best = tried
		}
		return fits
	})
	if err != nil || at == len(all) {
		return fitted{}, -1, err
	}
	return best, at, nil
}

// tooSmall says that text would be too small, and what fits.
func (t fitter) tooSmall(ctx context.Context, g *graph.Graph, o layout.Options, best fitted) error {
	var fits []string
	all := slices.DeleteFunc(t.less(g, o), func(d detail) bool { return d.setting == "" || d.overview })
	if _, at, err := t.largest(ctx, g, o, all); err != nil {
		return err
	} else if at >= 0 {
		fits = append(fits, all[at].setting)
	}
	if larger, err := t.larger(ctx, g, o, best); err != nil {
		return err
	} else if larger != (Size{}) {
		fits = append(fits, "size "+larger.String())
	}
	if c, err := t.fewest(ctx, g, o); err != nil {
		return err
	} else if n := len(c.pages); n > 1 && n <= mostSheets {
		fits = append(fits, fmt.Sprintf("output name_{page}.svg, which are %d pictures", n))
	}
	option, value := "size", t.Size.String()
	if t.options.Size == (Size{}) {
		option, value = "preset", t.Name
	}
	problem := fmt.Sprintf("%s %s is too small: text would be %.1f px high, and less than %g px cannot be read there", option, value, best.text, t.Text)
	if len(fits) == 0 {
		problem += " (nothing of it fits)"
	}
	return &OptionError{Option: option, Message: problem, Fits: fits}
}

// larger is a size of about the same shape that a graph fits; none if that is too
// large for any. The margins stay, and what is within them grows as the text has to.
func (t fitter) larger(ctx context.Context, g *graph.Graph, o layout.Options, best fitted) (Size, error) {
	const steps, step = 4, 1.04
	w, h := t.room()
	grow := t.Text / best.text
	for range steps {
		grow *= step
		t.Width, t.Height = int(math.Ceil(w*grow+2*t.Margin)), int(math.Ceil(h*grow+2*t.Margin))
		if max(t.Width, t.Height) > layout.MostSide {
			break
		}
		found, err := t.best(ctx, g, o)
		if err != nil {
			return Size{}, err
		}
		if found.text >= t.Text {
			return t.Size, nil
		}
	}
	return Size{}, nil
}
