package page

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// An outline is a document that says, in a comment below its title, that its
// levels are what they are:
//
//	# Cooking
//	<!-- roadmap: outline -->
//
//	## Basics
//
//	### 1. Knives
//
//	- **Cutting**: the pinch grip.
//	  - [A film](https://example.org/film) by Ada: ten minutes.
//
// Headings of the second level are parts, those of the third sections, deeper
// ones topics; items in bold type are topics, the others resources. Nothing is
// guessed. A rule ("---") ends the part or section that it stands in.
//
// A name begins with an icon and a number, if it has them. A comment with
// nothing in it ends them where the title itself begins like these; another one
// ends a name, or that of an author, with a colon in it.

// outlineMark is the word that makes a document an outline.
const outlineMark = "outline"

// isOutline says whether a document is an outline: whether a comment above its
// first heading of the second level or a lower one says so.
func (d *Document) isOutline(tree ast.Node) bool {
	end := len(d.text)
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level > 1 {
			end = h.Pos()
			break
		}
	}
	for _, c := range d.comments {
		if c.at > end || c.kind != Annotation {
			continue
		}
		for _, s := range settings(c.says) {
			if yes, _ := s.Bool(); s.Key == outlineMark && yes {
				return true
			}
		}
	}
	return false
}

// levels reads an outline.
type levels struct {
	*reader
	open []*Element // the headings that hold what follows, the root first
}

// readOutline is read for an outline.
func (d *Document) readOutline(tree ast.Node) {
	d.Outline = true
	d.findLanguages()
	r := &levels{&reader{Document: d, src: d.text, heads: []*Element{d.Root}, literal: true}, []*Element{d.Root}}
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
	if d.TitleHeading == nil {
		d.chooseTitle(r.heads[:1])
	}
	d.Root.Label = d.Title
	if d.Anchors == nil {
		d.Anchors = map[string]bool{}
	}
	for _, h := range r.heads {
		d.Anchors[h.Anchor] = true
	}
	d.reportUnread()
}

// owner is what holds what follows.
func (r *levels) owner() *Element { return r.open[len(r.open)-1] }

func (r *levels) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.ThematicBreak:
		r.open = r.open[:max(len(r.open)-1, 1)]
	default:
		r.inside(r.owner(), n)
	}
}

// inside reads what stands in a heading or item.
func (r *levels) inside(e *Element, n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		run := r.run(n)
		if text := squeeze(textOf(run.spans)); e.Summary == "" {
			e.Summary = text
		}
		r.said(e, run)
	case *ast.List:
		l := r.new(List, n.Pos())
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.item(l, c)
		}
		e.add(l)
	case *ast.HTMLBlock:
		r.last = &e.Note
		r.htmlComments(n)
		start := n.Lines().At(0).Start
		text := string(n.Lines().Value(r.clean))
		for i := strings.IndexByte(text, '<'); i >= 0 && i < len(text); {
			t, next := nextTag(text, i)
			if t.name == "img" {
				r.picture(e, span{text: t.attr("alt"), url: t.attr("src"), at: start + i})
			}
			more := strings.IndexByte(text[next:], '<')
			if more < 0 {
				return
			}
			i = next + more
		}
	}
}

// said takes the pictures and comments of a text.
func (r *levels) said(e *Element, run *run) {
	for _, s := range run.spans {
		if s.style&picture != 0 {
			r.picture(e, s)
		}
	}
	r.last = &e.Note
	r.comments(run.comments)
}

func (r *levels) heading(n *ast.Heading) {
	run := r.run(n)
	at := n.Pos()
	if lines := n.Lines(); lines.Len() > 0 {
		at = lines.At(0).Start
	}
	h := r.new(Heading, at)
	h.Level = uint8(n.Level)
	h.Anchor = r.slugs.Slug(strings.TrimSpace(headingText(run.spans)))
	h.name(run.spans, r.ends(run))
	for _, s := range run.spans {
		if s.url != "" && s.style&picture == 0 {
			h.URL, h.Anchor = s.url, "" // it leads elsewhere
			break
		}
	}
	r.heads = append(r.heads, h)
	if n.Level == 1 && r.TitleHeading == nil {
		r.TitleHeading, r.Title, r.TitleAt = h, h.Label, at
		r.open = r.open[:1]
		r.said(r.Root, run)
		return
	}
	for len(r.open) > 1 && r.owner().Level >= h.Level {
		r.open = r.open[:len(r.open)-1]
	}
	r.owner().add(h)
	r.open = append(r.open, h)
	r.said(h, run)
}

