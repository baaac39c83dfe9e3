package repair

import "golang.org/x/text/encoding/charmap"

// codec is a table that UTF-8 is read with by mistake.
type codec struct {
	name string
	// encode maps a character back to the byte that it was read from.
	encode func(r rune) (byte, bool)
}

// Code page 850 is left out because it takes good text for damaged, and
// windows-1251 because Ukrainian text is full of its traces.
var codecs = [...]codec{
	{"macintosh", encodeMac},
	{"windows-1252", encode1252},
	{"ibm437", encode437},
}

// encodeMac knows the characters that the older Mac Roman had, or that other
// systems put, in three places.
func encodeMac(r rune) (byte, bool) {
	switch r {
	case '\u2126': // OHM SIGN for GREEK CAPITAL LETTER OMEGA
		return 0xBD, true
	case '¤': // before there was a euro sign
		return 0xDB, true
	case '\uF8FF': // Apple's logo: the first byte of every emoji
		return 0xF0, true
	}
	return charmap.Macintosh.EncodeRune(r)
}

// encode1252 passes the control characters U+0080 to U+009F through, as
// Latin-1 does, and as web browsers do with the five unassigned bytes.
func encode1252(r rune) (byte, bool) {
	if 0x80 <= r && r < 0xA0 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

func encode437(r rune) (byte, bool) { return charmap.CodePage437.EncodeRune(r) }

// inSomeTable is a quick no for the characters of most scripts: none of the
// tables has anything above ♫ but two ligatures and Apple's logo.
func inSomeTable(r rune) bool {
	return r <= '♫' || r == 'ﬁ' || r == 'ﬂ' || r == '\uF8FF'
}
