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

// A vocabulary is words.txt. Patterns with a "*" are kept by the words that
// must be there, so that a look-up costs the number of words of the text and
// not the number of patterns.
type vocabulary struct {
	whole       map[string]Class // by a whole text, with the patterns
	opens, ends map[string]Class
	longest     int // of the patterns, in bytes
	// tongues are the exact phrases of one language alone: "lectures" is
	// French for readings, and a lecture in English.
	tongues map[string]map[string]Class
	rank    map[string]int // of the phrases for the column of topics, from 1
}

// words is the vocabulary, read when first needed: most of the program's
// commands never parse a course.
var words = sync.OnceValue(func() *vocabulary { return newVocabulary(wordsFile) })

// newVocabulary reads a file whose phrases are written as Fold leaves them, so
// that nothing is copied: the keys are pieces of the file.
func newVocabulary(file string) *vocabulary {
	v := &vocabulary{
		whole: make(map[string]Class, strings.Count(file, ",")),
		opens: map[string]Class{}, ends: map[string]Class{}, tongues: map[string]map[string]Class{}, rank: map[string]int{},
	}
	var class Class
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			class = classNamed(strings.TrimSuffix(name, "]"))
			continue
		}
		if line == "" {
			continue
		}
		for phrase := range strings.SplitSeq(line, ",") {
			v.add(strings.TrimSpace(phrase), class)
		}
	}
	return v
}

func classNamed(name string) Class {
	for i, n := range ClassNames {
		if n == name {
			return 1 << i
		}
	}
	panic("no class of words " + name)
}

func (v *vocabulary) add(phrase string, class Class) {
	in, pattern := v.whole, false
	if before, tongue, ok := strings.Cut(phrase, " @"); ok {
		phrase = before
		if v.tongues[tongue] == nil {
			v.tongues[tongue] = map[string]Class{}
		}
		in = v.tongues[tongue]
	} else if rest, ok := strings.CutSuffix(phrase, "*"); ok {
		phrase, in, pattern = strings.TrimSuffix(rest, " "), v.opens, true
	} else if rest, ok := strings.CutPrefix(phrase, "*"); ok {
		phrase, in, pattern = strings.TrimPrefix(rest, " "), v.ends, true
	}
	in[phrase] |= class
	if pattern {
		v.whole[phrase] |= class
		v.longest = max(v.longest, len(phrase))
	}
	if class == TopicColumn && v.rank[phrase] == 0 {
		v.rank[phrase] = 1 + len(v.rank)
	}
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
	c := v.whole[string(key)]
	if t := v.tongues[language]; t != nil {
		c |= t[string(key)]
	}
	for i := range key {
		if i == 0 || key[i-1] == ' ' || !isBoundary(key, i) { // behind a space it is the same as before
			continue
		}
		if i <= v.longest {
			c |= v.opens[string(key[:i])]
		}
		if rest := bytes.TrimPrefix(key[i:], space); len(rest) <= v.longest {
			c |= v.ends[string(rest)]
		}
	}
	return c
}

// Is says whether a text is one of the phrases of a class.
func (c Class) Is(text string) bool { return ClassOf(text, "")&c != 0 }

// topicRank is how well the name of a column says that it holds the topics: the
// smaller the better.
func topicRank(folded string) int {
	v := words()
	return cmp.Or(v.rank[folded], 1+len(v.rank))
}

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
