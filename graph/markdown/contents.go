package markdown

import "github.com/roadmapviz/roadmapviz/graph"

// contents is what a document's tables of contents say about it: which
// headings belong together, and which topics a section has.
type contents struct {
	d       *document
	targets map[string]*heading // headings by anchor
	found   []contentsGroup
}

// A contentsGroup is a group of headings under a name in a table of contents.
type contentsGroup struct {
	label
	at      int
	anchor  string
	members []*heading
}

// contents collects the tables of contents of the document.
func (d *document) contents() *contents {
	c := &contents{d: d, targets: map[string]*heading{}}
	d.root.each(func(h *heading) {
		if h.anchor != "" {
			c.targets[h.anchor] = h
		}
	})
	return c
}

// list reads every list that links to headings.
func (c *contents) list() {
	c.read(c.d.root, contentsGroup{})
	c.d.root.each(func(h *heading) {
		c.read(h, contentsGroup{label: h.label, at: h.at, anchor: h.anchor})
	})
}

// read takes the groups from the lists right below a heading: the heading
// itself, and the unlinked items of the list.
func (c *contents) read(h *heading, g contentsGroup) {
	for i := range h.blocks {
		b := &h.blocks[i]
		if b.kind != listBlock || !isContents(b.items) {
			continue
		}
		for _, it := range b.items {
			if it.url == "" && len(it.kids) > 0 {
				sub := contentsGroup{label: it.label, at: it.at}
				c.members(&sub, it.kids)
				c.found = append(c.found, sub)
			}
		}
		c.members(&g, b.items)
	}
	if len(g.members) > 1 && g.title != "" {
		c.found = append(c.found, g)
	}
}

// members adds the headings that items link to, and notes the items below
// each of them as the topics that it may have.
func (c *contents) members(g *contentsGroup, items []*item) {
	for _, it := range items {
		if len(it.url) < 2 || it.url[0] != '#' {
			continue
		}
		h := c.targets[it.url[1:]]
		if h == nil {
			continue
		}
		g.members = append(g.members, h)
		if len(h.listed) == 0 {
			h.listed = it.kids
		}
	}
}

// groups are the groups of headings among the kept ones, in the order of the
// table of contents, if they hold most of these.
func (c *contents) groups(kept []*heading) []contentsGroup {
	isKept := map[*heading]bool{}
	for _, h := range kept {
		isKept[h] = true
	}
	var out []contentsGroup
	covered := 0
	for _, g := range c.found {
		n := 0
		for _, m := range g.members {
			if isKept[m] {
				n++
			}
		}
		if n > 0 && n*3 < len(kept)*2+3 && !words().toc.has(g.title) {
			out = append(out, g)
			covered += n
		}
	}
	if covered*5 < len(kept)*3 {
		return nil
	}
	return out
}

// grouped makes parts of the groups of a table of contents. A group most of
// which is about the course, and what no group lists, is left out.
func (d *document) grouped(groups []contentsGroup) []*entry {
	var out []*entry
	done := map[*heading]bool{}
	for _, g := range groups {
		p := &entry{item: &item{}, kind: graph.Part}
		p.label, p.at, p.anchor = g.label, g.at, g.anchor
		p.optional = p.optional || words().optional.has(g.title)
		noise := 0
		for _, h := range g.members {
			if h.kind != noNoise && h.kind != wrapperNoise {
				noise++
			}
		}
		if noise*2 > len(g.members) {
			p.why = whyGroup
		}
		for _, h := range g.members {
			if !done[h] {
				done[h] = true
				p.entries = append(p.entries, d.groupSection(h))
			}
		}
		out = append(out, p)
	}
	for _, h := range d.root.kids {
		if done[h] {
			continue
		}
		if h.why == "" {
			h.why = whyUnlisted
		}
		d.overrule(h)
		out = append(out, d.part(h))
	}
	return out
}

// groupSection makes a section of a heading that a table of contents lists:
// being listed, it is not left out for want of a list.
func (d *document) groupSection(h *heading) *entry {
	if h.why == whyEmpty || h.why == whyPicture || h.why == whyAside {
		h.why = ""
	}
	return d.section(h, graph.Section)
}
