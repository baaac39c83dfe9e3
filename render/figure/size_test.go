package figure

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/dot"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// randomCourse is a course with parts, sections and topics of random number and
// length, some of it in scripts that run the other way or have no spaces.
func randomCourse(r *rand.Rand) string {
	words := [][]string{{"learning", "of", "Bayesian", "networks", "I", "deep"}, {"حلقات", "و", "بيانات"}, {"深度学习", "图"}}[r.IntN(3)]
	title := func() string {
		var all []string
		for range 1 + r.IntN(5) {
			all = append(all, words[r.IntN(len(words))])
		}
		return strings.Join(all, " ")
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", title())
	n, ticks := 0, []string{"", "[x] "}[r.IntN(2)]
	for range 1 + r.IntN(4) {
		fmt.Fprintf(&b, "## %s\n\n", title())
		for range 1 + r.IntN(8) {
			n++
			fmt.Fprintf(&b, "### %s %d\n\n", title(), n)
			for range r.IntN(1 + r.IntN(14)) {
				fmt.Fprintf(&b, "- %s**%s**: x\n", []string{"", ticks}[r.IntN(2)], title())
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// onPage are the corners of all that a diagram draws on its page, and its smallest
// text.
func onPage(d *layout.Diagram) (points []layout.Point, text float64) {
	text = 1e9
	add := func(x, y float64) { points = append(points, d.View.Point(layout.Point{X: x, Y: y})) }
	for _, b := range d.Boxes {
		add(b.X, b.Y)
		add(b.X+b.W, b.Y+b.H)
		for _, l := range b.Lines {
			add(l.X-l.Width/2, l.Y)
			add(l.X+l.Width/2, l.Y-l.Size)
			text = min(text, d.View.Length(l.Size))
		}
		if b.Bar != nil {
			text = min(text, d.View.Length(b.Bar.Figures.Size))
		}
		for _, i := range b.Icons {
			add(i.X, i.Y)
			add(i.X+i.W, i.Y+i.H)
		}
	}
	for _, k := range d.Legend {
		add(k.Text.X-k.Text.Width/2, k.Text.Y)
		add(k.Text.X+k.Text.Width/2, k.Text.Y)
		text = min(text, d.View.Length(k.Text.Size))
	}
	for _, e := range d.Edges {
		for _, p := range e.Path.Sample(8) {
			add(p.X, p.Y)
		}
	}
	return points, text
}

// holdPage holds a figure to its page: exactly as large, nothing in the margins, and
// no text too small.
func holdPage(t *testing.T, f *Figure) *layout.Diagram {
	t.Helper()
	frame, _ := f.options.frame()
	d, _, err := f.Layout(t.Context())
	var option *OptionError
	if errors.As(err, &option) && strings.Contains(err.Error(), "cannot be read") {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	if d.Width != float64(frame.Width) || d.Height != float64(frame.Height) {
		t.Fatalf("the page is %g by %g px, and not %v", d.Width, d.Height, frame.Size)
	}
	points, text := onPage(d)
	for _, p := range points {
		const slack = 0.6 // text stands on whole pixels
		if p.X < frame.Margin-slack || p.Y < frame.Margin-slack || p.X > d.Width-frame.Margin+slack || p.Y > d.Height-frame.Margin+slack {
			t.Fatalf("%v is outside of the margins of %s %v", p, frame.Name, frame.Size)
		}
	}
	if text < frame.Text {
		t.Fatalf("text is %g px, and %g are the least", text, frame.Text)
	}
	return d
}

func TestFiguresFitTheirPage(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	drawn, refused := 0, 0
	for range 24 {
		g := course(t, randomCourse(r))
		var o Options
		if r.IntN(3) > 0 {
			o.Preset = PresetNames()[r.IntN(len(Presets()))]
		} else {
			o.Size = Size{200 + r.IntN(2000), 200 + r.IntN(2000)}
		}
		if r.IntN(3) == 0 {
			o.Layout = []string{"grid", "tree", "roadmap", "layered", "timeline"}[r.IntN(5)]
		}
		if r.IntN(3) == 0 {
			o.MaxTopics = 1 + r.IntN(9)
		}
		f, err := New(g, o)
		if err != nil {
			t.Fatal(err)
		}
		if holdPage(t, f) != nil {
			drawn++
		} else {
			refused++
		}
	}
	if drawn < 14 || refused == 0 {
		t.Errorf("%d drawn and %d refused: the courses are too large or too small to tell", drawn, refused)
	}
}

// Sheets show every section once, in order and in the place of the course, and say
// which they are.
func TestSheetsShowEverySectionOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	several := 0
	for range 8 {
		g := course(t, randomCourse(r))
		f, err := New(g, Options{Preset: []string{"card", "slide", "story", "a4-landscape"}[r.IntN(4)], MaxTopics: 4})
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := f.Sheets(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var shown, want []string
		for i, sheet := range sheets {
			d := holdPage(t, sheet)
			if d == nil {
				t.Fatal("a sheet does not fit")
			}
			if mark := fmt.Sprintf("(%d/%d)", i+1, len(sheets)); len(sheets) > 1 && !strings.Contains(d.Title, mark) {
				t.Errorf("the title %q has no %s", d.Title, mark)
			}
			for _, n := range sheet.Graph.Nodes {
				if n.Kind == graph.Section {
					shown = append(shown, n.ID)
				}
			}
		}
		for _, n := range f.Graph.Nodes {
			if n.Kind == graph.Section {
				want = append(want, n.ID)
			}
		}
		if !slices.Equal(shown, want) {
			t.Fatalf("shown are %v, want %v", shown, want)
		}
		if len(sheets) > 1 {
			several++
		}
	}
	if several < 3 {
		t.Errorf("only %d courses have several sheets", several)
	}
}

// A sheet is drawn again from what it remembers.
func TestSheetsRememberWhatTheyAre(t *testing.T) {
	g := course(t, randomCourse(rand.New(rand.NewPCG(5, 7))))
	f, err := New(g, Options{Preset: "card", MaxTopics: 3})
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := f.Sheets(t.Context())
	if err != nil || len(sheets) < 2 {
		t.Fatal(len(sheets), err)
	}
	format, _ := formats.Lookup("svg")
	first, _, err := sheets[1].Draw(t.Context(), format)
	if err != nil {
		t.Fatal(err)
	}
	seen, err := metadata.Read(first)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Parts: seen.Parts}
	if err := o.Adopt(seen.Options, nil, Place{}); err != nil {
		t.Fatal(err)
	}
	again, _, err := Draw(t.Context(), g, o, "svg")
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("drawn again it is another: %v", err)
	}
}

func TestPicturesAreExactlyAsLarge(t *testing.T) {
	for scale := 1; scale <= 2; scale++ {
		data, _, err := Draw(t.Context(), course(t, cooking), Options{Size: Size{701, 333}, Scale: scale}, "png")
		if err != nil {
			t.Fatal(err)
		}
		c, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || c.Width != 701*scale || c.Height != 333*scale {
			t.Errorf("scale %d: %d by %d pixels, %v", scale, c.Width, c.Height, err)
		}
	}
	svg, _, err := Draw(t.Context(), course(t, cooking), Options{Preset: "card"}, "svg")
	if err != nil || !bytes.Contains(svg, []byte(`width="1200" height="630" viewBox="0 0 1200 630"`)) {
		t.Errorf("%.200s: %v", svg, err)
	}
}

// What fits is true: the size, the flag and the number of pictures that an error
// names.
func TestWhatFitsIsTrue(t *testing.T) {
	var b strings.Builder
	b.WriteString("# C\n\n## P\n\n")
	for i := range 10 {
		fmt.Fprintf(&b, "### Section %d\n\n", i)
		for j := range 9 {
			fmt.Fprintf(&b, "- **Topic %d**: x\n", j)
		}
		b.WriteString("\n")
	}
	g := course(t, b.String())
	_, _, err := Draw(t.Context(), g, Options{Preset: "card", MaxTopics: 9}, "svg")
	if err == nil {
		t.Fatal("it is drawn")
	}
	text := err.Error()
	for _, want := range []string{"preset card is too small: text would be ", "less than 18 px", "what fits: depth 0, or size ", ", or output name_{page}.svg, which are "} {
		if !strings.Contains(text, want) {
			t.Fatalf("%q does not say %q", text, want)
		}
	}
	_, rest, _ := strings.Cut(text, "or size ")
	size, _, _ := strings.Cut(rest, ",")
	o := Options{Preset: "card", MaxTopics: 9}
	if err := o.Set("size", size); err != nil {
		t.Fatal(err)
	}
	f, err := New(g, o)
	if err != nil || holdPage(t, f) == nil {
		t.Errorf("%s does not fit: %v", size, err)
	}
	f, _ = New(g, Options{Preset: "card", Depth: NoTopics})
	if holdPage(t, f) == nil {
		t.Error("--depth 0 does not fit")
	}
	f, _ = New(g, Options{Preset: "card", MaxTopics: 9})
	if sheets, err := f.Sheets(t.Context()); err != nil || !strings.Contains(text, fmt.Sprint(len(sheets), " pictures")) {
		t.Errorf("%d pictures, %v: %s", len(sheets), err, text)
	}
}

// What fits of a plain graph is not its sections, which are nothing without boxes.
func TestPlainGraphsOnSmallPages(t *testing.T) {
	g, _, err := dot.Decode(t.Context(), strings.NewReader("digraph { a -> b -> c -> d -> e -> f; a -> g; a -> h; a -> i }"))
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = Draw(t.Context(), g, Options{Layout: "layered", Size: Size{100, 100}}, "svg")
	var wrong *OptionError
	if !errors.As(err, &wrong) || wrong.Option != "size" {
		t.Errorf("%v", err)
	}
}

// Without a wish of the user, a small page shows less, and says so.
func TestSmallPagesShowLess(t *testing.T) {
	g := course(t, randomCourse(rand.New(rand.NewPCG(5, 7))))
	f, err := New(g, Options{Preset: "card"})
	if err != nil {
		t.Fatal(err)
	}
	if holdPage(t, f) == nil {
		t.Fatal("it is not drawn")
	}
	_, found, _ := f.Layout(t.Context())
	if !slices.ContainsFunc(found, func(d graph.Diagnostic) bool { return d.Code == "RV109" }) {
		t.Errorf("nothing is said: %v", found)
	}
}

// Parts side by side have one title of the user's, over the first.
func TestPartsBesideEachOtherHaveOneTitle(t *testing.T) {
	g := course(t, "<!-- roadmap: outline -->\n\n# Web\n\n## Page\n\n### HTML\n\n- A\n\n## Server\n\n### HTTP\n\n- C\n")
	f, err := New(g, Options{Preset: "card", Layout: "grid", Title: "All of it"})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := f.Layout(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, b := range d.Boxes {
		if b.Role == layout.TitleRole {
			titles = append(titles, b.Label)
		}
	}
	if want := []string{"All of it", "Server Roadmap"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
}

// A small picture of several parts is named after the course, as a preview should be.
func TestSmallPagesShowTheTitleOfTheCourse(t *testing.T) {
	text := "<!-- roadmap: outline -->\n\n# Web Development\n"
	for _, part := range []string{"Page", "Server", "Care"} {
		text += "\n## " + part + "\n"
		for _, section := range []string{"One", "Two", "Three", "Four", "Five"} {
			text += "\n### " + part + " " + section + "\n\n" + strings.Repeat("- A topic\n", 9)
		}
	}
	f, err := New(course(t, text), Options{Preset: "card"})
	if err != nil {
		t.Fatal(err)
	}
	d := holdPage(t, f)
	var titles []string
	for _, b := range d.Boxes {
		if b.Role == layout.TitleRole {
			titles = append(titles, b.Label)
		}
	}
	if want := []string{"Web Development Roadmap"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
}

func TestTheSizeOfThePageIsSaidOnce(t *testing.T) {
	g := course(t, cooking)
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{Preset: "card", Aspect: 2}, "aspect cannot be kept with preset"},
		{Options{Size: Size{900, 600}, Width: 900, Layout: "roadmap"}, "width cannot be kept with size"},
		{Options{Size: Size{900, 600}, MaxWidth: 900, Layout: "grid"}, "max-width cannot be kept with size"},
	} {
		if _, err := New(g, c.o); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	_, _, err := Draw(t.Context(), g, Options{Layout: "grid", Aspect: 4, MaxWidth: 420}, "svg")
	if err == nil || !strings.HasPrefix(err.Error(), "aspect cannot be kept with this max-width: the page would be") {
		t.Error(err)
	}
	near := Options{Preset: "card"}
	if !near.Overrules("width") || !near.Overrules("size") || near.Overrules("columns") {
		t.Error("a preset does not stand in the place of what is said further away")
	}
	if near = (Options{Width: 900}); !near.Overrules("preset") || near.Overrules("aspect") {
		t.Error("a width does not stand in the place of a preset")
	}
	for _, c := range []struct {
		o    Options
		want string
	}{{Options{Size: Size{900, 600}}, ""}, {Options{}, "size is needed"}} {
		f, err := New(g, c.o)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Sheets(t.Context()); (err == nil) != (c.want == "") || err != nil && !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}

// A roadmap that was asked for by name, on a page of a size, is not what suits it.
func TestNamedLayoutIsRemembered(t *testing.T) {
	format, _ := formats.Lookup("svg")
	for _, name := range []string{"", "roadmap", "grid"} {
		f, err := New(course(t, cooking), Options{Preset: "card", Layout: name})
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Record(format).Options["layout"]; got != name {
			t.Errorf("remembered is %q, want %q", got, name)
		}
	}
}

func TestExtractsAreWhatSelectGives(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for range 5 {
		g := course(t, randomCourse(r)).Drawn()
		all := newExtracts(g)
		for range 10 {
			first := r.IntN(len(all.sections))
			end := first + 1 + r.IntN(len(all.sections)-first)
			want, err := g.Select(all.ids(first, end)...)
			if err != nil {
				t.Fatal(err)
			}
			if got := all.of(first, end); !slices.Equal(got.Edges, want.Edges) || !slices.Equal(graph.IDs(got.Nodes), graph.IDs(want.Nodes)) {
				t.Fatalf("%d to %d: got %v, want %v", first, end, graph.IDs(got.Nodes), graph.IDs(want.Nodes))
			}
		}
	}
}
