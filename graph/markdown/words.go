package markdown

import (
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
	media, optional, doing, done, author                   *phrases // what stands beside a name
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
		"media": &v.media, "optional": &v.optional, "doing": &v.doing, "done": &v.done, "author": &v.author,
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

// rank finds a folded text in the class: 0 if it is not there, else the place
// of its phrase in words.txt. A pattern with a "*" also matches without more.
func (c *phrases) rank(folded string) int {
	if folded == "" {
		return 0
	}
	if n := c.exact[folded]; n > 0 {
		return n
	}
	if len(c.opens)+len(c.ends) == 0 {
		return 0
	}
	for i := range folded {
		if i > 0 && isBoundary(folded, i) {
			if n := c.opens[strings.TrimSuffix(folded[:i], " ")]; n > 0 {
				return n
			}
			if n := c.ends[strings.TrimPrefix(folded[i:], " ")]; n > 0 {
				return n
			}
		}
	}
	return c.opens[folded] + c.ends[folded]
}

func (c *phrases) has(folded string) bool { return c.rank(folded) > 0 }

// isBoundary says whether a word may end before byte i of a folded text: at a
// space, and anywhere between ideographs.
func isBoundary(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return r == ' ' || before == ' ' || isIdeograph(r) || isIdeograph(before)
}

func isIdeograph(r rune) bool { return r >= 0x3040 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af }
