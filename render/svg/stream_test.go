package svg

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/themes"
)

// A figure that is drawn twice has the bytes of one whose body is held.
func TestLargeFigures(t *testing.T) {
	diagrams := sample.Cases()
	diagrams["figure"] = sample.Figure()
	courses, _ := filepath.Glob("../../graph/markdown/testdata/kinds/*/README.md")
	if len(courses) < 10 {
		t.Fatal("there are no courses to draw")
	}
	for i, file := range courses {
		if i%8 > 0 {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, _ := markdown.Parse(src, markdown.Options{})
		e, _ := engines.Lookup(engines.Default)
		d, _, err := engines.Layout(t.Context(), e, g, layout.Options{})
		if errors.Is(err, layout.ErrEmpty) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		diagrams[file] = d
	}
	for _, name := range []string{"course", "contrast"} {
		theme, _ := themes.Lookup(name)
		for of, d := range diagrams {
			for _, mode := range []TextMode{Embed, System, Paths} {
				var once, twice bytes.Buffer
				o := Options{Text: mode, Metadata: "é & so on"}
				if err := encode(t.Context(), &once, d, theme, o, 1<<30); err != nil {
					t.Fatal(err)
				}
				if err := encode(t.Context(), &twice, d, theme, o, 0); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(once.Bytes(), twice.Bytes()) {
					t.Errorf("%s in %s, mode %d: %d bytes, and %d when it is drawn twice", of, name, mode, once.Len(), twice.Len())
				}
			}
		}
	}
}

// A run in which a character has two glyphs is told of alike both times, though by then
// another is known.
func TestRetold(t *testing.T) {
	of := text.Paragraph{Size: 15, Spans: []text.Span{{Text: "aba", Weight: text.Medium}}}
	run := text.NewShaper(nil).Wrap(of, text.Limits{}).Lines[0].Runs[0]
	run.Glyphs[2].ID = run.Glyphs[1].ID
	run.Glyphs[2].Advance = run.Glyphs[1].Advance
	d := &layout.Diagram{Width: 100, Height: 100, Boxes: []layout.Box{{ID: "a", Role: layout.TopicRole, W: 50, H: 20,
		Lines: []layout.Line{{Text: "aba", X: 20, Y: 10, Width: 30, Size: 15, Runs: []text.Run{run}}}}}}
	var once, twice bytes.Buffer
	for b, held := range map[*bytes.Buffer]int{&once: 1 << 30, &twice: 0} {
		if err := encode(t.Context(), b, d, sample.Theme(), Options{}, held); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(once.Bytes(), twice.Bytes()) {
		t.Errorf("once:\n%s\ntwice:\n%s", once.Bytes(), twice.Bytes())
	}
}

// Drawing a large figure takes no memory for its body.
func TestLargeFiguresAreNotHeld(t *testing.T) {
	d := sample.Figure()
	boxes := d.Boxes
	for len(d.Boxes) < 20_000 {
		d.Boxes = append(d.Boxes, boxes...)
	}
	w := &largest{}
	c := newCanvas(d, Options{})
	if err := render.Paint(t.Context(), d, sample.Theme(), c.verbs()); err != nil || !c.large {
		t.Fatal(err, len(c.body))
	}
	if err := Encode(t.Context(), w, d, sample.Theme(), Options{}); err != nil {
		t.Fatal(err)
	}
	if w.most > mostHeld || w.all < 8*mostHeld {
		t.Errorf("%d bytes are written in pieces of up to %d", w.all, w.most)
	}
}

// largest is a writer that knows how much was written, and how much at once.
type largest struct{ all, most int }

func (l *largest) Write(b []byte) (int, error) {
	l.all, l.most = l.all+len(b), max(l.most, len(b))
	return len(b), nil
}
