package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// list reads a list into the open place. The depth of lists is bounded before
// the parse, see bound. A heading that is indented too far, and so has become the
// end of an item, divides it in two.
func (r *reader) list(n *ast.List) {
	before := r.at
	if it := r.above(n); it != nil {
		r.at = place{owner: it}
		defer func() {
			if r.at.owner == it {
				r.at = before
			}
		}()
	}
	for c := n.FirstChild(); c != nil; {
		c = r.listFrom(n, c)
		if h := r.late; h != nil {
			r.late = nil
			r.heading(h)
		}
	}
}

// above is the item that a list is written below of, though too little indented
// for Markdown, which takes it for another list behind that of the item: "10. Gears"
// and, below the G, "- Cutting teeth".
func (r *reader) above(n *ast.List) *Element {
	before, ok := n.PreviousSibling().(*ast.List)
	kids := r.at.target().Kids
	if !ok || len(kids) == 0 || r.indent(n.FirstChild()) <= r.indent(before.FirstChild()) {
		return nil
	}
	last := kids[len(kids)-1]
	if last.Kind != List || last.Prose || len(last.Kids) == 0 {
		return nil
	}
	return last.Kids[len(last.Kids)-1]
}

// start is where an item or a heading begins. Behind a tab goldmark may tell a
// place beyond the end of the text.
func (r *reader) start(n ast.Node) int { return min(max(n.Pos(), 0), len(r.src)) }

// indent is how far an item is indented, in bytes.
func (r *reader) indent(item ast.Node) int {
	at := r.start(item)
	return at - strings.LastIndexByte(r.src[:at], '\n') - 1
}

// isFirst says whether the text of an item begins with the number 1.
func isFirst(s string) bool { return strings.HasPrefix(s, "1.") || strings.HasPrefix(s, "1)") }

// listFrom reads the items of a list from one on, up to one that ends with a
// heading, and gives the item behind that.
func (r *reader) listFrom(n *ast.List, c ast.Node) ast.Node {
	l := r.new(List, n.Pos())
	l.Ordered = n.IsOrdered()
	if c == n.FirstChild() {
		l.Kids = make([]*Element, 0, n.ChildCount())
	}
	number := n.Start
	indent := r.indent(c)
	var under, host *Element // the list of an item whose own are indented too little, and that
	var behind []*Element    // what stands in items without a name, and is no list
	for ; c != nil && r.late == nil; c = c.NextSibling() {
		switch deeper := r.indent(c) > indent; {
		case !deeper:
			under = nil
		case under == nil && l.Ordered && len(l.Kids) > 0 && isFirst(r.src[r.start(c):]):
			under, host = r.new(List, r.start(c)), l.Kids[len(l.Kids)-1]
			under.Ordered = true
		}
		it := r.item(c)
		switch {
		case it == nil:
		case under != nil && it.Title != "":
			if len(under.Kids) == 0 {
				host.add(under)
			}
			under.add(it)
		case it.Title == "" && it.Note == nil: // "- 2. Trees" is a list in a list
			day := r.spacedDate(c)
			for _, k := range it.Kids {
				if k.Kind != List {
					behind = append(behind, k)
					continue
				}
				for _, kk := range k.Kids {
					if day != "" && len(k.Kids) == 1 {
						kk.onDay(day)
					} else if k.Ordered && len(k.Kids) == 1 && kk.Number == "" {
						kk.Number = strconv.Itoa(int(k.Level))
					}
					l.add(kk)
				}
			}
		default:
			l.add(it)
		}
	}
	if len(l.Kids) > 2 {
		numberBare(l.Kids)
	}
	uncut(l.Kids)
	cutHours(l.Kids)
	cutDays(l.Kids)
	if r.Language != "el" { // whose questions end with a semicolon
		cutStops(l.Kids)
	}
	if number > 0 && number < 200 {
		l.Level = uint8(number)
	}
	if len(l.Kids) > 0 {
		r.at.add(l)
	}
	for _, e := range behind {
		r.at.target().add(e)
	}
	return c
}

// spacedDate is the date that an item begins with and that Markdown takes for lists in
// lists: "- 2031. 9. 5. Yeast"; or "".
func (r *reader) spacedDate(item ast.Node) string {
	at := r.start(item)
	date, _ := cutSpaced(strings.TrimLeft(r.src[at:min(at+len("-    2031. 12. 31. X"), len(r.src))], "-*+ "))
	return date
}

// onDay says when the item of such a date is. Its number was the day, or the year began its
// text.
func (e *Element) onDay(date string) {
	rest := e.Raw
	if i := strings.LastIndexByte(date, ' '); strings.HasPrefix(rest, date[i+1:]+" ") {
		rest = rest[len(date)-i:]
		e.Title = NewLabel(rest).Title
	}
	e.setAttr("when", date)
	e.Number, e.Raw = "", date+" "+rest
}

// stops are the marks with which the items of one list may end that go on as a sentence does.
const stops = ";,；，、؛،"

