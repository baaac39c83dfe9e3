package page

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// htmlState is what HTML blocks have opened. It lives across blocks, because
// a blank line ends an HTML block but no HTML element, and Markdown may stand
// between the two ends of a table cell.
type htmlState struct {
	text    run // of the open heading, summary, item, cell or paragraph
	at      int // where it began
	heading int // level of the open <h1> to <h6>
	summary bool
	skip    string // the open <script> or <style>
	table   *table
	row     *row
	cell    *cell
	lists   []htmlList
	details []*Element // where each open <details> stands
}

type htmlList struct {
	list *Element
	open *Element
	bare bool // began with an item
}

func (r *reader) htmlBlock(n *ast.HTMLBlock) {
	start, end := htmlRange(n)
	r.htmlText(start, end)
}

// htmlComments reads only the annotations of an HTML block.
func (r *reader) htmlComments(n *ast.HTMLBlock) {
	start, end := htmlRange(n)
	for i := start; i < end; i += len("<!--") {
		n := strings.Index(r.src[i:end], "<!--")
		if n < 0 {
			return
		}
		i += n
		r.comment(i)
	}
}

// htmlText reads HTML from src[i:end].
func (r *reader) htmlText(i, end int) {
	s := r.src[:end]
	for i < end {
		if s[i] != '<' {
			n := strings.IndexByte(s[i:], '<')
			if n < 0 {
				n = end - i
			}
			r.htmlWords(s[i:i+n], i)
			i += n
			continue
		}
		if strings.HasPrefix(s[i:], "<!--") {
			r.html.text.comments = append(r.html.text.comments, i)
			r.htmlRemarks()
			if i = commentEnd(s, i); i < 0 {
				return
			}
			continue
		}
		t, next := nextTag(s, i)
		if t.name == "" {
			r.htmlWords("<", i)
		} else {
			r.htmlTag(t, i)
		}
		i = next
	}
}

