package text

import (
	"math"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
)

func embeddedFaces() []*Face {
	e := embedded()
	return []*Face{e.regular, e.medium, e.symbols}
}

// TestFace compares the two readers of the embedded faces: all characters,
// widths and outlines.
func TestFace(t *testing.T) {
	for _, f := range embeddedFaces() {
		full := f.full()
		if !f.Embedded() || f.UnitsPerEm != float64(full.Upem()) || len(f.Data()) == 0 {
			t.Errorf("%s: %+v", f.Family, f)
		}
		shaper := <-f.shapers()
		for r := rune(0); r < 0x3000; r++ {
			want, ok := full.NominalGlyph(r)
			if got, found := f.Glyph(r); found != (ok && want != 0) || found && got != uint32(want) {
				t.Errorf("%s: %U is glyph %d, want %d", f.Family, r, got, want)
			}
		}
		for g := range uint32(f.tables().NumGlyphs()) {
			if r, ok := f.Rune(g); ok {
				if back, _ := f.Glyph(r); back != g {
					t.Errorf("%s: glyph %d is %U, which is glyph %d", f.Family, g, r, back)
				}
			}
			if got, want := f.Outline(g), f.fullOutline(g); !near(got, want) {
				t.Errorf("%s: the outline of glyph %d differs:\n%v\n%v", f.Family, g, got, want)
			}
			if got, want := f.Advance(g), shaper.Face().HorizontalAdvance(font.GID(g)); float32(got) != want {
				t.Errorf("%s: glyph %d is %d wide, want %v", f.Family, g, got, want)
			}
		}
		f.shapers() <- shaper
		if o := f.Outline(1 << 20); len(o) != 0 {
			t.Errorf("%s: a glyph that does not exist has an outline", f.Family)
		}
	}
}

// near compares outlines; readers differ in whether they draw a closing line,
// and whether a component's scale is also its offset's.
func near(a, b []Segment) bool {
	return slices.EqualFunc(open(a), open(b), func(a, b Segment) bool {
		for i, p := range a.Points {
			if math.Abs(float64(p.X-b.Points[i].X)) > 3 || math.Abs(float64(p.Y-b.Points[i].Y)) > 3 {
				return false
			}
		}
		return a.Verb == b.Verb
	})
}

// open leaves out lines that lead to where they start.
func open(s []Segment) (out []Segment) {
	var start, at Point
	for i, seg := range s {
		end := seg.Points[seg.Verb.points()-1]
		switch {
		case seg.Verb == MoveTo:
			start = end
		case seg.Verb == LineTo && (end == at || end == start && (i+1 == len(s) || s[i+1].Verb == MoveTo)):
			continue
		}
		out = append(out, seg)
		at = end
	}
	return out
}

// TestCoverage names what the embedded faces must have.
func TestCoverage(t *testing.T) {
	for _, r := range "AZaz09ÀÿĀžȘșΑωΆώЀӿҐẠỹ–—‘’“”„…•€₽№™½⅓" {
		for _, f := range embeddedFaces()[:2] {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%s %d has no %q", f.Family, f.Weight, r)
			}
		}
	}
	for _, r := range "←↑→↓↔⇒∀∃∈∑√∞≈≠≤≥⊂①⑨─│└■□▲●★☆☐☑✓✔✗✘❤➜" {
		if (*Fonts)(nil).find(r, Regular, "") == nil {
			t.Errorf("no embedded face has %q", r)
		}
	}
}
