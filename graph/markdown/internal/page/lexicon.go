package page

// A lexicon finds phrases by their keys in a table as it lies in the program: to make one
// of the files that people write touched more memory than most of what is read with it.
// First stand lexiconSlots places of groups in it, as 32-bit numbers, little endian, each
// where the hash of its keys says; and then the groups, each its entries and a 0. An entry
// is the length of its text, its sense, a number, and the text. The tests write them.
type lexicon string

// lexiconSlots is a power of two.
const lexiconSlots = 8192

// An entry is a phrase with what is known of it.
type entry struct {
	text  string
	sense uint8
	more  uint16
}

// group are the entries that may have a key, in a language or in none.
func (l lexicon) group(language uint16, key []byte) lexicon {
	slot := l[4*(lexiconHash(language, key)%lexiconSlots):]
	at := uint32(slot[0]) | uint32(slot[1])<<8 | uint32(slot[2])<<16 | uint32(slot[3])<<24
	if at == 0 {
		return ""
	}
	return l[at:]
}

// next takes the first entry off a group, if there is one.
func (l *lexicon) next() (e entry, ok bool) {
	s := *l
	if s == "" || s[0] == 0 {
		return entry{}, false
	}
	end := 4 + int(s[0])
	*l = s[end:]
	return entry{string(s[4:end]), s[1], uint16(s[2]) | uint16(s[3])<<8}, true
}

// lexiconHash is FNV-1a.
func lexiconHash(language uint16, key []byte) uint32 {
	h := (uint32(2166136261) ^ uint32(language)) * 16777619
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// tongueOf is the number of a language of two letters, or 0.
func tongueOf(language string) uint16 {
	if len(language) != 2 {
		return 0
	}
	return uint16(language[0])<<8 | uint16(language[1])
}
