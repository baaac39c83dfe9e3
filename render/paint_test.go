package render_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// recorder is a Canvas that writes down what it is told.
type recorder struct{ calls []string }

func (r *recorder) say(format string, args ...any) {
	r.calls = append(r.calls, fmt.Sprintf(format, args...))
}

func (r *recorder) Begin(g render.Group) {
	r.say("begin %s", strings.Join(slices.DeleteFunc([]string{g.ID, g.From, g.To, g.Class, g.Title, g.Link}, func(s string) bool { return s == "" }), " | "))
}
func (r *recorder) End()                               { r.say("end") }
func (r *recorder) Rect(b render.Rect, s themes.Style) { r.say("rect %v %v", b, s.Fill) }
func (r *recorder) Path(p layout.Path, s themes.Style) {
	r.say("path %s fill %v stroke %v", p.AppendSVG(nil), s.Fill, s.Stroke)
}
func (r *recorder) Text(l layout.Line, s themes.Style)   { r.say("text %s %g %v", l.Text, l.Y, s.Text) }
func (r *recorder) Icon(i icons.Icon, place render.Rect) { r.say("icon %s %v", i.Name, place) }

func TestPaint(t *testing.T) {
	var got recorder
	if err := render.Paint(t.Context(), sample.Cases()["states"], sample.Theme(), &got); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"rect {0 0 460 340} #ffffff",
		"begin plain | optional | edge contains",
		"path M 190 60 L 260 60.5 fill none stroke #0a047a",
		"end",
		"begin plain | done | edge next",
		"path M 110 90 C 110 120 90.25 120.75 110.25 140.75 fill none stroke #0a047a",
		"end",
		"begin optional | round | edge requires",
		"path M 340 90.5 L 340 130.25 fill none stroke #d2306c",
		"path M 340 140 L 334.25 127 L 345.75 127 fill #d2306c stroke none",
		"end",
	}
	if len(got.calls) < len(want) || !slices.Equal(got.calls[:len(want)], want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got.calls, "\n"), strings.Join(want, "\n"))
	}
	for _, call := range []string{
		"begin plain | section | A tooltip | https://example.org/",
		"begin round | more | edge requires optional | because",
		"begin done | topic done",
		"rect {30.25 140.75 160 60} #31c38780",
		"text Done 179 #0a047a", // on a whole pixel
	} {
		if !slices.Contains(got.calls, call) {
			t.Errorf("no call %q", call)
		}
	}
	depth := 0
	for _, call := range got.calls {
		switch {
		case strings.HasPrefix(call, "begin"):
			depth++
		case call == "end":
			depth--
		}
		if depth < 0 || depth > 1 {
			t.Fatal("groups are nested or not closed")
		}
	}
}

// TestMarksAreMirrored: a mark is on the upper corner where lines of writing end.
func TestMarksAreMirrored(t *testing.T) {
	for language, want := range map[string]string{"en": "icon mark-done {96 86 28 28}", "ar": "icon mark-done {-4 86 28 28}"} {
		d := &layout.Diagram{Width: 200, Height: 200, Language: language, Boxes: []layout.Box{{
			Role: layout.TopicRole, States: []layout.State{layout.DoneState}, X: 10, Y: 100, W: 100, H: 40,
		}}}
		theme, _ := themes.Lookup(themes.Default)
		var got recorder
		if err := render.Paint(t.Context(), d, theme, &got); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(got.calls, want) {
			t.Errorf("%s: no call %q in\n%s", language, want, strings.Join(got.calls, "\n"))
		}
	}
}

