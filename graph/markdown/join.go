package markdown

import (
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// A Course is an outline of which a graph can be built: the course of one
// document, or of several that were joined.
type Course struct {
	Root *Entry
	// Nodes is what the configuration says about nodes, by their IDs in the
	// whole course.
	Nodes map[string]Note
	// Linked finds the document that a link leads to; nil for none.
	Linked func(from *Document, link string) *Document
}

// Build makes the graph, which has no cycle. What is odd is reported to the
// documents. The only error is that of the context, when it ends.
func (c Course) Build(ctx context.Context) (g *graph.Graph, err error) {
	defer until.Catch(&err)
	return c.build(ctx).g, nil
}

func (c Course) build(ctx context.Context) *builder {
	c.Root.leaveFrames()
	configure(ctx, c.Root, c.Nodes)
	b := newBuilder(ctx, c.Root, nil)
	b.linked = c.Linked
	b.findLanguage()
	b.require()
	b.connect()
	b.check()
	return b
}

// Course is the entry of the document's course, with all that it holds.
func (d *Document) Course() *Entry { return d.course }

// NewCourse makes the entry of a course that stands in no document.
func NewCourse(title string) *Entry {
	return &Entry{Element: &page.Element{Label: page.Label{Title: title}}, kind: graph.Course}
}

// Entries are those right below, without resources and what is left out.
func (e *Entry) Entries() []*Entry {
	var some []*Entry
	for _, k := range e.entries {
		if k.kind != graph.Resource && !k.isOut() {
			some = append(some, k)
		}
	}
	return some
}

func (e *Entry) isOut() bool {
	return e.why != "" || e.Note != nil && e.Note.Skip || slices.ContainsFunc(e.has().notes, func(n *Note) bool { return n.Skip })
}

// Add puts entries below one.
func (e *Entry) Add(entries ...*Entry) { e.entries = append(e.entries, entries...) }

// Links are the addresses that an entry leads to, as the course has them: its
// own and its resources'.
func (e *Entry) Links() []string {
	urls := []string{e.address(e.URL)}
	for _, k := range e.entries {
		if k.kind == graph.Resource {
			urls = append(urls, k.address(k.URL))
		}
	}
	return urls
}

// Source is where an entry stands.
func (e *Entry) Source() graph.Position { return e.source(e.At) }

// HasParts says whether a document has several parts.
func (d *Document) HasParts() bool { return len(d.course.Entries()) > 1 && d.course.lonePart() == nil }

// lonePart is the only part of a document, which then says nothing that the
// document's title does not say; nil if there are several.
func (e *Entry) lonePart() *Entry {
	if all := e.Entries(); len(all) == 1 && all[0].kind == graph.Part {
		return all[0]
	}
	return nil
}

// stand says that an entry has taken the places of others.
func (m *more) stand(others ...*Entry) { m.stands = append(m.stands, others...) }

// Join puts all that a document's course holds below one that stands for it.
func (e *Entry) Join(d *Document) {
	e.with().stand(d.course)
	e.Add(d.course.entries...)
}

// Hold hangs what a document holds below an entry, without the wrapping of a
// lone part. The entry stands for the document's course and part from now on.
func (e *Entry) Hold(d *Document) {
	c := d.course
	if e.Summary == "" {
		e.Summary = c.Summary
	}
	part := c.lonePart()
	if part == nil {
		e.Join(d)
		e.setKinds()
		return
	}
	e.with().stand(c, part)
	rest := part.entries
	if all := part.Entries(); len(all) == 1 && all[0].kind == graph.Section && all[0].Title == part.Title {
		e.with().stand(all[0]) // a list right below the title
		e.Add(all[0].entries...)
		rest = slices.DeleteFunc(slices.Clone(rest), func(k *Entry) bool { return k == all[0] })
	}
	e.Add(rest...)
	e.Add(slices.DeleteFunc(slices.Clone(c.entries), func(k *Entry) bool { return k == part })...)
	e.setKinds()
}

// Entry makes of a document an entry of a larger course, which leads to it.
func (d *Document) Entry(url string) *Entry {
	l := *d.course.Element
	l.Anchor, l.URL, l.Rare = "", url, nil
	e := &Entry{Element: &l, kind: graph.Part, doc: d}
	e.Hold(d)
	return e
}

// setKinds gives all below an entry their kinds by their depth.
func (e *Entry) setKinds() {
	for _, k := range e.entries {
		if k.kind != graph.Resource {
			k.kind = inner(e.kind)
		}
		k.setKinds()
	}
}

// inner is the kind of what an entry of the kind holds.
func inner(k graph.Kind) graph.Kind {
	switch k {
	case graph.Course:
		return graph.Part
	case graph.Part:
		return graph.Section
	}
	return graph.Topic
}

// height is how many levels stand below an entry.
func (e *Entry) height() int {
	h := 0
	for _, k := range e.Entries() {
		h = max(h, 1+k.height())
	}
	return h
}

// Settle makes parts, sections and topics of the levels of a course whose
// entries are documents: three levels or more begin with the parts, two stand
// in one part, and documents that hold nothing are the topics of one section.
func (e *Entry) Settle() {
	for h := e.height(); h > 0 && h < 3; h++ {
		l := page.Element{Label: e.Label, At: e.At}
		e.entries = []*Entry{{Element: &l, doc: e.doc, entries: e.entries}}
	}
	e.setKinds()
}

// Unwrap takes out sections that stand alone in a part of the same title, when
// there is enough below them to be sections and topics by itself.
func (e *Entry) Unwrap() {
	for _, part := range e.Entries() {
		only := part.Entries()
		if len(only) == 1 && only[0].Title == part.Title && only[0].height() > 1 {
			part.with().stand(only[0])
			part.entries = only[0].entries
			part.setKinds()
		}
	}
}
