package svg_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/render/svg/svgtest"
	"github.com/roadmapviz/roadmapviz/themes"
)

// A figure for a page is a good and smaller file, the same for boxes in any state but
// for the classes of their groups and their marks.
func TestPage(t *testing.T) {
	for name, d := range sample.Cases() {
		got := encode(t, d, svg.Options{Page: true, Metadata: ""})
		if err := svgtest.Check(got); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if plain := encode(t, d, svg.Options{}); len(d.Boxes) > 0 && len(got) > len(plain) {
			t.Errorf("%s: %d bytes for a page, %d without", name, len(got), len(plain))
		}
		for _, no := range []string{"<title>" + d.Title, "<desc", "textLength", "<?xml", "<!DOCTYPE"} {
			if bytes.Contains(got, []byte(no)) {
				t.Errorf("%s: the file has %q", name, no)
			}
		}
		bare := *d
		bare.Boxes = nil
		for _, b := range d.Boxes {
			b.States = nil
			bare.Boxes = append(bare.Boxes, b)
		}
		without := encode(t, &bare, svg.Options{Page: true})
		states := regexp.MustCompile(`class="([a-z]+)[^"]*"`)
		if a, b := states.ReplaceAll(got, []byte("$1")), states.ReplaceAll(without, []byte("$1")); !bytes.Equal(a, b) {
			line, g, w := firstDifference(a, b)
			t.Errorf("%s:%d: states change\n%s\n%s", name, line, g, w)
		}
	}
}

// The parts of a box have classes, and no colours.
func TestPageNamesParts(t *testing.T) {
	theme, _ := themes.Lookup("course")
	d := sample.Cases()["states"]
	b := &d.Boxes[0]
	b.States = []layout.State{layout.DoneState}
	b.Icons = []layout.Icon{{Name: "snake", X: b.X + 4, Y: b.Y + 10, W: 20, H: 20}}
	b.Bar = &layout.Bar{Track: layout.Area{X: b.X + 14, Y: b.Y + 50, W: 100, H: 6}, DoneX: layout.Span{X: b.X + 14, W: 20}, DoingX: layout.Span{X: b.X + 14, W: 20}, Figures: layout.Line{
		Text: "0/8", X: b.X + 140, Y: b.Y + 55, Width: 20, Size: 15,
		Runs: text.NewShaper(nil).Wrap(text.Paragraph{Size: 15, Spans: []text.Span{{Text: "0/8", Weight: text.Medium}}}, text.Limits{}).Lines[0].Runs,
	}}
	file := encodeIn(t, d, theme.WithNight(theme.Counterpart()), svg.Options{Page: true})
	if err := svgtest.Check(file); err != nil {
		t.Error(err)
	}
	_, group, _ := strings.Cut(string(file), `<g id="rv-plain" class="section done"`)
	group, _, _ = strings.Cut(group, "</g>")
	for _, part := range []string{"box", "plate", "icon", "track", "doing", "done", "figures", "mark"} {
		if !strings.Contains(group, `class="`+part+`"`) {
			t.Errorf("there is no %s in\n%s", part, group)
		}
	}
	if strings.Contains(group, "fill=") || strings.Contains(group, "stroke") {
		t.Errorf("the parts have colours:\n%s", group)
	}
	for _, m := range render.Marks(theme, "en") {
		if id := (svg.Options{}).IconID(m.Icon.Name); !bytes.Contains(file, []byte(`<g id="`+id+`"`)) {
			t.Errorf("the mark %s is missing", id)
		}
	}
}

// Marks are those of a learner's states, in a fixed order.
func TestMarks(t *testing.T) {
	theme, _ := themes.Lookup("course")
	var topic []string
	for _, m := range render.Marks(theme, "en") {
		if m.Role == "topic" {
			topic = append(topic, m.State+" "+m.Icon.Name)
		}
	}
	if got := strings.Join(topic, ", "); got != "doing mark-doing, done mark-done, skipped mark-skipped" {
		t.Errorf("the marks are %s", got)
	}
}
