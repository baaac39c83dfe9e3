// Package figure draws figures of courses: a figure is a graph, options, and what
// follows from both.
//
//	svg, notes, err := figure.Draw(ctx, g, figure.Options{Parts: []string{"engineer"}}, "svg")
//
// A file of most formats remembers its graph and options ([metadata.Figure]), so that
// [Figure.Compare] can tell without drawing whether it is still right, and in
// what it is not. Package pages does so for all figures that a text shows.
package figure

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/badge"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// Figure is what is to be drawn of a course. It is not changed by its methods,
// which many goroutines may call at once.
type Figure struct {
	// Graph is what is drawn, and Parts are the IDs of the nodes that it is of;
	// none for the whole course.
	Graph *graph.Graph
	Parts []string
	// Reading is what its file says of the document that shows it; nil says nothing.
	Reading *metadata.Reading

	index   *graph.Index // of Graph, unless somebody has changed that
	options Options      // with IDs in the place of names
	theme   theme
	fonts   fontSet
	engine  layout.Engine
	all     *graph.Graph // the course that it is of
	// beyond is what Graph is selected of, where chips are to say what comes first there.
	beyond *layout.Beyond
	merged *graph.Merged // the two versions whose differences it shows; nil of a course
}

// New finds what the options name, in the course and elsewhere. The course is
// left as it is. The error may be an [*OptionError] or
// [ErrNothing].
func New(g *graph.Graph, o Options) (*Figure, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if g.IsPlain() { // which is drawn whole, unless somebody says otherwise
		o.Layout = cmp.Or(o.Layout, engines.Plain)
		o.MaxTopics = cmp.Or(o.MaxTopics, AllTopics)
		if o.Depth < 0 {
			return nil, wrong("depth", "is at least 1 for a graph that is no course: there would be nothing to draw")
		}
	}
	f := &Figure{options: o, all: g}
	var err error
	if f.engine, err = o.openEngine(); err != nil {
		return nil, err
	}
	if t, sized := f.newFitter(); !sized || len(t.engines) == 0 {
		if err := engines.Check(f.engine, o.layout()); err != nil {
			return nil, takenByLayout(err)
		}
	}
	if o.Figures != "" && !strings.Contains(o.Figures, "{part}") && !strings.Contains(o.Figures, "{slug}") {
		return nil, wrong("figures", "names a file for each part, with {part} in it, not %q", o.Figures)
	}
	if f.theme, err = f.options.openTheme(); err != nil {
		return nil, err
	}
	if f.fonts, err = f.options.openFonts(); err != nil {
		return nil, err
	}
	if g, err = o.Learned(g); err != nil {
		return nil, err
	}
	return f, f.choose(g)
}

// Options are those of the figure, with IDs in the place of names.
func (f *Figure) Options() Options { return f.options }

// Refused are the names of options that the layout of the figure takes no value of but
// the default, in the order of the alphabet.
func (f *Figure) Refused() []string {
	if _, sized := f.options.frame(); sized {
		return nil // whose pages are tried
	}
	return engines.Refused(f.engine)
}

// takenByLayout is the error of a layout that does not take an option.
func takenByLayout(err error) error {
	var refused *layout.OptionError
	if errors.As(err, &refused) {
		return wrong(refused.Option, "%s", refused.Reason)
	}
	return err
}

// openEngine is the engine that the options name.
func (o Options) openEngine() (layout.Engine, error) {
	name := o.Layout
	if name == "" {
		name = engines.Default
	}
	if e, ok := engines.Lookup(name); ok {
		return e, nil
	}
	if name == Badge {
		return badge.Engine{}, nil
	}
	if o.Engine != nil {
		e, err := o.Engine(name)
		if err != nil {
			return nil, fmt.Errorf("the layout %s: %w", name, err)
		}
		if e != nil {
			return e, nil
		}
	}
	if slices.Contains(graphviz.Names(), name) {
		return nil, wrong("layout", "%s needs Graphviz, and there is none here", name)
	}
	return nil, unknown("layout", name, Layouts())
}

// Layout lays the figure out. The diagnostics say what its reader should know, of
// topics for instance that are only counted.
func (f *Figure) Layout(ctx context.Context) (*layout.Diagram, []graph.Diagnostic, error) {
	content, o := f.content(), f.contentOptions()
	g := content.Graph()
	o.Index = content
	page, found, err := f.page(ctx, g, o)
	if err != nil {
		return nil, nil, err
	}
	found = append(found, f.derives()...)
	if _, sized := f.options.frame(); sized {
		return page, found, nil
	}
	found = append(found, f.limited()...)
	if !f.options.opens {
		found = append(found, f.tall(ctx, g, page)...)
	}
	return page, found, nil
}

