package html

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/draw"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/internal/imagecmp"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// everyLook is a diagram with a box of each role in each combination of a learner's
// states, and lines of each kind that are set off and not.
func everyLook() *layout.Diagram {
	const width, w, h, stepX, stepY = 1080., 140., 64., 180., 120.
	d := &layout.Diagram{Width: width, Title: "Looks", Language: "en"}
	shaper := text.NewShaper(nil)
	lines := func(label string, x, y, size float64) []layout.Line {
		set := shaper.Wrap(text.Paragraph{Size: size, Spans: []text.Span{{Text: label, Weight: text.Regular}}}, text.Limits{}).Lines[0]
		return []layout.Line{{Text: label, X: x, Y: y, Width: set.Width, Size: size, Runs: set.Runs}}
	}
	x, y := 20., 20.
	next := func() {
		if x += stepX; x+w > width {
			x, y = 20, y+stepY
		}
	}
	sets := combinations([]stateSet{setOf("optional"), setOf("todo", "doing", "done", "skipped"), fleeting})
	for _, role := range []layout.Role{layout.PartRole, layout.SectionRole, layout.TopicRole, layout.SubtopicRole, layout.MoreRole, layout.TitleRole} {
		for _, set := range sets {
			b := layout.Box{ID: fmt.Sprintf("b%d", len(d.Boxes)), Role: role, X: x, Y: y, W: w, H: h, Lines: lines("Topics, 12", x+w/2+16, y+30, 20)}
			for _, name := range set.names() {
				b.States = append(b.States, layout.State(name))
			}
			b.Icons = []layout.Icon{{Name: "gear", X: x + 10, Y: y + 10, W: 24, H: 24}}
			if role != layout.TitleRole {
				figures := lines("3/8", x+w-26, y+54, 15)[0]
				b.Bar = &layout.Bar{Track: layout.Area{X: x + 14, Y: y + 46, W: 80, H: 6}, Figures: figures,
					DoneX: layout.Span{X: x + 14, W: 30}, DoingX: layout.Span{X: x + 14, W: 50}}
			}
			chip := layout.Box{Role: layout.ChipRole, X: x + 50, Y: y - 8, W: 40, H: 14, Lines: lines("chip", x+70, y+3, 12)}
			if set&fleeting == setOf("dimmed") {
				chip.States = []layout.State{layout.DimmedState}
			}
			b.Chips = []layout.Box{chip}
			d.Boxes = append(d.Boxes, b)
			next()
		}
	}
	y += stepY
	for _, kind := range []string{"next", "contains", "requires", "leads", "joins"} {
		for _, way := range []stateSet{0, setOf("way2"), setOf("way4"), setOf("way5", "guessed")} {
			if way != 0 && kind != "requires" {
				continue
			}
			for i, set := range []stateSet{0, setOf("highlighted"), setOf("dimmed")} {
				e := layout.Edge{Kind: kind, Path: layout.Path{Start: layout.Point{X: 20 + 240*float64(i), Y: y}}}
				for _, name := range (way | set).names() {
					e.States = append(e.States, layout.State(name))
				}
				e.Path.Line(200+240*float64(i), y+10)
				d.Edges = append(d.Edges, e)
			}
			y += 40
		}
	}
	d.Height = y
	return d
}

// without is a diagram without the states that a page sets.
func without(d *layout.Diagram) *layout.Diagram {
	bare := *d
	bare.Boxes, bare.Edges = nil, nil
	for _, b := range d.Boxes {
		b.States, b.Chips = nil, append([]layout.Box(nil), b.Chips...)
		for i := range b.Chips {
			b.Chips[i].States = nil
		}
		bare.Boxes = append(bare.Boxes, b)
	}
	for _, e := range d.Edges {
		var rest []layout.State
		for _, s := range e.States {
			if !setOf(string(s)).in(fleeting) {
				rest = append(rest, s)
			}
		}
		e.States = rest
		bare.Edges = append(bare.Edges, e)
	}
	return &bare
}

