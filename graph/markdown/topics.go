package markdown

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A found is an item of a section that may be a topic, with its list.
type found struct {
	it   *item
	list int
}

// findings are the items right below a heading, sorted by what they may be.
type findings struct {
	heads, bolds, rows, rest []found // rest: plain and linked items
	groups                   []found // names over links, in lists of resources
	resources                []*item
	wants                    []want
	lists                    int
}

// find sorts what stands right below a heading.
func (h *heading) find() *findings {
	f := &findings{}
	h.eachBlock(func(b *block, m mode) {
		f.lists++
		switch b.kind {
		case listBlock:
			f.list(b.items, m)
		case tableBlock:
			for _, g := range b.table.groups() {
				for _, it := range g.rows {
					if m == asResources {
						f.resources = append(f.resources, it)
					} else if m != asTasks {
						f.rows = append(f.rows, found{it, f.lists})
					}
				}
			}
		}
	})
	return f
}

func (f *findings) list(items []*item, m mode) {
	if m != asPrerequisites && isContents(items) {
		return
	}
	if len(items) == 1 && len(items[0].kids) > 1 && items[0].lead == plainLead && items[0].url == "" && m != asResources && items[0].note == nil {
		only := items[0]
		if words().topics.has(only.title) || only.title == "" {
			items = only.kids
		}
	}
	for _, it := range items {
		mode := m
		if it.mode != asIs {
			mode = it.mode
		}
		switch {
		case it.note != nil && it.note.Level == "topic":
			f.heads = append(f.heads, found{it, f.lists})
		case mode == asPrerequisites:
			f.wants = append(f.wants, it.want("list of prerequisites"))
		case mode == asTasks:
		case mode == asResources && it.isGroup():
			f.groups = append(f.groups, found{it, f.lists})
		case mode == asResources:
			f.resources = append(f.resources, it)
		default:
			f.add(it)
		}
	}
}

// add sorts an item of a list that no line declares to be anything.
func (f *findings) add(it *item) {
	key := it.title
	switch w := words(); {
	case it.lead == headingLead:
		f.heads = append(f.heads, found{it, f.lists})
	case it.lead != linkLead && len(key) < 60 && w.prerequisites.has(key):
		f.wants = append(f.wants, it.asWants()...)
	case it.lead != linkLead && len(it.kids) > 0 && len(key) < 60 && modeOf(fold(key)) == asResources && (it.lead == boldLead || w.resources.has(key)):
		f.resources = append(f.resources, it.kids...)
	case it.lead != linkLead && len(it.kids) > 0 && len(key) < 60 && w.topics.has(key):
		for _, k := range it.kids {
			f.add(k)
		}
	case it.lead == boldLead && w.remark.has(key):
		f.resources = append(f.resources, linkItems(it)...)
	case !it.isName():
	case it.lead == boldLead:
		f.bolds = append(f.bolds, found{it, f.lists})
	default:
		f.rest = append(f.rest, found{it, f.lists})
	}
}

// linkItems makes items of the links in an item's text.
func linkItems(it *item) []*item {
	var out []*item
	for _, l := range it.links {
		out = append(out, &item{label: newLabel(l.text), lead: linkLead, at: l.at, url: l.url})
	}
	return out
}

// topics chooses what the topics of a section are: the first of the kinds that
// is there.
func (f *findings) topics(h *heading) (chosen []found, headings bool) {
	kids := 0
	for _, k := range h.kids {
		if k.isTopic() {
			kids += k.weight + 1
		}
	}
	total := len(f.bolds) + len(f.rest)
	switch {
	case len(f.heads) > 0:
		return f.heads, false
	case len(f.bolds) > 0 && (len(f.bolds) == total || len(f.bolds) > 1 && len(f.bolds)*4 >= total) && len(f.bolds)*6 >= kids:
		return f.withNeighbours(), false
	case len(f.rows) > 0 && len(f.rows)*6 >= kids:
		return f.rows, false
	case kids > 0:
		return nil, true
	case len(h.listed) > 0 && f.areLinks():
		for _, it := range h.listed {
			chosen = append(chosen, found{it, 0})
		}
		return chosen, false
	}
	return merge(f.rest, f.bolds, f.groups), false
}