// page is a graph on one page, with all that belongs there.
func (f *Figure) page(ctx context.Context, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	page, found, err := f.lay(ctx, g, o)
	if _, sized := f.options.frame(); err != nil || sized { // which is finished before it is fitted in
		return page, found, err
	}
	page = f.finish(g, page)
	return page, found, f.options.keepShape(page)
}

// derives says that a theme is derived.
func (f *Figure) derives() []graph.Diagnostic {
	derived := f.theme.derived()
	if derived == nil || f.options.anyMode {
		return nil
	}
	kind := "light"
	if derived.Dark {
		kind = "dark"
	}
	return []graph.Diagnostic{codes.DerivedTheme.At(graph.Position{}, "make one to choose its colours", "the theme %s has no %s twin: one is derived", f.theme.name, kind)}
}

// finish marks what changed in a page that was laid out, sets off what is to be
// highlighted, and adds its legend, but for what one of the pages before explains.
func (f *Figure) finish(g *graph.Graph, page *layout.Diagram, before ...*layout.Diagram) *layout.Diagram {
	if f.merged != nil {
		mark(page, f.merged)
	}
	if len(f.options.Highlight) > 0 {
		page = page.Highlight(g, f.options.Highlight)
	}
	f.options.explain(page, before...)
	return page
}

// layoutOptions are the options of the layout, with the typefaces.
func (f *Figure) layoutOptions() layout.Options {
	o := f.options.layout()
	o.Fonts = f.fonts.all
	return o
}

// Draw draws the figure. A file of a format that carries it says what it shows.
func (f *Figure) Draw(ctx context.Context, format formats.Format) ([]byte, []graph.Diagnostic, error) {
	var file bytes.Buffer
	found, err := f.Write(ctx, &file, format)
	if err != nil {
		return nil, nil, err
	}
	return file.Bytes(), found, nil
}

// Write draws the figure as Draw does, to a writer. A large file comes in pieces while it
// is drawn, so that it takes no memory; with an error it is not whole. A figure of more
// than half a million elements, or larger than [render.MaxCoordinate], is a
// [*graph.LimitError] before anything is written.
func (f *Figure) Write(ctx context.Context, w io.Writer, format formats.Format) ([]graph.Diagnostic, error) {
	if f.options.Limits != (Limits{}) {
		if err := f.options.Limits.check(f.Cost(format)); err != nil {
			return nil, err
		}
	}
	if err := f.drawable(mostElements); err != nil {
		return nil, err
	}
	packed := f.pack(ctx, format)
	pages, found, err := f.pagesOf(ctx, format)
	if err != nil {
		return nil, err
	}
	o := f.encoding(format)
	if o.Metadata, err = packed(); err != nil {
		return nil, err
	}
	if f.theme.Night() != nil && format.OneMode {
		found = append(found, codes.OneMode.At(graph.Position{}, "draw an SVG, or one picture for light and one for dark pages",
			"a figure as %s has one kind of page: it is drawn for light ones", strings.ToUpper(format.Name)))
	}
	return found, format.Encode(ctx, w, pages, f.theme.Theme, o)
}

// encoding are the options of a format.
func (f *Figure) encoding(format formats.Format) formats.Options {
	o := formats.Options{Scale: f.options.Scale, Text: f.options.Text, IDPrefix: f.options.IDPrefix, MaxPixels: f.options.Limits.Pixels}
	if format.Whole {
		o.Graph, o.Document = f.whole(), f.options.BaseURL
	}
	return o
}

// few is how many nodes are packed in less time than it takes to have it done beside
// other work: another thread has memory of its own to fill.
const few = 500

// pack is what packs what a figure remembers, when it is asked for. That of many nodes
// is begun, to be done when the page is laid out.
func (f *Figure) pack(ctx context.Context, format formats.Format) func() (string, error) {
	if !format.Carries {
		return func() (string, error) { return "", nil }
	}
	encode := metadata.Encode
	if format.Whole { // of which readers wait for every byte
		encode = metadata.EncodeSmall
	}
	packed := sync.OnceValues(func() (string, error) { return encode(ctx, f.Record(format)) })
	if len(f.Graph.Nodes) > few {
		go packed()
	}
	return packed
}

// Draw draws a figure of a course in a format, one of [formats.Names] such as
// "svg". The bytes are those of 'roadmapviz render'.
func Draw(ctx context.Context, g *graph.Graph, o Options, format string) ([]byte, []graph.Diagnostic, error) {
	to, ok := formats.Lookup(format)
	if !ok {
		return nil, nil, unknown("format", format, formats.Names())
	}
	f, err := New(g, o.For(to))
	if err != nil {
		return nil, nil, err
	}
	return f.Draw(ctx, to)
}