// htmlWords adds text, with white space as HTML has it.
func (r *reader) htmlWords(s string, at int) {
	h := &r.html
	if h.skip != "" {
		return
	}
	lead := len(s) - len(strings.TrimLeft(s, " \t\n"))
	text := squeeze(s)
	if text == "" {
		if len(h.text.spans) > 0 {
			h.text.add(" ", "", at, 0)
		}
		return
	}
	if strings.IndexByte(text, '&') >= 0 {
		text = unescape(strings.ReplaceAll(text, `\`, `\\`))
	}
	if len(h.text.spans) == 0 {
		h.at = at + lead
	} else if lead > 0 {
		text = " " + text
	}
	if s[len(s)-1] == ' ' || s[len(s)-1] == '\n' {
		text += " "
	}
	h.text.add(text, "", at+lead, 0)
}

func (r *reader) htmlTag(t tag, at int) {
	h := &r.html
	if h.skip != "" {
		if t.closes && t.name == h.skip {
			h.skip = ""
		}
		return
	}
	switch t.name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if h.cell != nil {
			h.text.tag(tag{name: "b", closes: t.closes}, at, 0)
			return
		}
		r.htmlHeading(int(t.name[1]-'0'), t.closes, at)
	case "script", "style":
		if !t.closes {
			h.skip = t.name
		}
	case "details", "summary":
		r.closeBare(at)
		r.htmlDetails(t, at)
	case "table", "tr", "td", "th":
		r.htmlTable(t, at)
	case "ul", "ol", "li":
		r.htmlList(t, at)
	case "p", "div", "center", "section", "blockquote", "hr":
		if t.name == "blockquote" {
			r.closeBare(at)
		}
		r.htmlBreak(t, at)
	case "img":
		if h.cell == nil && h.heading == 0 {
			r.picture(r.at.owner, span{text: t.attr("alt"), url: t.attr("src"), at: at})
			return
		}
		h.text.tag(t, at, 0)
	default:
		h.text.tag(t, at, 0)
	}
}

// closeBare closes a list that began without a tag of its own.
func (r *reader) closeBare(at int) {
	if n := len(r.html.lists); n > 0 && r.html.lists[n-1].bare {
		r.htmlList(tag{name: "ul", closes: true}, at)
	}
}

// flush ends the open text as a paragraph, if nothing else claims it.
func (r *reader) flush() {
	h := &r.html
	if h.heading > 0 || h.summary || h.cell != nil || len(h.lists) > 0 {
		return
	}
	if len(h.text.spans) > 0 && strings.TrimSpace(textOf(h.text.spans)) != "" {
		text := h.text
		h.text = run{}
		r.textBlock(&text, false, false)
	}
	h.text = run{}
}

func (r *reader) htmlBreak(t tag, at int) {
	h := &r.html
	if h.cell != nil || len(h.lists) > 0 || h.heading > 0 {
		if len(h.text.spans) > 0 {
			h.text.add(" ", "", at, breaks)
		}
		return
	}
	r.flush()
	if t.name == "hr" {
		r.at.close()
	}
}

func (r *reader) htmlHeading(level int, closes bool, at int) {
	h := &r.html
	if h.heading > 0 { // closed, or never closed
		text := textOf(h.text.spans)
		level, h.heading = h.heading, 0
		if squeeze(text) != "" || len(h.text.spans) > 0 {
			open := r.open(level, h.at, &h.text, text)
			open.HTML = true
		}
		h.text = run{}
	}
	if !closes {
		r.flush()
		r.closeTable()
		h.heading, h.at, h.text = level, at, run{}
	}
}

// htmlDetails makes a heading of a <summary>, one level below the heading that
// it stands under, for as long as its <details> is open. Whether it is one, is
// decided later.
func (r *reader) htmlDetails(t tag, at int) {
	h := &r.html
	switch {
	case t.name == "details" && !t.closes:
		r.flush()
		if r.at.owner.Kind != Item && len(h.details) < maxDepth {
			h.details = append(h.details, r.at.owner)
		}
	case t.name == "details":
		r.flush()
		if n := len(h.details); n > 0 {
			if cur := r.at.owner; cur.Kind == Summary && cur.Level == h.details[n-1].Level+1 {
				r.at = place{owner: h.details[n-1]}
				r.last = &r.at.owner.Note
			}
			h.details = h.details[:n-1]
		}
	case !t.closes:
		h.summary, h.at, h.text = true, at, run{}
	case h.summary && h.heading == 0:
		h.summary = false
		text := textOf(h.text.spans)
		cur := r.at.owner
		if label := NewLabel(text); len(h.details) > 0 && label.Title != "" && !Toggle.Is(label.Title) && cur.Kind != Item {
			d := r.new(Summary, h.at)
			d.Label, d.Level = label, cur.Level+1
			r.enter(d)
			r.comments(h.text.comments)
		}
		h.text = run{}
	}
}

// intoCell adds Markdown that stands in an open HTML table cell to its text.
func (r *reader) intoCell(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.List:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.intoCell(c)
		}
	case *ast.ListItem, *ast.Blockquote:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.intoCell(c)
		}
	case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
		if len(r.html.text.spans) > 0 {
			r.html.text.add(" ", "", n.Pos(), breaks)
		}
		r.inlines(&r.html.text, n, 0, "", 0)
		r.htmlRemarks()
	}
}

// htmlRemarks takes the comments in the open text, unless that is of a heading,
// which takes them itself when it closes.
func (r *reader) htmlRemarks() {
	if r.html.heading > 0 || r.html.summary {
		return
	}
	r.comments(r.html.text.comments)
	r.html.text.comments = nil
}

// finishHTML closes what the document left open.
func (r *reader) finishHTML() {
	if r.html.heading > 0 {
		r.htmlHeading(r.html.heading, true, len(r.src))
	}
	r.closeTable()
	for len(r.html.lists) > 0 {
		r.htmlList(tag{name: "ul", closes: true}, len(r.src))
	}
	r.html.summary = false
	r.flush()
}
