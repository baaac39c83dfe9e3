package png

import (
	"encoding/binary"
	"image"
	"math"

	"github.com/fogleman/gg"
	"golang.org/x/image/math/fixed"
)

// strand is a tall dashed line. Where a dash lies depends on all before it; to find those
// near a band without them, a strand remembers how far it was at every so many.
type strand struct {
	top, bottom int // of its area on the page
	parts       [][]gg.Point
	dashes      []float64
	marks       []mark
}

// mark is where a stretch of dashes begins, with the rows that the stretch touches.
type mark struct {
	at   dashing
	part int
	rows
}

// stretch is how many dashes and gaps there are from one mark to the next.
const stretch = 64

// strand is that of a tall outline, made when it is first met. It is forgotten when the
// bands are past it.
func (b *brush) strand(o *outline, area image.Rectangle, dashes []float64) *strand {
	b.key = b.key[:0]
	number := func(v int) { b.key = binary.LittleEndian.AppendUint32(b.key, uint32(v)) }
	number(area.Min.X)
	number(area.Min.Y)
	number(len(dashes))
	for _, d := range dashes {
		b.key = binary.LittleEndian.AppendUint64(b.key, math.Float64bits(d))
	}
	for _, start := range o.starts {
		number(start)
	}
	for _, p := range o.points {
		number(int(p.X))
		number(int(p.Y))
	}
	if s, ok := b.strands[string(b.key)]; ok {
		return s
	}
	if b.strands == nil {
		b.strands = map[string]*strand{}
	}
	s := newStrand(o, area, dashes)
	b.strands[string(b.key)] = s
	return s
}

func newStrand(o *outline, area image.Rectangle, dashes []float64) *strand {
	s := &strand{top: area.Min.Y, bottom: area.Max.Y, dashes: dashes}
	var piece []gg.Point
	o.parts(func(points []fixed.Point26_6) {
		part := make([]gg.Point, len(points))
		for i, p := range points {
			part[i] = gg.Point{X: float64(p.X) / 64, Y: float64(p.Y) / 64}
		}
		s.parts = append(s.parts, part)
		for d, more := (dashing{at: part[0], next: 1}), true; more; {
			m := mark{d, len(s.parts) - 1, rows{math.MaxInt, math.MinInt}}
			for n := 0; n < stretch && more; n++ {
				piece, _, more = d.step(piece[:0], part, dashes)
				for _, p := range piece {
					m.top, m.bottom = min(m.top, int(math.Floor(p.Y))), max(m.bottom, int(math.Ceil(p.Y)))
				}
			}
			s.marks = append(s.marks, m)
		}
	})
	return s
}

// near adds the dashes that touch some rows to an outline.
func (s *strand) near(r rows, to *outline) {
	var piece []gg.Point
	var points []fixed.Point26_6
	for _, m := range s.marks {
		if m.bottom < r.top || m.top > r.bottom {
			continue
		}
		drawn, more := false, true
		for n := 0; n < stretch && more; n++ {
			piece, drawn, more = m.at.step(piece[:0], s.parts[m.part], s.dashes)
			if !drawn {
				continue
			}
			points = points[:0]
			for _, p := range piece {
				points = append(points, p.Fixed())
			}
			to.stroking(points, r)
		}
	}
}

// dashing is how far one is along a line of several pieces, as gg goes.
type dashing struct {
	at   gg.Point
	next int     // the point that one is going to
	dash int     // the dash or gap that one is in
	done float64 // of it
}

// step goes to the end of the dash or the gap, of which it appends the points. It tells
// whether there is something to be drawn, and whether the line goes on.
func (d *dashing) step(piece, line []gg.Point, dashes []float64) (_ []gg.Point, drawn, more bool) {
	piece = append(piece, d.at)
	drawn = d.dash%2 == 0
	for d.next < len(line) {
		to := line[d.next]
		length, left := d.at.Distance(to), dashes[d.dash]-d.done
		if length > left {
			d.at = d.at.Interpolate(to, left/length)
			d.done, d.dash = 0, (d.dash+1)%len(dashes)
			return append(piece, d.at), drawn, true
		}
		piece = append(piece, to)
		d.at = to
		d.done += length
		d.next++
	}
	return piece, drawn && len(piece) > 1, false
}
