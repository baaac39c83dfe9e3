package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A Leftover is a row or heading of the text that is no element, for nobody has
// to be asked what it is. It is told of where what is left out is.
type Leftover struct {
	Title string
	At    int
	Why   Why
}

// A Why says why something is no element.
type Why uint8

// Why something is left over.
const (
	NoLesson   Why = iota // it is an exam, or a day off
	Nameless              // a row, none of whose cells names it
	Spanning              // a row over others, which are read by themselves
	Childless             // a row over others, of which there are none
	Quotation             // a heading in a quotation
	Within                // a heading amid the text of an item
	Sentence              // a heading by a line of hyphens below a sentence
	Drawn                 // a link to a figure
	Serving               // a row that heads the columns once more, or a total
	Textless              // a heading without a text
	TitlePage             // a link to the title page of a book
	Announcing            // an item that announces a table
)

// leave notes what is no element.
func (e *Element) leave(left ...Leftover) {
	if len(left) > 0 {
		e.With().Left = append(e.Left(), left...)
	}
}

// leaveHeading notes a heading that is none of the document's. Its anchor is taken all
// the same.
func (r *reader) leaveHeading(n *ast.Heading, why Why) {
	spans := r.run(n).spans
	r.slugs.Slug(headingText(spans))
	if text := squeeze(textOf(spans)); text != "" {
		r.at.target().leave(Leftover{text, r.headingStart(n), why})
	}
}

// left is what is told of a row that is no element, by the cell that would name it, the
// one that says why there is no lesson, or the first one with a word; nothing of a row
// without a word.
func (r *row) left(main int) []Leftover {
	if !hasLetter(r.text(main)) {
		main = slices.IndexFunc(r.cells, func(c cell) bool { return c.quiz })
	}
	if main < 0 {
		main = slices.IndexFunc(r.cells, func(c cell) bool { return hasLetter(c.text) })
	}
	if main < 0 {
		return nil
	}
	c, why := &r.cells[main], Nameless
	switch {
	case c.quiz:
		why = NoLesson
	case r.spanning() != nil || r.titling(main) != nil:
		why = Spanning
	}
	return []Leftover{{cmp.Or(NewLabel(c.text).Title, c.text), max(c.At, 0), why}}
}

// leaveTitlePage takes the title page of a book out of the links in front of its first
// chapter: it is called as the book is.
func (d *Document) leaveTitlePage() {
	i := slices.IndexFunc(d.Root.Kids, func(e *Element) bool { return e.Kind == List })
	if i < 0 {
		return
	}
	l := d.Root.Kids[i]
	if len(l.Kids) < 2 {
		return
	}
	if it := l.Kids[0]; it.Prose && len(it.Kids) == 0 && IsLocal(it.URL) && Fold(it.Title) == Fold(d.Title.Title) {
		l.leave(Leftover{it.Title, it.At, TitlePage})
		l.Kids = l.Kids[1:]
	}
}

// leaveBreaks takes out of lists the items with a time that say of it that there is no
// lesson: "10:30 Coffee break (in the hall)". They are told of, as such rows of tables are.
// A list of nothing else stays.
func (d *Document) leaveBreaks() {
	d.Root.Each(func(l *Element) {
		if l.Kind != List || !slices.ContainsFunc(l.Kids, (*Element).isBreak) || !slices.ContainsFunc(l.Kids, (*Element).isLesson) {
			return
		}
		l.Kids = slices.DeleteFunc(l.Kids, func(it *Element) bool {
			if it.isLesson() {
				return false
			}
			l.leave(Leftover{it.Title, it.At, NoLesson})
			return true
		})
	})
}

func (e *Element) isBreak() bool {
	return e.Attrs()["when"] != "" && len(e.Kids) == 0 && e.URL == "" && e.Note == nil && Quiz.Is(bareName(e.Title))
}

func (e *Element) isLesson() bool { return !e.isBreak() }

// bareName is a name without what is said of it in brackets or behind a plus, and without a
// number: "Break 2 (15 minutes)", "Lunch + a walk".
func bareName(s string) string {
	if i := strings.IndexAny(s, "(+/（"); i > 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, " 0123456789")
}
