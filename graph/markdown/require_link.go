package markdown

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// links answers a piece by the links in it, if they settle it: all lead to
// headings, or out of the document.
func (q *question) links(piece string) (ok bool) {
	for len(q.refs) > 0 && strings.Contains(piece, strings.TrimSpace(q.refs[0].Text)) {
		l := q.refs[0]
		q.refs = q.refs[1:]
		switch {
		case strings.HasPrefix(l.URL, "#"):
			ok = q.answer(q.anchor(l), l.Text, "") || ok
		case q.answer(q.at(l.URL), l.Text, ""):
			ok = true
		default:
			ok = true
			q.report(q.node, codes.External, q.source(), "", "the prerequisite %q of %q lies outside the course", l.Text, q.g.Nodes[q.node].Title)
		}
	}
	return ok
}

// anchor resolves a link to a heading. Its text may name a topic below it.
func (q *question) anchor(l page.Ref) int {
	i := q.doc.anchor(l.URL)
	if i < 0 || q.made.Excluded(i) {
		return -1
	}
	if page.Fold(l.Text) != page.Fold(q.g.Nodes[i].Title) {
		if t, _ := q.names.find(l.Text, q.node, func(j int) bool { return q.isBelow(j, i) }); t >= 0 {
			return t
		}
	}
	return i
}

// at is the node that an address leads to: in another document of the course, or
// a page that a node has, too; or −1.
func (q *question) at(url string) int {
	if q.linked != nil && q.doc != nil {
		if d := q.linked(q.doc, url); d != nil && d.home >= 0 {
			if _, anchor, ok := strings.Cut(url, "#"); ok {
				if i := d.anchor(anchor); i >= 0 {
					return i
				}
			}
			return d.home
		}
	}
	return q.names.at(q.nodes[q.node].address(url), q.node)
}

// anchor is the node at an anchor of a document, or −1.
func (d *Document) anchor(name string) int {
	if d != nil {
		if i, ok := d.anchors[strings.ToLower(strings.TrimPrefix(name, "#"))]; ok {
			return i
		}
	}
	return -1
}
