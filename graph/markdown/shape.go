package markdown

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// outline finds the parts of the course with their sections and topics, in
// document order, by what the headings hold and not by their levels.
func (d *document) outline() []*entry {
	out := d.find()
	slices.SortStableFunc(out, func(a, b *entry) int { return cmp.Compare(a.at, b.at) })
	return out
}

// find finds the parts, in the order in which they were recognised.
func (d *document) find() []*entry {
	root := d.root
	root.weigh()
	if d.melt(root) {
		root.weigh()
	}
	contents := d.contents()
	contents.list()
	d.judge(root.kids, false)
	d.judgeBeside(root)
	d.force(root)
	for range 4 {
		if !d.unwrap() {
			break
		}
	}
	kept := keptOf(root.kids)
	switch {
	case len(kept) == 0:
		return d.listsOnly()
	case d.options.Config.Structure.Level > 0 || areParts(kept):
		return d.parts()
	}
	if groups := contents.groups(kept); len(groups) > 1 {
		return d.grouped(groups)
	}
	return d.onePart()
}

func keptOf(kids []*heading) []*heading {
	var out []*heading
	for _, h := range kids {
		if h.why == "" {
			out = append(out, h)
		}
	}
	return out
}

// areParts says whether headings hold sections, rather than topics.
func areParts(kids []*heading) bool {
	parts, sections, tall, below, tables := 0, 0, 0, 0, 0
	for _, h := range kids {
		switch {
		case h.note != nil && h.note.Level == "part":
			return true
		case h.note != nil && h.note.Level == "section":
			return false
		case h.height >= 2:
			parts += max(h.weight, 1)
			tall++
			below += h.topics()
			tables += min(h.tables(), 1)
		default:
			sections += max(h.weight, 1)
		}
	}
	if tall*3 < len(kids) && parts < 4*sections || tall >= manyParts && below < 4*tall && tables*2 < tall {
		return false
	}
	return parts > sections
}

// manyParts is how many headings with headings below them are more likely the
// sections of one part than parts of a few sections each.
const manyParts = 7

// topics counts the headings right below one that may be sections or topics,
// or else what its table or list of chapters holds.
func (h *heading) topics() int {
	n := 0
	for _, k := range h.kids {
		if k.isTopic() {
			n++
		}
	}
	return max(n, 4*h.own.deep)
}

// unwrap replaces a lone heading that only holds the curriculum by what it
// holds: one called so, or one with three levels of structure below it. It
// says whether it did.
func (d *document) unwrap() bool {
	kept := keptOf(d.root.kids)
	if len(kept) != 1 || d.options.Config.Structure.Level > 0 {
		return false
	}
	h := kept[0]
	if h.note != nil && h.note.Level != "" {
		return false
	}
	isFrame := h.kind == wrapperNoise || h.kind == contentsNoise || h.kind == metaNoise
	isTable := h.own.deep > 0 && len(h.kids) == 0
	if !(isFrame && h.height >= 2 || isTable || h.height >= 3 && len(h.kids) > 0) {
		return false
	}
	d.judge(h.kids, true)
	if len(h.kids) == 0 {
		d.root.blocks = h.blocks
	} else if h.own.topics() > 0 && len(keptOf(h.kids)) == 0 {
		return false
	}
	var kids []*heading
	for _, k := range d.root.kids {
		if k == h {
			kids = append(kids, h.kids...)
		} else {
			kids = append(kids, k)
		}
	}
	d.root.kids = kids
	d.root.images = append(d.root.images, h.images...)
	d.root.own = h.own
	return true
}

// force lifts headings to parts: at the level that the configuration names,
// and where a comment says so.
func (d *document) force(root *heading) {
	level := d.options.Config.Structure.Level
	if level == 0 {
		return
	}
	var kids []*heading
	var lift func(h *heading)
	lift = func(h *heading) {
		if h.level == level || len(h.kids) == 0 {
			if h.level < level && h.why == "" {
				h.why = h.emptiness()
			}
			kids = append(kids, h)
			return
		}
		if h.level > level {
			kids = append(kids, h)
			return
		}
		d.judge(h.kids, true)
		for _, k := range h.kids {
			if h.why != "" && k.why == "" {
				k.why = h.why
			}
			lift(k)
		}
	}
	for _, h := range root.kids {
		lift(h)
	}
	root.kids = kids
}

// each visits the headings below one, in document order.
func (h *heading) each(visit func(*heading)) {
	for _, k := range h.kids {
		visit(k)
		k.each(visit)
	}
}

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

// onePart is a course with one level too few: one part with its name.
func (d *document) onePart() []*entry {
	p := d.wholePart()
	for _, h := range d.root.kids {
		if h.why == "" && (h.own.deep > 0 && len(h.kids) == 0) && len(keptOf(d.root.kids)) == 1 {
			p.entries = append(p.entries, h.listSections(true)...)
			continue
		}
		s := d.section(h, graph.Section)
		p.entries = append(p.entries, s)
	}
	return []*entry{p}
}

// wholePart is a part that stands for the whole document.
func (d *document) wholePart() *entry {
	p := d.root.entryOf(graph.Part)
	p.label, p.at, p.marks = d.title, max(d.titleAt, 0), marks{}
	if d.titleHeading != nil {
		p.anchor = d.titleHeading.anchor
	}
	return p
}

// listsOnly is a course without headings: the lists and tables under the
// title, the first level of a list being the sections. What headings there
// are is kept as left out.
func (d *document) listsOnly() []*entry {
	p := d.wholePart()
	p.entries = append(p.entries, d.root.boldSections()...)
	for _, onlyChapters := range []bool{true, false} {
		if !p.hasSections() {
			p.entries = append(p.entries, d.root.listSections(onlyChapters)...)
		}
	}
	if !p.hasSections() {
		if s := d.section(d.root, graph.Section); s.hasTopics() {
			s.label, s.at, s.images, s.marks, s.wants = d.title, p.at, nil, marks{}, nil
			p.entries = append(p.entries, s)
		}
	}
	var out []*entry
	if p.hasSections() {
		out = append(out, p)
	}
	for _, h := range d.root.kids {
		out = append(out, d.part(h))
	}
	return out
}
