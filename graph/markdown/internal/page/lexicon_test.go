package page

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// TestLexicons: words.idx and stems.idx are the lexicons of words.txt and of the files of
// stems. With -update they are written, for the runs after that one.
func TestLexicons(t *testing.T) {
	golden.File(t, "words.idx", []byte(wordLexicon(t)))
	files, err := fs.Glob(os.DirFS("."), "stems/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all draft
	for _, file := range append([]string{"stems/en.txt"}, files...) { // which is asked of every document, and so lies together
		if len(all) > 0 && file == "stems/en.txt" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.addStems(strings.TrimSuffix(filepath.Base(file), ".txt"), string(text))
	}
	golden.File(t, "stems.idx", []byte(all.lexicon()))
}

// A draft is the entries of a lexicon, with their keys.
type draft []drafted

type drafted struct {
	language uint16
	key      string
	entry
}

// lexicon makes a lexicon, whose groups stand in the order of their first entries.
func (d draft) lexicon() lexicon {
	groups := map[uint32][]byte{}
	var order []uint32
	for _, e := range d {
		slot := lexiconHash(e.language, []byte(e.key)) % lexiconSlots
		if groups[slot] == nil {
			order = append(order, slot)
		}
		if len(e.text) == 0 || len(e.text) > 255 {
			panic(fmt.Sprintf("%q is too short or too long", e.text))
		}
		head := []byte{byte(len(e.text)), e.sense, byte(e.more), byte(e.more >> 8)}
		groups[slot] = append(append(groups[slot], head...), e.text...)
	}
	out := make([]byte, 4*lexiconSlots)
	for _, slot := range order {
		binary.LittleEndian.PutUint32(out[4*slot:], uint32(len(out)))
		out = append(append(out, groups[slot]...), 0)
	}
	return lexicon(out)
}

// wordLexicon makes the lexicon of words.txt, whose phrases are written as Fold leaves them.
func wordLexicon(t *testing.T) lexicon {
	var d draft
	ranks, topics, longest := map[string]uint16{}, classNumber("column.topic"), 0
	eachPhrase(wordsFile(t), func(text string, class uint8) {
		e := entry{text: text}
		form := wholeForm
		if words, tongue, ok := strings.Cut(text, " @"); ok {
			e.text, e.more, form = words, tongueOf(tongue), spokenForm
			if e.more == 0 || class == topics {
				t.Errorf("%q: no such language, or a column of topics in one", text)
			}
		} else if rest, ok := strings.CutSuffix(text, "*"); ok {
			e.text, form = strings.TrimSuffix(rest, " "), opensForm
		} else if rest, ok := strings.CutPrefix(text, "*"); ok {
			e.text, form = strings.TrimPrefix(rest, " "), endsForm
		}
		if form == opensForm || form == endsForm {
			longest = max(longest, len(e.text))
		}
		if class == topics {
			if ranks[e.text] == 0 {
				ranks[e.text] = uint16(1 + len(ranks))
			}
			e.more = ranks[e.text]
		}
		if len(e.text) > maxPhrase {
			return // no text is looked up that is as long
		}
		e.sense = class*forms + uint8(form)
		d = append(d, drafted{0, e.text, e})
	})
	if longest != longestPattern || len(ranks) >= noRank {
		t.Errorf("the longest pattern has %d bytes, and %d names are ranked", longest, len(ranks))
	}
	return d.lexicon()
}

// eachPhrase calls visit for every phrase of a file, with the number of its class.
func eachPhrase(file string, visit func(text string, class uint8)) {
	class := uint8(0)
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), "#")
		if name, ok := strings.CutPrefix(line, "["); ok {
			class = classNumber(strings.TrimRight(name, " ]"))
			continue
		}
		for text := range strings.SplitSeq(line, ",") {
			if text = strings.Trim(text, " "); text != "" {
				visit(text, class)
			}
		}
	}
}

// addStems adds the stems of a language.
func (d *draft) addStems(language, file string) {
	for line := range strings.Lines(file) {
		name, list, _ := strings.Cut(line, ":")
		for text := range strings.SplitSeq(list, ",") {
			text, _, home := strings.Cut(strings.TrimSpace(text), " @")
			text, whole := strings.CutSuffix(text, "$")
			e := entry{text: Fold(apart(text)), sense: classNumber(name) * stemForms, more: tongueOf(language)}
			if whole {
				e.sense |= wholeStem
			}
			if home {
				e.sense |= homeStem
			}
			*d = append(*d, drafted{e.more, stemKey(e.text), e})
		}
	}
}

// classNumber is the number of the bit of a class.
func classNumber(name string) uint8 {
	for i, n := range ClassNames {
		if n == name {
			return uint8(i)
		}
	}
	panic("no class of words " + name)
}

func wordsFile(t testing.TB) string {
	text, err := os.ReadFile("words.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
