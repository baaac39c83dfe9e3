package svg

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Text writes a line as one <text> where its typeface can show all of it, else
// run by run, each as text or as outlines.
func (c *canvas) Text(l layout.Line, s themes.Style) {
	if s.Text.A == 0 || len(l.Runs) == 0 {
		return
	}
	switch {
	case c.mode == System:
		c.line(&l, s)
	case c.mode == Embed && c.fonts.addAll(l.Runs):
		c.line(&l, s)
	default:
		c.runs(&l, s)
	}
}

// line writes the whole line as text around its middle.
func (c *canvas) line(l *layout.Line, s themes.Style) {
	b := append(c.body, "<text"...)
	b = appendAttr(b, "x", l.X)
	b = appendAttr(b, "y", l.Y)
	b = appendAttr(b, "font-size", l.Size)
	// Runs stand in visual order, texts in logical order. Where these differ
	// the line is left to the browser, in one weight.
	rtl := slices.ContainsFunc(l.Runs, func(r text.Run) bool { return r.RTL })
	mixed := !rtl && slices.ContainsFunc(l.Runs, func(r text.Run) bool { return r.Weight != l.Runs[0].Weight })
	if !mixed {
		b = appendWeight(b, l.Runs[0].Weight)
	}
	b = appendPaint(b, "fill", s.Text)
	b = appendLength(b, l.Width)
	if rtl {
		b = append(b, ` unicode-bidi="plaintext"`...) // the line's own direction
	}
	b = c.appendLineShadow(b, l, s)
	b = appendSpace(b, l.Text)
	b = append(b, '>')
	if mixed {
		b = appendRuns(b, l.Runs)
	} else {
		b = appendEscaped(b, l.Text)
	}
	c.body = append(b, "</text>\n"...)
}

// appendRuns appends the texts of runs, those of another weight than Regular in
// a <tspan>.
func appendRuns(b []byte, runs []text.Run) []byte {
	for i := range runs {
		r := &runs[i]
		if r.Weight == text.Regular {
			b = appendEscaped(b, r.Text)
			continue
		}
		b = append(b, "<tspan"...)
		b = append(appendWeight(b, r.Weight), '>')
		b = append(appendEscaped(b, r.Text), "</tspan>"...)
	}
	return b
}

// runs writes a group with each run in its place, as text where that shows
// what was laid out and as outlines where not. The group says the text to
// those who cannot see outlines.
func (c *canvas) runs(l *layout.Line, s themes.Style) {
	b := append(c.body, "<g"...)
	b = appendPaint(b, "fill", s.Text)
	b = c.appendLineShadow(b, l, s)
	b = appendText(b, "aria-label", l.Text)
	c.body = append(b, ">\n"...)
	left := l.X - l.Width/2
	for i := range l.Runs {
		r := &l.Runs[i]
		if c.mode == Embed && c.fonts.add(r) {
			c.body = appendRunText(c.body, r, left+r.X, l.Y)
		} else {
			c.outlines(r, left+r.X, l.Y)
		}
	}
	c.body = append(c.body, "</g>\n"...)
}

func appendRunText(b []byte, r *text.Run, x, y float64) []byte {
	if strings.TrimSpace(r.Text) == "" {
		return b
	}
	b = append(b, "<text"...)
	b = appendAttr(b, "x", x)
	b = appendAttr(b, "y", y)
	b = appendAttr(b, "font-size", r.Size)
	b = appendWeight(b, r.Weight)
	b = append(b, ` text-anchor="start"`...)
	b = appendLength(b, r.Width)
	b = append(appendSpace(b, r.Text), '>')
	return append(appendEscaped(b, r.Text), "</text>\n"...)
}

func appendWeight(b []byte, w text.Weight) []byte {
	if w == text.Regular {
		return b
	}
	return appendAttr(b, "font-weight", float64(w))
}

// appendLength keeps text in its place when it is shown in another typeface: one
// that the reader has, or that stands in for an embedded one that is refused.
func appendLength(b []byte, width float64) []byte {
	b = appendAttr(b, "textLength", width)
	return append(b, ` lengthAdjust="spacingAndGlyphs"`...)
}

// appendSpace keeps spaces that SVG would drop or join.
func appendSpace(b []byte, s string) []byte {
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || strings.Contains(s, "  ") {
		b = append(b, ` xml:space="preserve"`...)
	}
	return b
}

func (c *canvas) appendLineShadow(b []byte, l *layout.Line, s themes.Style) []byte {
	if s.TextShadow.Color.A == 0 {
		return b
	}
	b = append(b, ` filter="url(#`...)
	return append(c.appendTextShadow(b, s.TextShadow, l), `)"`...)
}
