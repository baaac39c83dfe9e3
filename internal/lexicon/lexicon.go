// Package lexicon finds phrases by their keys in tables that lie in the program as they are
// used: to make one of the files that people write touched more memory than most of what is
// read with it. Tests make them of these files.
package lexicon

import "encoding/binary"

// A Lexicon is such a table. First stand [slots] places of groups in it, as 32-bit
// numbers, little endian, each where the hash of its keys says; and then the groups, each
// its entries and a 0. An entry is the length of its text, its sense, a number, and the
// text.
type Lexicon string

const slots = 8192 // a power of two

// An Entry is a phrase with what is known of it.
type Entry struct {
	Text  string // at least a byte, and at most 255
	Sense uint8
	More  uint16
}

// Group are the entries that may have a key, in a language or in none.
func (l Lexicon) Group(language uint16, key []byte) Lexicon {
	slot := l[4*slotOf(language, key):]
	at := uint32(slot[0]) | uint32(slot[1])<<8 | uint32(slot[2])<<16 | uint32(slot[3])<<24
	if at == 0 {
		return ""
	}
	return l[at:]
}

// Next takes the first entry off a group, if there is one.
func (l *Lexicon) Next() (e Entry, ok bool) {
	s := *l
	if s == "" || s[0] == 0 {
		return Entry{}, false
	}
	end := 4 + int(s[0])
	*l = s[end:]
	return Entry{string(s[4:end]), s[1], uint16(s[2]) | uint16(s[3])<<8}, true
}

// slotOf is where the place of the group of a key stands, by FNV-1a.
func slotOf(language uint16, key []byte) uint32 {
	h := (uint32(2166136261) ^ uint32(language)) * 16777619
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h % slots
}

// A Draft is a lexicon in the making.
type Draft struct {
	groups map[uint32][]byte
	order  []uint32 // of their first entries
}

// Add adds an entry that is found by a key, in a language or in none.
func (d *Draft) Add(language uint16, key string, e Entry) {
	if n := len(e.Text); n == 0 || n > 255 {
		panic("lexicon: a phrase is too short or too long: " + e.Text)
	}
	if d.groups == nil {
		d.groups = map[uint32][]byte{}
	}
	slot := slotOf(language, []byte(key))
	if d.groups[slot] == nil {
		d.order = append(d.order, slot)
	}
	head := []byte{byte(len(e.Text)), e.Sense, byte(e.More), byte(e.More >> 8)}
	d.groups[slot] = append(append(d.groups[slot], head...), e.Text...)
}

// Lexicon is what was drafted, with the groups in the order of their first entries, so that
// what is asked for together lies together.
func (d *Draft) Lexicon() Lexicon {
	out := make([]byte, 4*slots)
	for _, slot := range d.order {
		binary.LittleEndian.PutUint32(out[4*slot:], uint32(len(out)))
		out = append(append(out, d.groups[slot]...), 0)
	}
	return Lexicon(out)
}
