package text

import (
	"os"
	"testing"
	"unicode/utf8"
)

// TestChars: every character of a run is shown by some glyph, whatever the script;
// those that no font has by boxes.
func TestChars(t *testing.T) {
	s := NewShaper(WithSystem(os.DirFS("/usr/share/fonts")))
	for _, of := range []string{"office fluffy AVATAR", "é́ x̧", "שלום world עולם 123", "السلام عليكم لا 2024 LLM", "हिन्दी कि क्षत्रिय", "ภาษาไทย กำ", "中文 日本語 한국어", "👩‍🚀 emoji", "a\u200bb\u00adc", ""} {
		for _, l := range s.Wrap(Paragraph{Spans: []Span{{Text: of}}, Size: 20}, Limits{Width: 90}).Lines {
			for _, r := range l.Runs {
				chars := 0
				for _, g := range r.Glyphs {
					chars += int(g.Chars)
				}
				if want := utf8.RuneCountInString(r.Text); chars != want {
					t.Errorf("%q: the glyphs of %q show %d characters, not %d", of, r.Text, chars, want)
				}
			}
		}
	}
}
