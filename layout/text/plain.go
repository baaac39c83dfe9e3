package text

// plainGlyph is the one glyph of a character that is placed by table.
type plainGlyph struct {
	id      uint16
	advance int16
	script  plainScript
}

// plainScript is a writing system without rules beyond kerning; commonScript goes with
// any.
type plainScript uint8

const (
	notPlain plainScript = iota
	commonScript
	latinScript
	greekScript
	cyrillicScript
)

// placePlain measures the paragraph by table. It is false when some character
// is not plain.
func (s *Shaper) placePlain() bool {
	current := commonScript
	for i, r := range s.runes {
		if r == '\n' {
			r = ' ' // ends its line and is not drawn
		}
		face := s.plain[s.cells[i].weight]
		g, ok := face.table.plain(r)
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
			s.cells[i-1].kern = face.table.kern(uint32(s.cells[i-1].glyph), uint32(c.glyph))
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
		face := s.plain[s.cells[a].weight]
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

// plainWidth is the width of what [Shaper.plainRuns] sets, px, added up as there.
func (s *Shaper) plainWidth(a, b int) float64 {
	width := 0.
	for a < b {
		end := a + 1
		for end < b && s.cells[end].weight == s.cells[a].weight {
			end++
		}
		units := (s.position[end] - s.position[a]) / (unit / plainUnitsPerEm)
		if end == b {
			units -= int(s.cells[b-1].kern)
		}
		width += float64(units) * s.size / plainUnitsPerEm
		a = end
	}
	return width
}
