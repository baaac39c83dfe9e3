package render

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// MaxCoordinate is the greatest coordinate that can be drawn, px. Formats and browsers
// have them in 32 bits with 6 binary places. Browsers that hold them as 32-bit
// floating-point numbers show the last half of that to 2 px.
const MaxCoordinate = 1<<25 - 1

// maxTextSize is the size of text, px per em, beyond which it is taken for a mistake.
const maxTextSize = 1000

// Check tells whether a diagram can be drawn: it has an area, every coordinate
// is a number of sensible size, and text is set in glyphs (which a diagram read
// from JSON lacks). One that is too large is a [*graph.LimitError]. Encoders call it
// before they write anything.
func Check(d *layout.Diagram) error {
	if !(d.Width > 0 && d.Height > 0) { // NaN too
		return errors.New("the diagram has no area to draw")
	}
	if side := max(d.Width, d.Height); side > MaxCoordinate {
		return &graph.LimitError{What: "px", Is: int64(min(side, 1<<62)), Most: MaxCoordinate,
			Says: fmt.Sprintf("the figure would measure %.0f by %.0f px, and at most %d can be drawn: draw less of it, such as one part or fewer topics", d.Width, d.Height, MaxCoordinate)}
	}
	for i := range d.Boxes {
		if !saneBox(&d.Boxes[i]) {
			return fmt.Errorf("box %q has a position or size that cannot be drawn", d.Boxes[i].ID)
		}
		if l, ok := withoutGlyphs(&d.Boxes[i]); ok {
			return fmt.Errorf("box %q has a line without glyphs: %q", d.Boxes[i].ID, l)
		}
	}
	for _, k := range d.Legend {
		if !saneBox(&k.Box) || !sanePath(k.Line.Path) || !sane(k.Text.X, k.Text.Y, k.Text.Width) || !(k.Text.Size > 0 && k.Text.Size <= maxTextSize) {
			return fmt.Errorf("the legend's %q has a position or size that cannot be drawn", k.Text.Text)
		}
		if k.Text.Text != "" && len(k.Text.Runs) == 0 {
			return fmt.Errorf("the legend has a line without glyphs: %q", k.Text.Text)
		}
	}
	for i := range d.Edges {
		for _, l := range d.Edges[i].Lines {
			if l.Text != "" && len(l.Runs) == 0 {
				return fmt.Errorf("the edge from %q to %q has a label without glyphs: %q", d.Edges[i].From, d.Edges[i].To, l.Text)
			}
		}
		if !sanePath(d.Edges[i].Path) || !saneLines(d.Edges[i].Lines) {
			return fmt.Errorf("the edge from %q to %q has a point that cannot be drawn", d.Edges[i].From, d.Edges[i].To)
		}
	}
	return nil
}

// withoutGlyphs finds a text in a box, or in its chips, that has no glyphs.
func withoutGlyphs(b *layout.Box) (string, bool) {
	lines := b.Lines
	if b.Bar != nil {
		lines = append(slices.Clip(lines), b.Bar.Figures)
	}
	for _, l := range lines {
		if l.Text != "" && len(l.Runs) == 0 {
			return l.Text, true
		}
	}
	for i := range b.Chips {
		if l, ok := withoutGlyphs(&b.Chips[i]); ok {
			return l, true
		}
	}
	return "", false
}

func saneBox(b *layout.Box) bool {
	ok := sane(b.X, b.Y, b.W, b.H) && b.W >= 0 && b.H >= 0 && saneLines(b.Lines)
	if bar := b.Bar; bar != nil {
		ok = ok && sane(bar.Track.X, bar.Track.Y, bar.Track.W, bar.Track.H, bar.DoneX.X, bar.DoneX.W, bar.DoingX.X, bar.DoingX.W) && bar.Track.W >= 0 && bar.Track.H >= 0
		ok = ok && sane(bar.Figures.X, bar.Figures.Y, bar.Figures.Width) && bar.Figures.Size > 0 && bar.Figures.Size <= maxTextSize
	}
	for _, i := range b.Icons {
		ok = ok && sane(i.X, i.Y, i.W, i.H) && i.W >= 0 && i.H >= 0
	}
	for i := range b.Chips {
		ok = ok && saneBox(&b.Chips[i])
	}
	return ok
}

func saneLines(lines []layout.Line) bool {
	for _, l := range lines {
		if !sane(l.X, l.Y, l.Width) || !(l.Size > 0 && l.Size <= maxTextSize) {
			return false
		}
	}
	return true
}

func sanePath(p layout.Path) bool {
	ok := sane(p.Start.X, p.Start.Y)
	for _, s := range p.Segments {
		ok = ok && sane(s.C1.X, s.C1.Y, s.C2.X, s.C2.Y, s.P.X, s.P.Y)
	}
	return ok
}

func sane(values ...float64) bool {
	for _, v := range values {
		if !(math.Abs(v) <= MaxCoordinate) {
			return false
		}
	}
	return true
}
