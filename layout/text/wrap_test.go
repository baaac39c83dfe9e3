package text

import (
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

func paragraph(t string) Paragraph { return Paragraph{Spans: []Span{{t, Regular}}, Size: 24} }

func lines(b Block) []string {
	var out []string
	for _, l := range b.Lines {
		out = append(out, l.Text)
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		lines int
		want  string // lines joined by |
		cut   bool
	}{
		{"", 100, 0, "", false},
		{"   ", 100, 0, "", false},
		{"Attention", 0, 0, "Attention", false},
		{"  padded  text ", 0, 0, "padded  text", false},
		{"Supervised Fine-Tuning", 150, 2, "Supervised|Fine-Tuning", false},
		{"Task-specific benchmarks", 190, 2, "Task-specific|benchmarks", false},
		{"state-of-the-art-models-of-today", 150, 0, "state-of-the-|art-models-|of-today", false},
		{"a state-of-the-art-models-of-today", 150, 0, "a|state-of-the-|art-models-|of-today", false},
		{"incomprehensibilities", 100, 0, "incompr|ehensibil|ities", false},
		{"no\u00a0break here", 100, 0, "no\u00a0break|here", false},
		{"one\ntwo\r\n\r\nthree", 0, 0, "one|two|three", false},
		{"one\ttwo\x00\x7f", 0, 0, "one two", false},
		{"bad \xff byte", 0, 0, "bad \uFFFD byte", false},
		{"Retrieval Augmented Generation", 130, 2, "Retrieval…", true},
		{"Retrieval Augmented Generation", 110, 1, "Retrieval…", true},
		{"one\ntwo", 500, 1, "one…", true},
		{"wide", 1, 0, "w|i|d|e", false},
		{"wide", 1, 1, "…", true},
		{"e\u0301e\u0301", 1, 0, "e\u0301|e\u0301", false},
		{"机器学习方法", 60, 0, "机器学|习方法", false},
		{"웹서버 차이점", 60, 0, "웹서버|차이점", false},
		{"and/or", 50, 0, "and/|or", false},
		{"Introduction to C++", 198, 0, "Introduction|to C++", false},
		{"Runtime Security - 20%", 190, 0, "Runtime|Security - 20%", false},
		{"Supervised learning of everything", 150, 2, "Supervised|learning of…", true},
	} {
		b := NewShaper(nil).Wrap(paragraph(c.text), Limits{Width: c.width, MaxLines: c.lines})
		if got := strings.Join(lines(b), "|"); got != c.want || b.Truncated != c.cut {
			t.Errorf("%q at %v: got %q, cut %v; want %q, cut %v", c.text, c.width, got, b.Truncated, c.want, c.cut)
		}
	}
}

func TestSpans(t *testing.T) {
	s := NewShaper(nil)
	b := s.Wrap(Paragraph{Size: 24, Spans: []Span{{"1. ", Regular}, {"Running LLMs", Medium}}}, Limits{Width: 130, MaxLines: 2})
	if got, want := strings.Join(lines(b), "|"), "1. Running|LLMs"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	runs := b.Lines[0].Runs
	if len(runs) != 2 || runs[0].Weight != Regular || runs[1].Weight != Medium || runs[0].Face == runs[1].Face {
		t.Errorf("runs %+v", runs)
	}
	// Each span is measured in its own face.
	want := s.Measure(Paragraph{Size: 24, Spans: []Span{{"Running", Medium}}})
	if math.Abs(runs[1].Width-want) > 1e-9 {
		t.Errorf("width %v, want %v", runs[1].Width, want)
	}
}

func TestMissing(t *testing.T) {
	b := NewShaper(nil).Wrap(paragraph("क ख क x 😀 \u200d\ufe0f"), Limits{})
	if got := string(b.Missing); got != "कख😀" {
		t.Errorf("missing %q", got)
	}
	boxes := 0
	for _, r := range b.Lines[0].Runs {
		for _, g := range r.Glyphs {
			if g.ID == 0 {
				boxes++
				if len(r.Face.Outline(0)) == 0 || g.Advance == 0 {
					t.Error("the box for a missing character is not visible")
				}
			}
		}
	}
	if boxes != 4 {
		t.Errorf("%d boxes, want 4", boxes)
	}
}

// alphabet is what random texts are made of.
var alphabet = []string{
	"a", "W", "i", "fi", "AV", "To", ".", "-", "–", "/", " ", " ", " ", "  ", "\u00a0", "\n", "é", "e\u0301", "ж", "λ", "ữ", "1", "23", "(", ")", "%",
	"نص", "عربي", "שלום", "א", "٣", "→", "✓", "क्ष", "机", "器", "ー", "ไทย", "😀", "👩\u200d🔬", "\u200f", "\u2067", "\u2069", "\u00ad", "\u200b", "\xff", "\t", "…", "𝔸",
}

func randomText(rng *rand.Rand) string {
	var b strings.Builder
	for range 1 + rng.IntN(25) {
		b.WriteString(alphabet[rng.IntN(len(alphabet))])
	}
	return b.String()
}

// check holds a block to what Wrap promises.
func check(t *testing.T, p Paragraph, o Limits, b Block) {
	t.Helper()
	var whole strings.Builder
	for _, s := range p.Spans {
		whole.WriteString(clean(s.Text))
	}
	rest := whole.String()
	if o.MaxLines > 0 && len(b.Lines) > o.MaxLines {
		t.Errorf("%q: %d lines, at most %d", rest, len(b.Lines), o.MaxLines)
	}
	for i, l := range b.Lines {
		checkLine(t, l)
		if o.Width > 0 && l.Width > o.Width+1e-6 && graphemes(l.Text) > 1 {
			t.Errorf("%q is %.3f wide, at most %.3f", l.Text, l.Width, o.Width)
		}
		text := l.Text
		if b.Truncated && i == len(b.Lines)-1 {
			text = strings.TrimSuffix(text, "…")
		}
		// Nothing but spaces is left out between lines.
		at := strings.Index(rest, text)
		if at < 0 || strings.TrimFunc(rest[:at], isSpace) != "" {
			t.Errorf("line %q does not follow in %q", l.Text, rest)
			return
		}
		rest = rest[at+len(text):]
	}
	if !b.Truncated && strings.TrimFunc(rest, isSpace) != "" {
		t.Errorf("%q is left out", rest)
	}
}

// checkLine holds a line to what it says of itself.
func checkLine(t *testing.T, l Line) {
	t.Helper()
	x := 0.
	var texts []string
	for _, r := range l.Runs {
		if math.Abs(r.X-x) > 1e-9 {
			t.Errorf("%q: run %q starts at %v, want %v", l.Text, r.Text, r.X, x)
		}
		units := 0
		for _, g := range r.Glyphs {
			units += int(g.Advance)
		}
		if w := float64(units) * r.Size / r.Face.UnitsPerEm; math.Abs(w-r.Width) > 1e-9 {
			t.Errorf("%q: run %q is %v wide, its glyphs %v", l.Text, r.Text, r.Width, w)
		}
		x += r.Width
		texts = append(texts, r.Text)
	}
	if math.Abs(x-l.Width) > 1e-6 {
		t.Errorf("%q is %v wide, its runs %v", l.Text, l.Width, x)
	}
	// The runs hold the line's characters, in another order at most.
	slices.Sort(texts)
	n := 0
	for _, text := range texts {
		n += len(text)
		if !strings.Contains(l.Text, text) {
			t.Errorf("%q has no %q", l.Text, text)
		}
	}
	if n != len(l.Text) {
		t.Errorf("%q: the runs hold %d bytes of %d", l.Text, n, len(l.Text))
	}
	if l.Text != strings.TrimFunc(l.Text, isSpace) || !utf8.ValidString(l.Text) {
		t.Errorf("line %q", l.Text)
	}
}

func graphemes(t string) (n int) {
	var s segmenter.Segmenter
	s.Init([]rune(t))
	for it := s.GraphemeIterator(); it.Next(); {
		n++
	}
	return n
}

func TestWrapProperties(t *testing.T) {
	t.Run("embedded", func(t *testing.T) { testProperties(t, nil, 3000) })
	// With other fonts there is more that can go wrong; which ones is all the same.
	t.Run("system", func(t *testing.T) { testProperties(t, WithSystem(os.DirFS("/usr/share/fonts")), 1000) })
}

func testProperties(t *testing.T, fonts *Fonts, count int) {
	rng := rand.New(rand.NewPCG(3, 4))
	s := NewShaper(fonts)
	for range count {
		p := Paragraph{Size: []float64{9, 24, 47.5}[rng.IntN(3)]}
		for range 1 + rng.IntN(2) {
			p.Spans = append(p.Spans, Span{randomText(rng), []Weight{Regular, Medium}[rng.IntN(2)]})
		}
		o := Limits{Width: float64(rng.IntN(400)), MaxLines: rng.IntN(4)}
		b := s.Wrap(p, o)
		check(t, p, o, b)
		// A shaper has no memory of what it set before.
		if again := NewShaper(fonts).Wrap(p, o); !equalBlocks(b, again) {
			t.Errorf("%+v in %+v: a new shaper differs", p, o)
		}
		if t.Failed() {
			t.Fatalf("paragraph %+v in %+v", p, o)
		}
	}
}

func equalBlocks(a, b Block) bool {
	return a.Truncated == b.Truncated && slices.Equal(a.Missing, b.Missing) && slices.EqualFunc(a.Lines, b.Lines, func(x, y Line) bool {
		return x.Text == y.Text && x.Width == y.Width && slices.EqualFunc(x.Runs, y.Runs, func(x, y Run) bool {
			return x.Text == y.Text && x.X == y.X && x.Face == y.Face && slices.Equal(x.Glyphs, y.Glyphs)
		})
	})
}

func FuzzWrap(f *testing.F) {
	for _, a := range alphabet {
		f.Add(a+" "+a, 100., 2)
	}
	f.Add("Retrieval Augmented Generation (RAG)", 130., 2)
	f.Add("שלום world עולם 123", 50., 3)
	f.Fuzz(func(t *testing.T, text string, width float64, maxLines int) {
		if len(text) > 2000 {
			return
		}
		p, o := paragraph(text), Limits{Width: width, MaxLines: maxLines}
		check(t, p, o, NewShaper(nil).Wrap(p, o))
	})
}

// TestLong sets texts of a quarter of a megabyte, which must not take more than linear time.
func TestLong(t *testing.T) {
	for _, piece := range []string{" ", "a ", "a", "机", "\u200b", "é\n"} {
		text := "x" + strings.Repeat(piece, 1<<18/len(piece)) + "x"
		p, o := paragraph(text), Limits{Width: 300, MaxLines: 3}
		check(t, p, o, NewShaper(nil).Wrap(p, o))
	}
}

// A label of many pages is set as one of a few: what lines have no room for is not
// looked at, in any script.
func TestLongTextIsSetAsItsBeginning(t *testing.T) {
	s := NewShaper(nil)
	for _, unit := range []string{"word ", "longword", "слово и ", "世界", "ابجد هوز ", "ไทย", "é́a", "👩‍👩‍👧 ", "W", "\u200b", "a\n", "snake_case."} {
		for _, o := range []Limits{{200, 4}, {90, 1}, {750, 3}, {20_000, 2}} {
			for _, size := range []float64{12, 24} {
				p := Paragraph{Spans: []Span{{"1. ", Regular}, {strings.Repeat(unit, 2*mostShown/len(unit)), Medium}}, Size: size}
				short, whole := s.Wrap(p, o), s.set(p, o)
				if !reflect.DeepEqual(short, whole) {
					t.Errorf("%q in %v of %g px is set as %q, and as a whole as %q", unit, o, size, linesOf(short), linesOf(whole))
				}
			}
		}
	}
}

func linesOf(b Block) (lines []string) {
	for _, l := range b.Lines {
		lines = append(lines, l.Text)
	}
	return lines
}
