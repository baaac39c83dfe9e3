package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"github.com/roadmapviz/roadmapviz/graph"
)

// list reads the items of a list, with the lists inside them. The depth of
// lists is bounded before the parse, see bound.
func (r *reader) list(n *ast.List) []*item {
	items := make([]*item, 0, n.ChildCount())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		it := r.item(c)
		switch {
		case it == nil:
		case it.title == "" && it.note == nil: // "- 2. Trees" is a list in a list
			items = append(items, it.kids...)
		default:
			items = append(items, it)
		}
	}
	return items
}

// newItem takes an item from a stock, which spares most of the allocations.
func (r *reader) newItem() *item {
	if len(r.stock) == 0 {
		r.stock = make([]item, 32)
	}
	it := &r.stock[0]
	r.stock = r.stock[1:]
	return it
}

// item reads one list item, or nil if nothing stands in it.
func (r *reader) item(n ast.Node) *item {
	it := r.newItem()
	it.at = n.Pos()
	r.last = &it.marks
	mode, led := asIs, false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			if !led {
				r.headingLead(it, c)
				led = true
			}
		case *ast.TextBlock, *ast.Paragraph:
			run := r.run(c)
			if !led {
				it.status, it.optional = run.status, run.optional
				r.comments(run.comments)
				led = r.lead(it, run.spans)
				continue
			}
			r.last = &it.marks
			r.comments(run.comments)
			m, links, wants := r.marker(run.spans)
			if m != asIs {
				mode = m
			}
			it.links, it.wants = append(it.links, links...), append(it.wants, wants...)
			if it.summary == "" && m == asIs {
				it.summary = squeeze(textOf(run.spans))
			}
		case *ast.List:
			kids := r.list(c)
			if !led && len(kids) == 1 && c.IsOrdered() && kids[0].number == "" {
				kids[0].number = strconv.Itoa(c.Start)
			}
			for _, k := range kids {
				if mode != asIs {
					k.mode = mode
				}
			}
			it.kids = append(it.kids, kids...)
		case *ast.HTMLBlock:
			r.last = &it.marks
			r.htmlComments(c)
		}
	}
	if !led && len(it.kids) == 0 {
		return nil
	}
	it.absorb()
	return it
}

// absorb takes what nested items say about the item itself: "Prerequisites: X"
// and "Resources:" are no sub-topics.
func (it *item) absorb() {
	if len(it.kids) == 0 {
		return
	}
	kept := it.kids[:0]
	for _, k := range it.kids {
		key := k.title
		switch {
		case k.lead == headingLead || key == "" || len(key) > 60:
			kept = append(kept, k)
		case words().prerequisites.has(key):
			it.wants = append(it.wants, k.asWants()...)
		case k.url == "" && len(k.kids) > 0 && words().resources.has(key):
			for _, kk := range k.kids {
				kk.mode = asResources
				kept = append(kept, kk)
			}
		case k.url == "" && len(k.kids) > 0 && words().topics.has(key):
			kept = append(kept, k.kids...)
		default:
			kept = append(kept, k)
		}
	}
	it.kids = kept
}

// asWants makes prerequisites of an item such as "Prerequisites: X, Y", or of
// the items below it.
func (it *item) asWants() []want {
	reason := "list item " + quote(it.title)
	var out []want
	if it.summary != "" || len(it.links) > 0 {
		out = append(out, want{text: it.summary, refs: it.links, at: it.at, reason: reason})
	}
	for _, k := range it.kids {
		out = append(out, k.want(reason))
	}
	return append(out, it.wants...)
}

// want makes a prerequisite of the item's own title.
func (it *item) want(reason string) want {
	w := want{text: it.title, at: it.at, reason: reason, refs: it.links}
	if it.url != "" {
		w.refs = []ref{{it.title, it.url, it.at}}
	}
	return w
}

func quote(s string) string { return `"` + s + `"` }

// headingLead takes a heading inside a list item for the item's lead.
func (r *reader) headingLead(it *item, n *ast.Heading) {
	run := r.run(n)
	it.label = newLabel(textOf(run.spans))
	it.lead = headingLead
	it.anchor = r.slugs.Slug(headingText(run.spans))
	r.document.itemAnchors = append(r.document.itemAnchors, it.anchor)
	for _, s := range run.spans {
		if s.url != "" && s.style&picture == 0 {
			it.url = s.url
			break
		}
	}
	if run.status != graph.Unknown {
		it.status = run.status
	}
	r.comments(run.comments)
}
