// Package legend adds to a diagram a legend: what the states of boxes and the kinds
// of lines that appear in it mean, in the language of the document.
package legend

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// The measures of a legend, px.
const (
	size      = 18. // of the words
	rowHeight = 36.
	sampleW   = 38.
	sampleH   = 20.
	wordGap   = 18. // between a sample and its word
	keyGap    = 32. // between two keys
	margin    = 32. // at the sides of the page and below
	above     = 24. // between the figure and the legend
)

// Add adds a legend at the foot of a diagram that was laid out, which grows by it; or
// nothing where all that appears can be understood without one, as ticks can. The
// fonts are those of the figure, nil for the embedded ones. What one of the pages
// before explains is left out.
func Add(d *layout.Diagram, fonts *text.Fonts, before ...*layout.Diagram) {
	keys := slices.DeleteFunc(keysOf(d), func(k key) bool {
		return slices.ContainsFunc(before, k.isIn)
	})
	if !slices.ContainsFunc(keys, func(k key) bool { return !k.plain }) {
		return
	}
	words := set(keys, d.Language, fonts)
	added := &layout.Diagram{Width: d.Width}
	y := d.Height + above
	for _, row := range rows(words, d.Width-2*margin) {
		x := (d.Width - widthOf(words[row[0]:row[1]])) / 2
		for i := row[0]; i < row[1]; i++ {
			added.Legend = append(added.Legend, place(keys[i], words[i], x, y+rowHeight/2))
			x += sampleW + wordGap + words[i].Width + keyGap
		}
		y += rowHeight
	}
	if layout.RightToLeft(d.Language) {
		added.Mirror()
	}
	added.Height = y + margin
	added.Round()
	d.Legend, d.Height = append(d.Legend, added.Legend...), added.Height
}

// place is a key with its left edge at x and its middle at y.
func place(k key, word text.Line, x, y float64) layout.Key {
	const capital = 0.71 // em, the height of a capital letter
	entry := layout.Key{Text: layout.Line{
		Text: word.Text, X: x + sampleW + wordGap + word.Width/2, Y: y + size*capital/2, Width: word.Width, Size: size, Runs: word.Runs,
	}}
	if k.edge != "" {
		path := layout.Path{Start: layout.Point{X: x, Y: y}}
		path.Line(x+sampleW, y)
		entry.Line = layout.Edge{Kind: k.edge, States: k.states, Path: path}
		return entry
	}
	entry.Box = layout.Box{Role: k.role, States: k.states, X: x, Y: y - sampleH/2, W: sampleW, H: sampleH, Flat: true}
	return entry
}

// rows are the keys that stand in each row, from one to before another.
func rows(words []text.Line, width float64) [][2]int {
	var rows [][2]int
	for first := 0; first < len(words); {
		last := first + 1
		for last < len(words) && widthOf(words[first:last+1]) <= width {
			last++
		}
		rows = append(rows, [2]int{first, last})
		first = last
	}
	return rows
}

func widthOf(words []text.Line) float64 {
	width := -keyGap
	for _, w := range words {
		width += sampleW + wordGap + w.Width + keyGap
	}
	return width
}

// set sets the words of keys in the language of a document, or in English if the
// program or its fonts do not have it.
func set(keys []key, language string, fonts *text.Fonts) []text.Line {
	shaper := text.NewShaper(fonts)
	lines := make([]text.Line, len(keys))
	for i, k := range keys {
		block := shaper.Wrap(text.Paragraph{Spans: []text.Span{{Text: k.word.In(language), Weight: text.Regular}}, Size: size, Language: language}, text.Limits{})
		if len(block.Missing) > 0 {
			return set(keys, "en", nil)
		}
		lines[i] = block.Lines[0]
	}
	return lines
}
