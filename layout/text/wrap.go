package text

import (
	"math"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// place says whether a line may end before a character.
type place uint8

const (
	within     place = iota // inside a character as readers see it
	between                 // between two characters
	afterDash               // after a hyphen inside a word
	afterWord               // where UAX #14 allows a break
	mustBreak               // after a line feed
	placeCount = int(mustBreak)
)

// lineBreaker finds the places where lines may end.
type lineBreaker struct {
	segmenter segmenter.Segmenter
	places    []place // before rune i
}

// find fills places for a text; the end of the text is afterWord.
func (l *lineBreaker) find(runes []rune) {
	l.places = resize(l.places, len(runes)+1)
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
		case (last == '-' || last == '\u2010') && end < len(runes):
			l.places[end] = afterDash
		case end < len(runes) && (last == '+' && runes[end] == '+' || isLoneDash(runes[end:]) ||
			unicode.Is(unicode.Hangul, last) && unicode.Is(unicode.Hangul, runes[end])):
			// The annex would part C++ and Korean words, and begin a line with a dash.
		default:
			l.places[end] = afterWord
		}
	}
}

// isLoneDash says whether a dash between spaces comes next.
func isLoneDash(next []rune) bool {
	return len(next) > 1 && (next[0] == '-' || next[0] == '–' || next[0] == '—') && next[1] == ' '
}

// bound sets the width of lines in px and returns it in steps of 1/unit em.
func (s *Shaper) bound(width float64) int {
	s.maxWidth = math.Inf(1)
	if !(width > 0 && s.size > 0) {
		return math.MaxInt
	}
	s.maxWidth = width * (1 + 1e-9) // a line fits the width that it was measured to have
	return int(min(s.maxWidth/s.size*unit, math.MaxInt32))
}

// wrap breaks the paragraph into lines no wider than limit.
func (s *Shaper) wrap(limit, maxLines int) Block {
	a, n := s.skipSpaces(0), len(s.runes)
	if a == n {
		return Block{}
	}
	if end := s.trim(a, n); s.width(a, end) <= limit && !s.hasLineFeed(a, end) {
		if line := s.line(a, end); s.fits(line) {
			return Block{Lines: append(s.lineSlab.take(1)[:0], line)}
		}
	}
	s.lines.find(s.runes)
	var block Block
	for a < n {
		end, line := s.fill(a, limit)
		next := s.skipSpaces(end)
		block.Broken = block.Broken || s.lines.places[end] == between && next == end
		if next < n && len(block.Lines)+1 == maxLines {
			line = s.cut(a, limit)
			next = n
			block.Truncated = true
		}
		block.Lines = append(block.Lines, line)
		a = next
	}
	return block
}

// fill sets the line that starts at a and returns where it ends.
func (s *Shaper) fill(a, limit int) (int, Line) {
	for room := limit; ; {
		end, more := s.breakAt(a, room)
		line := s.line(a, s.trim(a, end))
		if s.fits(line) || !more {
			return end, line
		}
		// Shaped apart from its neighbours the line came out wider than
		// measured: try again with as much less room.
		room = min(room-1, s.width(a, s.trim(a, end))-1)
	}
}

// breakAt finds where the line that starts at a ends when it has the given room.
// It is false when no shorter line is possible.
func (s *Shaper) breakAt(a, room int) (end int, more bool) {
	var best [placeCount]int // the furthest place of each kind that fits
	first := 0               // the nearest place of any kind
	solid := a               // the end of what is not a space
	for i := a + 1; i <= len(s.runes); i++ {
		if !isSpace(s.runes[i-1]) {
			solid = i
		}
		p := s.lines.places[i]
		if p == within {
			continue
		}
		if first == 0 {
			first = i
		}
		if s.width(a, solid) > room {
			break
		}
		if p == mustBreak || i == len(s.runes) {
			return i, i > first
		}
		best[p] = i
	}
	for _, p := range [...]place{afterWord, afterDash, between} {
		if best[p] > 0 {
			return best[p], best[p] > first
		}
	}
	return first, false
}

// cut sets the line that starts at a with an ellipsis at its end, after a whole
// word if that leaves half of the line. Nothing of the paragraph can be set after it.
func (s *Shaper) cut(a, limit int) Line {
	text, weight := s.text, s.cells[a].weight
	ellipsis, _ := s.plain[weight].glyph('…')
	room := limit - int(ellipsis.advance)*(unit/plainUnitsPerEm)
	end, word := a, a
	for i := a + 1; i <= len(s.runes) && s.lines.places[i] != mustBreak; i++ {
		if s.lines.places[i] == within || s.width(a, s.trim(a, i)) > room {
			continue
		}
		end = i
		if s.lines.places[i] == afterWord {
			word = i
		}
	}
	if s.width(a, word) >= room/2 {
		end = word // few characters are lost, and the rest can be read
	}
	for ; ; end-- {
		if s.lines.places[end] == within && end > a {
			continue
		}
		b := s.trim(a, end)
		s.endWithEllipsis(text, b, weight)
		if line := s.line(a, b+1); b == a || s.fits(line) {
			return line
		}
	}
}

// endWithEllipsis cuts the paragraph's text off before character b.
func (s *Shaper) endWithEllipsis(text string, b int, weight uint8) {
	at := s.cells[b].at
	if b > 0 {
		weight = s.cells[b-1].weight
	}
	ellipsis, _ := s.plain[weight].glyph('…')
	s.text = text[:at] + "…"
	s.runes = append(s.runes[:b], '…')
	s.cells = append(s.cells[:b], cell{at: at, weight: weight, glyph: ellipsis.id, advance: ellipsis.advance})
	if b > 0 && s.isPlain {
		s.cells[b-1].kern = s.plain[weight].kern(s.cells[b-1].glyph, ellipsis.id)
	}
	if !s.isPlain {
		s.cutFull(b)
	}
}

// line sets the characters from a to b.
func (s *Shaper) line(a, b int) Line {
	line := Line{Text: s.slice(a, b), Runs: s.runsOf(a, b)}
	for i := range line.Runs {
		line.Width += line.Runs[i].Width
	}
	return line
}

// fits tells whether a line is within the paragraph's width.
func (s *Shaper) fits(l Line) bool { return l.Width <= s.maxWidth }

// skipSpaces is the first character from a on that is not a space.
func (s *Shaper) skipSpaces(a int) int {
	for a < len(s.runes) && isSpace(s.runes[a]) {
		a++
	}
	return a
}

// trim is the end of the line from a to b without the spaces at its end.
func (s *Shaper) trim(a, b int) int {
	for b > a && isSpace(s.runes[b-1]) {
		b--
	}
	return b
}

func (s *Shaper) hasLineFeed(a, b int) bool {
	for _, r := range s.runes[a:b] {
		if r == '\n' {
			return true
		}
	}
	return false
}

// isSpace holds for the spaces that vanish where a line breaks.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\n', '\u1680', '\u200B', '\u205F', '\u3000':
		return true
	}
	return 0x2000 <= r && r <= 0x200A && r != '\u2007'
}