// marked is a page with the figure of a diagram that was drawn without states, whose
// groups then get the classes, and the marks, of what they are to look like.
func marked(t *testing.T, d *layout.Diagram, theme *themes.Theme) string {
	var b bytes.Buffer
	o := inPage
	if err := svg.Encode(t.Context(), &b, without(d), theme, o); err != nil {
		t.Fatal(err)
	}
	figure, known := b.String(), marks(theme, d.Language, d.View, o, anything)
	var out strings.Builder
	rest := figure
	set := func(class string, states []layout.State) {
		before, after, ok := strings.Cut(rest, ` class="`+class+`"`)
		if !ok {
			t.Fatalf("there is no %s", class)
		}
		out.WriteString(before + ` class="` + class)
		for _, s := range states {
			out.WriteString(" " + string(s))
		}
		out.WriteString(`"`)
		rest = after
	}
	for i, e := range d.Edges {
		class := "edge " + e.Kind
		for _, s := range without(d).Edges[i].States {
			class += " " + string(s)
		}
		set(class, e.States)
	}
	for _, box := range d.Boxes {
		set(string(box.Role), box.States)
		body, after, _ := strings.Cut(rest, "</g>")
		for strings.Contains(body, "<g") && strings.Count(body, "<g") > strings.Count(body, "</g>") { // shadows of text
			more, far, _ := strings.Cut(after, "</g>")
			body, after = body+"</g>"+more, far
		}
		out.WriteString(drawnMark.ReplaceAllString(body, ""))
		state := ""
		for _, s := range box.States {
			if setOf(string(s)).in(setOf("todo", "doing", "done", "skipped")) {
				state = string(s)
			}
		}
		if m, ok := known[string(box.Role)][state]; ok {
			corner := d.View.Point(layout.Point{X: box.X + box.W, Y: box.Y})
			fmt.Fprintf(&out, `<use href="#%s" class="mark" transform="translate(%g %g) scale(%g)"/>`, m.ID, corner.X+m.X, corner.Y+m.Y, m.Scale)
		}
		rest = "</g>" + after
		for _, c := range box.Chips {
			set("chip", c.States)
		}
	}
	out.WriteString(rest)
	return out.String()
}

var drawnMark = regexp.MustCompile(`<use [^>]*class="mark"[^>]*/>`)

// page is an HTML document that shows a figure as a picture and, below, another one as
// part of itself, with a style sheet.
func page(drawn []byte, marked, css string) string {
	return "<!doctype html><html><head><meta charset=utf-8><meta name=color-scheme content='light dark'><style>body{margin:0}svg,img{display:block}\n" + css +
		"</style></head><body><img src='data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(drawn) + "'>" + marked + "</body></html>"
}

// odd is a theme whose states change all that they can, as no sensible one does.
func odd(t *testing.T) *themes.Theme {
	theme, err := themes.Load(strings.NewReader(`
page: "#fafafa"
box: {text: "#222222", radius: 4}
title: {text: "#102030"}
title.highlighted: {textShadow: {dx: 3, dy: 3, sigma: 0, color: "#ff00ff"}}
title.dimmed: {textShadow: {dx: -2, dy: 1, sigma: 2, color: "#00aa00"}}
legend: {text: "#102030"}
chip: {fill: "#dddddd", text: "#000000", radius: 3}
section: {fill: "#3366ff80", shadow: {dx: 3, dy: 3, sigma: 2, color: "#ff0000"}}
section.skipped: {fill: none, stroke: "#00000044", width: 6}
topic.done: {fill: "#00cc88", radius: 12, shadow: {dx: -4, dy: 6, sigma: 3, color: "#00000088"}}
topic.skipped: {stroke: "#990000", width: 2, dash: [4, 2], fade: 0.5}
topic.dimmed: {fill: "#eeeeee", radius: 0}
subtopic: {fill: "#eeeeee", stroke: "#333333", width: 1, shadow: {dx: 6, dy: 6, sigma: 0, color: "#555555"}}
subtopic.optional: {stroke: "#0000ff", dash: [6, 3]}
subtopic.doing: {stroke: "#333333", dash: [], shadow: {dx: -6, dy: 0, sigma: 4}}
subtopic.highlighted: {text: "#ff0000", shadow: {color: none}}
more: {fill: "#ffffff", stroke: "#000000", width: 3, mark: mark-doing}
edge: {stroke: "#0a047a88", width: 3}
edge.requires: {arrow: true, dash: [3, 5]}
edge.highlighted: {stroke: "#ff0000", dash: []}
edge.dimmed: {stroke: "#cccccc", width: 1}
`), "odd.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

func shown(t *testing.T, width, height float64, document string, dark bool) image.Image {
	program := ""
	for _, of := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(of); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("chromium is not installed")
		}
		t.Skip("chromium is not installed")
	}
	// Not t.TempDir, which fails when a process on its way out still writes.
	dir, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(document), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1",
		fmt.Sprintf("--window-size=%d,%d", int(width), int(height)), "--user-data-dir=" + dir, "--screenshot=" + file + ".png", "file://" + file}
	if dark {
		args = append([]string{"--blink-settings=preferredColorScheme=0"}, args...)
	}
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	img, err := imagecmp.Read(file + ".png")
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// part is a part of a picture, cut to it.
func part(img image.Image, x, y, w, h float64) image.Image {
	cut := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	draw.Draw(cut, cut.Rect, img, image.Pt(int(x), int(y)), draw.Src)
	return cut
}

