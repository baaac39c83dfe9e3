package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/metadata"
	"github.com/roadmapviz/roadmapviz/themes"
)

// newShape are the flags that shape a figure, with their defaults. A figure
// remembers those that differ from them. What depends on the machine is none of
// these: its fonts, and where its programs are.
func newShape(o *renderOptions) *pflag.FlagSet {
	f := pflag.NewFlagSet("figure", pflag.ContinueOnError)
	o.theme.name = "course"
	f.VarP(&o.theme, "theme", "t", "theme: "+strings.Join(themes.Names(), ", ")+", or a YAML file")
	f.StringVar(&o.engine, "layout", engines.Default, "layout: "+strings.Join(layoutNames(), ", "))
	f.Float64Var(&o.layout.Width, "width", 0, "width of the page in px (default 960)")
	f.IntVar(&o.layout.MaxTopics, "max-topics", manyTopics, "draw at most so many topics a section and count the rest; 0 draws all")
	f.IntVar(&o.layout.Depth, "depth", 1, "levels of topics to draw")
	f.StringVar(&o.layout.Direction, "direction", "", "where a tree grows: right, down or both")
	f.IntVar(&o.layout.Columns, "columns", 0, "columns of cards (default as many as fit)")
	f.Var(aspect{&o.layout.Aspect}, "aspect", "shape of the page to aim at, such as 16:9")
	f.Float64Var(&o.layout.MaxWidth, "max-width", 0, "greatest width of the page in px")
	f.StringVar(&o.layout.FirstSide, "first-side", "left", "column of the first section: left or right")
	f.BoolVar(&o.reduce, "reduce", true, "leave out the prerequisites that follow from others")
	f.StringVar(&o.highlight, "highlight", "", "set these elements off and dim the rest: ids or titles, with commas between")
	f.StringVar(&o.focus, "focus", "", "draw only what is near this element: its id, title, or a word of it")
	f.IntVar(&o.hops, "hops", 1, "with --focus: how many edges away, in either direction")
	f.BoolVar(&o.icons, "icons", true, "draw icons")
	f.StringVar(&o.layout.BaseURL, "base-url", "", "address of the document, put before links to its headings")
	f.IntVar(&o.encode.scale, "scale", 1, "PNG pixels for each px: 1, 2 or 3")
	f.StringVar(&o.encode.text, "text", "embed", "SVG text: embed (the font travels with it), system (the viewer's fonts) or paths")
	f.StringVar(&o.encode.idPrefix, "id-prefix", "", "put before every SVG id, for several figures in one page")
	return f
}

// themeOf is the theme among the flags.
func themeOf(shape *pflag.FlagSet) *themeName { return shape.Lookup("theme").Value.(*themeName) }

// formatFlags are the flags that shape the figures of one format only.
var formatFlags = map[string]string{"scale": "png", "text": "svg", "id-prefix": "svg"}

// themeDigest is the name under which a figure keeps the digest of a theme that
// is not built in.
const themeDigest = "theme-digest"

// shown are the options that a figure of the format remembers.
func shown(shape *pflag.FlagSet, format string) (map[string]string, error) {
	options := map[string]string{}
	var err error
	shape.VisitAll(func(f *pflag.Flag) {
		if only := formatFlags[f.Name]; f.Value.String() == f.DefValue || only != "" && only != format {
			return
		}
		options[f.Name] = f.Value.String()
	})
	if theme := themeOf(shape); theme.path() != "" {
		// The path says where the theme is on this machine, not what it is.
		options["theme"] = filepath.Base(theme.path())
		options[themeDigest], err = theme.digest()
	}
	return options, err
}

