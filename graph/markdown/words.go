package markdown

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// A phrases is one class of words.txt. Patterns with a "*" are kept by the
// words that must be there, so that a look-up costs the number of words of the
// title and not the number of patterns.
type phrases struct {
	exact, opens, ends map[string]int // value: rank in the file, from 1
}

// A vocabulary is the classes of words.txt.
type vocabulary struct {
	never, toc, meta, aside, wrapper                       *phrases // headings
	prerequisites, requires, resources, topics, tasks      *phrases // lines
	filler, remark, toggle, none, quiz                     *phrases // what names nothing
	media, optional, doing, done, author, project          *phrases // what stands beside a name
	topicColumn, groupColumn, numberColumn                 *phrases
	prerequisiteColumn, statusColumn, summaryColumn, links *phrases
}

// words is the vocabulary, read when first needed: most of the program's
// commands never parse a course.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{}
	classes := map[string]**phrases{
		"never": &v.never, "toc": &v.toc, "meta": &v.meta, "aside": &v.aside, "wrapper": &v.wrapper,
		"prerequisites": &v.prerequisites, "requires": &v.requires, "resources": &v.resources, "topics": &v.topics, "tasks": &v.tasks,
		"filler": &v.filler, "remark": &v.remark, "toggle": &v.toggle, "none": &v.none, "quiz": &v.quiz,
		"media": &v.media, "project": &v.project, "optional": &v.optional, "doing": &v.doing, "done": &v.done, "author": &v.author,
		"column.topic": &v.topicColumn, "column.group": &v.groupColumn, "column.number": &v.numberColumn,
		"column.prerequisites": &v.prerequisiteColumn, "column.status": &v.statusColumn,
		"column.summary": &v.summaryColumn, "column.link": &v.links,
	}
	var class *phrases
	for line := range strings.Lines(wordsFile) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			class = &phrases{map[string]int{}, map[string]int{}, map[string]int{}}
			*classes[strings.TrimSuffix(name, "]")] = class
			continue
		}
		if line == "" {
			continue
		}
		for phrase := range strings.SplitSeq(line, ",") {
			class.add(strings.TrimSpace(phrase))
		}
	}
	return v
})

func (c *phrases) add(phrase string) {
	kind := c.exact
	if rest, ok := strings.CutSuffix(phrase, "*"); ok {
		phrase, kind = rest, c.opens
	} else if rest, ok := strings.CutPrefix(phrase, "*"); ok {
		phrase, kind = rest, c.ends
	}
	key := fold(phrase)
	if _, known := kind[key]; !known {
		kind[key] = 1 + len(c.exact) + len(c.opens) + len(c.ends)
	}
}

// maxPhrase bounds the texts that are looked up, in bytes. Of longer ones the
// beginning counts.
const maxPhrase = 120

// has says whether a text is one of the phrases.
func (c *phrases) has(text string) bool { return c.rank(text) > 0 }

// rank finds a text among the phrases: 0 if it is not there, else the place of
// its phrase in words.txt. A pattern with a "*" also matches without more.
func (c *phrases) rank(text string) int {
	var buffer [maxPhrase + 8]byte
	folded := appendFold(buffer[:0], text, maxPhrase)
	if len(folded) == 0 {
		return 0
	}
	if n := c.exact[string(folded)]; n > 0 {
		return n
	}
	if len(c.opens)+len(c.ends) == 0 {
		return 0
	}
	for i := range folded {
		if i > 0 && isBoundary(folded, i) {
			if n := c.opens[string(bytes.TrimSuffix(folded[:i], space))]; n > 0 {
				return n
			}
			if n := c.ends[string(bytes.TrimPrefix(folded[i:], space))]; n > 0 {
				return n
			}
		}
	}
	return c.opens[string(folded)] + c.ends[string(folded)]
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
