package subset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

var be = binary.BigEndian

var errTruncated = errors.New("the font is cut short")

// source is a font to take glyphs from.
type source struct {
	tables    map[string][]byte
	longLoca  bool
	numGlyphs int
	numWidths int // of the table hmtx
}

// Lengths of the tables whose fields are read.
const (
	headLength = 54
	hheaLength = 36
	maxpLength = 6
)

// parse reads the directory of a TrueType file.
func parse(ttf []byte) (*source, error) {
	if len(ttf) < 12 || be.Uint32(ttf) != 0x00010000 {
		return nil, errors.New("not a TrueType font")
	}
	s := &source{tables: map[string][]byte{}}
	for i := range int(be.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if len(ttf) < at+16 {
			return nil, errTruncated
		}
		offset, length := uint64(be.Uint32(ttf[at+8:])), uint64(be.Uint32(ttf[at+12:]))
		if offset+length > uint64(len(ttf)) {
			return nil, errTruncated
		}
		s.tables[string(ttf[at:at+4])] = ttf[offset : offset+length]
	}
	for _, need := range []struct {
		tag    string
		length int
	}{{"head", headLength}, {"hhea", hheaLength}, {"maxp", maxpLength}, {"OS/2", 68}, {"name", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 0}} {
		if t, ok := s.tables[need.tag]; !ok || len(t) < need.length {
			return nil, fmt.Errorf("the font has no proper table %q", need.tag)
		}
	}
	s.longLoca = be.Uint16(s.tables["head"][50:]) != 0
	s.numGlyphs = int(be.Uint16(s.tables["maxp"][4:]))
	s.numWidths = int(be.Uint16(s.tables["hhea"][34:]))
	if s.numWidths == 0 || s.numWidths > s.numGlyphs || len(s.tables["hmtx"]) < 4*s.numWidths+2*(s.numGlyphs-s.numWidths) {
		return nil, errTruncated
	}
	return s, nil
}

func (s *source) table(tag string) []byte { return s.tables[tag] }

// glyph is the outline of a glyph as it stands in the file.
func (s *source) glyph(g uint32) ([]byte, error) {
	if g >= uint32(s.numGlyphs) {
		return nil, fmt.Errorf("the font has no glyph %d", g)
	}
	loca, glyf := s.tables["loca"], s.tables["glyf"]
	var from, to uint64
	if s.longLoca {
		if len(loca) < 4*int(g)+8 {
			return nil, errTruncated
		}
		from, to = uint64(be.Uint32(loca[4*g:])), uint64(be.Uint32(loca[4*g+4:]))
	} else {
		if len(loca) < 2*int(g)+4 {
			return nil, errTruncated
		}
		from, to = 2*uint64(be.Uint16(loca[2*g:])), 2*uint64(be.Uint16(loca[2*g+2:]))
	}
	if from > to || to > uint64(len(glyf)) {
		return nil, errTruncated
	}
	return glyf[from:to], nil
}

// width is the advance and the left side bearing of a glyph.
func (s *source) width(g uint32) (advance, bearing uint16) {
	hmtx := s.tables["hmtx"]
	if int(g) < s.numWidths {
		return be.Uint16(hmtx[4*g:]), be.Uint16(hmtx[4*g+2:])
	}
	return be.Uint16(hmtx[4*(s.numWidths-1):]), be.Uint16(hmtx[4*s.numWidths+2*(int(g)-s.numWidths):])
}

// write puts the tables into a file, each at a multiple of four bytes, as
// browsers demand.
func write(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	n, log := len(tags), 0
	for 2<<log <= n {
		log++
	}
	length := 12 + 16*n
	for _, table := range tables {
		length += (len(table) + 3) &^ 3
	}
	out := be.AppendUint32(make([]byte, 0, length), 0x00010000)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = be.AppendUint16(out, uint16(v))
	}
	offset := len(out) + 16*n
	for _, tag := range tags {
		out = append(out, tag...)
		for _, v := range []uint32{checksum(tables[tag]), uint32(offset), uint32(len(tables[tag]))} {
			out = be.AppendUint32(out, v)
		}
		offset += (len(tables[tag]) + 3) &^ 3
	}
	head := 0
	for _, tag := range tags {
		if tag == "head" {
			head = len(out)
		}
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum is the sum of a table's 32-bit words, the last filled up with zeros.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += be.Uint32(last[:])
	}
	return sum
}
