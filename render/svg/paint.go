package svg

import (
	"slices"
	"strconv"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// paint is a colour of an element, and the one that it has on dark pages.
type paint struct {
	name       string // "fill" or "stroke"
	day, night themes.Color
}

func fill(day, night themes.Color) paint { return paint{"fill", day, night} }

func (p paint) isSeen() bool { return p.day.A > 0 || p.night.A > 0 }

// change is what style sheets alone say of elements: the size of text in browsers,
// px, and declarations for dark pages. What reads no style sheets shows the
// attributes.
type change struct {
	size  float64 // 0 for the attribute's
	night string
}

// appendPaint appends the attributes of an element's colours, and a class where
// these are others on dark pages.
func (c *canvas) appendPaint(b []byte, paints ...paint) []byte {
	b, night := c.appendColors(b, paints)
	return c.appendClass(b, change{night: night})
}

// appendColors appends attributes, and returns what of them changes by night.
func (c *canvas) appendColors(b []byte, paints []paint) (_ []byte, changes string) {
	var night []byte
	for _, p := range paints {
		b = append(append(append(b, ' '), p.name...), `="`...)
		b = append(c.appendColor(b, p.day), '"')
		if isTranslucent(p.day) && !c.page {
			b = append(append(append(b, ' '), p.name...), `-opacity="`...)
			b = append(appendFraction(b, p.day.A), '"')
		}
		if p.night == p.day {
			continue
		}
		if len(night) > 0 {
			night = append(night, ';')
		}
		night = append(append(night, p.name...), ':')
		night = c.appendColor(night, p.night)
		if (isTranslucent(p.night) || isTranslucent(p.day)) && !c.page {
			night = append(append(append(night, ';'), p.name...), "-opacity:"...)
			night = appendFraction(night, p.night.A)
		}
	}
	return b, string(night)
}

// appendClass appends the class of all elements that change alike.
func (c *canvas) appendClass(b []byte, of change) []byte {
	if of == (change{}) {
		return b
	}
	n := slices.Index(c.changes, of) + 1
	if n == 0 {
		c.changes = append(c.changes, of)
		n = len(c.changes)
	}
	b = append(b, ` class="`...)
	return append(c.appendOwnID(b, "", n), '"')
}

// appendSizes appends the rules for the sizes of text.
func (c *canvas) appendSizes(b []byte) []byte {
	for i, of := range c.changes {
		if of.size > 0 {
			b = append(c.appendOwnID(append(b, '.'), "", i+1), "{font-size:"...)
			b = append(layout.AppendNumber(b, of.size), "px}\n"...)
		}
	}
	return b
}

// appendNight appends the rules for dark pages.
func (c *canvas) appendNight(b []byte) []byte {
	for i, of := range c.changes {
		if of.night != "" {
			b = append(c.appendOwnID(append(b, '.'), "", i+1), '{')
			b = append(append(b, of.night...), "}\n"...)
		}
	}
	return b
}

func isTranslucent(c themes.Color) bool { return c.A > 0 && c.A < 255 }

// ownID is the id or class of something that the file itself needs. The underscore
// keeps it from meeting the id of a node.
func (c *canvas) ownID(name string, n int) string { return string(c.appendOwnID(nil, name, n)) }

func (c *canvas) appendOwnID(b []byte, name string, n int) []byte {
	b = append(append(append(b, c.prefix...), '_'), name...)
	return strconv.AppendInt(b, int64(n), 10)
}
