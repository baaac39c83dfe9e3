package text

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/harfbuzz"
)

// parallel is how many goroutines may shape text in one face at a time.
const parallel = 4

// newShapers makes HarfBuzz's views of a font, to be lent out one at a time:
// they cache, and so none may be used by two goroutines at once.
//
// HarfBuzz passes over a lookup whose digest, a kind of Bloom filter, says that it
// does not cover a glyph. Up to version 0.3.5 go-text builds wrong digests for
// coverages that are given as ranges (https://github.com/go-text/typesetting/issues/278):
// kerning is lost, and Arabic letters do not join. As the digests are made with
// the views, the first range of each coverage is widened to all glyphs for that
// moment. A digest that lets everything through is slower, and right.
func newShapers(f *font.Font, variation []font.Variation) chan *harfbuzz.Font {
	restore := widenCoverages(f)
	shapers := make(chan *harfbuzz.Font, parallel)
	for range parallel {
		shapers <- harfbuzz.NewFont(varied(f, variation))
	}
	restore()
	return shapers
}

// varied is a view of a font at a place on its axes.
func varied(f *font.Font, variation []font.Variation) *font.Face {
	face := font.NewFace(f)
	if len(variation) > 0 {
		face.SetVariations(variation)
	}
	return face
}

// widenCoverages makes the first range of every coverage cover all glyphs, and
// returns what undoes it. Nobody else may use the font in between.
func widenCoverages(f *font.Font) (restore func()) {
	type saved struct {
		at  *tables.RangeRecord
		was tables.RangeRecord
	}
	var changed []saved
	widen := func(c tables.Coverage) {
		if ranges, ok := c.(tables.Coverage2); ok && len(ranges.Ranges) > 0 {
			first := &ranges.Ranges[0]
			changed = append(changed, saved{first, *first})
			first.StartGlyphID, first.EndGlyphID = 0, 0xFFFF
		}
	}
	for _, l := range f.GSUB.Lookups {
		for _, t := range l.Subtables {
			widen(t.Cov())
		}
	}
	for _, l := range f.GPOS.Lookups {
		for _, t := range l.Subtables {
			widen(t.Cov())
		}
	}
	return func() {
		for i := len(changed) - 1; i >= 0; i-- { // backwards, should two be the same
			*changed[i].at = changed[i].was
		}
	}
}
