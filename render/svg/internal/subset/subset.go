// Package subset cuts a TrueType font down to the glyphs of one figure, so that
// the figure can carry it. The result is made to pass the strict checks of
// browsers (OTS) and to be the same bytes for the same input.
package subset

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Font returns a font file with the given glyphs of ttf, in any order, and those
// that they are composed of; .notdef is always in it. Glyph numbers are ttf's,
// though the result has its own. cmap maps characters to glyphs; glyphs that it
// names need not be in glyphs. kern gives the kerning of two glyphs in font
// units and may be nil; pairs go into a kern table, as the substitution and
// positioning tables are left out.
//
// The font must have TrueType outlines and should be without hints, whose
// programs are left out as well. Its name table, with the copyright, is kept.
func Font(ttf []byte, glyphs []uint32, cmap map[rune]uint32, kern func(l, r uint32) int16) ([]byte, error) {
	src, err := parse(ttf)
	if err != nil {
		return nil, err
	}
	s := &subset{source: src, number: map[uint32]uint16{}}
	chosen := slices.AppendSeq(slices.Clone(glyphs), maps.Values(cmap))
	slices.Sort(chosen)
	for _, g := range slices.Compact(append([]uint32{0}, chosen...)) {
		s.add(g)
	}
	visible := len(s.glyphs)
	glyf, loca, err := s.outlines()
	if err != nil {
		return nil, err
	}
	tables := map[string][]byte{
		"OS/2": src.table("OS/2"),
		"cmap": s.cmap(cmap),
		"glyf": glyf,
		"head": s.head(),
		"hhea": s.hhea(),
		"hmtx": s.hmtx(),
		"loca": loca,
		"maxp": s.maxp(),
		"name": src.table("name"),
		"post": s.post(),
	}
	if kern != nil {
		if k := s.kern(s.glyphs[:visible], kern); k != nil {
			tables["kern"] = k
		}
	}
	return write(tables), nil
}

// subset is a font in the making.
type subset struct {
	*source
	glyphs []uint32          // the source's numbers by the subset's
	number map[uint32]uint16 // the subset's numbers by the source's
}

// add gives a glyph a number, unless it has one.
func (s *subset) add(g uint32) uint16 {
	n, ok := s.number[g]
	if !ok {
		n = uint16(len(s.glyphs))
		s.number[g] = n
		s.glyphs = append(s.glyphs, g)
	}
	return n
}

// Flags of a composite glyph's components.
const (
	argsAreWords   = 0x0001
	hasScale       = 0x0008
	moreComponents = 0x0020
	hasXYScale     = 0x0040
	hasMatrix      = 0x0080
	hasProgram     = 0x0100
)

// outlines makes the tables glyf and loca, and adds the components of composite
// glyphs as it meets them.
func (s *subset) outlines() (glyf, loca []byte, err error) {
	const usual = 160 // bytes of an outline
	glyf = make([]byte, 0, usual*len(s.glyphs))
	loca = be.AppendUint32(make([]byte, 0, 4*(len(s.glyphs)+1)), 0)
	for i := 0; i < len(s.glyphs); i++ { // grows meanwhile
		data, err := s.source.glyph(s.glyphs[i])
		if err != nil {
			return nil, nil, err
		}
		start := len(glyf)
		glyf = appendGlyph(glyf, data)
		if len(data) >= 10 && int16(be.Uint16(data)) < 0 {
			if err := s.renumber(glyf[start:]); err != nil {
				return nil, nil, fmt.Errorf("glyph %d: %w", s.glyphs[i], err)
			}
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		if len(s.glyphs) > 0xFFFF {
			return nil, nil, errors.New("too many glyphs")
		}
	}
	return glyf, loca, nil
}

// appendGlyph appends a glyph: a simple one without its hints, which call programs that
// are left out, and another as it was.
func appendGlyph(glyf, glyph []byte) []byte {
	if len(glyph) < 10 || int16(be.Uint16(glyph)) < 0 {
		return append(glyf, glyph...)
	}
	at := 10 + 2*int(be.Uint16(glyph))
	if len(glyph) < at+2 {
		return append(glyf, glyph...)
	}
	n := int(be.Uint16(glyph[at:]))
	if n == 0 || len(glyph) < at+2+n {
		return append(glyf, glyph...)
	}
	return append(append(append(glyf, glyph[:at]...), 0, 0), glyph[at+2+n:]...)
}

// renumber changes a composite glyph's components to the subset's numbers.
func (s *subset) renumber(glyph []byte) error {
	for at, more := 10, true; more; {
		if len(glyph) < at+4 {
			return errTruncated
		}
		flags := be.Uint16(glyph[at:])
		be.PutUint16(glyph[at+2:], s.add(uint32(be.Uint16(glyph[at+2:]))))
		be.PutUint16(glyph[at:], flags&^hasProgram)
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasXYScale != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		more = flags&moreComponents != 0
	}
	return nil
}
