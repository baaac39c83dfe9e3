package page

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// paragraph reads a paragraph: a line over a list, an item without a list, or
// prose, of which the pictures, links and prerequisites are kept.
func (r *reader) paragraph(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 || r.pipeTable(n) {
		return
	}
	run := r.run(n)
	at := lines.At(0).Start
	if level := hashes(r.src[at:lines.At(0).Stop]); level > 0 && r.at.owner.Kind != Item {
		r.bareHeading(level, at, run)
		return
	}
	if r.at.owner.Kind != Item && r.admonition(lines) {
		return
	}
	r.textBlock(run, r.announces(n.NextSibling()), r.isAmongNamed(n))
	for _, t := range run.tags {
		if r.at.owner.Kind != Item {
			r.htmlDetails(t.tag, t.at)
		}
	}
}

// announces says whether a block is one that a line can stand over.
func (r *reader) announces(n ast.Node) bool {
	switch n.(type) {
	case *ast.List, *east.Table:
		return true
	case *ast.CodeBlock:
		return r.unmarked
	}
	return false
}

// textBlock reads the inline content of a paragraph. listed says that a list or
// table follows, named that a paragraph beside it is a name with links.
func (r *reader) textBlock(run *run, listed, named bool) {
	for _, s := range run.spans {
		if s.style&picture != 0 {
			r.picture(r.at.owner, s)
		}
	}
	spans, comments := run.spans, run.comments
	r.last = &r.at.owner.Note
	if r.figureLink(spans) {
		r.at.target().leave(Leftover{squeeze(textOf(spans)), max(spans[0].at, 0), Drawn})
	} else if len(spans) > 0 {
		for _, e := range r.elements(spans, listed, named) {
			for len(comments) > 0 && comments[0] < e.At {
				r.comment(comments[0])
				comments = comments[1:]
			}
			if e.Kind != Line || e.Lead == BoldLead {
				r.last = &e.Note
			}
		}
	}
	r.comments(comments)
}

// elements reads a paragraph as items without a list, or as a line, and gives
// them; none where it is prose.
func (r *reader) elements(spans []span, listed, named bool) []*Element {
	if it := r.numberedParagraph(spans, spans[0].at); it != nil {
		r.appendItem(it)
		return []*Element{it}
	}
	items := r.chain(spans)
	if items == nil {
		items = r.linkLines(spans)
	}
	if len(items) > 0 {
		for _, it := range items {
			r.appendItem(it)
		}
		return items
	}
	if named && !listed {
		if it := r.namedParagraph(spans); it != nil {
			r.appendItem(it)
			return []*Element{it}
		}
	}
	var out []*Element
	if first, bulleted := cutBulleted(spans); bulleted != nil {
		out = r.lineOrProse(first, true)
		for _, it := range r.items(bulleted) {
			r.appendItem(it)
			out = append(out, it)
		}
		return out
	}
	if listed {
		before, last := cutLastLine(spans)
		if len(before) > 0 {
			out = r.lineOrProse(before, false)
		}
		spans = last
	}
	return append(out, r.lineOrProse(spans, listed)...)
}

// lineOrProse reads what is neither an item nor several, and gives the line.
func (r *reader) lineOrProse(spans []span, listed bool) []*Element {
	if l := r.headLine(spans, listed); l != nil {
		r.at.add(l)
		return []*Element{l}
	}
	r.prose(spans)
	return nil
}

// cutLastLine splits the last line off a paragraph right before a list, if that
// line alone stands over it: "Topics:", "Module 1: Basics". Else all is last.
func cutLastLine(spans []span) (before, last []span) {
	for i := len(spans) - 2; i > 0; i-- {
		if spans[i].style&breaks == 0 {
			continue
		}
		text := squeeze(textOf(spans[i+1:]))
		if isShortLine(text) && (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") || isCounted(text)) {
			return spans[:i], spans[i+1:]
		}
		break
	}
	return nil, spans
}

// isCounted says whether a text is a count and a name: "Module 1: Basics",
// "M2 – Loops. Lists."
func isCounted(s string) bool {
	s, _ = stripEmoji(s)
	s = strings.TrimLeft(s, " •►")
	if count := Fold(BeforeColon(s)); isSeries(count) && strings.Contains(count, " ") {
		return true
	}
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if before, _, ok := strings.Cut(s, dash); ok {
			return isSeries(Fold(before)) && !isCode(before)
		}
	}
	return false
}

// prose notes what a paragraph of sentences says about what it stands below.
func (r *reader) prose(spans []span) {
	if l := r.at.line; l != nil && l.Mode == AsIs && len(l.Kids) > 0 {
		r.at.line = nil
	}
	e := r.at.target()
	text := squeeze(textOf(spans))
	if text == "" {
		return
	}
	if e.Paras < 1<<15 {
		e.Paras++
	}
	e.Links = append(e.Links, linksOf(spans)...)
	wants := r.sentenceWants(spans)
	e.Want(wants...)
	if e.Summary == "" && len(wants) == 0 {
		e.Summary = text
	}
}

// appendItem appends an item that stands outside of lists to the ones before it.
func (r *reader) appendItem(it *Element) {
	e := r.at.target()
	if n := len(e.Kids); n > 0 && e.Kids[n-1].Kind == List && e.Kids[n-1].Prose {
		e.Kids[n-1].add(it)
		return
	}
	l := r.new(List, it.At)
	l.Prose = true
	l.add(it)
	r.at.add(l)
}

// linksOf are the links of a run, once each.
func linksOf(spans []span) []Ref {
	var out []Ref
	var text strings.Builder // of the last one, which may be in many pieces
	end := func() {
		if n := len(out); n > 0 && text.Len() > len(out[n-1].Text) {
			out[n-1].Text = text.String()
		}
		text.Reset()
	}
	for _, s := range spans {
		if s.url == "" || s.style&picture != 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].URL == s.url {
			if text.Len() == 0 {
				text.WriteString(out[n-1].Text)
			}
			text.WriteString(s.text)
			continue
		}
		end()
		out = append(out, Ref{s.text, s.url, s.at})
	}
	end()
	return out
}

func quote(s string) string { return `"` + s + `"` }
