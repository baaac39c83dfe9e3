package repair

import "unicode"

// quality says how likely a character is in a document: 3 for what most
// documents have, 2 for what some have, 1 for the rest of what can be seen,
// and 0 for what no text holds.
func quality(r rune) int {
	switch {
	case 0xA0 <= r && r < 0x180, // Latin-1 and Latin Extended-A
		0x2010 <= r && r < 0x2040,   // dashes, quotes, bullets, ellipsis
		r == 0x200B || r == 0x200D,  // zero-width space and joiner
		r == 0x20AC || r == 0x2122,  // euro, trade mark
		r == 0xFE0F || r == 0xFEFF,  // emoji presentation, byte order mark
		0x1F300 <= r && r < 0x1FB00: // emoji
		return 3
	case scriptOf(r) > latin:
		return 3
	case 0x300 <= r && r < 0x370, // combining accents
		0x2000 <= r && r < 0x2070 && (unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r)),
		0x2070 <= r && r < 0x2C00 && unicode.IsGraphic(r), // currencies, arrows, mathematics, boxes, dingbats
		0x3000 <= r && r < 0x3040 && unicode.IsGraphic(r), // CJK punctuation
		0xFF00 <= r && r < 0xFFF0 && unicode.IsGraphic(r), // full-width forms
		0x1E00 <= r && r < 0x1F00,                         // Vietnamese and other Latin letters
		0x1F000 <= r && r < 0x1F300 && unicode.IsGraphic(r),
		r == 0xFFFD, r == 0xFE0E,
		0xE0020 <= r && r < 0xE0080: // the tags in some flags
		return 2
	case unicode.IsGraphic(r),
		0x80 <= r && r < 0xA0, r == 0xF8FF: // damaged text that was damaged again
		return 1
	}
	return 0
}

// script is a family of letters in wide use.
type script int

// latin stands before the others because it is no evidence of its own.
const (
	noScript script = iota
	latin
	greek
	cyrillic
	arabic
	hebrew
	indic
	thai
	eastAsian
)

func scriptOf(r rune) script {
	switch {
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return noScript
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		return latin
	case 0x370 <= r && r < 0x400:
		return greek
	case 0x400 <= r && r < 0x530:
		return cyrillic
	case 0x590 <= r && r < 0x600:
		return hebrew
	case 0x600 <= r && r < 0x700:
		return arabic
	case 0x900 <= r && r < 0xE00:
		return indic
	case 0xE00 <= r && r < 0xE80:
		return thai
	case 0x3040 <= r && r < 0x3100, 0x3400 <= r && r < 0xA000, 0xAC00 <= r && r < 0xD7A4, 0x20000 <= r && r < 0x32000:
		return eastAsian
	}
	return noScript
}
