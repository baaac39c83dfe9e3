package figure_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// long is a course of so many sections with ten topics each.
func long(sections int) []byte {
	var b strings.Builder
	b.WriteString("# A long course\n")
	for s := range sections {
		if s%20 == 0 {
			fmt.Fprintf(&b, "\n## Part %d\n", s/20)
		}
		fmt.Fprintf(&b, "\n### Section %d\n\n", s)
		for i := range 10 {
			fmt.Fprintf(&b, "- **Topic %d %d**: what it is about\n", s, i)
		}
	}
	return []byte(b.String())
}

// What reads, draws and writes ends soon after its context, with its error.
func TestEndsWithTheContext(t *testing.T) {
	src := long(1000)
	c, err := course.Parse(t.Context(), src, "a.md", course.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, do := range map[string]func(context.Context) error{
		"read": func(ctx context.Context) error {
			_, err := course.Parse(ctx, src, "a.md", course.Options{})
			return err
		},
		"svg": func(ctx context.Context) error {
			_, _, err := figure.Draw(ctx, c.Graph, figure.Options{}, "svg")
			return err
		},
		"html": func(ctx context.Context) error {
			_, _, err := figure.Draw(ctx, c.Graph, figure.Options{}, "html")
			return err
		},
		"markdown": func(ctx context.Context) error { return c.Export(ctx, &strings.Builder{}, "markdown") },
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		begin := time.Now()
		err := do(ctx)
		cancel()
		if took := time.Since(begin); !errors.Is(err, context.DeadlineExceeded) || took > 10*time.Second {
			t.Errorf("%s: %v after %v", name, err, took)
		}
	}
}

func TestLimits(t *testing.T) {
	src := long(30)
	if _, err := course.Parse(t.Context(), src, "a.md", course.Options{Limits: course.Limits{Bytes: 100}}); !isBeyond(err, "bytes") {
		t.Error(err)
	}
	if _, err := course.Parse(t.Context(), src, "a.md", course.Options{Limits: course.Limits{Elements: 332}}); !isBeyond(err, "elements") {
		t.Error(err)
	}
	c, err := course.Parse(t.Context(), src, "a.md", course.Options{Limits: course.Limits{Bytes: int64(len(src)), Elements: 333, Edges: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	png, _ := formats.Lookup("png")
	for what, l := range map[string]figure.Limits{"elements": {Elements: 300}, "pixels": {Pixels: 1_000_000}, "bytes of memory": {Bytes: 1 << 20}} {
		if _, _, err := figure.Draw(t.Context(), c.Graph, figure.Options{Machine: figure.Machine{Limits: l}}, "png"); !isBeyond(err, what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	f, err := figure.New(c.Graph, figure.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page, _, err := f.Layout(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cost := f.Cost(png)
	if cost.Elements != len(page.Boxes) {
		t.Errorf("%d elements, and %d boxes", cost.Elements, len(page.Boxes))
	}
	if pixels := int64(page.Width * page.Height); cost.Pixels < pixels/2 || cost.Pixels > 2*pixels {
		t.Errorf("%d pixels, and %d are drawn", cost.Pixels, pixels)
	}
}

// Pixels are counted, not estimated: options of the page do not lead past their limit.
func TestPixelsAreCounted(t *testing.T) {
	c, err := course.Parse(t.Context(), []byte("# C\n\n## P\n\n### S\n\n- **a**\n- **b**\n\n### T\n\n- **c**\n- **d**\n"), "a.md", course.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []figure.Options{{}, {Width: 4000}, {Columns: 2, Scale: 2}, {Compact: true}, {Preset: "card"}, {Layout: "tree"}} {
		f, err := figure.New(c.Graph, o)
		if err != nil {
			t.Fatal(err)
		}
		page, _, err := f.Layout(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		scale := float64(max(o.Scale, 1))
		pixels := int64(math.Ceil(page.Width*scale)) * int64(math.Ceil(page.Height*scale))
		for _, most := range []int64{pixels, pixels - 1} {
			o.Limits = figure.Limits{Pixels: most}
			_, _, err := figure.Draw(t.Context(), c.Graph, o, "png")
			if refused := isBeyond(err, "pixels"); refused != (most < pixels) {
				t.Errorf("%+v: %d pixels of at most %d: %v", o, pixels, most, err)
			}
		}
	}
}

func isBeyond(err error, what string) bool {
	var limit *graph.LimitError
	return errors.As(err, &limit) && limit.What == what && limit.Is > limit.Most
}

// The program that runs Graphviz takes memory, too.
func TestCostOfGraphviz(t *testing.T) {
	c, err := course.Parse(t.Context(), []byte("# C\n\n## P\n\n### S\n\n- **a**\n- **b**\n"), "a.md", course.Options{})
	if err != nil {
		t.Fatal(err)
	}
	svg, _ := formats.Lookup("svg")
	cost := func(name string, e func(string) (layout.Engine, error)) int64 {
		f, err := figure.New(c.Graph, figure.Options{Layout: name, Machine: figure.Machine{Engine: e}})
		if err != nil {
			t.Fatal(err)
		}
		return f.Cost(svg).Bytes
	}
	client := graphviz.New(graphviz.Config{Helper: "never started"})
	engine := func(name string) (layout.Engine, error) { e, _ := client.Engine(name); return e, nil }
	if own, with := cost("tree", nil), cost("dot", engine); with < own+20<<20 {
		t.Errorf("%d bytes with Graphviz, and %d without", with, own)
	}
}
