package svg

import (
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// asIs are the characters below "@" that stand in XML as they are, a bit each.
const asIs uint64 = (1<<'@' - 1<<' ' | 1<<'\n' | 1<<'\t') &^ (1<<'&' | 1<<'<' | 1<<'>' | 1<<'"')

// appendEscaped appends text for use between tags or within double quotes. What
// XML cannot hold is left out (control characters) or replaced (broken UTF-8).
func appendEscaped(b []byte, s string) []byte {
	from := 0 // of what stands as it is
	for i := 0; i < len(s); {
		c := s[i]
		if c >= '@' && c < 0x7F || c < '@' && asIs>>c&1 == 1 {
			i++
			continue
		}
		instead, size := "", 1
		switch {
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				instead = "\uFFFD"
			} else if r != 0xFFFE && r != 0xFFFF {
				i += size
				continue
			}
		case c == '&':
			instead = "&amp;"
		case c == '<':
			instead = "&lt;"
		case c == '>':
			instead = "&gt;"
		case c == '"':
			instead = "&quot;"
		}
		b = append(append(b, s[from:i]...), instead...)
		i += size
		from = i
	}
	return append(b, s[from:]...)
}

// appendText appends an attribute.
func appendText(b []byte, name, value string) []byte {
	b = append(append(append(b, ' '), name...), `="`...)
	return append(appendEscaped(b, value), '"')
}

// appendAttr appends an attribute whose value is a number.
func appendAttr(b []byte, name string, v float64) []byte {
	b = append(append(append(b, ' '), name...), `="`...)
	return append(layout.AppendNumber(b, v), '"')
}

// appendColor appends a colour without its alpha: "#rrggbb", or "#rgb" where that
// says the same, or "none" where nothing is seen.
func appendColor(b []byte, c themes.Color) []byte {
	const hex = "0123456789abcdef"
	if c.A == 0 {
		return append(b, "none"...)
	}
	b = append(b, '#')
	short := c.R%17 == 0 && c.G%17 == 0 && c.B%17 == 0
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		b = append(b, hex[v>>4])
		if !short {
			b = append(b, hex[v&15])
		}
	}
	return b
}

// appendFraction appends v/255 with three decimals: two would not tell all
// values apart.
func appendFraction(b []byte, v uint8) []byte {
	thousandths := (int(v)*1000 + 127) / 255
	b = append(b, byte('0'+thousandths/1000), '.', byte('0'+thousandths/100%10),
		byte('0'+thousandths/10%10), byte('0'+thousandths%10))
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

// appendID appends an id as XML and CSS selectors can have it. Different ids
// stay different: "/" becomes ".", and any other character but letters, digits
// and "-" becomes "_" and its bytes in hex. (Ids of the file's own that start
// with "_" and a letter beyond f thus meet no node's.)
func appendID(b []byte, id string) []byte {
	const hex = "0123456789abcdef"
	from := 0 // of what stands as it is
	for i := 0; i < len(id); {
		c := id[i]
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c >= 'A' && c <= 'Z' {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			if r, size := utf8.DecodeRuneInString(id[i:]); isNameRune(r) {
				i += size
				continue
			}
		}
		b = append(b, id[from:i]...)
		if c == '/' {
			b = append(b, '.')
		} else {
			b = append(b, '_', hex[c>>4], hex[c&15])
		}
		i++
		from = i
	}
	return append(b, id[from:]...)
}

// isNameRune tells whether a rune beyond ASCII may stand anywhere in an XML
// name (the production NameStartChar of XML 1.0).
func isNameRune(r rune) bool {
	switch {
	case r == utf8.RuneError:
		return false
	case r >= 0xC0 && r <= 0x2FF:
		return r != 0xD7 && r != 0xF7
	case r >= 0x370 && r <= 0x1FFF:
		return r != 0x37E
	}
	return r == 0x200C || r == 0x200D || r >= 0x2070 && r <= 0x218F || r >= 0x2C00 && r <= 0x2FEF ||
		r >= 0x3001 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFFD ||
		r >= 0x10000 && r <= 0xEFFFF
}
