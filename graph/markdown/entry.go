package markdown

import (
	"slices"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// An Entry is a node of the course with what is below it, before it has an ID.
type Entry struct {
	*page.Element
	kind    graph.Kind
	why     string // why it is left out; "" for what is drawn
	entries []*Entry
	up      *Entry    // what it was found below
	doc     *Document // that it stands in; nil for what stands in none
	more    *more     // what few entries have
}

// more is what few entries have.
type more struct {
	notes  []*Note        // what configurations say about it, the stronger ones last
	stands []*Entry       // whose places it has taken, see join.go
	images []page.Picture // of what it holds that is no entry
	level  int8           // that was asked for, until it is moved there
}

var nothing more

// has is what an entry has of what few have. It is only read.
func (e *Entry) has() *more {
	if e.more == nil {
		return &nothing
	}
	return e.more
}

// with is the same, to be changed.
func (e *Entry) with() *more {
	if e.more == nil {
		e.more = &more{}
	}
	return e.more
}

// pictures are its images, and those of what it holds that is no entry.
func (e *Entry) pictures() []page.Picture { return slices.Concat(e.Images(), e.has().images) }

// picture adds images of what it holds.
func (e *Entry) picture(n *page.Element) {
	if len(n.Images()) > 0 {
		e.with().images = append(e.with().images, n.Images()...)
	}
}

// ask asks for a level, or for none.
func (e *Entry) ask(level int8) {
	if level != e.has().level {
		e.with().level = level
	}
}

// source is a place in the entry's document.
func (e *Entry) source(at int) graph.Position {
	if e.doc == nil {
		return graph.Position{}
	}
	return e.doc.Position(at)
}

// report reports what is odd at a place in the entry's document.
func (e *Entry) report(c codes.Code, at graph.Position, hint, message string, args ...any) {
	if e.doc != nil {
		e.doc.Report(c, at, hint, message, args...)
	}
}

// owned says of an entry, and of all below it, that they stand in a document,
// and what level their comments ask for.
func (e *Entry) owned(d *Document) {
	e.doc = d
	if e.Note != nil {
		e.ask(levelOf(e.Note.Level))
	}
	for _, k := range e.entries {
		k.owned(d)
	}
	if e.kind != graph.Course {
		e.sort()
	}
}

// address is what an address in the entry's document is for the course.
func (e *Entry) address(url string) string {
	if url == "" || e.doc == nil || e.doc.options.Address == nil {
		return url
	}
	return e.doc.options.Address(url)
}

// entryOf makes an entry of an element, without what is below it but for the
// links in its text.
func entryOf(e *page.Element, kind graph.Kind) *Entry {
	x := &Entry{Element: e, kind: kind}
	if kind == graph.Resource {
		return x
	}
	if e.Class&page.Optional != 0 {
		x.Optional = true
	}
	if e.Kind == page.Heading && e.URL != "" { // its own address is its anchor
		x.addLink(page.Ref{Text: e.Title, URL: e.URL, At: e.At})
	}
	for _, l := range e.Links {
		x.addLink(l)
	}
	return x
}

// addLink appends a link of a text as a resource.
func (e *Entry) addLink(l page.Ref) {
	label := page.NewLabel(l.Text)
	if l.URL == "" || page.IsInside(l.URL) || label.Title == "" || page.IsBadge(l.URL) {
		return
	}
	made := &struct { // one piece of memory: there are very many
		Entry
		element page.Element
	}{
		Entry{kind: graph.Resource},
		page.Element{Label: label, Kind: page.Item, Lead: page.LinkLead, At: l.At, URL: l.URL},
	}
	made.Element = &made.element
	e.entries = append(e.entries, &made.Entry)
}

// addResource appends an element that is a link to learn from, or a name of
// one, with the links below it.
func (e *Entry) addResource(r *page.Element) {
	if r.Title == "" && r.URL == "" {
		return
	}
	x := entryOf(r, graph.Resource)
	if x.URL == "" && len(r.Links) == 1 {
		x.URL = r.Links[0].URL
	}
	e.entries = append(e.entries, x)
	for _, l := range r.Links {
		if l.URL != x.URL {
			e.addLink(l)
		}
	}
	for _, k := range r.Kids { // what stands below a resource stands beside it
		e.addMaterial(k)
	}
}

// addMaterial makes resources of all links in an element's subtree.
func (e *Entry) addMaterial(m *page.Element) {
	if m.Note != nil && m.Note.Level != "" { // see said
		return
	}
	if m.Kind == page.Item || m.Kind == page.Row || m.Kind == page.Cell {
		if m.URL != "" || len(m.Links) > 0 || len(m.Kids) == 0 {
			e.addResource(m)
			return
		}
	} else {
		for _, l := range m.Links {
			e.addLink(l)
		}
	}
	for _, k := range m.Kids {
		e.addMaterial(k)
	}
}

// maxSubtopic is the length, in characters, above which an item below a topic
// explains it.
const maxSubtopic = 80

// inside appends what stands below a topic: links are resources, names are
// sub-topics, sentences explain it.
func (e *Entry) inside(below *page.Element, mode page.Mode) {
	for _, k := range below.Kids {
		switch k.Kind {
		case page.List, page.Table:
			e.inside(k, mode)
		case page.Line, page.Heading, page.Summary:
			e.line(k, mode)
		default:
			e.item(k, mode)
		}
	}
}

// line appends what a line or heading below a topic announces.
func (e *Entry) line(l *page.Element, mode page.Mode) {
	switch {
	case l.Note != nil && (l.Note.Skip || l.Note.Level != ""): // see said
	case l.Mode == page.AsPrerequisites || l.Class&page.Prerequisites != 0:
		e.addWants(l)
	case l.Mode == page.AsTasks:
	case l.Mode == page.AsResources || l.Class&(page.Aside|page.Resources) != 0:
		e.addMaterial(l)
	case l.Kind == page.Line:
		for _, x := range l.Links {
			e.addLink(x)
		}
		e.Want(l.Wants()...)
		e.inside(l, mode)
	case l.Class&(page.Never|page.Toc|page.Meta) != 0:
	default:
		t := entryOf(l, graph.Topic)
		t.inside(l, mode)
		e.entries = append(e.entries, t)
	}
}

// item appends an item below a topic.
func (e *Entry) item(k *page.Element, mode page.Mode) {
	switch {
	case k.Note != nil && (k.Note.Skip || k.Note.Level != ""): // see said
	case mode == page.AsTasks:
	case mode == page.AsPrerequisites:
		e.Want(wantOf(k, "list of prerequisites"))
	case mode == page.AsTopics:
		t := entryOf(k, graph.Topic)
		t.inside(k, page.AsIs)
		e.entries = append(e.entries, t)
	case k.Class&page.Prerequisites != 0 && k.Lead != page.HeadingLead:
		e.addWants(k)
	case k.URL == "" && len(k.Kids) > 0 && k.Class&page.Resources != 0:
		e.addMaterial(k)
	case k.URL == "" && len(k.Kids) > 0 && k.Class&page.Topics != 0:
		e.inside(k, page.AsIs)
	case mode == page.AsResources && !(k.URL == "" && len(k.Kids) > 0), k.Lead == page.LinkLead && !page.IsLocal(k.URL):
		e.addResource(k)
	case utf8.RuneCountInString(k.Title) <= maxSubtopic:
		t := entryOf(k, graph.Topic)
		t.inside(k, page.AsIs)
		e.entries = append(e.entries, t)
	default:
		for _, l := range k.Links {
			e.addLink(l)
		}
		if e.Summary == "" {
			e.Summary = k.Raw
		}
	}
}

// addWants takes prerequisites of an element that names what comes first, or of
// the items below it.
func (e *Entry) addWants(w *page.Element) {
	reason := w.Kind.String() + " " + quote(w.Title)
	switch w.Kind {
	case page.Item, page.Row, page.Cell:
		reason = "list item " + quote(w.Title)
		if w.Summary != "" || len(w.Links) > 0 {
			e.Want(page.Want{Text: w.Summary, Refs: w.Links, At: w.At, Reason: reason})
		}
	}
	e.Want(w.Wants()...)
	w.Each(func(k *page.Element) {
		if k.Kind == page.Item || k.Kind == page.Row {
			e.Want(wantOf(k, reason))
		}
	})
}

// wantOf makes a prerequisite of an element's own title.
func wantOf(k *page.Element, reason string) page.Want {
	w := page.Want{Text: k.Title, At: k.At, Reason: reason, Refs: k.Links}
	if k.URL != "" {
		w.Refs = []page.Ref{{Text: k.Title, URL: k.URL, At: k.At}}
	}
	return w
}

func quote(s string) string { return `"` + s + `"` }

func (e *Entry) hasTopics() bool {
	for _, x := range e.entries {
		if x.kind == graph.Topic && x.why == "" {
			return true
		}
	}
	return false
}