// TestMarksPointOn: what is skipped points to where one reads on, and a tick is a tick.
func TestMarksPointOn(t *testing.T) {
	theme, _ := themes.Lookup(themes.Default)
	for _, m := range render.Marks(theme, "ar") {
		usual, _ := icons.Lookup(m.Icon.Name)
		if same := slices.Equal(m.Icon.Shapes, usual.Shapes); same == (m.State == "skipped") {
			t.Errorf("the mark of %s %s is as from left to right: %t", m.Role, m.State, same)
		}
	}
	draw := func(language string) []byte {
		d := &layout.Diagram{Width: 200, Height: 200, Language: language, Boxes: []layout.Box{{
			Role: layout.TopicRole, States: []layout.State{layout.SkippedState}, X: 50, Y: 100, W: 100, H: 40,
		}}}
		var b bytes.Buffer
		if err := svg.Encode(t.Context(), &b, d, theme, svg.Options{}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	icon, _ := icons.Lookup("mark-skipped")
	chevrons := icon.Mirrored().Shapes[2].Data
	if !bytes.Contains(draw("fa"), []byte(chevrons)) || bytes.Contains(draw("en"), []byte(chevrons)) {
		t.Error("the mark of what is skipped points to the right in Persian, or to the left in English")
	}
}

// TestPaintLabels: the label of an edge is drawn after its line, in its group.
func TestPaintLabels(t *testing.T) {
	d := sample.Cases()["states"]
	label := d.Boxes[2].Lines[0]
	d.Edges = d.Edges[:1]
	d.Edges[0].Lines = []layout.Line{label}
	if err := render.Check(d); err != nil {
		t.Fatal(err)
	}
	var got recorder
	if err := render.Paint(t.Context(), d, sample.Theme(), &got); err != nil {
		t.Fatal(err)
	}
	if at := slices.Index(got.calls, "begin plain | optional | edge contains"); at < 0 ||
		!strings.HasPrefix(got.calls[at+1], "path") || !strings.HasPrefix(got.calls[at+2], "text "+label.Text) || got.calls[at+3] != "end" {
		t.Errorf("got\n%s", strings.Join(got.calls, "\n"))
	}
	d.Edges[0].Lines[0].Runs = nil
	if err := render.Check(d); err == nil || !strings.Contains(err.Error(), "label without glyphs") {
		t.Errorf("got %v", err)
	}
}

func TestCheck(t *testing.T) {
	for name, d := range sample.Cases() {
		if err := render.Check(d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	bad := map[string]func(*layout.Diagram){
		"no area":              func(d *layout.Diagram) { d.Width = 0 },
		"no area (NaN)":        func(d *layout.Diagram) { d.Height = math.NaN() },
		`box "plain"`:          func(d *layout.Diagram) { d.Boxes[0].X = math.NaN() },
		`box "optional"`:       func(d *layout.Diagram) { d.Boxes[1].W = -1 },
		`box "done"`:           func(d *layout.Diagram) { d.Boxes[2].Lines[0].Size = 1e9 },
		"without glyphs":       func(d *layout.Diagram) { d.Boxes[2].Lines[0].Runs = nil },
		`from "plain" to "opt`: func(d *layout.Diagram) { d.Edges[0].Path.Line(math.Inf(-1), 0) },
	}
	for want, spoil := range bad {
		d := sample.Cases()["states"]
		spoil(d)
		if err := render.Check(d); err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(want, " (NaN)")) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}

// A figure may be as large as its coordinates can be drawn, and no larger.
func TestCheckSize(t *testing.T) {
	d := sample.Cases()["states"]
	d.Height = render.MaxCoordinate
	if err := render.Check(d); err != nil {
		t.Error(err)
	}
	for height, is := range map[float64]string{render.MaxCoordinate + 1: "by 33554432 px", math.Inf(1): "by +Inf px"} {
		d.Height = height
		var limit *graph.LimitError
		if err := render.Check(d); !errors.As(err, &limit) || limit.Is <= limit.Most || limit.Most != render.MaxCoordinate || !strings.Contains(err.Error(), is) {
			t.Errorf("%g px high: %v", height, err)
		}
	}
}

// stopping is a canvas whose context ends while it draws the first group.
type stopping struct {
	recorder
	stop   context.CancelFunc
	groups int
}

func (s *stopping) Begin(g render.Group) {
	s.stop()
	s.groups++
}

func TestPaintLooksAtItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	c := &stopping{stop: cancel}
	if err := render.Paint(ctx, sample.Cases()["states"], sample.Theme(), c); !errors.Is(err, context.Canceled) || c.groups != 1 {
		t.Errorf("%d groups were drawn, %v", c.groups, err)
	}
}
