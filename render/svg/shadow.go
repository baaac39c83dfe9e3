package svg

import (
	"math"
	"strconv"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// reach is how far a Gaussian is drawn, in standard deviations. Beyond it lies
// less than a grey level of a black shadow.
const reach = 3

// boxShadow is one filter: a shadow, and the room around the box that it
// needs, as fractions of the box's width and height.
type boxShadow struct {
	shadow themes.Shadow
	mx, my float64
}

// appendBoxShadow appends the id of the filter for a box and sees to it that it
// is defined. The room is rounded up to a power of two, so that boxes of many
// sizes share a few filters and none costs more than about twice its pixels.
func (c *canvas) appendBoxShadow(b []byte, s themes.Shadow, r render.Rect) []byte {
	room := func(offset, size float64) float64 {
		need, room := math.Abs(offset)+float64(reach*s.Sigma)+1, 0.25
		for float64(room*max(size, 1)) < need {
			room *= 2
		}
		return room
	}
	key := boxShadow{s, room(s.DX, r.W), room(s.DY, r.H)}
	n, known := c.filters[key]
	if !known {
		n = len(c.filters) + 1
		c.filters[key] = n
	}
	id := c.ownID("shadow-", n)
	if !known {
		c.defs = append(append(append(c.defs, `<filter id="`...), id...), '"')
		c.defs = appendRegion(c.defs, -key.mx, -key.my, 1+2*key.mx, 1+2*key.my)
		c.defs = appendShadowSteps(c.defs, s)
	}
	return append(b, id...)
}

// ownID is the id of something that the file itself needs. The underscore
// keeps it from meeting the id of a node.
func (c *canvas) ownID(name string, n int) string {
	return c.prefix + "_" + name + strconv.Itoa(n)
}

// appendTextShadow defines the filter of one line of text and appends its id. A
// line's box differs from renderer to renderer, so the room is given in px.
func (c *canvas) appendTextShadow(b []byte, s themes.Shadow, l *layout.Line) []byte {
	c.shadowedLines++
	id := c.ownID("text-shadow-", c.shadowedLines)
	room := l.Size + float64(reach*s.Sigma) + max(math.Abs(s.DX), math.Abs(s.DY))
	c.defs = append(c.defs, `<filter id="`...)
	c.defs = append(append(c.defs, id...), `" filterUnits="userSpaceOnUse"`...)
	c.defs = appendRegion(c.defs, math.Floor(l.X-l.Width/2-room), math.Floor(l.Y-l.Size-room),
		math.Ceil(l.Width+2*room), math.Ceil(float64(1.5*l.Size)+2*room))
	c.defs = appendShadowSteps(c.defs, s)
	return append(b, id...)
}

func appendRegion(b []byte, x, y, w, h float64) []byte {
	b = appendAttr(b, "x", x)
	b = appendAttr(b, "y", y)
	b = appendAttr(b, "width", w)
	return appendAttr(b, "height", h)
}

// appendShadowSteps appends the rest of a filter. It spells the shadow out
// because feDropShadow makes boxes vanish in some renderers, and blurs in sRGB
// as CSS does.
func appendShadowSteps(b []byte, s themes.Shadow) []byte {
	b = append(b, ` color-interpolation-filters="sRGB"><feGaussianBlur in="SourceAlpha"`...)
	b = appendAttr(b, "stdDeviation", s.Sigma)
	b = append(b, "/><feOffset"...)
	b = appendAttr(b, "dx", s.DX)
	b = appendAttr(b, "dy", s.DY)
	b = append(b, "/><feComponentTransfer>"...)
	for _, f := range []struct {
		name  string
		value uint8
	}{{"R", s.Color.R}, {"G", s.Color.G}, {"B", s.Color.B}} {
		if f.value > 0 { // the blurred alpha is black
			b = append(append(b, "<feFunc"...), f.name...)
			b = append(b, ` type="linear" slope="0" intercept="`...)
			b = append(appendFraction(b, f.value), `"/>`...)
		}
	}
	b = append(b, `<feFuncA type="linear" slope="`...)
	b = append(appendFraction(b, s.Color.A), `"/></feComponentTransfer>`...)
	return append(b, `<feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>`+"\n"...)
}
