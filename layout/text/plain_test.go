package text

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// setFull sets a line with the full shaper, whatever the text.
func setFull(s *Shaper, p Paragraph) []Run {
	s.load(p)
	s.position = resize(s.position, len(s.runes)+1)
	s.missing, s.isPlain = nil, false
	s.placeFull()
	return s.fullRuns(0, len(s.runes))
}

// setPlain sets a line by table.
func setPlain(t *testing.T, s *Shaper, p Paragraph) []Run {
	s.load(p)
	s.position = resize(s.position, len(s.runes)+1)
	if s.isPlain = s.placePlain(); !s.isPlain {
		t.Fatalf("%+v is not plain", p.Spans)
	}
	return s.plainRuns(0, len(s.runes))
}

// plainRunes are the characters that are placed by table.
func plainRunes(s *Shaper) (all []rune) {
	for r := rune(0); r < plainEnd; r++ {
		if _, ok := s.plain[0].table.plain(r); ok {
			if _, ok := s.plain[1].table.plain(r); !ok {
				continue
			}
			all = append(all, r)
		}
	}
	return all
}

// compareRuns reports the first difference between runs of one text.
func compareRuns(t *testing.T, got, want []Run) bool {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d runs by table, %d shaped", len(got), len(want))
		return false
	}
	for i, g := range got {
		w := want[i]
		if len(g.Glyphs) == len(w.Glyphs) {
			for j, r := range []rune(g.Text) {
				if j < len(g.Glyphs) && g.Glyphs[j] != w.Glyphs[j] {
					t.Errorf("%q, glyph %d (%q %U): by table %+v, shaped %+v", string([]rune(g.Text)[max(0, j-1):min(len(g.Glyphs), j+3)]), j, r, r, g.Glyphs[j], w.Glyphs[j])
					return false
				}
			}
		}
		same := slices.Equal(g.Glyphs, w.Glyphs)
		g.Glyphs, w.Glyphs = nil, nil
		if !same || !reflect.DeepEqual(g, w) {
			t.Errorf("run %d: by table %+v, shaped %+v", i, g, w)
			return false
		}
	}
	return true
}

// TestPlainEqualsFull proves that text placed by table comes out as HarfBuzz
// sets it: each character beside each one of ASCII and some others, and random
// texts of all of them. (All pairs of all characters agree too; that takes 30 s.)
func TestPlainEqualsFull(t *testing.T) {
	s := NewShaper(nil)
	runes := plainRunes(s)
	if len(runes) < 1000 {
		t.Fatalf("only %d plain characters", len(runes))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	check := func(text string, w Weight) bool {
		p := Paragraph{Spans: []Span{{text, w}}, Size: 24}
		return compareRuns(t, setPlain(t, s, p), setFull(s, p))
	}
	for _, w := range []Weight{Regular, Medium} {
		for _, l := range runes {
			var b strings.Builder
			for i := range 120 {
				b.WriteRune(l)
				if i < 95 {
					b.WriteRune(runes[i]) // ASCII
				} else {
					b.WriteRune(runes[rng.IntN(len(runes))])
				}
			}
			if !check(b.String(), w) {
				return
			}
		}
	}
	for range 2000 {
		var spans []Span
		for range 1 + rng.IntN(3) {
			b := make([]rune, 1+rng.IntN(20))
			for i := range b {
				b[i] = runes[rng.IntN(len(runes))]
				if rng.IntN(2) == 0 {
					b[i] = runes[rng.IntN(95)]
				}
			}
			spans = append(spans, Span{string(b), []Weight{Regular, Medium}[rng.IntN(2)]})
		}
		p := Paragraph{Spans: spans, Size: 24}
		if !compareRuns(t, setPlain(t, s, p), setFull(s, p)) {
			return
		}
	}
}
