package markdown

import (
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// findLanguage takes the language that a document declares, or guesses it by
// the script of the titles, where a script says it. Latin, Cyrillic and the
// like do not.
func (b *builder) findLanguage() {
	for _, e := range b.nodes {
		if e.doc != nil && e.doc.Declared != "" {
			b.g.Language = e.doc.Declared
			return
		}
	}
	scripts := []struct {
		tag   string
		table *unicode.RangeTable
		n     int
	}{
		{"ja", unicode.Hiragana, 0}, {"ja", unicode.Katakana, 0}, {"zh", unicode.Han, 0}, {"ko", unicode.Hangul, 0},
		{"ar", unicode.Arabic, 0}, {"he", unicode.Hebrew, 0}, {"th", unicode.Thai, 0}, {"hi", unicode.Devanagari, 0},
	}
	letters := 0
	for i := range min(len(b.g.Nodes), 500) {
		for _, r := range b.g.Nodes[i].Title {
			if r < 0x80 {
				if page.IsAlphanumeric(byte(r)) {
					letters++
				}
				continue
			}
			letters++
			for s := range scripts {
				if unicode.Is(scripts[s].table, r) {
					scripts[s].n++
					break
				}
			}
		}
	}
	for _, s := range scripts {
		if s.n*3 > letters || s.tag == "ja" && s.n*10 > letters {
			b.g.Language = s.tag
			return
		}
	}
}
