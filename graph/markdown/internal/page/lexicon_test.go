package page

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/internal/lexicon"
)

// TestLexicons: words.idx and stems.idx are the lexicons of words.txt and of the files of
// stems. With -update they are written, for the runs after that one.
func TestLexicons(t *testing.T) {
	golden.File(t, "words.idx", []byte(wordLexicon(t)))
	files, err := fs.Glob(os.DirFS("."), "stems/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(files, func(a, b string) int { // English first, which is asked of every document, and so lies together
		return cmp.Or(-cmp.Compare(isEnglish(a), isEnglish(b)), cmp.Compare(a, b))
	})
	var all lexicon.Draft
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		addStems(&all, strings.TrimSuffix(filepath.Base(file), ".txt"), string(text))
	}
	golden.File(t, "stems.idx", []byte(all.Lexicon()))
}

func isEnglish(file string) int { return strings.Count(file, "/en.txt") }

// wordLexicon makes the lexicon of words.txt, whose phrases are written as Fold leaves them.
func wordLexicon(t *testing.T) lexicon.Lexicon {
	var d lexicon.Draft
	ranks, topics, longest := map[string]uint16{}, classNumber("column.topic"), 0
	eachPhrase(wordsFile(t), func(text string, class uint8) {
		e := lexicon.Entry{Text: text}
		form := wholeForm
		if words, tongue, ok := strings.Cut(text, " @"); ok {
			e.Text, e.More, form = words, tongueOf(tongue), spokenForm
			if e.More == 0 || class == topics {
				t.Errorf("%q: no such language, or a column of topics in one", text)
			}
		} else if rest, ok := strings.CutSuffix(text, "*"); ok {
			e.Text, form = strings.TrimSuffix(rest, " "), opensForm
		} else if rest, ok := strings.CutPrefix(text, "*"); ok {
			e.Text, form = strings.TrimPrefix(rest, " "), endsForm
		}
		if form == opensForm || form == endsForm {
			longest = max(longest, len(e.Text))
		}
		if class == topics {
			if ranks[e.Text] == 0 {
				ranks[e.Text] = uint16(1 + len(ranks))
			}
			e.More = ranks[e.Text]
		}
		if len(e.Text) > maxPhrase {
			return // no text is looked up that is as long
		}
		e.Sense = class*forms + uint8(form)
		d.Add(0, e.Text, e)
	})
	if longest != longestPattern || len(ranks) >= noRank {
		t.Errorf("the longest pattern has %d bytes, and %d names are ranked", longest, len(ranks))
	}
	return d.Lexicon()
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
func addStems(d *lexicon.Draft, language, file string) {
	for line := range strings.Lines(file) {
		name, list, _ := strings.Cut(line, ":")
		for text := range strings.SplitSeq(list, ",") {
			text, _, home := strings.Cut(strings.TrimSpace(text), " @")
			text, whole := strings.CutSuffix(text, "$")
			e := lexicon.Entry{Text: Fold(apart(text)), Sense: classNumber(name) * stemForms, More: tongueOf(language)}
			if whole {
				e.Sense |= wholeStem
			}
			if home {
				e.Sense |= homeStem
			}
			d.Add(e.More, stemKey(e.Text), e)
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