// areLinks says whether the plain items are mostly links to elsewhere or names
// over such links, so that a table of contents knows the topics better.
func (f *findings) areLinks() bool {
	links := 0
	for _, x := range f.rest {
		if x.it.url != "" || len(x.it.kids) > 0 || len(x.it.links) > 0 {
			links++
		}
	}
	return links*2 >= len(f.rest)
}

// withNeighbours are the items with bold leads, and the few short ones without
// that stand in a list of them.
func (f *findings) withNeighbours() []found {
	bolds, plain := map[int]int{}, map[int]int{}
	for _, x := range f.bolds {
		bolds[x.list]++
	}
	for _, x := range f.rest {
		plain[x.list]++
	}
	var extra []found
	for _, x := range f.rest {
		if x.it.lead == plainLead && len(x.it.title) <= maxPlain && len(x.it.links) == 0 && bolds[x.list]*2 >= plain[x.list]*3 {
			extra = append(extra, x)
		}
	}
	return merge(f.bolds, extra)
}

// merge puts lists of items, each in document order, into document order.
func merge(lists ...[]found) []found {
	var out []found
	for _, l := range lists {
		if len(l) == 0 {
			continue
		}
		if len(out) == 0 {
			out = l
			continue
		}
		i := 0
		var next []found
		for _, x := range l {
			for i < len(out) && out[i].it.at < x.it.at {
				next = append(next, out[i])
				i++
			}
			next = append(next, x)
		}
		out = append(next, out[i:]...)
	}
	return out
}

// isTopic says whether a heading below a section can be one of its topics.
func (k *heading) isTopic() bool {
	return k.kind == noNoise || k.kind == wrapperNoise || k.kind == metaNoise && k.weight > 0
}

// section makes a section, or a topic with sub-topics, of a heading.
func (d *document) section(h *heading, kind graph.Kind) *entry {
	e := h.entryOf(kind)
	f := h.find()
	e.entries = slices.Grow(e.entries, len(f.rest)+len(f.bolds)+len(f.resources)+len(h.kids))
	e.wants = append(e.wants, f.wants...)
	chosen, headings := f.topics(h)
	if headings {
		chosen = h.linked(f)
	}
	for _, x := range chosen {
		e.entries = append(e.entries, x.it.topic())
	}
	if !headings && len(f.bolds)+len(f.rows)+len(f.heads) > 0 {
		for _, x := range f.rest {
			if x.it.lead == linkLead {
				e.addResource(x.it)
			}
		}
	}
	for _, it := range f.resources {
		e.addResource(it)
	}
	for _, k := range h.kids {
		d.overrule(k)
		switch {
		case k.why != "":
		case k.kind == asideNoise:
			e.addMaterial(k)
		case k.kind == prerequisiteNoise:
			e.wants = append(e.wants, k.wantsBelow()...)
		case k.note != nil && k.note.Level != "", headings && k.isTopic():
			e.entries = append(e.entries, d.section(k, graph.Topic))
		default:
			e.images = append(e.images, k.images...)
		}
	}
	if kind == graph.Section && e.why == "" && h.title != "" && !e.hasTopics() {
		d.report(NoTopics, d.position(h.at), "", "the section %q has no topics", h.title)
	}
	return e
}

func (e *entry) hasTopics() bool {
	for _, x := range e.entries {
		if x.kind == graph.Topic {
			return true
		}
	}
	return false
}

// addMaterial makes resources of all links below a heading such as "Books".
func (e *entry) addMaterial(h *heading) {
	f := h.find()
	for _, l := range [][]found{f.heads, f.bolds, f.rows, f.groups, f.rest} {
		for _, x := range l {
			e.addResource(x.it)
		}
	}
	for _, it := range f.resources {
		e.addResource(it)
	}
}

// wantsBelow makes prerequisites of what stands below a heading that says so.
func (h *heading) wantsBelow() []want {
	var out []want
	reason := "heading " + quote(h.title)
	for i := range h.blocks {
		b := &h.blocks[i]
		out = append(out, b.wants...)
		for _, it := range b.items {
			out = append(out, it.want(reason))
		}
	}
	return out
}
