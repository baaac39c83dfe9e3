package text

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// TestSyllables marks the places where lines may end.
func TestSyllables(t *testing.T) {
	for _, want := range []string{
		"การ|เรียน|รู้ของ|เครื่อง", "ประ|เทศ|ไทย", "สำ|หรับ|ผู้|เริ่ม|ต้น", "มือ|ถือ", "กรุง|เทพ", "โปร|แกรม", "ภา|ษา|Python|เบื้อง|ต้น", "น้ำ|เสีย", "ตลาด", "สนาม", "ถนน", "สา|มารถ", "เก่าๆ",
		"ການ|ຮຽນ|ຮູ້", "ພາ|ສາ|ໄທ", "ໜັງ|ສື|ໃໝ່",
		"កម្ពុ|ជា", "ភា|សាខ្មែរ",
		"မြန်|မာ|စာ", "ကျောင်း|သား", "သင်္ဘော",
		"Plain", "機器",
	} {
		runes := []rune(strings.ReplaceAll(want, "|", ""))
		var l lineBreaker
		l.find(runes)
		var got strings.Builder
		for i, r := range runes {
			if i > 0 && l.places[i] == afterSyllable {
				got.WriteByte('|')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("got %s, want %s", got.String(), want)
		}
	}
}

// scriptsAlphabet is what random texts in many scripts are made of.
var scriptsAlphabet = []string{
	"การ", "เรียน", "รู้", "ของ", "เครื่อง", "ประเทศ", "ໄທ", "ພາສາ", "ໜັງ", "កម្ពុ", "ខ្មែរ", "ជា", "မြန်", "မာ", "ကျောင်း", "機", "器学", "ひらがな", "カー", "한국어", "क्षत्रिय", "मशीन",
	"نص", "שלום", "snake_case", "a.b.c", "CamelCase", "HTTPServer", "and/or", "state-of-the-art", "x\u0301\u0323", "👩\u200d🔬", "🇫🇷", "word", "a", "，", "。", ",", "…", " ", " ", " ", "(", ")", "2024",
}

// TestBreakProperties holds line breaking to what it promises in every script.
func TestBreakProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	s := NewShaper(nil)
	for range 4000 {
		var b strings.Builder
		for range 1 + rng.IntN(14) {
			b.WriteString(scriptsAlphabet[rng.IntN(len(scriptsAlphabet))])
		}
		p := Paragraph{Spans: []Span{{b.String(), Regular}}, Size: 24}
		o := Limits{Width: 60 + float64(rng.IntN(300))}
		block := s.Wrap(p, o)
		check(t, p, o, block)
		if again := NewShaper(nil).Wrap(p, o); !equalBlocks(block, again) {
			t.Errorf("%q breaks otherwise the second time", b.String())
		}
		insideGraphemes(t, b.String(), block)
		// Balanced lines are no more than full ones, and of words that fit none is broken.
		s.load(p)
		s.position = resize(s.position, len(s.runes)+1)
		if s.isPlain = s.placePlain(); !s.isPlain {
			s.placeFull()
		}
		if len(s.runes) > 0 {
			s.lines.find(s.runes)
			full := s.fillAll(nil, s.skipSpaces(0), s.bound(o.Width), 0)
			if len(block.Lines) > len(full.lines) || block.Broken && !full.broken {
				t.Errorf("%q at %v: %q, and full %d lines", b.String(), o.Width, lines(block), len(full.lines))
			}
			// What is measured without being set has that width when it is.
			for _, l := range full.lines {
				if set := s.line(l.a, l.b); set.Width != l.width {
					t.Errorf("%q is %v px wide, not %v", set.Text, set.Width, l.width)
				}
			}
		}
		o.MaxLines = 1 + rng.IntN(2)
		cut := s.Wrap(p, o)
		check(t, p, o, cut)
		insideGraphemes(t, b.String(), cut)
		if t.Failed() {
			t.Fatalf("%q in %+v", b.String(), o)
		}
	}
}

// insideGraphemes fails where a line ends inside a character as readers see it.
func insideGraphemes(t *testing.T, text string, b Block) {
	t.Helper()
	ends := map[int]bool{0: true}
	var s segmenter.Segmenter
	s.Init([]rune(text))
	for it := s.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		ends[len(string([]rune(text)[:g.Offset+len(g.Text)]))] = true
	}
	at := 0
	for i, l := range b.Lines {
		line := l.Text
		if b.Truncated && i == len(b.Lines)-1 {
			line = strings.TrimSuffix(line, "…")
		}
		at += strings.Index(text[at:], line)
		if !ends[at] || !ends[at+len(line)] {
			t.Errorf("%q: the line %q parts a character", text, line)
		}
		at += len(line)
	}
}

func TestIdentifiers(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"some_very_long_identifier_name", 220, "some_very_long_|identifier_name"},
		{"java.util.concurrent.CompletableFuture", 220, "java.util.concurrent.|CompletableFuture"},
		{"HttpServletRequestDispatcherFactory", 230, "HttpServletRequest|DispatcherFactory"},
		{"HTTPServerConfig", 120, "HTTP|Server|Config"},
		{"src/render/figure/settings", 160, "src/render/|figure/settings"},
		// What fits a line is whole.
		{"the CamelCase name", 130, "the|CamelCase|name"},
		{"CI/CD pipelines", 120, "CI/CD|pipelines"},
		{"Version 3.14.159", 100, "Version|3.14.159"},
		{"use snake_case here", 140, "use|snake_case|here"},
	} {
		if got := strings.Join(lines(NewShaper(nil).Wrap(paragraph(c.text), Limits{Width: c.width})), "|"); got != c.want {
			t.Errorf("%q at %v: %s, want %s", c.text, c.width, got, c.want)
		}
	}
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"机器学习方法论", 72, "机器学习|方法论"},
		{"An introduction to the art of C", 310, "An introduction|to the art of C"},
		{"A word and incomprehensibilities", 260, "A word and|incomprehensibilities"},
		{"One line only", 400, "One line only"},
		{"1. แนะนำภาษาโปรแกรมไพธอน", 150, "1. แนะนำภาษา|โปรแกรมไพธอน"},
	} {
		got := lines(NewShaper(nil).Wrap(paragraph(c.text), Limits{Width: c.width}))
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q at %v: %q, want %s", c.text, c.width, got, c.want)
		}
		if n := utf8.RuneCountInString(got[len(got)-1]); n < 2 {
			t.Errorf("%q: one character is left over", c.text)
		}
	}
}
