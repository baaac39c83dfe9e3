package png

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/themes"
)

// drawn is all pixels of a diagram that is drawn in bands of so many rows.
func drawn(t *testing.T, d *layout.Diagram, theme *themes.Theme, scale, rows int) []uint8 {
	t.Helper()
	p, err := newPicture(t.Context(), d, theme, scale, rows)
	if err != nil {
		t.Fatal(err)
	}
	var all []uint8
	if err := p.draw(t.Context(), func(pix []uint8) error { all = append(all, pix...); return nil }); err != nil {
		t.Fatal(err)
	}
	if len(all) != 4*p.width*p.height {
		t.Fatalf("%d bytes for %d by %d pixels", len(all), p.width, p.height)
	}
	return all
}

// A picture in bands is the picture in one piece.
func TestBands(t *testing.T) {
	cases := sample.Cases()
	cases["tall"] = tall()
	themes := map[string]*themes.Theme{"course": sample.Theme(), "lines": lines(t)}
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		for _, of := range slices.Sorted(maps.Keys(themes)) {
			for scale := 1; scale <= 3; scale += 2 {
				d, theme := cases[name], themes[of]
				width, height := pixelsOf(d, scale)
				whole := drawn(t, d, theme, scale, height)
				heights := []int{7, bandRows(width, height, scale)}
				if scale == 1 {
					heights = append(heights, 1, 100)
				}
				for _, rows := range heights {
					got := drawn(t, d, theme, scale, rows)
					if bytes.Equal(got, whole) {
						continue
					}
					at := 0
					for got[at] == whole[at] {
						at++
					}
					at /= 4
					t.Errorf("%s, %s, scale %d, bands of %d rows: the pixel %d, %d is %v, want %v", name, of, scale, rows, at%width, at/width, got[4*at:][:4], whole[4*at:][:4])
				}
			}
		}
	}
}

// A picture that is drawn a second time to be written, because its runs were too many, is
// the same file.
func TestDrawnTwice(t *testing.T) {
	p, err := newPicture(t.Context(), sample.Figure(), sample.Theme(), 1, 64)
	if err != nil {
		t.Fatal(err)
	}
	s := newSurvey()
	if err := p.draw(t.Context(), func(pix []uint8) error { s.row(pix); return nil }); err != nil {
		t.Fatal(err)
	}
	var kept, again bytes.Buffer
	if err := errors.Join(p.pack(t.Context(), &kept, s.pixels(), &s.runs), p.pack(t.Context(), &again, s.pixels(), &runs{lost: true})); err != nil {
		t.Fatal(err)
	}
	if kept.Len() == 0 || !bytes.Equal(kept.Bytes(), again.Bytes()) {
		t.Errorf("%d and %d bytes", kept.Len(), again.Len())
	}
}

// tall is a diagram of lines and boxes that are higher than many bands: upright, at a
// slant, bent, there and back, and beyond the page.
func tall() *layout.Diagram {
	d := &layout.Diagram{Width: 400, Height: 600}
	r := rand.New(rand.NewPCG(1, 2))
	at := func(v float64) float64 { return layout.Snap(v) }
	for i := range 15 {
		p := layout.Path{Start: layout.Point{X: at(400 * r.Float64()), Y: at(600*r.Float64() - 20)}}
		for j := range 2 + i%4 {
			to := layout.Point{X: at(400 * r.Float64()), Y: at(640*r.Float64() - 20)}
			last := p.End()
			switch (i + j) % 3 {
			case 0:
				p.Line(last.X, to.Y)
			case 1:
				p.Line(to.X, to.Y)
			case 2:
				p.Segments = append(p.Segments, layout.Segment{Cubic: true, C1: layout.Point{X: last.X, Y: to.Y}, C2: layout.Point{X: to.X, Y: last.Y}, P: to})
			}
		}
		kind := []string{"contains", "requires", "next"}[i%3]
		d.Edges = append(d.Edges, layout.Edge{From: fmt.Sprint(i), To: fmt.Sprint(i + 1), Kind: kind, Path: p})
	}
	for i, role := range []layout.Role{layout.GroupRole, layout.SectionRole, layout.TopicRole, layout.ChipRole} {
		for j, y := range []float64{-30, 100.25} {
			d.Boxes = append(d.Boxes, layout.Box{ID: fmt.Sprint(i, j), Role: role, X: 20 + 90*float64(i), Y: y + 3.3*float64(i), W: 60.5, H: 300 + 170*float64(j)})
		}
	}
	return d
}

// lines is a theme in which everything that can be has shadows, round corners, dashes and
// translucent colours.
func lines(t *testing.T) *themes.Theme {
	t.Helper()
	var b strings.Builder
	b.WriteString("extends: course\n")
	for _, role := range []string{"title", "section", "topic", "chip", "group"} {
		fmt.Fprintf(&b, `%s: {fill: "#5aa0c88c", radius: 9.3, stroke: "#c8281478", width: 2.4, dash: [7.3, 3.1], shadow: {dx: 2.2, dy: 3.7, sigma: 2.9, color: "#0000005a"}, textShadow: {dx: 1.2, dy: 2.7, sigma: 1.4, color: "#0000005a"}}`+"\n", role)
	}
	for _, kind := range []string{"contains", "requires"} {
		fmt.Fprintf(&b, `edge.%s: {stroke: "#c8281478", width: 2.4, dash: [7.3, 3.1]}`+"\n", kind)
	}
	theme, err := themes.Load(strings.NewReader(b.String()), "lines.yaml")
	if err != nil {
		t.Fatal(err)
	}
	theme.Page = themes.Color{}
	return theme
}

// Of a tall dashed line no more is walked than is near the band.
func TestStrandIsWalkedInStretches(t *testing.T) {
	var o outline
	o.moveTo(10, 10)
	o.lineTo(10, 100_000)
	s := newStrand(&o, image.Rect(0, 0, 20, 100_010), []float64{8, 4})
	if want := 2 * 100_000 / 12 / stretch; len(s.marks) < want || len(s.marks) > want+2 {
		t.Errorf("%d marks, want about %d", len(s.marks), want)
	}
	var near outline
	s.near(rows{50_000, 50_064}, &near)
	if n := len(near.starts); n < 5 || n > 7 {
		t.Errorf("%d dashes of 64 pixels", n)
	}
	if math.Abs(float64(near.points[0].Y)/64-50_000) > 13 {
		t.Errorf("the first begins at %v", near.points[0])
	}
}

// Lines along all of a page are drawn with each band: a page has no more bands for being
// twice as high.
func TestHighPagesHaveHighBands(t *testing.T) {
	for _, height := range []int{200_000, 1_000_000, 4_000_000} {
		if n := height / bandRows(960, height, 1); n > 2100 {
			t.Errorf("%d rows are drawn in %d bands", height, n)
		}
	}
	if n := bandRows(960, 2000, 2); n != 128 {
		t.Errorf("a page of usual height has bands of %d rows", n)
	}
}
