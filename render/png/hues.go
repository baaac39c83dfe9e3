package png

import "encoding/binary"

// maxColors is how many colours a picture may have for a palette to be tried: beyond
// it the loss would show.
const maxColors = 1 << 15

// hue is a colour of the picture, premultiplied, with the number of its pixels
// and its place in the palette.
type hue struct {
	pix   [4]uint8
	index uint8
	count int
}

// hueTable is a hash table of a picture's colours, in order of appearance.
type hueTable struct {
	hues  []hue
	slots []uint16 // 1 + place in hues; a power of two, at least twice as many as hues
}

// newHueTable has room for all hues that there can be: what is not used of it is only an
// address, while a table that grows is written anew again and again. Most pictures have
// some thousand colours.
func newHueTable() hueTable {
	return hueTable{hues: make([]hue, 0, maxColors), slots: make([]uint16, 1<<14)}
}

// place is where a colour stands in hues; -1 if it does not.
func (t *hueTable) place(pix []uint8) int {
	i, _ := t.find(binary.LittleEndian.Uint32(pix))
	return i
}

// add is place for a colour that is entered if it is new; it is -1 if there are too many.
func (t *hueTable) add(pix []uint8) int {
	i, slot := t.find(binary.LittleEndian.Uint32(pix))
	if i >= 0 {
		return i
	}
	if len(t.hues) == maxColors {
		return -1
	}
	t.hues = append(t.hues, hue{pix: [4]uint8(pix)})
	t.slots[slot] = uint16(len(t.hues))
	if 2*len(t.hues) > len(t.slots) {
		t.grow()
	}
	return len(t.hues) - 1
}

// find gives the place of a colour in hues, or -1 and the slot for it.
func (t *hueTable) find(key uint32) (place int, slot uint32) {
	mask := uint32(len(t.slots) - 1)
	for slot = key * 2654435761 >> 15 & mask; ; slot = (slot + 1) & mask {
		i := int(t.slots[slot]) - 1
		if i < 0 || binary.LittleEndian.Uint32(t.hues[i].pix[:]) == key {
			return i, slot
		}
	}
}

func (t *hueTable) grow() {
	t.slots = make([]uint16, 2*len(t.slots))
	for i, h := range t.hues {
		_, slot := t.find(binary.LittleEndian.Uint32(h.pix[:]))
		t.slots[slot] = uint16(i + 1)
	}
}

// run is the length in bytes of the stretch of equal pixels that pix starts with.
func run(pix []uint8) int {
	first := binary.LittleEndian.Uint32(pix)
	pair := uint64(first)<<32 | uint64(first)
	n := 4
	for n+8 <= len(pix) && binary.LittleEndian.Uint64(pix[n:]) == pair {
		n += 8
	}
	for n+4 <= len(pix) && binary.LittleEndian.Uint32(pix[n:]) == first {
		n += 4
	}
	return n
}
