package text

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// fullShaper sets any text: it knows the level, face and script of each
// character of the paragraph and has HarfBuzz shape what agrees in all three.
type fullShaper struct {
	buffer *harfbuzz.Buffer
	bidi   bidiResolver

	faces   []*Face
	scripts []language.Script
	items   []item
	pieces  []piece // of the line at hand
	glyphs  []Glyph // of the line at hand
}

// item is a stretch of characters that is shaped at once.
type item struct {
	a, b  int
	level uint8
}

func newFullShaper() *fullShaper {
	return &fullShaper{buffer: harfbuzz.NewBuffer()}
}

// placeFull analyses and measures the paragraph.
func (s *Shaper) placeFull() {
	if s.full == nil {
		s.full = newFullShaper()
	}
	f := s.full
	f.bidi.resolve(s.runes, baseLevel(s.runes))
	f.findScripts(s.runes)
	s.findFaces()
	clear(s.position)
	for _, it := range s.itemise(0, len(s.runes)) {
		s.shape(it, 0, len(s.runes))
		for i, info := range f.buffer.Info {
			s.position[info.Cluster+1] += int(f.buffer.Pos[i].XAdvance) * unit / int(f.faces[it.a].UnitsPerEm)
		}
	}
	for i := range s.runes {
		s.position[i+1] += s.position[i]
	}
}

// findScripts gives each character a script. Common ones, such as digits and
// punctuation, take the script before them, at the start the first one.
func (f *fullShaper) findScripts(runes []rune) {
	f.scripts = f.scripts[:0]
	current := language.Latin
	if i := slices.IndexFunc(runes, func(r rune) bool { return language.LookupScript(r).Strong() }); i >= 0 {
		current = language.LookupScript(runes[i])
	}
	for _, r := range runes {
		if script := language.LookupScript(r); script.Strong() && script != language.Unknown {
			current = script
		}
		f.scripts = append(f.scripts, current)
	}
}

// findFaces chooses a face for each character and notes those that none has.
func (s *Shaper) findFaces() {
	faces := s.full.faces[:0]
	for i, r := range s.runes {
		weight := s.plain[s.cells[i].weight].face.Weight
		var previous *Face
		if i > 0 && s.cells[i-1].weight == s.cells[i].weight {
			previous = faces[i-1]
		}
		face := s.follow(previous, r)
		if face == nil {
			face = s.fonts.find(r, weight, s.language)
		}
		if face == nil {
			face = s.fonts.Face(weight) // its glyph 0 stands for r
			if !slices.Contains(s.missing, r) {
				s.missing = append(s.missing, r)
			}
		}
		if previous != nil && face != previous && unicode.Is(unicode.M, r) {
			// A mark in another font than its base would not find its place.
			if _, ok := face.Glyph(s.runes[i-1]); ok {
				faces[i-1] = face
			}
		}
		faces = append(faces, face)
	}
	s.full.faces = faces
}

// follow is the face of a character that takes the one before it: a mark, a
// space in a fallback font, and what is never drawn. It is nil when r is none
// of these.
func (s *Shaper) follow(previous *Face, r rune) *Face {
	switch {
	case r == '\n' || unicode.In(r, unicode.Cf, unicode.Variation_Selector):
		if previous == nil {
			return s.fonts.Face(Regular)
		}
		return previous
	case previous == nil:
		return nil
	case unicode.Is(unicode.M, r) || unicode.Is(unicode.Zs, r) && !previous.Embedded():
		if _, ok := previous.Glyph(r); ok {
			return previous
		}
	}
	return nil
}

// cutFull tells of an ellipsis that now ends the paragraph as character b.
func (s *Shaper) cutFull(b int) {
	f := s.full
	face, script := s.plain[s.cells[b].weight].face, language.Latin
	if b > 0 {
		script = f.scripts[b-1]
	}
	f.faces = append(f.faces[:b], face)
	f.scripts = append(f.scripts[:b], script)
	f.bidi.levels = append(f.bidi.levels[:b], f.bidi.base)
}

