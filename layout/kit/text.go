package kit

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/slab"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

const (
	lineHeight = 1.2          // em from baseline to baseline
	capHeight  = 1456. / 2048 // em; Roboto's capitals, on which text is centred
)

// TextStyle says how a label is set.
type TextStyle struct {
	Size     float64 // px per em
	Weight   text.Weight
	Width    float64 // px at which lines break
	MaxLines int     // more are cut with an ellipsis
	// DropAbbreviation is the number of lines above which a label is made to
	// fit: first a bracketed abbreviation at its end is left out, then the
	// lines may be a little wider. 0 does neither.
	DropAbbreviation int
	// Room is the most that a line may take, px: a label with wider ones is set so
	// much smaller. 0 leaves it to Width.
	Room float64
}

// squeeze is how much wider than usual the lines of a label may be, px, when
// that saves one of them.
const squeeze = 4

// leastSize is how much smaller than usual a label may be set, so that its
// longest word fits on a line.
const leastSize = 0.8

// sizeSteps is the number of sizes in a px that a label may be set in to fit its
// room.
const sizeSteps = 16

// Text is a label set in lines, not yet placed.
type Text struct {
	Lines []text.Line
	Size  float64

	placed *slab.Slab[layout.Line] // what lines are made of when they are placed
}

// Height is the distance that the lines take, px.
func (t Text) Height() float64 { return float64(len(t.Lines)) * t.Size * lineHeight }

// Width is the width of the longest line, px.
func (t Text) Width() float64 {
	w := 0.
	for _, l := range t.Lines {
		w = max(w, l.Width)
	}
	return w
}

// Place centres the lines on (cx, cy): each line horizontally, and their
// capitals as a block vertically.
func (t Text) Place(cx, cy float64) []layout.Line {
	placed := t.placed
	if placed == nil { // no draft has set it
		placed = &slab.Slab[layout.Line]{}
	}
	lines := placed.Take(len(t.Lines))
	// Rounding each product keeps it from being fused with the sum, which some
	// processors do: the sums often lie just between two places that are rounded to.
	first := cy + float64(t.Size*capHeight/2) - float64(t.Size*lineHeight*float64(len(t.Lines)-1)/2)
	for i, l := range t.Lines {
		lines[i] = layout.Line{
			Text: l.Text, X: cx, Y: first + float64(float64(i)*t.Size*lineHeight),
			Width: l.Width, Size: t.Size, Runs: l.Runs,
		}
	}
	return lines
}

// Text sets a text that is no node's label. The position is where it comes from,
// for diagnostics.
func (d *Draft) Text(s string, at graph.Position, style TextStyle) Text {
	return d.set("", s, at, style)
}

// set sets a label with a number before it, which may be empty.
func (d *Draft) set(number, label string, at graph.Position, style TextStyle) Text {
	block, short := d.wrap(number, label, style), label
	if fit := style.DropAbbreviation; fit > 0 && len(block.Lines) > fit {
		if short = withoutAbbreviation(label); short != label {
			block = d.wrap(number, short, style)
		}
		if len(block.Lines) == fit+1 {
			style.Width += squeeze
			if wider := d.wrap(number, short, style); len(wider.Lines) <= fit {
				block = wider
			} else {
				style.Width -= squeeze
			}
		}
	}
	for smaller := style; block.Broken && smaller.Size > style.Size*leastSize; {
		smaller.Size--
		if whole := d.wrap(number, label, smaller); !whole.Broken {
			block, style = whole, smaller
		}
	}
	if widest := (Text{Lines: block.Lines}).Width(); style.Room > 0 && widest > style.Room {
		// In steps that all processors agree on.
		smaller := math.Floor(style.Size*style.Room/widest*sizeSteps) / sizeSteps
		style.Width *= smaller / style.Size
		style.Size = smaller
		block = d.wrap(number, short, style)
	}
	if block.Truncated {
		d.find(finding{Diagnostic: codes.Shortened.At(at, `give it a short name with <!-- roadmap: label="…" -->`,
			"%q is too long for its box and is cut in the figure", text.Shorten(label, 60))})
	}
	if pictures := withoutPictures(short, block.Missing); pictures != short {
		d.find(finding{Diagnostic: codes.MissingGlyph.At(at, "", "no font has an emoji of %q; it is left out", text.Shorten(short, 60))})
		return d.set(number, pictures, at, style)
	}
	for _, r := range block.Missing {
		script := scriptOf(r)
		d.find(finding{script: script, Diagnostic: codes.MissingGlyph.At(at, "name a font for that script, such as one of Noto's, or install it",
			"no font has %q (%s); boxes are drawn for such characters", r, script)})
	}
	return Text{Lines: block.Lines, Size: style.Size, placed: &d.placed}
}

func (d *Draft) wrap(number, label string, style TextStyle) text.Block {
	d.Check()
	d.spans = d.spans[:0]
	if number != "" {
		d.spans = append(d.spans, text.Span{Text: numberPrefix(number), Weight: text.Regular})
	}
	d.spans = append(d.spans, text.Span{Text: label, Weight: style.Weight})
	return d.shaper.Wrap(
		text.Paragraph{Spans: d.spans, Size: style.Size, Language: d.Graph.Language},
		text.Limits{Width: style.Width, MaxLines: style.MaxLines})
}

// withoutPictures leaves the emoji out that are missing from all fonts, with what
// joins or varies them. What would leave nothing stays.
func withoutPictures(label string, missing []rune) string {
	isMissing := false
	gone := func(r rune) bool { return r >= 0x2600 && unicode.Is(unicode.So, r) && slices.Contains(missing, r) }
	if len(missing) == 0 || !strings.ContainsFunc(label, gone) {
		return label
	}
	short := strings.Map(func(r rune) rune {
		switch {
		case gone(r):
			isMissing = true
			return -1
		case isMissing && (r == 0x200D || unicode.Is(unicode.Variation_Selector, r) || r == 0x20E3 || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F):
			return -1
		}
		isMissing = false
		return r
	}, label)
	if short = strings.Join(strings.Fields(short), " "); short == "" {
		return label
	}
	return short
}

// numberPrefix is how a number stands before a label: "1. " but "2.3 " and "A) ".
func numberPrefix(number string) string {
	if strings.ContainsFunc(number, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return number + " "
	}
	return number + ". "
}

// withoutAbbreviation drops a bracketed abbreviation from a label's end, such
// as the last word of "Multilayer Perceptron (MLP)". Other brackets stay.
func withoutAbbreviation(label string) string {
	open := strings.LastIndex(label, " (")
	if open <= 0 || !strings.HasSuffix(label, ")") {
		return label
	}
	upper := 0
	for _, r := range label[open+2 : len(label)-1] {
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			upper++
		case unicode.IsSpace(r):
			return label // words, not an abbreviation
		}
	}
	if upper < 2 {
		return label
	}
	return label[:open]
}

// scriptOf names the writing system of a character.
func scriptOf(r rune) string {
	for name, table := range unicode.Scripts { // the tables are disjoint: their order does not matter
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return name
		}
	}
	switch { // marks that belong to no script alone
	case r >= 0x3000 && r <= 0x303F:
		return "Han"
	case r >= 0x30A0 && r <= 0x30FF:
		return "Katakana"
	}
	return fmt.Sprintf("U+%04X", r)
}
