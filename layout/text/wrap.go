package text

import (
	"math"
	"strings"
)

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
			return Block{Lines: append(s.lineSlab.Take(1)[:0], line)}
		}
	}
	s.lines.find(s.runes)
	filled := s.fillAll(s.filling, a, limit, maxLines)
	if filled.isUneven() {
		filled = s.balance(a, filled)
	}
	block := Block{Truncated: filled.truncated, Broken: filled.broken}
	if n := len(filled.lines); n > 0 {
		block.Lines = s.lineSlab.Take(n)
	}
	for i, of := range filled.lines {
		if block.Lines[i] = of.line; of.line.Runs == nil {
			block.Lines[i] = s.line(of.a, of.b)
		}
	}
	clear(filled.lines) // which are used again, and keep nothing alive
	s.filling = filled.lines
	return block
}

// filling is a line that is to be set, of the characters from a to b; its width, px; and the
// line itself where that is known of lines alone that were set.
type filling struct {
	a, b  int
	width float64
	line  Line
}

// filled is a block before it is set, with what tells how well its lines end.
type filled struct {
	lines             []filling
	truncated, broken bool
	torn              int // lines that end inside a word
}

// fillAll fills lines with the characters from a on, each as full as can be. The room for
// them is used again.
func (s *Shaper) fillAll(room []filling, a, limit, maxLines int) filled {
	block := filled{lines: room[:0]}
	last := a // where the line before begins
	for n := len(s.runes); a < n; {
		end, line := s.fill(a, limit)
		next := s.skipSpaces(end)
		if p := s.lines.places[end]; p < afterWord && next == end {
			block.torn++
			block.broken = block.broken || p <= afterPart
		}
		if next < n && len(block.lines)+1 == maxLines {
			if len(block.lines) > 0 && !s.fitsWord(a, limit) {
				// The ellipsis stands behind the last whole word.
				block.lines, a = block.lines[:len(block.lines)-1], last
			}
			line.line = s.cut(a, limit)
			next = n
			block.truncated = true
		}
		block.lines = append(block.lines, line)
		last, a = a, next
	}
	return block
}

// A last line shorter than a shortest'th of the longest is balanced with those
// before it, in blocks of up to mostBalanced lines.
const (
	shortest     = 3
	mostBalanced = 6
)

// isUneven says whether the last line is so short that it looks left over.
func (b filled) isUneven() bool {
	n := len(b.lines)
	if n < 2 || n > mostBalanced || b.truncated {
		return false
	}
	widest := 0.
	for _, l := range b.lines {
		widest = max(widest, l.width)
	}
	return b.lines[n-1].width*shortest < widest
}

// balance makes the lines of a block about equally wide: they get the least width in
// which they are no more than before, and no more of them end inside a word.
func (s *Shaper) balance(a int, greedy filled) filled {
	high := 0 // known to do
	for _, l := range greedy.lines {
		high = max(high, int(math.Ceil(l.width/s.size*unit)))
	}
	best, lines, torn, broken := greedy, len(greedy.lines), greedy.torn, greedy.broken
	for low := high / 2; high-low > unit/8; {
		middle := (low + high) / 2
		try := s.fillAll(s.spare, a, middle, 0)
		s.spare = try.lines
		if len(try.lines) > lines || try.torn > torn || try.broken && !broken {
			low = middle
			continue
		}
		s.spare = best.lines
		best, high = try, middle
	}
	clear(s.spare)
	return best
}

// fitsWord says whether a whole word, or a part of one that a line may end after,
// stands before an ellipsis on the line that starts at a.
func (s *Shaper) fitsWord(a, limit int) bool {
	room := s.beforeEllipsis(a, limit)
	for i := a + 1; i <= len(s.runes) && s.width(a, s.trim(a, i)) <= room; i++ {
		if s.lines.places[i] > between {
			return true
		}
	}
	return false
}

// beforeEllipsis is the room that an ellipsis leaves on the line that starts at a.
func (s *Shaper) beforeEllipsis(a, limit int) int {
	ellipsis, _ := s.plain[s.cells[a].weight].table.plain('…')
	return limit - int(ellipsis.advance)*(unit/plainUnitsPerEm)
}

// fill fills the line that starts at a and returns where it ends.
func (s *Shaper) fill(a, limit int) (int, filling) {
	for room := limit; ; {
		end, more := s.breakAt(a, room)
		line := s.measure(a, s.trim(a, end))
		if line.width <= s.maxWidth || !more {
			return end, line
		}
		// Shaped apart from its neighbours the line came out wider than
		// measured: try again with as much less room.
		room = min(room-1, s.width(a, line.b)-1)
	}
}

// measure is the line of the characters from a to b with its width: plain text need not
// be set for that.
func (s *Shaper) measure(a, b int) filling {
	if s.isPlain {
		return filling{a: a, b: b, width: s.plainWidth(a, b)}
	}
	line := s.line(a, b)
	return filling{a, b, line.Width, line}
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
	if word, syllable := best[afterWord], best[afterSyllable]; s.width(a, syllable) > 3*s.width(a, word) {
		return syllable, syllable > first // not "1." alone before a phrase
	}
	for _, p := range [...]place{afterWord, afterDash, afterSyllable, afterPart, between} {
		if best[p] > 0 {
			return best[p], best[p] > first
		}
	}
	return first, false
}

// cut sets the line that starts at a with an ellipsis at its end: after a whole
// word, or else after a part of one, or where that has none at any character.
// Nothing of the paragraph can be set after it.
func (s *Shaper) cut(a, limit int) Line {
	text, weight := s.text, s.cells[a].weight
	room := s.beforeEllipsis(a, limit)
	var best [placeCount + 1]int // the furthest place of each kind that leaves room
	for i := a + 1; i <= len(s.runes); i++ {
		if s.width(a, s.trim(a, i)) > room {
			break
		}
		p := s.lines.places[i]
		best[p] = i
		if p == mustBreak {
			break
		}
	}
	end := a
	if best[mustBreak] > 0 {
		end = best[mustBreak]
	} else {
		for _, p := range [...]place{afterWord, afterDash, afterSyllable, afterPart, between} {
			if best[p] > 0 {
				end = best[p]
				break
			}
		}
	}
	for ; ; end-- {
		if s.lines.places[end] == within && end > a {
			continue
		}
		b := s.trimMarks(a, end)
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
	ellipsis, _ := s.plain[weight].table.plain('…')
	s.text = text[:at] + "…"
	s.runes = append(s.runes[:b], '…')
	s.cells = append(s.cells[:b], cell{at: at, weight: weight, glyph: ellipsis.id, advance: ellipsis.advance})
	if b > 0 && s.isPlain {
		s.cells[b-1].kern = s.plain[weight].table.kern(uint32(s.cells[b-1].glyph), uint32(ellipsis.id))
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

// trimMarks is the end of the line from a to b without what stands ill before an
// ellipsis.
func (s *Shaper) trimMarks(a, b int) int {
	end := s.trim(a, b)
	for b = end; b > a && strings.ContainsRune(" ,;:–—-(&、，：；（", s.runes[b-1]); {
		b--
	}
	if b == a {
		return end
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
