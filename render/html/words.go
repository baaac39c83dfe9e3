package html

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/legend"
)

// wordsFile has a row for each thing that the page says besides the states, and a column
// for each language. The first column is the key that the code knows it by.
//
//go:embed words.tsv
var wordsFile string

// words are the words of the page by language and key.
type words map[string]map[string]string

// inEnglish is what is said in languages that the table lacks.
const inEnglish = "en"

var table = sync.OnceValue(func() words {
	all := words{}
	lines := strings.Split(strings.TrimSuffix(wordsFile, "\n"), "\n")
	languages := strings.Split(lines[0], "\t")[1:]
	for _, l := range languages {
		all[l] = map[string]string{}
		for _, state := range []layout.State{layout.TodoState, layout.DoingState, layout.DoneState, layout.SkippedState, layout.OptionalState} {
			all[l][string(state)] = legend.Word(state, l)
		}
	}
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		for i, l := range languages {
			all[l][cells[0]] = cells[1+i]
		}
	}
	return all
})

// wordsFor are the words that a page needs: those of the document's language, or
// those of all if it does not have them, so that the reader's can be taken.
func wordsFor(language string) words {
	if l := inTable(language); l != "" {
		return words{l: table()[l]}
	}
	return table()
}

// document are the words in which the page is written.
func (w words) document() map[string]string {
	if len(w) == 1 {
		for _, of := range w {
			return of
		}
	}
	return w[inEnglish]
}

// inTable is the language of the table that a tag means, or "".
func inTable(tag string) string {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	for tag != "" {
		switch tag {
		case "zh-tw", "zh-hk", "zh-mo":
			tag = "zh-hant"
		}
		if _, ok := table()[tag]; ok {
			return tag
		}
		at := strings.LastIndexByte(tag, '-')
		tag = tag[:max(at, 0)]
	}
	return ""
}
