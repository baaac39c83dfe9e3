package figure

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// The measures of the header of a sheet, px on the paper.
const (
	headText = 14.
	headGap  = 40. // between the title and the number, at least
	headRoom = 34. // from the margin to the figure
)

// heading heads a sheet with the title of what goes on there, if that is not "", and
// at the other side its number. The title stands where reading begins.
func (t fitter) heading(d *layout.Diagram, title, number string) {
	size := headText * t.most / d.View.Scale // what a view shows in its size
	shaper := text.NewShaper(t.fonts.all)
	set := func(s string, width float64) text.Line {
		block := shaper.Wrap(text.Paragraph{Spans: []text.Span{{Text: s, Weight: text.Regular}}, Size: size, Language: d.Language}, text.Limits{Width: width, MaxLines: 1})
		return block.Lines[0]
	}
	across, _ := t.room()
	across /= d.View.Scale
	left := (t.Margin - d.View.X) / d.View.Scale
	y := (t.Margin + headText - d.View.Y) / d.View.Scale
	add := func(s string, line text.Line, x float64) {
		if layout.RightToLeft(d.Language) {
			x = across - x
		}
		d.Boxes = append(d.Boxes, layout.Box{Role: layout.LegendRole, Label: s, Lines: []layout.Line{{
			Text: line.Text, X: layout.Snap(left + x), Y: layout.Snap(y), Width: layout.Snap(line.Width), Size: layout.Snap(size), Runs: line.Runs,
		}}})
	}
	digits := set(number, 0)
	if title != "" {
		if line := set(title, across-digits.Width-headGap/d.View.Scale); line.Text != "" {
			add(title, line, line.Width/2)
		}
	}
	add(number, digits, across-digits.Width/2)
}
