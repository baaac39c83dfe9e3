package page

import (
	"bytes"
	"cmp"
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// A Class is a set of classes: what a text is known for by its words alone.
type Class uint64

// The classes of words.txt and of the stems, in the order of ClassNames.
const (
	Never Class = 1 << iota
	Toc
	Meta
	Aside
	Wrapper
	Prerequisites
	Requires
	Resources
	Topics
	Tasks
	Filler
	Remark
	Toggle
	None
	Quiz
	Media
	Project
	Optional
	Doing
	Done
	Author
	TopicColumn
	GroupColumn
	NumberColumn
	PrerequisiteColumn
	StatusColumn
	SummaryColumn
	LinkColumn
	IgnoredColumn
	Kindly
	People
	Log
	// By the stems of their words.
	Admin
	Setup
	Aims
	Advice
	Sources
	State
	Persons
	Frame
	Career
	Pause
	Counts
	Basics
	Exercise
	// By the words of whole texts again; weights know the classes above by their numbers.
	Skipped
)

// Asides are the classes of stems that speak of what stands beside a course.
const Asides = Admin | Setup | Aims | Advice | Sources | State | Persons | Frame | Career | Pause

// ClassNames are the names of the classes in words.txt and the files of stems.
var ClassNames = [...]string{
	"never", "toc", "meta", "aside", "wrapper", "prerequisites", "requires", "resources", "topics", "tasks",
	"filler", "remark", "toggle", "none", "quiz", "media", "project", "optional", "doing", "done", "author",
	"column.topic", "column.group", "column.number", "column.prerequisites", "column.status", "column.summary", "column.link", "column.ignore",
	"kind", "people", "log",
	"admin", "setup", "aims", "advice", "sources", "status", "persons", "frame", "career", "pause", "counts", "basics", "exercise", "skipped",
}

// A vocabulary is words.txt: what a look-up costs is the number of words of the text
// and not the number of patterns.
type vocabulary struct {
	phraseTable
	longest int // of the patterns, in bytes
}

// A phraseTable finds phrases in the file that holds them. There are very many, and
// most programs look up only a few of them: so nothing is copied, and all lies in two
// pieces of memory.
type phraseTable struct {
	file    string
	chains  chains
	phrases []phrase
}

type phrase struct {
	at    uint32 // in the file
	next  uint16 // in its chain
	size  uint8
	sense uint8 // its class and its form: class*forms + form
}

// The forms of phrases: what is found by them.
const (
	wholeForm  = iota // the text itself
	opensForm         // "words *": a text that begins so, or is it
	endsForm          // "* words": one that ends so, or is it
	spokenForm        // "words @fr": the text itself, in documents of that language alone: "lectures" is French for readings, and a lecture in English
	forms
)

// words is the vocabulary, read when first needed: most of the program's
// commands never parse a course.
var words = sync.OnceValue(func() *vocabulary { return newVocabulary(wordsFile) })

// newVocabulary reads a file whose phrases are written as Fold leaves them.
func newVocabulary(file string) *vocabulary {
	v := &vocabulary{phraseTable: phraseTable{file: file}}
	most := strings.Count(file, ",") + strings.Count(file, "\n")
	v.phrases, v.chains = make([]phrase, 0, most), newChains(most)
	eachPhrase(file, v.add)
	return v
}

// eachPhrase calls visit for every phrase of a file, with its place and the number of
// its class.
func eachPhrase(file string, visit func(at int, text string, class uint8)) {
	class, next := uint8(0), 0
	for line := range strings.Lines(file) {
		at := next
		next += len(line)
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), "#")
		if name, ok := strings.CutPrefix(line, "["); ok {
			class = classNumber(strings.TrimRight(name, " ]"))
			continue
		}
		for text := range strings.SplitSeq(line, ",") {
			phrase := strings.TrimLeft(text, " ")
			begin := at + len(text) - len(phrase)
			at += len(text) + len(",")
			if phrase = strings.TrimRight(phrase, " "); phrase != "" {
				visit(begin, phrase, class)
			}
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

func (v *vocabulary) add(at int, text string, class uint8) {
	form := wholeForm
	if tongue := strings.IndexByte(text, '@'); tongue > 0 {
		text, form = text[:tongue-len(" ")], spokenForm
	} else if rest, ok := strings.CutSuffix(text, "*"); ok {
		text, form = strings.TrimSuffix(rest, " "), opensForm
	} else if rest, ok := strings.CutPrefix(text, "*"); ok {
		at += len(text)
		text, form = strings.TrimPrefix(rest, " "), endsForm
		at -= len(text)
	}
	if form == opensForm || form == endsForm {
		v.longest = max(v.longest, len(text))
	}
	if len(text) > maxPhrase {
		return // no text is looked up that is as long
	}
	p := phrase{at: uint32(at), size: uint8(len(text)), sense: class*forms + uint8(form)}
	p.next = v.chains.add(text, len(v.phrases))
	v.phrases = append(v.phrases, p)
}

// look is the classes of a text that stands there in one of some forms, each a bit, in
// a document of a language.
func (t *phraseTable) look(text []byte, in uint8, language string) (c Class) {
	for next := t.chains.first(text); next > 0; {
		p := &t.phrases[next-1]
		next = p.next
		form := p.sense % forms
		if in&(1<<form) == 0 || int(p.size) != len(text) || t.file[p.at:int(p.at)+len(text)] != string(text) {
			continue
		}
		if form == spokenForm && t.tongue(p) != language {
			continue
		}
		c |= 1 << (p.sense / forms)
	}
	return c
}

// tongue is the language behind a phrase.
func (t *phraseTable) tongue(p *phrase) string {
	rest := t.file[int(p.at)+int(p.size)+len(" @"):]
	if end := strings.IndexAny(rest, ",#\n"); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimSpace(rest)
}

// maxPhrase bounds the texts that are looked up, in bytes. Of longer ones the
// beginning counts.
const maxPhrase = 120

// ClassOf finds the classes of a text in a document of a language. A pattern
// with a "*" also matches without more.
func ClassOf(text, language string) Class {
	v := words()
	if c := v.classOf(text, language); c != 0 {
		return c
	}
	return v.joined(text, language)
}

func (v *vocabulary) classOf(text, language string) Class {
	var buffer [maxPhrase + 8]byte
	key := appendFold(buffer[:0], text, maxPhrase)
	if len(key) == 0 {
		return 0
	}
	c := v.look(key, 1<<wholeForm|1<<opensForm|1<<endsForm|1<<spokenForm, language)
	for i := range key {
		if i == 0 || key[i-1] == ' ' || !isBoundary(key, i) { // behind a space it is the same as before
			continue
		}
		if i <= v.longest {
			c |= v.look(key[:i], 1<<opensForm, "")
		}
		if rest := bytes.TrimPrefix(key[i:], space); len(rest) <= v.longest {
			c |= v.look(rest, 1<<endsForm, "")
		}
	}
	return c
}

// Is says whether a text is one of the phrases of a class.
func (c Class) Is(text string) bool { return ClassOf(text, "")&c != 0 }

// topicRank is how well the name of a column says that it holds the topics: the
// smaller the better.
func topicRank(folded string) int {
	ranks := topicRanks()
	return cmp.Or(ranks[folded], 1+len(ranks))
}

// topicRanks are the ranks of the phrases for the column of topics, from 1, made when
// the first table is read.
var topicRanks = sync.OnceValue(func() map[string]int {
	ranks, topics := map[string]int{}, classNumber("column.topic")
	eachPhrase(wordsFile, func(_ int, text string, class uint8) {
		text, _, _ = strings.Cut(text, " @")
		if text = strings.Trim(text, " *"); class == topics && ranks[text] == 0 {
			ranks[text] = 1 + len(ranks)
		}
	})
	return ranks
})

var space = []byte(" ")

// isBoundary says whether a word may end before byte i of a folded text: at a
// space, and anywhere between ideographs.
func isBoundary(s []byte, i int) bool {
	if s[i] < utf8.RuneSelf && s[i-1] < utf8.RuneSelf {
		return s[i] == ' ' || s[i-1] == ' '
	}
	if !utf8.RuneStart(s[i]) {
		return false
	}
	r, _ := utf8.DecodeRune(s[i:])
	before, _ := utf8.DecodeLastRune(s[:i])
	return r == ' ' || before == ' ' || isIdeograph(r) || isIdeograph(before)
}

func isIdeograph(r rune) bool { return r >= 0x3040 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af }