// cutStops takes the marks off the ends of items that most of a list have: "wheat;",
// "rye;", "spelt." are three names.
func cutStops(items []*Element) {
	n := 0
	for i, it := range items {
		if i < len(items)-1 && strings.TrimRight(it.Title, stops) != it.Title {
			n++
		}
	}
	if n == 0 || 2*n < len(items)-1 {
		return
	}
	for _, it := range items {
		it.Title = cmp.Or(strings.TrimRight(it.Title, stops+" "), it.Title)
	}
	if last := items[len(items)-1]; !isSentence(last.Title) {
		last.Title = strings.TrimSuffix(last.Title, ".")
	}
}

// uncut gives items their whole text back for a name where the cut names of
// several are the same: "Styles: cells", "Styles: bars"; and where another was
// short enough to keep what stands behind its colon.
func uncut(items []*Element) {
	keepNumbers(items)
	if !slices.ContainsFunc(items, (*Element).isCut) {
		return
	}
	names := map[string]int{}
	whole := false
	for _, it := range items {
		switch {
		case it.isCut():
			names[it.Title]++
		case it.Lead == PlainLead: // short enough not to be cut
			before := BeforeColon(it.Title)
			names[NewLabel(before).Title]++
			whole = whole || before != "" && !isSeries(Fold(before))
		}
	}
	for _, it := range items {
		if it.isCut() && (names[it.Title] > 1 || whole && isColonCut(it)) {
			it.wholeName()
		}
	}
}

// keepNumbers gives items their numbers with a dot back where another one names
// several, "6.1 Circles" beside "6.2 Graphs; 6.3 Angles", and to the only one of a list
// with a number, which counts nothing: "5.1 surround sound".
func keepNumbers(items []*Element) {
	numbered := 0
	for _, it := range items {
		if it.Number != "" {
			numbered++
		}
	}
	if !(numbered == 1 && len(items) > 1) && !slices.ContainsFunc(items, func(it *Element) bool {
		n := decimal(it.Title)
		return n > 0 && countsOn(it.Title[n:])
	}) {
		return
	}
	for _, it := range items {
		if number, rest := splitNumber(it.Raw); strings.Contains(number, ".") && strings.HasPrefix(rest, it.Title) {
			it.Title = number + " " + it.Title
			if it.Number == number {
				it.Number = ""
			}
		}
	}
}

// isCut says whether an item is named by the beginning of its text.
func (e *Element) isCut() bool {
	return e.Summary != "" && e.Lead == PlainLead && len(e.Raw) > len(e.Title) && len(e.Raw) <= maxRaw
}

// wholeName names an item by its whole text.
func (e *Element) wholeName() {
	label := NewLabel(strings.TrimPrefix(e.Raw, e.Number+" "))
	e.Title, e.Summary, e.Number = label.Title, "", cmp.Or(e.Number, label.Number)
}

// isColonCut says whether an item was cut at its colon.
func isColonCut(it *Element) bool {
	name, rest := cutColon(it.Raw)
	return rest != "" && NewLabel(name).Title == it.Title
}

// maxRaw bounds the names that are given back, in bytes.
const maxRaw = 300

// item reads one list item, or nil if nothing stands in it.
func (r *reader) item(n ast.Node) *Element {
	r.Check()
	it := r.new(Item, n.Pos())
	r.last = &it.Note
	before := r.at
	r.at = place{owner: it}
	led := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			switch {
			case !led:
				r.headingLead(it, c)
				led = true
			case c.NextSibling() == nil && before.owner.Kind == Heading && c.Level <= int(before.owner.Level):
				r.late = c
			default:
				r.leaveHeading(c, Within)
			}
		case *ast.TextBlock, *ast.Paragraph:
			if led {
				r.paragraph(c)
				continue
			}
			run := r.run(c)
			it.Status, it.Optional, it.Box = run.status, run.optional, run.boxed
			r.comments(run.comments)
			spans, bulleted := cutBulleted(run.spans)
			led = r.lead(it, it.properties(spans))
			for _, k := range r.items(bulleted) {
				r.appendItem(k)
			}
		case *ast.HTMLBlock:
			r.last = &it.Note
			r.htmlComments(c)
		default:
			r.block(c)
		}
	}
	if r.at.owner == it || it.Kind == Item {
		r.at = before
	}
	if !led && len(it.Kids) == 0 {
		return nil
	}
	return it
}

// properties takes the lines that only tell an outliner how to show an item off
// its text: "collapsed:: true". They become attributes.
func (it *Element) properties(spans []span) []span {
	for i := len(spans) - 1; i > 0; i-- {
		if spans[i-1].style&breaks == 0 {
			continue
		}
		key, value, ok := strings.Cut(textOf(spans[i:]), ":: ")
		if !ok || key == "" || strings.ContainsAny(key, " :") {
			break
		}
		it.setAttr(key, squeeze(value))
		spans = spans[:i-1]
	}
	return spans
}

// headingLead takes a heading inside a list item for the item's lead.
func (r *reader) headingLead(it *Element, n *ast.Heading) {
	run := r.run(n)
	it.Label = NewLabel(textOf(run.spans))
	it.Lead = HeadingLead
	it.Anchor = r.slugs.Slug(headingText(run.spans))
	r.itemAnchors = append(r.itemAnchors, it.Anchor)
	for _, s := range run.spans {
		if s.url != "" && s.style&picture == 0 {
			it.URL = s.url
			break
		}
	}
	if run.boxed {
		it.Status, it.Box = run.status, true
	}
	r.comments(run.comments)
}
