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
	if !slices.ContainsFunc(kids, func(h *heading) bool { return h.note == nil || h.note.Level != "part" }) {
		return true
	}
	for _, h := range kids {
		switch {
		case h.note != nil && h.note.Level != "": // it says itself what it is
		case h.height >= 2 && !h.isTable():
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

// isTable says whether a table of lessons right below a heading outweighs all
// else that the heading holds.
func (h *heading) isTable() bool {
	return h.own.rows >= minLessons && h.own.deep == 0 && h.own.score()*2 > h.weight
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
	if d.options.Config.Structure.Level > 0 {
		return false
	}
	h := loneOf(keptOf(d.root.kids))
	if h == nil || h.isTable() && len(h.kids) > 0 || h.note != nil && h.note.Level != "" {
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

// loneOf is the only one of some headings, or the one called "Curriculum" or
// the like that outweighs all the others by far; or nil.
func loneOf(kept []*heading) *heading {
	if len(kept) == 1 {
		return kept[0]
	}
	var lone *heading
	rest := 0
	for _, h := range kept {
		if h.kind == wrapperNoise && h.height >= 2 && len(h.kids) > 0 && lone == nil {
			lone = h
		} else {
			rest += h.weight + 1
		}
	}
	if lone == nil || lone.weight < 2*rest {
		return nil
	}
	return lone
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
