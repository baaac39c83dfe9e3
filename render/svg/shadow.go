package svg

import (
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// A shadow is a copy of what casts it, in the shadow's colour and place and
// blurred by a filter of that one step. What knows no filters shows it sharp;
// filters of more steps make some readers move boxes, or leave them out.

// reach is how far a Gaussian is drawn, in standard deviations. Beyond it lies
// less than a grey level of a black shadow.
const reach = 3

// boxShadow is one filter: a blur, and the room around the box that it needs, as
// fractions of the box's width and height.
type boxShadow struct{ sigma, mx, my float64 }

// boxShadow writes the shadow of a box. The filter's room is rounded up to a power
// of two, so that boxes of many sizes share a few filters and none costs more than
// about twice its pixels.
func (c *canvas) boxShadow(r render.Rect, s themes.Style, color paint) {
	r.X, r.Y = r.X+s.Shadow.DX, r.Y+s.Shadow.DY
	b := c.appendRect(append(c.body, "<rect"...), r, s.Radius)
	b = c.appendPaint(b, color)
	if sigma := s.Shadow.Sigma; sigma > 0 {
		room := func(size float64) float64 {
			need, room := float64(reach*sigma)+1, 0.25
			for float64(room*max(size, 1)) < need {
				room *= 2
			}
			return room
		}
		key := boxShadow{sigma, room(r.W), room(r.H)}
		n := slices.Index(c.filters, key) + 1
		if n == 0 {
			c.filters = append(c.filters, key)
			n = len(c.filters)
			c.defs = append(c.appendOwnID(append(c.defs, `<filter id="`...), "shadow-", n), '"')
			c.defs = appendRegion(c.defs, -key.mx, -key.my, 1+2*key.mx, 1+2*key.my)
			c.defs = appendBlur(c.defs, sigma)
		}
		b = c.appendFilter(b, "shadow-", n)
	}
	c.body = append(b, "/>\n"...)
}

// textShadow writes the shadow of the writing that has the id that it returns. A
// line's box differs from reader to reader, so the filter's room is given in px.
func (c *canvas) textShadow(l *layout.Line, s themes.Shadow, color paint) (id string) {
	c.shadowedLines++
	id = c.ownID("text-", c.shadowedLines)
	b := c.appendUse(c.body, id)
	b = appendAttr(b, "x", s.DX)
	b = appendAttr(b, "y", s.DY)
	b = c.appendLook(b, castPart, color)
	if s.Sigma > 0 {
		room := l.Size + float64(reach*s.Sigma) + max(math.Abs(s.DX), math.Abs(s.DY))
		c.defs = c.appendOwnID(append(c.defs, `<filter id="`...), "text-shadow-", c.shadowedLines)
		c.defs = append(c.defs, `" filterUnits="userSpaceOnUse"`...)
		c.defs = appendRegion(c.defs, math.Floor(l.X-l.Width/2-room), math.Floor(l.Y-l.Size-room),
			math.Ceil(l.Width+2*room), math.Ceil(float64(1.5*l.Size)+2*room))
		c.defs = appendBlur(c.defs, s.Sigma)
		b = c.appendFilter(b, "text-shadow-", c.shadowedLines)
	}
	c.body = append(b, "/>\n"...)
	return id
}

func appendRegion(b []byte, x, y, w, h float64) []byte {
	b = appendAttr(b, "x", x)
	b = appendAttr(b, "y", y)
	b = appendAttr(b, "width", w)
	return appendAttr(b, "height", h)
}

// appendBlur appends the rest of a filter, which blurs in sRGB as CSS does.
func appendBlur(b []byte, sigma float64) []byte {
	b = append(b, ` color-interpolation-filters="sRGB"><feGaussianBlur`...)
	return append(appendAttr(b, "stdDeviation", sigma), "/></filter>\n"...)
}

func (c *canvas) appendFilter(b []byte, name string, n int) []byte {
	return append(c.appendOwnID(append(b, ` filter="url(#`...), name, n), `)"`...)
}
