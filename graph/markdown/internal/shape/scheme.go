package shape

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A selector names a set of nodes below a base that may all be parts, or all
// be sections.
type selector uint8

const (
	none         selector = iota
	headings              // the headings right below
	headings2             // those below these
	headings3             // and those below these
	leafHeadings          // all headings with something below, at any depth
	summaries             // the <summary>s, at any depth
	boldLines             // bold lines right below
	boldLines2            // bold lines below the headings right below
	allLines              // lines of any kind right below
	items                 // items of the lists right below
	underItems            // items below lines too
	items2                // items in these items
	groups                // groups of rows
	columns               // columns of tables
	rows                  // rows
	lineRows              // rows that hold lines
	itself                // the base
	withHeadings          // the base, and the headings right below
	lists                 // the lists and tables right below, each as one
	atLevel               // the headings of the level that the configuration names
	selectors
)

var selectorNames = [...]string{"none", "headings", "headings2", "headings3", "leafHeadings", "summaries", "boldLines", "boldLines2", "allLines", "items", "underItems", "items2", "groups", "columns", "rows", "lineRows", "itself", "withHeadings", "lists", "atLevel"}

// choose appends the nodes that a selector names below a base.
func (s selector) choose(out []*Node, base *Node) []*Node {
	switch s {
	case headings:
		for _, k := range base.Kids {
			if k.Kind == page.Heading {
				out = append(out, k)
			}
		}
	case headings2, headings3:
		for _, k := range base.Kids {
			if k.Kind == page.Heading {
				out = (s - 1).choose(out, k)
			}
		}
	case leafHeadings:
		for _, k := range base.Kids {
			if k.Kind == page.Heading {
				if !slices.ContainsFunc(k.Kids, isHeading) || hasOwn(k) {
					out = append(out, k)
				}
				out = s.choose(out, k)
			}
		}
	case summaries:
		for _, k := range base.Kids {
			switch k.Kind {
			case page.Summary:
				out = append(out, k)
			case page.Heading, page.Line:
				out = s.choose(out, k)
			}
		}
	case boldLines:
		for _, k := range base.Kids {
			if classOf(k) == boldLine {
				out = append(out, k)
			}
		}
	case boldLines2:
		for _, k := range base.Kids {
			if k.Kind == page.Heading {
				out = boldLines.choose(out, k)
			}
		}
	case allLines:
		for _, k := range base.Kids {
			if k.Kind == page.Line {
				out = append(out, k)
			}
		}
	case items:
		for _, k := range base.Kids {
			if k.Kind == page.List {
				out = append(out, k.Kids...)
			}
		}
	case underItems:
		for _, k := range base.Kids {
			switch k.Kind {
			case page.List:
				out = append(out, k.Kids...)
			case page.Line:
				out = s.choose(out, k)
			}
		}
	case items2:
		for _, k := range base.Kids {
			if k.Kind == page.List {
				for _, it := range k.Kids {
					out = underItems.choose(out, it)
				}
			}
		}
	case groups, columns, rows, lineRows:
		for _, k := range base.Kids {
			switch k.Kind {
			case page.Table:
				for _, v := range k.Kids {
					if v.View == viewOf[s] {
						out = append(out, v.Kids...)
					}
				}
			case page.Line:
				out = s.choose(out, k)
			}
		}
	case itself:
		out = append(out, base)
	case withHeadings:
		if slices.ContainsFunc(base.Kids, isHeading) && hasOwn(base) {
			out = headings.choose(append(out, base), base)
		}
	}
	return out
}

// isIn says whether a selector names anything below one of some nodes.
func (m *maker) isIn(s selector, nodes []*Node) bool {
	return slices.ContainsFunc(nodes, func(n *Node) bool {
		m.room = s.choose(m.room[:0], n)
		return len(m.room) > 0
	})
}

// choose gives the nodes that a selector names below a base.
func (m *maker) choose(s selector, base *Node) []*Node {
	m.room = s.choose(m.room[:0], base)
	return slices.Clone(m.room)
}

// viewOf is the way to read tables that a selector takes its nodes from.
var viewOf = [...]page.ViewKind{groups: page.ByGroups, columns: page.ByColumns, rows: page.ByRows, lineRows: page.ByLines}

func isHeading(n *Node) bool { return n.Kind == page.Heading }

// hasOwn says whether a list, a table or a line stands right below a heading.
func hasOwn(n *Node) bool {
	return slices.ContainsFunc(n.Kids, func(k *Node) bool { return k.Kind != page.Heading && k.Leaves > 0 })
}

// A Scheme is a whole way to read a document: the region that holds the
// course, what its parts are, if any, and what their sections.
type Scheme struct {
	Region   *Node
	Parts    selector // none: one part for all
	Sections selector
	parts    []*Node
	sections [][]*Node // by part; one list without parts

	partPeers, sectionPeers *peers
}

// A maker makes the schemes of a tree.
type maker struct {
	*Tree
	room []*Node // for nodes that are chosen, used again and again
}

