package text

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// A plainFace places characters of an embedded face by table: one glyph a
// character, and a pair's kerning added to the first one's advance. It remembers
// the characters that it has looked up, and so is for one goroutine.
type plainFace struct {
	face  *Face
	pages [plainEnd >> 8]*[256]plainGlyph
}

// plainEnd is the first character beyond the tables.
const plainEnd = 0x2100

type plainGlyph struct {
	id      uint16
	advance int16
	script  plainScript
	state   uint8 // one of the following
}

const (
	unseen uint8 = iota
	isPlain
	notPlain
)

// plainScript is a writing system; commonScript goes with any.
type plainScript uint8

const (
	commonScript plainScript = iota
	latinScript
	greekScript
	cyrillicScript
	otherScript
)

func newPlainFace(f *Face) *plainFace { return &plainFace{face: f} }

// glyph looks up a character. It is false when r needs the full shaper.
func (p *plainFace) glyph(r rune) (plainGlyph, bool) {
	if uint32(r) >= plainEnd {
		return plainGlyph{}, false
	}
	page := p.pages[r>>8]
	if page == nil {
		page = new([256]plainGlyph)
		p.pages[r>>8] = page
	}
	g := &page[r&0xff]
	if g.state == unseen {
		*g = p.lookup(r)
	}
	return *g, g.state == isPlain
}

// lookup decides whether a character is plain: the face has it, its script has
// no rules beyond kerning, and it neither joins its neighbours (marks and the
// letters of tone) nor steers the text (format characters).
func (p *plainFace) lookup(r rune) plainGlyph {
	script := scriptOf(r)
	id, ok := p.face.Glyph(r)
	if !ok || script == otherScript || 0x2B0 <= r && r < 0x370 || unicode.In(r, unicode.M, unicode.Cf, unicode.Cc) {
		return plainGlyph{state: notPlain}
	}
	return plainGlyph{id: uint16(id), advance: p.face.Advance(id), script: script, state: isPlain}
}

func scriptOf(r rune) plainScript {
	switch language.LookupScript(r) {
	case language.Common:
		return commonScript
	case language.Latin:
		return latinScript
	case language.Greek:
		return greekScript
	case language.Cyrillic:
		return cyrillicScript
	}
	return otherScript
}

// kern is the kerning between two glyphs, in font units.
func (p *plainFace) kern(l, r uint16) int16 { return p.face.kern(uint32(l), uint32(r)) }

// placePlain measures the paragraph by table. It is false when some character
// is not plain.
func (s *Shaper) placePlain() bool {
	current := commonScript
	for i, r := range s.runes {
		if r == '\n' {
			r = ' ' // ends its line and is not drawn
		}
		face := s.plain[s.cells[i].weight]
		g, ok := face.glyph(r)
		if !ok {
			return false
		}
		c := &s.cells[i]
		c.glyph, c.advance, c.kern = g.id, g.advance, 0
		// Shapers, ours and a browser's, work on text of one script, in which
		// common characters join what stands before them.
		apart := g.script != commonScript && current != commonScript && g.script != current
		if g.script != commonScript {
			current = g.script
		}
		if i > 0 && !apart && s.cells[i-1].weight == c.weight {
			s.cells[i-1].kern = face.kern(s.cells[i-1].glyph, c.glyph)
		}
	}
	for i, c := range s.cells {
		s.position[i+1] = s.position[i] + int(c.advance+c.kern)*(unit/plainUnitsPerEm)
	}
	return true
}

// plainUnitsPerEm is the resolution of the embedded faces.
const plainUnitsPerEm = 2048

// plainRuns sets the characters from a to b, one run a weight.
func (s *Shaper) plainRuns(a, b int) []Run {
	count := 1
	for i := a + 1; i < b; i++ {
		if s.cells[i].weight != s.cells[i-1].weight {
			count++
		}
	}
	runs := s.runSlab.Take(count)
	glyphs := s.glyphSlab.Take(b - a)
	x := 0.
	for n := range runs {
		end := a
		units := 0
		for end < b && s.cells[end].weight == s.cells[a].weight {
			c := &s.cells[end]
			end++
			advance := int(c.advance)
			if end < b {
				advance += int(c.kern)
			}
			glyphs[end-a-1] = Glyph{ID: uint32(c.glyph), Advance: int32(advance), Chars: 1}
			units += advance
		}
		face := s.plain[s.cells[a].weight].face
		runs[n] = Run{
			Text: s.slice(a, end), X: x, Width: float64(units) * s.size / face.UnitsPerEm, Size: s.size,
			Weight: face.Weight, Face: face, Glyphs: glyphs[: end-a : end-a],
		}
		x += runs[n].Width
		glyphs = glyphs[end-a:]
		a = end
	}
	return runs
}
