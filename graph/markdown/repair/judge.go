package repair

import (
	"unicode"
	"unicode/utf8"
)

// hit is a place whose characters are, as bytes of a codec, one character in
// UTF-8.
type hit struct {
	edit
	size    int  // of the UTF-8 sequence, 2 to 4
	quality int  // how common the result is, 1 to 3
	natural bool // the characters as they stand could be good text
}

// strong hits do not happen by chance.
func (h *hit) strong() bool { return !h.natural && h.size > 2 }

// damage is the codec that explains the text best, and the edits that undo it;
// no edits if the text is good.
func damage(text []byte) (name string, edits []edit) {
	heaviest := 0
	for _, c := range codecs {
		hits, leftovers := find(text, c.encode)
		accepted, weight := judge(hits, leftovers)
		if weight > heaviest {
			name, edits, heaviest = c.name, accepted, weight
		}
	}
	return name, edits
}

// find collects the hits, and counts the characters beyond ASCII that belong
// to none: text that was damaged as a whole has no such leftovers.
func find(text []byte, encode func(rune) (byte, bool)) (hits []hit, leftovers int) {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if h, ok := sequence(text, i, encode); ok {
			hits = append(hits, h)
			i = h.end
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if i > 0 || r != '\uFEFF' { // a byte order mark says nothing
			leftovers++
		}
		i += size
	}
	return hits, leftovers
}

// sequence reads one whole UTF-8 sequence from the bytes of the characters at
// offset i.
func sequence(text []byte, i int, encode func(rune) (byte, bool)) (hit, bool) {
	var (
		utf  [utf8.UTFMax]byte
		was  [utf8.UTFMax]rune
		n    = 0
		need = 1
		at   = i
	)
	for n < need {
		r, size := utf8.DecodeRune(text[at:])
		if size == 0 || r < utf8.RuneSelf || !inSomeTable(r) {
			return hit{}, false
		}
		b, ok := encode(r)
		if !ok {
			return hit{}, false
		}
		if n == 0 {
			if need = length(b); need == 0 {
				return hit{}, false
			}
		} else if b&0xC0 != 0x80 {
			return hit{}, false
		}
		utf[n], was[n] = b, r
		n++
		at += size
	}
	is, size := utf8.DecodeRune(utf[:n])
	quality := quality(is)
	if size != n || quality == 0 {
		return hit{}, false
	}
	h := hit{edit{i, at, is}, n, quality, natural(was[:n])}
	if n == 2 && !h.natural {
		h.natural = quality == 1 || isLonely(was[:n], is, text[:i], text[at:])
	}
	return h, true
}

// length is how many bytes a UTF-8 sequence has that begins with b; 0 if none
// does, or only ASCII.
func length(b byte) int {
	switch {
	case 0xC2 <= b && b < 0xE0:
		return 2
	case 0xE0 <= b && b < 0xF0:
		return 3
	case 0xF0 <= b && b < 0xF5:
		return 4
	}
	return 0
}

// natural tells whether the characters could stand so in good text: letters of
// one case and script; or letters beside punctuation, as in ’é, «é, é… and „Ä;
// or a piece of a box.
func natural(chars []rune) bool {
	boxes, upper, lower, changes := 0, 0, 0, 0
	for i, r := range chars {
		switch {
		case 0x2500 <= r && r < 0x25A0:
			boxes++
			continue
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r): // without ª and º, which stand alone
			lower++
		case unicode.IsPunct(r) || r == '\u00A0':
		default: // symbols, controls, private use
			return false
		}
		if i > 0 && unicode.IsLetter(r) && unicode.IsLetter(chars[i-1]) && scriptOf(r) != scriptOf(chars[i-1]) {
			return false
		}
		if i > 0 && unicode.IsLetter(r) != unicode.IsLetter(chars[i-1]) {
			changes++
		}
	}
	if boxes > 0 {
		return boxes == len(chars)
	}
	return (upper == 0 || lower == 0) && changes <= 1
}

// isLonely tells whether two characters would become a letter that stands
// alone: "≈±5" is an approximation and not a Hungarian ű. Letters beyond Latin
// may have damaged neighbours.
func isLonely(was []rune, is rune, before, after []byte) bool {
	foreign := scriptOf(is) > latin
	if !unicode.IsLetter(is) || !foreign && (unicode.IsLetter(was[0]) || unicode.IsLetter(was[1])) {
		return false
	}
	joins := func(r rune) bool { return unicode.IsLetter(r) || foreign && r >= utf8.RuneSelf && r != utf8.RuneError }
	left, _ := utf8.DecodeLastRune(before)
	right, _ := utf8.DecodeRune(after)
	return !joins(left) && !joins(right)
}

// judge chooses the hits to believe, and weighs them.
//
// Unnatural ones are believed, unless a few short ones stand against much
// other text. Natural ones need support: an unnatural neighbour, a word of
// their own script, or a text that is damaged throughout.
func judge(hits []hit, leftovers int) (edits []edit, weight int) {
	strong, short := 0, 0
	for i := range hits {
		switch {
		case hits[i].strong():
			strong++
		case !hits[i].natural:
			short++
		}
	}
	if strong == 0 && leftovers > 0 && (short < 3 || short < 2*leftovers) {
		return nil, 0
	}
	throughout := leftovers == 0 && (strong > 0 || short >= 3)
	for start := 0; start < len(hits); {
		end := start + 1
		for end < len(hits) && hits[end].start == hits[end-1].end {
			end++
		}
		run := hits[start:end]
		supported := throughout || supportsItself(run)
		for i := range run {
			h := &run[i]
			if h.natural && !supported || h.quality == 1 && len(run) == 1 && h.size == 2 {
				continue
			}
			edits = append(edits, h.edit)
			weight += h.quality * h.size
		}
		start = end
	}
	return edits, weight
}

// supportsItself tells whether a run of adjoining hits has an unnatural one,
// or gives three letters of one script in a row.
func supportsItself(run []hit) bool {
	letters, last := 0, noScript
	for i := range run {
		h := &run[i]
		if !h.natural {
			return true
		}
		s := scriptOf(h.by)
		if s != last {
			letters = 0
		}
		if last = s; s != noScript {
			letters++
		}
		if letters >= 3 {
			return true
		}
	}
	return false
}