// TestLooksAsDrawn sets classes on a figure that was drawn without states, and holds
// what a browser shows of each box and line against the figure drawn with them, on
// light and on dark pages. The pictures of a failure are among the test's artifacts.
func TestLooksAsDrawn(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	for name, light := range map[string]*themes.Theme{"course": builtIn(t, "course"), "odd": odd(t)} {
		theme := light.WithNight(light.Counterpart())
		d := everyLook()
		if name == "odd" {
			d.View = layout.View{Scale: 0.8, X: 10, Y: 20}
		}
		var drawn bytes.Buffer
		if err := svg.Encode(t.Context(), &drawn, d, theme, svg.Options{}); err != nil {
			t.Fatal(err)
		}
		document := page(drawn.Bytes(), marked(t, d, theme), looks(theme, d.View, anything))
		for mode, dark := range map[string]bool{"light": false, "dark": true} {
			t.Run(name+"/"+mode, func(t *testing.T) {
				both := shown(t, d.Width, 2*d.Height, document, dark)
				compareParts(t, d, theme, part(both, 0, d.Height, d.Width, d.Height), part(both, 0, 0, d.Width, d.Height))
			})
		}
	}
}

// compareParts compares the place of each box and line: a look that is wrong shows
// there, however large the picture is. In a page the line around a box casts a shadow,
// too. A line that gets wider ends a little elsewhere below its head.
func compareParts(t *testing.T, d *layout.Diagram, theme *themes.Theme, got, want image.Image) {
	worst := map[string]imagecmp.Result{}
	hold := func(what string, most float64, x, y, w, h float64) {
		r, err := imagecmp.Compare(part(got, x, y, w, h), part(want, x, y, w, h))
		if err != nil {
			t.Fatal(err)
		}
		if kind := strings.Fields(what)[0]; r.MAD >= worst[kind].MAD {
			worst[kind] = r
		}
		if r.MAD > most {
			t.Errorf("%s: %v", what, r)
		}
	}
	at := func(what string, most float64, x, y, w, h float64) {
		p := d.View.Point(layout.Point{X: x, Y: y})
		hold(what, most, p.X, p.Y, d.View.Length(w), d.View.Length(h))
	}
	for _, b := range d.Boxes {
		var names []string
		for _, s := range b.States {
			names = append(names, string(s))
		}
		most := 0.25
		if style := theme.Style(string(b.Role), names...); style.IsLined() && style.HasShadow() {
			most = 1.5
		}
		at(fmt.Sprint("box ", b.Role, b.States), most, b.X-18, b.Y-18, b.W+36, b.H+36)
	}
	for _, e := range d.Edges {
		at(fmt.Sprint("line ", e.Kind, e.States), 1, e.Path.Start.X-10, e.Path.Start.Y-15, 200, 40)
	}
	t.Log(worst)
	if t.Failed() || testing.Verbose() {
		dir := t.ArtifactDir()
		_ = imagecmp.Write(filepath.Join(dir, "marked.png"), got)
		_ = imagecmp.Write(filepath.Join(dir, "drawn.png"), want)
		_ = imagecmp.Write(filepath.Join(dir, "difference.png"), imagecmp.Difference(got, want))
	}
}
