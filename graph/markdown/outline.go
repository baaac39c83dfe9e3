package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// An outliner makes entries of the elements by their roles.
type outliner struct {
	*Document
	o     *shape.Outline
	whole *Entry // the part of a course without parts
	parts []*Entry
}

// outline makes the parts of the course with what is below them, in document
// order, and what was left out.
func (d *Document) outline(o *shape.Outline) []*Entry {
	b := &outliner{Document: d, o: o}
	b.lost()
	has := [shape.Topic + 1]bool{}
	for _, r := range o.Roles {
		has[r] = true
	}
	root := &Entry{Element: &page.Element{}, kind: graph.Course}
	switch {
	case o.Roles[0] == shape.Section: // a list or table right below the title
		b.whole = b.wholePart()
		s := &Entry{Element: &page.Element{Label: b.Title, At: b.whole.At}, kind: graph.Section, up: b.whole}
		b.whole.entries = []*Entry{s}
		b.below(s, o.Nodes[0])
		b.parts = []*Entry{b.whole}
	case has[shape.Part]:
		b.below(root, o.Nodes[0])
		b.parts = b.partsOnly(root)
	case has[shape.Section] || has[shape.Topic]:
		b.whole = b.wholePart()
		b.below(b.whole, o.Nodes[0])
		b.parts = []*Entry{b.whole}
	default:
		b.below(root, o.Nodes[0])
		b.parts = root.entries
	}
	return b.parts
}

// courseOf makes the entry of the course itself.
func (d *Document) courseOf(parts []*Entry) *Entry {
	e := &page.Element{Label: d.Title, At: d.TitleAt, Summary: d.Root.Summary, Note: d.Root.Note}
	if d.TitleHeading != nil {
		e.Anchor = d.TitleHeading.Anchor
	}
	x := &Entry{Element: e, kind: graph.Course, entries: parts}
	x.picture(d.Root)
	return x
}

// partsOnly gives every section that stands outside of all parts one of its
// own.
func (b *outliner) partsOnly(root *Entry) []*Entry {
	var out []*Entry
	for _, e := range root.entries {
		switch {
		case e.kind == graph.Section && e.why == "" && e.Element.Kind != page.Heading:
			if b.whole == nil { // items before the first part
				b.whole = b.wholePart()
				out = append(out, b.whole)
			}
			b.whole.entries = append(b.whole.entries, e)
		case e.kind == graph.Section && e.why == "":
			p := &Entry{Element: &page.Element{Label: e.Label, Kind: e.Element.Kind, At: e.At, Anchor: e.Anchor, Note: e.Note, Rare: e.Rare, Summary: e.Summary}, kind: graph.Part, more: e.more}
			e.more, e.Note, e.Rare, e.Summary = nil, nil, nil, ""
			p.entries = []*Entry{e}
			out = append(out, p)
		case e.kind == graph.Section:
			e.kind = graph.Part
			out = append(out, e)
		case e.kind == graph.Part:
			out = append(out, e)
		case e.kind == graph.Topic && e.why == "": // by the author's word: it goes below what stands before it
			out = append(out, e)
		}
	}
	return out
}

// wholePart is a part that stands for the whole document.
func (b *outliner) wholePart() *Entry {
	e := &page.Element{Label: b.Title, At: max(b.TitleAt, 0), Summary: b.Root.Summary}
	p := &Entry{Element: e, kind: graph.Part}
	if b.TitleHeading != nil {
		e.Anchor = b.TitleHeading.Anchor
	}
	return p
}

// below makes entries of what stands below a node.
func (b *outliner) below(e *Entry, n *shape.Node) {
	for _, k := range n.Kids {
		b.node(e, k)
	}
}

var kindOf = [...]graph.Kind{shape.Part: graph.Part, shape.Section: graph.Section, shape.Topic: graph.Topic}

// node makes an entry of a node, or of what it holds.
func (b *outliner) node(e *Entry, n *shape.Node) {
	switch role := b.o.Roles[n.Index]; role {
	case shape.Part, shape.Section:
		x := entryOf(n.Element, kindOf[role])
		for e.up != nil && (e.kind == graph.Section || e.kind == x.kind) { // sections stand side by side
			e = e.up
		}
		x.up = e
		b.below(x, n)
		e.entries = append(e.entries, x)
	case shape.Topic:
		x := entryOf(n.Element, graph.Topic)
		x.inside(n.Element, page.AsIs)
		b.said(x, n)
		e.entries = append(e.entries, x)
	case shape.Through:
		if n.Element.Kind != page.Table && n.Element.Kind != page.List {
			b.through(e, n)
		}
		b.below(e, n)
	default:
		b.out(e, n)
	}
}

