package text

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// place says whether a line may end before a character.
type place uint8

const (
	within        place = iota // inside a character as readers see it
	between                    // between two characters
	afterPart                  // after a part of an identifier
	afterSyllable              // inside a word of a script without spaces
	afterDash                  // after a hyphen or a slash inside a word
	afterWord                  // where UAX #14 allows a break
	mustBreak                  // after a line feed
	placeCount    = int(mustBreak)
)

// lineBreaker finds the places where lines may end.
type lineBreaker struct {
	segmenter segmenter.Segmenter
	places    []place // before rune i
}

// find fills places for a text; the end of the text is afterWord.
func (l *lineBreaker) find(runes []rune) {
	l.places = resize(l.places, len(runes)+1)
	simple := isSimple(runes)
	if simple {
		l.findSimple(runes)
	} else {
		l.findAny(runes)
	}
	for i := 1; i < len(runes); i++ {
		if l.places[i] != between {
			continue
		}
		switch {
		case beginsPart(runes, i):
			l.places[i] = afterPart
		case !simple && beginsSyllable(runes, i):
			l.places[i] = afterSyllable
		}
	}
}

// isSimple tells whether a text is of ASCII letters, digits and spaces, and of commas, full
// stops and the like behind these and before a space: UAX #14 has such lines end before
// words alone.
func isSimple(runes []rune) bool {
	for i, r := range runes {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == ' ':
		case isMark(r) && i > 0 && isWordly(runes[i-1]) && i+1 < len(runes) && runes[i+1] == ' ':
		default:
			return false
		}
	}
	return true
}

// isWordly tells whether a character of a simple text is of a word.
func isWordly(r rune) bool { return r != ' ' && !isMark(r) }

func isMark(r rune) bool { return r == ',' || r == '.' || r == ':' || r == ';' || r == '!' || r == '?' }

// findSimple does what findAny does, for a simple text.
func (l *lineBreaker) findSimple(runes []rune) {
	l.places[0] = within
	for i := 1; i < len(runes); i++ {
		l.places[i] = between
		if runes[i-1] == ' ' && runes[i] != ' ' {
			l.places[i] = afterWord
		}
	}
	l.places[len(runes)] = afterWord
}

// findAny finds where characters end and where UAX #14 lets lines end.
func (l *lineBreaker) findAny(runes []rune) {
	clear(l.places)
	l.segmenter.Init(runes)
	for it := l.segmenter.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		l.places[g.Offset+len(g.Text)] = between
	}
	for it := l.segmenter.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		switch last := runes[end-1]; {
		case last == '\n':
			l.places[end] = mustBreak
		case (last == '-' || last == '\u2010' || last == '/') && end < len(runes):
			l.places[end] = afterDash
		case end < len(runes) && (last == '+' && runes[end] == '+' || isLoneDash(runes[end:]) ||
			unicode.Is(unicode.Hangul, last) && unicode.Is(unicode.Hangul, runes[end])):
			// The annex would part C++ and Korean words, and begin a line with a dash.
		default:
			l.places[end] = afterWord
		}
	}
}

// beginsPart says whether a part of an identifier begins with character i: after
// the mark in "snake_case" and "a.dotted.name", and at the hump of "CamelCase",
// which in "HTTPServer" is the S.
func beginsPart(runes []rune, i int) bool {
	r, before := runes[i], runes[i-1]
	switch before {
	case '_', '.', '\\', ':', '@', '=':
		return (unicode.IsLetter(r) || unicode.IsDigit(r)) && i > 1 && (unicode.IsLetter(runes[i-2]) || before == '_' && unicode.IsDigit(runes[i-2]))
	}
	if !unicode.IsUpper(r) {
		return false
	}
	return unicode.IsLower(before) || unicode.IsDigit(before) || unicode.IsUpper(before) && i+1 < len(runes) && unicode.IsLower(runes[i+1])
}

// isLoneDash says whether a dash between spaces comes next.
func isLoneDash(next []rune) bool {
	return len(next) > 1 && (next[0] == '-' || next[0] == '–' || next[0] == '—') && next[1] == ' '
}
