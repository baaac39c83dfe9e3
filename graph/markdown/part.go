package markdown

import "github.com/roadmapviz/roadmapviz/graph"

// parts makes parts of the main headings.
func (d *document) parts() []*entry {
	var out []*entry
	for _, h := range d.root.kids {
		out = append(out, d.part(h))
	}
	return out
}

// part makes a part of a heading: its sections are the headings below it, or
// what a list of chapters or a grouped table says, or itself.
func (d *document) part(h *heading) *entry {
	e := h.entryOf(graph.Part)
	for _, k := range h.kids {
		switch {
		case k.kind == neverNoise, k.kind == contentsNoise, k.kind == metaNoise && k.weight == 0:
			k.why = whyWords
		case k.kind == asideNoise && !h.isAside():
			k.why = whyAside
		case k.kind == prerequisiteNoise:
			k.why = whyPrerequist
			e.wants = append(e.wants, k.wantsBelow()...)
		}
		d.overrule(k)
		s := d.section(k, graph.Section)
		if k.why == whyAside {
			e.addMaterial(k)
		}
		e.entries = append(e.entries, s)
	}
	if len(h.kids) > 0 {
		f := h.find()
		for _, it := range f.resources {
			e.addResource(it)
		}
		e.wants = append(e.wants, f.wants...)
		if own := h.linked(f); len(own) > 0 {
			e.entries = append(e.entries, h.ownSection(own))
		}
		return e
	}
	if e.entries = append(e.entries, h.listSections(true)...); len(h.kids) == 0 && !e.hasSections() {
		s := d.section(h, graph.Section)
		s.images, s.wants, s.marks, s.summary = nil, nil, marks{}, ""
		if h.why != "" && len(s.entries) == 0 {
			return e
		}
		e.entries = []*entry{s}
	}
	return e
}

// ownSection makes a section of the items right below a part's heading.
func (h *heading) ownSection(own []found) *entry {
	s := &entry{item: &item{label: h.label, at: own[0].it.at}, kind: graph.Section}
	for _, x := range own {
		s.entries = append(s.entries, x.it.topic())
	}
	return s
}

// isAside says whether all that a heading holds is material: then its parts
// are no asides of something else.
func (h *heading) isAside() bool {
	for _, k := range h.kids {
		if k.kind == noNoise && k.weight > 0 {
			return false
		}
	}
	return true
}

func (e *entry) hasSections() bool {
	for _, x := range e.entries {
		if x.kind == graph.Section {
			return true
		}
	}
	return false
}

// listSections makes sections of the blocks below a heading: the groups of a
// table, or the first level of a list. Below a heading of its own, a list must
// be that of a book's chapters.
func (h *heading) listSections(mustBeChapters bool) []*entry {
	var out []*entry
	h.eachBlock(func(b *block, m mode) {
		switch {
		case m == asResources || m == asTasks || m == asPrerequisites:
		case b.kind == tableBlock:
			out = append(out, b.table.sections()...)
		case b.kind == listBlock && !isContents(b.items) && (!mustBeChapters || isChapters(b.items)):
			for _, it := range b.items {
				if it.isName() {
					out = append(out, it.section())
				}
			}
		}
	})
	return out
}

// boldSections makes sections of bold lines that stand over lists where
// headings should be. One such line alone is none.
func (h *heading) boldSections() []*entry {
	var out []*heading
	for _, b := range h.blocks {
		switch {
		case b.names:
			out = append(out, &heading{label: newLabel(b.text), at: b.at})
		case len(out) > 0:
			last := out[len(out)-1]
			last.blocks = append(last.blocks, b)
		}
	}
	var sections []*entry
	for _, s := range out {
		if s.count(); s.own.topics() > 0 {
			sections = append(sections, s.plainSection())
		}
	}
	if len(sections) < 2 {
		return nil
	}
	return sections
}

// plainSection makes a section of a heading that has none below it.
func (h *heading) plainSection() *entry {
	e := h.entryOf(graph.Section)
	f := h.find()
	chosen, _ := f.topics(h)
	for _, x := range chosen {
		e.entries = append(e.entries, x.it.topic())
	}
	for _, it := range f.resources {
		e.addResource(it)
	}
	return e
}

// sections makes sections of the titled groups of a table.
func (t *table) sections() []*entry {
	var out []*entry
	for _, g := range t.groups() {
		if g.title == "" || len(g.rows) == 0 {
			continue
		}
		e := g.entryOf(graph.Section)
		for _, it := range g.rows {
			e.entries = append(e.entries, it.topic())
		}
		out = append(out, e)
	}
	return out
}

// section makes a section of a list item; the items below are its topics.
func (it *item) section() *entry {
	e := it.entryOf(graph.Section)
	for _, k := range it.kids {
		switch {
		case k.mode == asResources && !k.isGroup():
			e.addResource(k)
		case k.mode == asTasks:
		case k.isName():
			e.entries = append(e.entries, k.topic())
		}
	}
	return e
}