// said makes entries of what stands below a topic and is something by the
// author's word.
func (b *outliner) said(e *Entry, n *shape.Node) {
	for _, k := range n.Kids {
		if k.Note != nil && k.Note.Level != "" && !k.IsView && b.o.Roles[k.Index] >= shape.Part {
			b.node(e, k)
		} else {
			b.said(e, k)
		}
	}
}

// through keeps what a node that only holds others says.
func (b *outliner) through(e *Entry, n *shape.Node) {
	e.picture(n.Element)
	if e.kind == graph.Course {
		return
	}
	e.Want(n.Wants()...)
	for _, l := range n.Links {
		e.addLink(l)
	}
}

// out keeps what a node that is left out holds for what it stands below:
// resources, prerequisites, and itself with the reason.
func (b *outliner) out(e *Entry, n *shape.Node) {
	switch {
	case n.IsView:
		if !shape.InOtherView(n, b.o.Roles) {
			b.below(e, n)
		}
	case n.Element.Kind == page.List || n.Element.Kind == page.Table:
		if !n.IsContents() {
			b.below(e, n)
		}
	case n.Note != nil && n.Note.Skip:
		e.leave(n.Element, whyComment)
	case n.Mode == page.AsPrerequisites || n.IsHead() && n.Class&page.Prerequisites != 0:
		if e.kind != graph.Course && (b.whole == nil || e != b.whole) {
			e.addWants(n.Element)
		}
		if n.Element.Kind != page.Line {
			e.leave(n.Element, whyPrerequist)
		}
	case n.Element.Kind == page.Line:
		b.lineOut(e, n)
	case n.IsHead():
		b.headOut(e, n)
	case e.kind == graph.Course || e == b.whole:
		if b.options.Chapters && n.URL != "" { // a page of the site
			why := whyWords
			if n.Parent.Prose {
				why = whyStray
			}
			e.leave(n.Element, why)
		}
	case n.Element.Kind == page.Group:
		b.below(e, n)
	default:
		b.itemOut(e, n)
	}
}

// lineOut keeps what a line announces that is not topics.
func (b *outliner) lineOut(e *Entry, n *shape.Node) {
	switch {
	case e.kind == graph.Course || e == b.whole:
		return
	case n.Mode == page.AsTasks:
		return
	case n.Mode == page.AsResources:
		e.addMaterial(n.Element)
		return
	}
	e.picture(n.Element)
	for _, l := range n.Links {
		e.addLink(l)
	}
	b.below(e, n)
}

// headOut leaves a heading out; what is material for what it stands below
// becomes its resources.
func (b *outliner) headOut(e *Entry, n *shape.Node) {
	why := b.reason(n)
	if e.kind == graph.Section || e.kind == graph.Part && e != b.whole {
		if n.Class&(page.Aside|page.Resources) != 0 {
			e.addMaterial(n.Element)
		}
		e.picture(n.Element)
	}
	x := e.leave(n.Element, why)
	if n.Element.IsContents() {
		return
	}
	if x.kind != graph.Part {
		x.inside(n.Element, page.AsTopics)
		return
	}
	own := &Entry{Element: &page.Element{Label: n.Label, At: n.At}, kind: graph.Section}
	for _, k := range n.Element.Kids {
		if k.Kind == page.Heading {
			s := entryOf(k, graph.Section)
			s.inside(k, page.AsTopics)
			x.entries = append(x.entries, s)
			continue
		}
		own.inside(&page.Element{Kids: []*page.Element{k}}, page.AsTopics)
	}
	if len(own.entries) > 0 {
		x.entries = append(x.entries, own)
	}
}

// itemOut keeps an item of a section that is no topic.
func (b *outliner) itemOut(e *Entry, n *shape.Node) {
	switch {
	case n.URL != "" && !page.IsInside(n.URL):
		e.addResource(n.Element)
	case len(n.Links) > 0:
		e.addMaterial(n.Element)
	case n.Class&page.Prerequisites != 0:
		e.addWants(n.Element)
	case n.Title != "" && !page.IsInside(n.URL):
		e.leave(n.Element, whyRemark)
	}
}

// leave appends an entry that is left out, with the reason.
func (e *Entry) leave(el *page.Element, why string) *Entry {
	kind := graph.Part
	switch e.kind {
	case graph.Part:
		kind = graph.Section
	case graph.Section, graph.Topic:
		kind = graph.Topic
	}
	x := &Entry{Element: el, kind: kind, why: why}
	e.entries = append(e.entries, x)
	return x
}
