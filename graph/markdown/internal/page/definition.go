package page

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// definitions reads a list of terms with what is said of them,
//
//	Yeast
//	: What it eats, and how warm it likes it
//
// as items. Where a term is a date, as in the calendars of courses, what is done
// then is the item.
func (r *reader) definitions(n *east.DefinitionList) {
	l := r.new(List, max(n.Pos(), 0))
	var it *Element
	when := ""
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *east.DefinitionTerm:
			run := r.run(c)
			it, when = nil, ""
			if text := squeeze(textOf(run.spans)); IsDate(text) || isWeekday(Fold(text)) {
				when = text
			} else {
				it = r.termItem(l, run)
			}
		case *east.DefinitionDescription:
			switch {
			case when != "":
				r.dated(l, c, when)
			case it != nil:
				r.below(it, c)
			}
		}
	}
	if len(l.Kids) > 0 {
		l.At = l.Kids[0].At
		r.at.add(l)
	}
}

// termItem adds an item to a list that is named by what a run begins with, and
// gives it; nil if that names nothing.
func (r *reader) termItem(l *Element, run *run) *Element {
	if len(run.spans) == 0 {
		return nil
	}
	it := r.new(Item, max(run.spans[0].at, 0))
	r.last = &it.Note
	r.comments(run.comments)
	if !r.lead(it, run.spans) {
		return nil
	}
	l.add(it)
	return it
}

// dated adds what is done on a day to a list, as items.
func (r *reader) dated(l *Element, day ast.Node, when string) {
	had := len(l.Kids)
	for c := day.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.(type) {
		case *ast.TextBlock, *ast.Paragraph:
			r.termItem(l, r.run(c))
		default:
			of := r.new(Item, 0)
			r.blockBelow(of, c)
			for _, k := range of.Kids {
				if k.Kind == List {
					for _, it := range k.Kids {
						l.add(it)
					}
				}
			}
		}
	}
	for _, it := range l.Kids[had:] {
		it.setAttr("when", when)
	}
}

// below reads what is said of a term.
func (r *reader) below(it *Element, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.blockBelow(it, c)
	}
}

// blockBelow reads one block below an item.
func (r *reader) blockBelow(it *Element, n ast.Node) {
	before := r.at
	r.at = place{owner: it}
	r.block(n)
	if r.at.owner == it {
		r.at = before
	}
}
