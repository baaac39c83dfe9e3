package subset

import (
	"maps"
	"slices"
)

// head is the source's, for long offsets in loca and a check sum to be set.
func (s *subset) head() []byte {
	head := slices.Clone(s.table("head")[:headLength])
	be.PutUint32(head[8:], 0)
	be.PutUint16(head[50:], 1)
	return head
}

func (s *subset) hhea() []byte {
	hhea := slices.Clone(s.table("hhea")[:hheaLength])
	be.PutUint16(hhea[34:], uint16(len(s.glyphs)))
	return hhea
}

func (s *subset) hmtx() (hmtx []byte) {
	for _, g := range s.glyphs {
		advance, bearing := s.width(g)
		hmtx = be.AppendUint16(be.AppendUint16(hmtx, advance), bearing)
	}
	return hmtx
}

// maxp keeps the source's limits, which hold for its glyphs all the more.
func (s *subset) maxp() []byte {
	maxp := slices.Clone(s.table("maxp"))
	be.PutUint16(maxp[4:], uint16(len(s.glyphs)))
	return maxp
}

// post is a table of version 3: no glyph names.
func (s *subset) post() []byte {
	return append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
}

// segment is a range of characters whose glyphs are numbered in step.
type segment struct {
	first, last rune
	glyph       uint16 // of the first
}

// cmap maps characters by format 4, and by format 12 where some lie beyond the
// basic plane.
func (s *subset) cmap(chars map[rune]uint32) []byte {
	var segments []segment
	for _, r := range slices.Sorted(maps.Keys(chars)) {
		g := s.number[chars[r]]
		if n := len(segments) - 1; n >= 0 && segments[n].last+1 == r && r != 0x10000 && uint32(segments[n].glyph)+uint32(r-segments[n].first) == uint32(g) {
			segments[n].last = r
			continue
		}
		segments = append(segments, segment{r, r, g})
	}
	basic := slices.IndexFunc(segments, func(g segment) bool { return g.first > 0xFFFF })
	if basic < 0 {
		format4 := cmap4(segments)
		return slices.Concat([]byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}, format4)
	}
	format4, format12 := cmap4(segments[:basic]), cmap12(segments)
	header := []byte{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10}
	return slices.Concat(be.AppendUint32(header, uint32(20+len(format4))), format4, format12)
}

func cmap4(segments []segment) []byte {
	if len(segments) == 0 || segments[len(segments)-1].last != 0xFFFF {
		segments = append(slices.Clone(segments), segment{0xFFFF, 0xFFFF, 0})
	}
	n, log := len(segments), 0
	for 2<<log <= n {
		log++
	}
	var out []byte
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 << log, log, 2*n - 2<<log} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, g := range segments {
		out = be.AppendUint16(out, uint16(g.last))
	}
	out = be.AppendUint16(out, 0)
	for _, g := range segments {
		out = be.AppendUint16(out, uint16(g.first))
	}
	for _, g := range segments {
		out = be.AppendUint16(out, g.glyph-uint16(g.first))
	}
	return append(out, make([]byte, 2*n)...)
}

func cmap12(segments []segment) []byte {
	out := []byte{0, 12, 0, 0}
	for _, v := range []int{16 + 12*len(segments), 0, len(segments)} {
		out = be.AppendUint32(out, uint32(v))
	}
	for _, g := range segments {
		for _, v := range []uint32{uint32(g.first), uint32(g.last), uint32(g.glyph)} {
			out = be.AppendUint32(out, v)
		}
	}
	return out
}

// maxPairs is how many pairs fit the 16-bit length of a kern subtable.
const maxPairs = (0xFFFF - 14) / 6

// kern is a table with all pairs of the glyphs that have kerning, or nil. The
// glyphs must have the subset's numbers 0, 1, 2, …
func (s *subset) kern(glyphs []uint32, value func(l, r uint32) int16) []byte {
	var pairs []byte
	for l, left := range glyphs {
		for r, right := range glyphs {
			if v := value(left, right); v != 0 {
				pairs = be.AppendUint16(be.AppendUint16(be.AppendUint16(pairs, uint16(l)), uint16(r)), uint16(v))
			}
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	out := be.AppendUint16([]byte{0, 0}, uint16((len(pairs)/6+maxPairs-1)/maxPairs))
	for part := range slices.Chunk(pairs, 6*maxPairs) {
		n, log := len(part)/6, 0
		for 2<<log <= n {
			log++
		}
		const horizontal = 1
		for _, v := range []int{0, 14 + len(part), horizontal, n, 6 << log, log, 6*n - 6<<log} {
			out = be.AppendUint16(out, uint16(v))
		}
		out = append(out, part...)
	}
	return out
}