// maxRegions bounds the regions that are looked at.
const maxRegions = 24

// Schemes are the ways to read a tree.
func (t *Tree) Schemes() []*Scheme {
	m := maker{Tree: t}
	var out []*Scheme
	for _, r := range t.regions() {
		out = append(out, m.schemesOf(r)...)
	}
	return out
}

// regions are the nodes that hold a good share of the document.
func (t *Tree) regions() []*Node {
	root := t.Nodes[0]
	var out []*Node
	for _, n := range t.Nodes[1:] {
		switch n.Kind {
		case page.Heading, page.Line, page.Item, page.Summary, page.Group:
			if n.Leaves*12 >= root.Leaves && len(n.Kids) > 0 {
				out = append(out, n)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *Node) int { return cmp.Compare(b.Leaves, a.Leaves) })
	out = out[:min(len(out), maxRegions)]
	return append([]*Node{root}, out...)
}

func (m *maker) schemesOf(r *Node) []*Scheme {
	var out []*Scheme
	for s := headings; s < lists; s++ {
		nodes := m.choose(s, r)
		if len(nodes) == 0 {
			continue
		}
		same := m.peersOf(nodes)
		out = append(out, &Scheme{Region: r, Sections: s, sections: [][]*Node{nodes}, partPeers: noPeers, sectionPeers: same})
		switch s {
		case items2, rows, lineRows, itself, underItems:
			continue
		}
		if len(nodes) < 2 || s == leafHeadings && !isUneven(nodes) {
			continue
		}
		for below := headings; below < lists; below++ {
			if below == headings3 || below == itself && s != headings || s == leafHeadings && below < summaries {
				continue
			}
			if m.isIn(below, nodes) {
				out = append(out, m.scheme(r, s, same, below))
			}
		}
	}
	if level := m.Doc.Config.Structure.Level; level > 0 && r.Parent == nil {
		out = append(out, m.schemesAt(uint8(level))...)
	}
	return out
}

// isUneven says whether headings stand at several levels, as parts of a course do
// of which one is divided: "Year 3", and below it two minors.
func isUneven(nodes []*Node) bool {
	return slices.ContainsFunc(nodes, func(n *Node) bool { return n.Level != nodes[0].Level })
}

// noPeers are the parts of a scheme that has none.
var noPeers = &peers{}

// scheme is a way to read a region whose parts are known.
func (m *maker) scheme(r *Node, by selector, parts *peers, below selector) *Scheme {
	m.Doc.Check()
	x := &Scheme{Region: r, Parts: by, Sections: below, parts: parts.nodes, sections: make([][]*Node, len(parts.nodes)), partPeers: parts}
	m.room = m.room[:0]
	for i, p := range parts.nodes {
		from := len(m.room)
		m.room = below.choose(m.room, p)
		x.sections[i] = m.room[from:]
	}
	all := slices.Clone(m.room)
	rest := all
	for i, nodes := range x.sections {
		x.sections[i], rest = rest[:len(nodes)], rest[len(nodes):]
	}
	x.sectionPeers = m.peersOf(all)
	return x
}

// schemeLike is the scheme of a region that chooses as another one does.
func (t *Tree) schemeLike(s *Scheme, r *Node) *Scheme {
	m := maker{Tree: t}
	switch s.Parts {
	case none:
		nodes := m.choose(s.Sections, r)
		return &Scheme{Region: r, Sections: s.Sections, sections: [][]*Node{nodes}, partPeers: noPeers, sectionPeers: t.peersOf(nodes)}
	case atLevel:
		return m.scheme(r, atLevel, t.peersOf(t.headingsAt(uint8(t.Doc.Config.Structure.Level))), s.Sections)
	}
	return m.scheme(r, s.Parts, t.peersOf(m.choose(s.Parts, r)), s.Sections)
}

// schemesAt are the schemes whose parts are the headings of a level, wherever
// they stand.
func (m *maker) schemesAt(level uint8) []*Scheme {
	parts := m.peersOf(m.headingsAt(level))
	var out []*Scheme
	for below := headings; below < lists; below++ {
		if below == headings2 || below == headings3 || below == leafHeadings {
			continue
		}
		if m.isIn(below, parts.nodes) {
			out = append(out, m.scheme(m.Nodes[0], atLevel, parts, below))
		}
	}
	return out
}

// headingsAt are the headings of a level.
func (t *Tree) headingsAt(level uint8) []*Node {
	var out []*Node
	for _, n := range t.Nodes {
		if n.Kind == page.Heading && n.Level == level {
			out = append(out, n)
		}
	}
	return out
}

// Name is what explanations call a selector.
func Name(s selector) string { return selectorNames[s] }

// Purity is the share of a scheme's sections that a reading keeps.
func (s *Scheme) Purity(r *Reading) float64 {
	kept, all := 0, 0
	for _, nodes := range s.sections {
		for _, n := range nodes {
			all++
			if r.Roles[n.Index] == Section {
				kept++
			}
		}
	}
	return float64(kept) / float64(max(1, all))
}
