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

	language language.Language
	faces    []*Face
	scripts  []language.Script

	// The line that was shaped last, from character a to b.
	a, b     int
	items    []item // in logical order
	glyphs   []Glyph
	clusters []int // the character of each glyph
	visual   []item
}

// item is a stretch of characters that is shaped at once. Its glyphs stand in
// visual order.
type item struct {
	a, b     int
	level    uint8
	from, to int // in fullShaper.glyphs
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
	f.a, f.b = 0, 0
	f.language = language.NewLanguage(s.language)
	f.bidi.resolve(s.runes, baseLevel(s.runes, s.language))
	f.findScripts(s.runes)
	s.findFaces()
	clear(s.position)
	for _, it := range s.shape(0, len(s.runes)) {
		for i := it.from; i < it.to; i++ {
			s.position[f.clusters[i]+1] += int(f.glyphs[i].Advance) * unit / int(f.faces[it.a].UnitsPerEm)
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
		weight := s.plain[s.cells[i].weight].Weight
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
	face, script := s.plain[s.cells[b].weight], language.Latin
	if b > 0 {
		script = f.scripts[b-1]
	}
	f.faces = append(f.faces[:b], face)
	f.scripts = append(f.scripts[:b], script)
	f.bidi.levels = append(f.bidi.levels[:b], f.bidi.base)
	f.a, f.b = 0, 0
}

// itemise splits the characters from a to b.
func (s *Shaper) itemise(a, b int) {
	f := s.full
	f.items = f.items[:0]
	for a < b {
		end := a + 1
		for end < b && f.bidi.levels[end] == f.bidi.levels[a] && f.faces[end] == f.faces[a] &&
			f.scripts[end] == f.scripts[a] && s.cells[end].weight == s.cells[a].weight {
			end++
		}
		f.items = append(f.items, item{a: a, b: end, level: f.bidi.levels[a]})
		a = end
	}
}

// shape shapes the characters from a to b as a line of their own. The items are
// valid until the next call.
func (s *Shaper) shape(a, b int) []item {
	f := s.full
	if f.a == a && f.b == b {
		return f.items // a paragraph of one line is not shaped twice
	}
	f.a, f.b = a, b
	f.glyphs, f.clusters = f.glyphs[:0], f.clusters[:0]
	s.itemise(a, b)
	for i := range f.items {
		it := &f.items[i]
		it.from = len(f.glyphs)
		s.shapeItem(*it)
		for g, info := range f.buffer.Info {
			p := f.buffer.Pos[g]
			f.glyphs = append(f.glyphs, Glyph{ID: uint32(info.Glyph), Advance: p.XAdvance, X: int16(p.XOffset), Y: int16(p.YOffset)})
			f.clusters = append(f.clusters, a+info.Cluster)
		}
		it.to = len(f.glyphs)
		countChars(f.glyphs[it.from:], f.clusters[it.from:], *it)
	}
	return f.items
}

// countChars tells each glyph of an item how many characters it shows. The first glyph
// of a cluster shows those from there to where the next one begins, which stands to the
// right of it or, in text from right to left, to its left.
func countChars(glyphs []Glyph, clusters []int, it item) {
	for i := range glyphs {
		if i > 0 && clusters[i] == clusters[i-1] {
			continue
		}
		next := it.b
		if it.level%2 == 1 {
			if i > 0 {
				next = clusters[i-1]
			}
		} else if j := slices.IndexFunc(clusters[i:], func(c int) bool { return c != clusters[i] }); j > 0 {
			next = clusters[i+j]
		}
		glyphs[i].Chars = uint16(max(0, next-clusters[i]))
	}
}

// shapeItem has HarfBuzz shape an item of the line at hand into f.buffer, in font
// units. The rest of the line tells it how the ends join.
func (s *Shaper) shapeItem(it item) {
	f := s.full
	f.buffer.Clear()
	f.buffer.AddRunes(s.runes[f.a:f.b], it.a-f.a, it.b-it.a)
	f.buffer.Props.Direction = harfbuzz.LeftToRight
	if it.level%2 == 1 {
		f.buffer.Props.Direction = harfbuzz.RightToLeft
	}
	f.buffer.Props.Script = f.scripts[it.a]
	f.buffer.Props.Language = f.language
	if guard(func() error {
		shapers := f.faces[it.a].shapers()
		shaper := <-shapers
		defer func() { shapers <- shaper }()
		f.buffer.Shape(shaper, nil)
		return nil
	}) != nil {
		f.buffer = harfbuzz.NewBuffer() // nothing of a damaged font is shown
		f.buffer.AddRunes(s.runes[f.a:f.b], it.a-f.a, it.b-it.a)
		f.buffer.Pos = make([]harfbuzz.GlyphPosition, len(f.buffer.Info))
	}
}

// fullRuns sets the characters from a to b on a line of their own. Items that
// differ only in script, or in a level that moves nothing between them, make one
// run.
func (s *Shaper) fullRuns(a, b int) []Run {
	f := s.full
	f.visual = append(f.visual[:0], s.shape(a, b)...)
	reverseRuns(f.visual, func(it item) uint8 { return it.level })
	glyphs := s.glyphSlab.Take(len(f.glyphs))
	runs := f.visual[:0] // from and to now count in glyphs
	n := 0
	for _, it := range f.visual {
		from := n
		n += copy(glyphs[n:], f.glyphs[it.from:it.to])
		it.from, it.to = from, n
		if last := len(runs) - 1; last >= 0 && s.continues(runs[last], it) {
			runs[last].a, runs[last].b, runs[last].to = min(runs[last].a, it.a), max(runs[last].b, it.b), n
			continue
		}
		runs = append(runs, it)
	}
	return s.runsFrom(runs, glyphs)
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

// runsFrom makes runs of items that stand from left to right.
func (s *Shaper) runsFrom(items []item, glyphs []Glyph) []Run {
	runs := s.runSlab.Take(len(items))
	x := 0.
	for i, it := range items {
		face, units := s.full.faces[it.a], 0
		for _, g := range glyphs[it.from:it.to] {
			units += int(g.Advance)
		}
		runs[i] = Run{
			Text: s.slice(it.a, it.b), X: x, Width: float64(units) * s.size / face.UnitsPerEm, Size: s.size,
			Weight: s.plain[s.cells[it.a].weight].Weight, Face: face, RTL: it.level%2 == 1,
			Glyphs: glyphs[it.from:it.to:it.to],
		}
		x += runs[i].Width
	}
	return runs
}
