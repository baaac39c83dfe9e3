package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// An entry is a node of the course with what is below it, before it has an ID.
type entry struct {
	*item
	kind    graph.Kind
	why     string
	images  []picturePlace
	entries []*entry
	// configured is what the configuration says about the entry under its ID,
	// where that had to be found before entries were moved.
	configured   *Note
	configuredID string
}

// entryOf makes an entry of a heading, without what is below it.
func (h *heading) entryOf(kind graph.Kind) *entry {
	e := &entry{item: &item{}, kind: kind, why: h.why, images: h.images}
	e.label, e.marks, e.at, e.anchor = h.label, h.marks, h.at, h.anchor
	e.optional = e.optional || words().optional.has(h.title)
	if h.url != "" { // its own address is its anchor
		e.addResource(&item{label: label{title: h.title}, lead: linkLead, at: h.at, url: h.url})
	}
	h.eachBlock(func(b *block, m mode) {
		if b.kind != paragraphBlock {
			return
		}
		if e.summary == "" && m == asIs && !b.names {
			e.summary = b.text
		}
		e.wants = append(e.wants, b.wants...)
		for _, l := range b.links {
			e.addResource(&item{label: newLabel(l.text), lead: linkLead, at: l.at, url: l.url})
		}
	})
	return e
}

// entryOf makes an entry of a list item or table row, without what is below it.
func (it *item) entryOf(kind graph.Kind) *entry {
	e := &entry{kind: kind, item: it}
	if e.note != nil && e.note.Skip {
		e.why = whyComment
	}
	return e
}

// addResource appends a link to learn from.
func (e *entry) addResource(it *item) {
	if it.title == "" || strings.HasPrefix(it.url, "#") {
		return
	}
	r := it.entryOf(graph.Resource)
	if r.url == "" && len(it.links) == 1 {
		r.url = it.links[0].url
	}
	if r.url == "" && strings.HasPrefix(r.title, "http") && !strings.Contains(r.title, " ") {
		r.url = r.title
	}
	e.entries = append(e.entries, r)
	for _, k := range it.kids { // links below a resource stand beside it
		if k.url != "" {
			e.addResource(k)
		}
	}
}

// topic makes a topic of an item, with its sub-topics and resources.
func (it *item) topic() *entry {
	e := it.entryOf(graph.Topic)
	if strings.HasPrefix(e.url, "#") && it.anchor == "" && it.lead != boldLead {
		e.url = "" // the entry of a table of contents
	}
	e.below(it)
	return e
}

// maxSubtopic is the length, in characters, above which an item below a topic
// explains it.
const maxSubtopic = 80

// below appends the items below a topic: links are resources, names are
// sub-topics, sentences explain it.
func (e *entry) below(it *item) {
	if it.lead == plainLead && it.url == "" {
		for _, l := range it.links {
			if strings.HasSuffix(strings.TrimSpace(it.raw), ":") || strings.HasSuffix(strings.TrimSpace(it.raw), "：") {
				e.addResource(&item{label: newLabel(l.text), lead: linkLead, at: l.at, url: l.url})
			}
		}
	}
	for _, k := range it.kids {
		switch {
		case k.mode == asTasks:
		case k.mode == asPrerequisites:
			e.wants = append(e.wants, k.want("list of prerequisites"))
		case k.mode == asResources && !k.isGroup(), k.lead == linkLead && !isLocal(k.url):
			e.addResource(k)
		case k.isName() && utf8.RuneCountInString(k.title) <= maxSubtopic:
			e.entries = append(e.entries, k.topic())
		case e.summary == "":
			e.summary = k.raw
		}
	}
}
