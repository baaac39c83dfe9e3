package markdown

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// scriptLanguages are the languages that a script tells of for a figure, which
// chooses fonts and breaks lines by them. Cyrillic and Greek need nothing.
var scriptLanguages = []string{"ar", "fa", "he", "hi", "ja", "ko", "th", "zh"}

// maxTitles bounds the titles that tell a course's language.
const maxTitles = 500

// findLanguage takes the language that a document declares, or guesses it by
// the script of the titles.
func (b *builder) findLanguage() {
	for _, e := range b.nodes {
		if e.doc != nil && e.doc.Declared != "" {
			b.g.Language = e.doc.Declared
			return
		}
	}
	var s page.Scripts
	for _, n := range b.g.Nodes[:min(len(b.g.Nodes), maxTitles)] {
		s.Add(n.Title)
	}
	if tag, mainly := s.Main(); mainly && slices.Contains(scriptLanguages, tag) {
		b.g.Language = tag
	}
}
