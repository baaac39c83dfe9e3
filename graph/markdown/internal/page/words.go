package page

import (
	"bytes"
	_ "embed" // the words
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/internal/lexicon"
)

// words is what words.txt says. The forms of a phrase, and its class, are the sense of its
// entry; the number is the language that it is spoken in, or its rank among the names of
// the column of topics.
//
//go:embed words.idx
var words lexicon.Lexicon

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

// The forms of phrases: what is found by them.
const (
	wholeForm  = iota // the text itself
	opensForm         // "words *": a text that begins so, or is it
	endsForm          // "* words": one that ends so, or is it
	spokenForm        // "words @fr": the text itself, in documents of that language alone: "lectures" is French for readings, and a lecture in English
	forms
)

// longestPattern is the length of the longest of those that only begin or end a text.
const longestPattern = 40

// look is the classes of a text that stands there in one of some forms, each a bit, in
// a document of a language.
func look(text []byte, in uint8, language string) (c Class) {
	g := words.Group(0, text)
	for e, ok := g.Next(); ok; e, ok = g.Next() {
		form := e.Sense % forms
		if in&(1<<form) != 0 && e.Text == string(text) && (form != spokenForm || e.More == tongueOf(language)) {
			c |= 1 << (e.Sense / forms)
		}
	}
	return c
}

// maxPhrase bounds the texts that are looked up, in bytes. Of longer ones the
// beginning counts.
const maxPhrase = 120

// ClassOf finds the classes of a text in a document of a language. A pattern
// with a "*" also matches without more.
func ClassOf(text, language string) Class {
	if c := classOf(text, language); c != 0 {
		return c
	}
	return joined(text, language)
}

func classOf(text, language string) Class {
	var buffer [maxPhrase + 8]byte
	key := appendFold(buffer[:0], text, maxPhrase)
	if len(key) == 0 {
		return 0
	}
	c := look(key, 1<<wholeForm|1<<opensForm|1<<endsForm|1<<spokenForm, language)
	for i := range key {
		if i == 0 || key[i-1] == ' ' || !isBoundary(key, i) { // behind a space it is the same as before
			continue
		}
		if i <= longestPattern {
			c |= look(key[:i], 1<<opensForm, "")
		}
		if rest := bytes.TrimPrefix(key[i:], space); len(rest) <= longestPattern {
			c |= look(rest, 1<<endsForm, "")
		}
	}
	return c
}

// Is says whether a text is one of the phrases of a class.
func (c Class) Is(text string) bool { return ClassOf(text, "")&c != 0 }

// topicRank is how well the name of a column says that it holds the topics: the
// smaller the better.
func topicRank(folded string) int {
	g := words.Group(0, []byte(folded))
	for e, ok := g.Next(); ok; e, ok = g.Next() {
		if 1<<(e.Sense/forms) == TopicColumn && e.Text == folded {
			return int(e.More)
		}
	}
	return noRank
}

// noRank is the rank of what is no name of it.
const noRank = 999

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
	return r == ' ' || before == ' ' || IsIdeograph(r) || IsIdeograph(before)
}

// IsIdeograph tells characters of scripts that write without spaces, or glue endings to
// words: Han, kana, Hangul.
func IsIdeograph(r rune) bool { return r >= 0x3040 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af }
