package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/layout/internal/slab"
)

// Shaper sets paragraphs. It keeps buffers and caches between them, so use one
// for all labels of a diagram. It is for one goroutine at a time; many Shapers
// may share one [Fonts].
type Shaper struct {
	fonts *Fonts
	plain [2]*Face    // by weight index
	full  *fullShaper // made when first needed
	lines lineBreaker

	runSlab   slab.Slab[Run]
	lineSlab  slab.Slab[Line]
	glyphSlab slab.Slab[Glyph]

	filling, spare []filling // room for lines of the block at hand

	// The paragraph at hand.
	text     string
	size     float64
	maxWidth float64 // px
	language string
	isPlain  bool
	runes    []rune
	cells    []cell // one a rune
	// position[i] is the pen's way before rune i in logical order, and
	// position[len(runes)] the whole width, in units of 1/unit em.
	position []int
	missing  []rune
}

// cell is what is known of a character of the paragraph.
type cell struct {
	at      int32 // byte offset in the text
	weight  uint8 // index into Shaper.plain
	glyph   uint16
	advance int16 // font units
	kern    int16 // between this character and the next, font units
}

// unit is the number of steps in an em in which lines are broken: fine enough
// for fonts of any resolution, and a multiple of the embedded ones'.
const unit = 1 << 16

// NewShaper returns a shaper that draws on the given fonts; nil means the
// embedded ones only.
func NewShaper(fonts *Fonts) *Shaper {
	return &Shaper{
		fonts: fonts,
		plain: [2]*Face{fonts.Face(Regular), fonts.Face(Medium)},
	}
}

// Measure is the width of a paragraph in px; of its widest line when it has
// several.
func (s *Shaper) Measure(p Paragraph) float64 {
	width := 0.
	for _, l := range s.Wrap(p, Limits{}).Lines {
		width = max(width, l.Width)
	}
	return width
}

// Wrap sets a paragraph in lines, each as full as the width allows. Lines break
// where Unicode Standard Annex #14 allows it, but not between plus signs, in Korean
// words or before a dash; after a hyphen only in a word that is longer than a
// line, and at any character in a word without hyphens that is. A line is wider
// than the limit only when it is a single character, or nothing but an ellipsis.
// A line feed ends its line; spaces at a line's ends are dropped, and an empty
// paragraph has no lines.
func (s *Shaper) Wrap(p Paragraph, o Limits) Block {
	if begin, ok := beginning(p, o); ok {
		// Whoever sees a few lines of a text of many pages does not wait for all of it.
		if block := s.set(begin, o); block.Truncated && block.length() < mostShown/2 {
			return block
		}
	}
	return s.set(p, o)
}

// mostShown is how many bytes of a long text are looked at for lines that are bounded
// in width and number. Such lines, of boxes, hold a tenth of it; where they hold more
// than half, all of the text is looked at.
const mostShown = 4096

// beginning is a paragraph without what lines within the limits have surely no room
// for. It is false where that is not known, or nothing.
func beginning(p Paragraph, o Limits) (Paragraph, bool) {
	if o.Width <= 0 || o.MaxLines <= 0 {
		return p, false
	}
	room := mostShown
	for i, span := range p.Spans {
		if len(span.Text) > room {
			for room > 0 && !utf8.RuneStart(span.Text[room]) {
				room--
			}
			p.Spans = append(slices.Clone(p.Spans[:i]), Span{span.Text[:room], span.Weight})
			return p, true
		}
		room -= len(span.Text)
	}
	return p, false
}

// length is how many bytes of text the lines hold.
func (b Block) length() int {
	n := 0
	for _, l := range b.Lines {
		n += len(l.Text)
	}
	return n
}

// set sets the whole of a paragraph.
func (s *Shaper) set(p Paragraph, o Limits) Block {
	s.load(p)
	s.position = resize(s.position, len(s.runes)+1)
	s.missing = nil
	if s.isPlain = s.placePlain(); !s.isPlain {
		s.placeFull()
	}
	block := s.wrap(s.bound(o.Width), o.MaxLines)
	block.Missing = s.missing
	return block
}

// load takes a paragraph apart into characters.
func (s *Shaper) load(p Paragraph) {
	s.size, s.language = p.Size, p.Language
	s.runes, s.cells = s.runes[:0], s.cells[:0]
	s.text = ""
	switch len(p.Spans) {
	case 0:
		return
	case 1:
		s.text = clean(p.Spans[0].Text)
		s.append(s.text, 0, p.Spans[0].Weight)
		return
	}
	var b strings.Builder
	for _, span := range p.Spans {
		t := clean(span.Text)
		s.append(t, b.Len(), span.Weight)
		b.WriteString(t)
	}
	s.text = b.String()
}

func (s *Shaper) append(t string, at int, w Weight) {
	weight := uint8(0)
	if s.fonts.Face(w) == s.plain[1] {
		weight = 1
	}
	for i, r := range t {
		s.runes = append(s.runes, r)
		s.cells = append(s.cells, cell{at: int32(at + i), weight: weight})
	}
}

// slice is the text of the characters from a to b.
func (s *Shaper) slice(a, b int) string {
	end := len(s.text)
	if b < len(s.cells) {
		end = int(s.cells[b].at)
	}
	return s.text[s.cells[a].at:end]
}

// runsOf sets the characters from a to b on a line of their own.
func (s *Shaper) runsOf(a, b int) []Run {
	if s.isPlain {
		return s.plainRuns(a, b)
	}
	return s.fullRuns(a, b)
}

// width is the width of the characters from a to b on a line of their own, in
// steps of 1/unit em; exact for plain text, near enough otherwise.
func (s *Shaper) width(a, b int) int {
	if a >= b {
		return 0
	}
	w := s.position[b] - s.position[a]
	if s.isPlain {
		w -= int(s.cells[b-1].kern) * (unit / plainUnitsPerEm)
	}
	return w
}

// clean makes text fit for setting: valid UTF-8 in which every line end is a
// line feed, a tab is a space and other control characters are gone.
func clean(t string) string {
	if !strings.ContainsFunc(t, isDirty) {
		return t
	}
	t = strings.NewReplacer("\r\n", "\n").Replace(strings.ToValidUTF8(t, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\t':
			return ' '
		}
		if r < ' ' || 0x7F <= r && r < 0xA0 {
			return -1
		}
		return r
	}, t)
}

// isDirty also holds for U+FFFD, as which invalid bytes appear.
func isDirty(r rune) bool {
	return r < ' ' && r != '\n' || 0x7F <= r && r < 0xA0 || r == utf8.RuneError || r == '\u2028' || r == '\u2029'
}

// resize returns a slice of length n, b's own memory where that suffices. The
// first element is zero.
func resize[T any](b []T, n int) []T {
	if n > cap(b) {
		return make([]T, n, n+n/2)
	}
	b = b[:n]
	clear(b[:min(n, 1)])
	return b
}