// adopt sets the flags that nobody has set to what a figure remembers. Its theme
// lies in a folder.
func adopt(shape *pflag.FlagSet, options map[string]string, folder string) error {
	var err error
	shape.VisitAll(func(f *pflag.Flag) {
		value, has := options[f.Name]
		if !has || f.Changed || err != nil {
			return
		}
		set := shape.Set
		if theme, ok := f.Value.(*themeName); ok {
			set = func(_, name string) error {
				f.Changed = true
				return theme.setWithin(folder, folder, name)
			}
		}
		if e := set(f.Name, value); e != nil {
			err = fmt.Errorf("the figure was drawn with %s=%s, which this program does not take: %w", f.Name, value, e)
		}
	})
	return err
}

// adoptInput does the same when the input is one figure.
func adoptInput(shape *pflag.FlagSet, args []string) error {
	if len(args) != 1 || args[0] == "-" {
		return nil
	}
	// What a pipe has can be read only once.
	if info, err := os.Stat(args[0]); err != nil || !info.Mode().IsRegular() {
		return nil // reading the course tells what is wrong
	}
	head, err := files.Head(args[0], 1)
	if err != nil || !looksLikeFigure(head) {
		return nil
	}
	src, err := files.Read(args[0], mostInput)
	if err != nil {
		return nil
	}
	if f, err := metadata.Read(src); err == nil {
		return adopt(shape, f.Options, ".")
	}
	return nil
}

func looksLikeFigure(head []byte) bool { return len(head) > 0 && (head[0] == 0x89 || head[0] == '<') }

// figureCourse is the course that a figure shows.
func figureCourse(conf config, name string, src []byte) (*course, error) {
	f, err := metadata.Read(src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &course{
		name: name, config: conf, graph: f.Graph, parts: f.Parts, partial: !isWhole(f),
		files: []courseFile{{name: name, src: src, format: "figure"}},
	}, nil
}

// drawer draws figures of one shape.
type drawer struct {
	renderOptions
	engine layout.Engine
	theme  *themes.Theme
}

// drawer checks the options and looks up what they name.
func (o renderOptions) drawer() (drawer, error) {
	if err := o.check(); err != nil {
		return drawer{}, err
	}
	if base := o.layout.BaseURL; graph.SafeLink(base) != base {
		return drawer{}, usagef("--base-url is an address that a click may lead to, with http:// or https:// or relative, not %q", base)
	}
	o.layout.Fonts = o.encode.fonts()
	o.layout.NoIcons = !o.icons
	engine, theme, err := o.look()
	if err != nil {
		return drawer{}, err
	}
	if err := engines.Check(engine, o.layout); err != nil {
		return drawer{}, usageError{err}
	}
	return drawer{o, engine, theme}, nil
}

// draw makes the file of a figure, which says what it shows.
func (d drawer) draw(ctx context.Context, f figure) ([]byte, []graph.Diagnostic, error) {
	packed := d.pack(f)
	g := f.graph
	if d.reduce {
		g = g.TransitiveReduction()
	}
	page, diagnostics, err := engines.Layout(ctx, d.engine, g, d.layout)
	if err != nil {
		return nil, nil, err
	}
	if d.highlight != "" {
		page = page.Highlight(g, splitNames(d.highlight))
	}
	if d.limited {
		diagnostics = append(diagnostics, limited(f.graph)...)
	}
	diagnostics = append(diagnostics, tall(f.graph, page)...)
	encode := d.encode
	if encode.metadata, err = packed(); err != nil {
		return nil, nil, err
	}
	data, err := f.format.encode(ctx, page, d.theme, encode)
	return data, diagnostics, err
}

// pack begins to pack what a figure remembers, to be done when the page is laid
// out, and returns what waits for it.
func (o renderOptions) pack(f figure) (wait func() (string, error)) {
	content, err := o.content(f)
	if err != nil {
		return func() (string, error) { return "", err }
	}
	text, done := "", make(chan struct{})
	go func() {
		defer close(done)
		text, err = metadata.Encode(content)
	}()
	return func() (string, error) {
		<-done
		return text, err
	}
}

// content is what a figure remembers.
func (o renderOptions) content(f figure) (metadata.Figure, error) {
	options, err := shown(o.shape, f.format.name)
	return metadata.Figure{Graph: f.graph, Options: options, Parts: f.parts}, err
}