func (r *levels) item(list *Element, n ast.Node) {
	it := r.new(Item, r.start(n))
	list.add(it)
	c := n.FirstChild()
	switch c.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		run := r.run(c)
		it.Status, it.Box = run.status, run.boxed
		it.lead(run.spans, r.ends(run))
		r.said(it, run)
		c = c.NextSibling()
	}
	it.Title = cmp.Or(it.Title, Untitled)
	for ; c != nil; c = c.NextSibling() {
		r.inside(it, c)
	}
}

// lead reads the line of an item.
func (it *Element) lead(spans []span, ends []int) {
	for len(spans) > 0 && spans[0].style&picture != 0 {
		spans = spans[1:]
	}
	if len(spans) == 0 {
		return
	}
	end := 0
	switch {
	case spans[0].style&bold != 0:
		it.Lead, it.URL = BoldLead, spans[0].url
		for end < len(spans) && spans[end].style&bold != 0 {
			end++
		}
	case spans[0].url != "":
		it.Lead, it.URL, end = LinkLead, spans[0].url, linkEnd(spans)
	case len(ends) > 1: // both ends of the name are marked
		for end < len(spans) && spans[end].at < ends[1] {
			end++
		}
		it.name(spans[:end], ends)
		it.behind(spans[end:], ends[2:])
		return
	default:
		name, summary, _ := strings.Cut(textOf(spans), ": ")
		it.Icon, it.Number, it.Title = SplitName(squeeze(name))
		it.Summary = squeeze(summary)
		return
	}
	it.name(spans[:end], ends)
	for len(ends) > 0 && end < len(spans) && ends[0] < spans[end].at {
		ends = ends[1:]
	}
	it.behind(spans[end:], ends)
}

// name reads the name of a heading or item: what stands behind a comment with
// nothing in it is the title, and before that are icon and number.
func (e *Element) name(spans []span, ends []int) {
	if len(spans) == 0 {
		e.Title = Untitled
		return
	}
	last := spans[len(spans)-1]
	if len(ends) == 0 || ends[0] > last.at {
		e.Icon, e.Number, e.Title = SplitName(squeeze(textOf(spans)))
	} else {
		before, behind := cutSpans(spans, ends[0])
		number := squeeze(textOf(before))
		if icon, rest, _ := strings.Cut(number, " "); isIcon(icon) {
			e.Icon, number = icon, rest
		}
		e.Number, e.Title = strings.TrimSuffix(number, "."), squeeze(textOf(behind))
	}
	e.Title = cmp.Or(e.Title, Untitled)
}

// behind reads what stands behind the name of an item: " by AUTHOR: SUMMARY".
func (e *Element) behind(spans []span, ends []int) {
	text := textOf(spans)
	if author, ok := strings.CutPrefix(text, " by "); ok {
		author, text, _ = strings.Cut(author, ": ")
		if len(ends) > 0 {
			before, behind := cutSpans(spans, ends[0])
			author, text = strings.TrimPrefix(textOf(before), " by "), textOf(behind)
		}
		e.Author = squeeze(author)
	}
	e.Summary = squeeze(strings.TrimPrefix(text, ":"))
}

// cutSpans parts spans at an offset of the text, where one of them begins.
func cutSpans(spans []span, at int) (before, behind []span) {
	i := 0
	for i < len(spans) && spans[i].at < at {
		i++
	}
	return spans[:i], spans[i:]
}

// ends are the places of the comments with nothing in them.
func (r *levels) ends(run *run) []int {
	var ends []int
	for _, at := range run.comments {
		text, _, _ := strings.Cut(strings.TrimPrefix(r.src[at:], "<!--"), "-->")
		if strings.TrimSpace(text) == "" {
			ends = append(ends, at)
		}
	}
	return ends
}

// SplitName takes the icon and the number off a name in an outline:
// "🔪 1.2. Cutting".
func SplitName(text string) (icon, number, title string) {
	if word, rest, ok := strings.Cut(text, " "); ok && isIcon(word) {
		icon, text = word, rest
	}
	if word, rest, ok := strings.Cut(text, ". "); ok && countsAs(word) {
		number, text = word, rest
	}
	return icon, number, text
}

// isIcon says whether a word is an emoji or another symbol.
func isIcon(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.So, c)
}

// countsAs says whether a word is a number in an outline: "1", "2.3", "IV", "a".
func countsAs(word string) bool {
	number := strings.Trim(word, "0123456789.-") == "" && strings.Trim(word, ".-") == word
	roman := strings.Trim(word, "IVXLC") == ""
	return word != "" && (number || roman || len(word) == 1 && IsAlphanumeric(word[0]))
}