// itemise splits the characters from a to b, in logical order. The result is
// valid until the next call.
func (s *Shaper) itemise(a, b int) []item {
	f := s.full
	f.items = f.items[:0]
	for a < b {
		end := a + 1
		for end < b && f.bidi.levels[end] == f.bidi.levels[a] && f.faces[end] == f.faces[a] &&
			f.scripts[end] == f.scripts[a] && s.cells[end].weight == s.cells[a].weight {
			end++
		}
		f.items = append(f.items, item{a, end, f.bidi.levels[a]})
		a = end
	}
	return f.items
}

// shape has HarfBuzz shape an item of the line from a to b into f.buffer, in
// font units and in visual order. Clusters count from a.
func (s *Shaper) shape(it item, a, b int) {
	f := s.full
	f.buffer.Clear()
	f.buffer.AddRunes(s.runes[a:b], it.a-a, it.b-it.a)
	f.buffer.Props.Direction = harfbuzz.LeftToRight
	if it.level%2 == 1 {
		f.buffer.Props.Direction = harfbuzz.RightToLeft
	}
	f.buffer.Props.Script = f.scripts[it.a]
	f.buffer.Props.Language = language.NewLanguage(s.language)
	shapers := f.faces[it.a].shapers()
	shaper := <-shapers
	f.buffer.Shape(shaper, nil)
	shapers <- shaper
}

// piece is a run in the making: items that differ only in script, or in a level
// that moves nothing between them, are one.
type piece struct {
	item
	from, to int // in fullShaper.glyphs
}

// fullRuns sets the characters from a to b on a line of their own.
func (s *Shaper) fullRuns(a, b int) []Run {
	f := s.full
	f.glyphs, f.pieces = f.glyphs[:0], f.pieces[:0]
	items := s.itemise(a, b)
	reverseRuns(items, func(it item) uint8 { return it.level })
	for _, it := range items {
		from := len(f.glyphs)
		s.shape(it, a, b)
		for g, info := range f.buffer.Info {
			p := f.buffer.Pos[g]
			f.glyphs = append(f.glyphs, Glyph{ID: uint32(info.Glyph), Advance: p.XAdvance, X: p.XOffset, Y: p.YOffset})
		}
		if n := len(f.pieces) - 1; n >= 0 && s.continues(f.pieces[n].item, it) {
			p := &f.pieces[n]
			p.a, p.b, p.to = min(p.a, it.a), max(p.b, it.b), len(f.glyphs)
			continue
		}
		f.pieces = append(f.pieces, piece{it, from, len(f.glyphs)})
	}
	return s.runsFrom(f.pieces)
}

// continues tells whether y, which stands to the right of x, is one run with it.
func (s *Shaper) continues(x, y item) bool {
	if x.level%2 != y.level%2 || s.full.faces[x.a] != s.full.faces[y.a] || s.cells[x.a].weight != s.cells[y.a].weight {
		return false
	}
	if x.level%2 == 1 {
		return y.b == x.a
	}
	return x.b == y.a
}

// runsFrom makes runs of pieces that stand from left to right.
func (s *Shaper) runsFrom(pieces []piece) []Run {
	glyphs := s.glyphSlab.take(len(s.full.glyphs))
	copy(glyphs, s.full.glyphs)
	runs := s.runSlab.take(len(pieces))
	x := 0.
	for i, p := range pieces {
		face, units := s.full.faces[p.a], 0
		for _, g := range glyphs[p.from:p.to] {
			units += int(g.Advance)
		}
		runs[i] = Run{
			Text: s.slice(p.a, p.b), X: x, Width: float64(units) * s.size / face.UnitsPerEm, Size: s.size,
			Weight: s.plain[s.cells[p.a].weight].face.Weight, Face: face, RTL: p.level%2 == 1,
			Glyphs: glyphs[p.from:p.to:p.to],
		}
		x += runs[i].Width
	}
	return runs
}
