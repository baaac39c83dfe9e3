package svg

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Scripts can write any figures beside a bar: the typeface that is embedded for some
// has all digits, kerned as in them all.
func TestPageHasAllDigits(t *testing.T) {
	set := func(s string) layout.Line {
		of := text.Paragraph{Size: 15, Spans: []text.Span{{Text: s, Weight: text.Medium}}}
		return layout.Line{Text: s, Size: 15, Runs: text.NewShaper(nil).Wrap(of, text.Limits{}).Lines[0].Runs}
	}
	c := newCanvas(&layout.Diagram{Width: 100, Height: 100}, Options{Page: true})
	verbs := c.verbs().(render.Parted)
	verbs.Begin(render.Group{})
	verbs.Part(render.FiguresPart)
	verbs.Text(set("0/8"), themes.Style{Text: themes.Color{A: 255}})
	verbs.End()
	used := len(c.fonts.faces[0].glyphs)
	for _, s := range []string{"17/42", "9/1", "365/1024"} {
		for _, run := range set(s).Runs {
			ok, news := c.fonts.faces[0].check(&run)
			for i := range run.Glyphs[1:] {
				kern := run.Glyphs[i].Advance - c.fonts.faces[0].width(run.Glyphs[i].ID)
				if have := c.fonts.faces[0].kern[pair{run.Glyphs[i].ID, run.Glyphs[i+1].ID}]; have != kern {
					t.Errorf("%s: kerned by %d, not %d", s, have, kern)
				}
			}
			if c.fonts.addAll([]text.Run{run}); !ok || len(c.fonts.faces[0].glyphs) != used {
				t.Errorf("%s needs more than there is (new: %v)", s, news)
			}
		}
	}
}
