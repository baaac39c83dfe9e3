package shape

import (
	"cmp"
	"encoding/binary"
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

// chooseIn finds the nodes that a selector names in each of some parts, and says whether
// there are any.
func (m *maker) chooseIn(parts *peers, s selector) bool {
	m.room, m.ends = m.room[:0], m.ends[:0]
	for _, p := range parts.nodes {
		m.room = s.choose(m.room, p)
		m.ends = append(m.ends, int32(len(m.room)))
	}
	return len(m.room) > 0
}

// choose gives the nodes that a selector names below a base.
func (m *maker) choose(s selector, base *Node) *peers {
	m.room = s.choose(m.room[:0], base)
	return m.peersOf(m.room)
}

// peersOf are nodes as peers: the same ones if they were chosen before, by another selector
// or in another region.
func (m *maker) peersOf(nodes []*Node) *peers {
	m.key = m.key[:0]
	for _, n := range nodes {
		m.key = binary.AppendUvarint(m.key, uint64(n.Index))
	}
	i, isNew := m.numbers.of(m.key)
	if isNew {
		p := m.gather(m.nodes.keep(nodes))
		p.index = int(i)
		m.known = append(m.known, p)
	}
	return m.known[i]
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
	parts    *peers
	sections *peers
	ends     []int32 // of the sections of each part, among all; one without parts
}

// peers are those of a node that is a part, or a section.
func (s *Scheme) peers(as Role) *peers {
	if as == Part {
		return s.parts
	}
	return s.sections
}

// selector is what chose the parts, or the sections.
func (s *Scheme) selector(as Role) selector {
	if as == Part {
		return s.Parts
	}
	return s.Sections
}

// A maker makes the schemes of a tree.
type maker struct {
	gatherer
	known   []*peers // by the numbers of their nodes
	numbers *numbers
	room    []*Node // that were chosen, used again and again
	ends    []int32 // of those of each part
	key     []byte  // the same for a key
	nodes   stock[*Node]
	allEnds stock[int32]
	made    stock[Scheme]
}

func (t *Tree) maker() *maker {
	return &maker{gatherer: gatherer{Tree: t}, numbers: numbersFor(32, 32)}
}

// maxRegions bounds the regions that are looked at.
const maxRegions = 24

// Schemes are the ways to read a tree.
func (t *Tree) Schemes() []*Scheme {
	m := t.maker()
	var out []*Scheme
	for _, r := range t.regions() {
		out = m.schemesOf(out, r)
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

// schemesOf appends the schemes of a region.
func (m *maker) schemesOf(out []*Scheme, r *Node) []*Scheme {
	for s := headings; s < lists; s++ {
		p := m.choose(s, r)
		if len(p.nodes) == 0 {
			continue
		}
		out = append(out, m.whole(r, s, p))
		switch s {
		case items2, rows, lineRows, itself, underItems:
			continue
		}
		if len(p.nodes) < 2 || s == leafHeadings && !isUneven(p.nodes) {
			continue
		}
		for below := headings; below < lists; below++ {
			if below == headings3 || below == itself && s != headings || s == leafHeadings && below < summaries {
				continue
			}
			if m.chooseIn(p, below) {
				out = append(out, m.divided(r, s, p, below))
			}
		}
	}
	if m.Doc.Config.Structure.Level > 0 && r.Parent == nil {
		out = m.schemesAt(out)
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

// whole is a way to read a region without parts.
func (m *maker) whole(r *Node, by selector, sections *peers) *Scheme {
	m.ends = append(m.ends[:0], int32(len(sections.nodes)))
	return m.scheme(r, none, noPeers, by, sections)
}

// divided is a way to read a region with parts in which sections were just chosen.
func (m *maker) divided(r *Node, by selector, parts *peers, below selector) *Scheme {
	return m.scheme(r, by, parts, below, m.peersOf(m.room))
}

func (m *maker) scheme(r *Node, by selector, parts *peers, below selector, sections *peers) *Scheme {
	m.Doc.Check()
	x := m.made.one()
	*x = Scheme{r, by, below, parts, sections, m.allEnds.keep(m.ends)}
	return x
}

// schemeLike is the scheme of a region that chooses as another one does.
func (t *Tree) schemeLike(s *Scheme, r *Node) *Scheme {
	m := t.maker()
	if s.Parts == none {
		return m.whole(r, s.Sections, m.choose(s.Sections, r))
	}
	var parts *peers
	if s.Parts == atLevel {
		parts = m.atLevel()
	} else {
		parts = m.choose(s.Parts, r)
	}
	m.chooseIn(parts, s.Sections)
	return m.divided(r, s.Parts, parts, s.Sections)
}

// schemesAt appends the schemes whose parts are the headings of the level that is set,
// wherever they stand.
func (m *maker) schemesAt(out []*Scheme) []*Scheme {
	parts := m.atLevel()
	for below := headings; below < lists; below++ {
		if below == headings2 || below == headings3 || below == leafHeadings {
			continue
		}
		if m.chooseIn(parts, below) {
			out = append(out, m.divided(m.Nodes[0], atLevel, parts, below))
		}
	}
	return out
}

// atLevel are the headings of the level that is set.
func (m *maker) atLevel() *peers {
	m.room = m.room[:0]
	for _, n := range m.Nodes {
		if n.Kind == page.Heading && int(n.Level) == m.Doc.Config.Structure.Level {
			m.room = append(m.room, n)
		}
	}
	return m.peersOf(m.room)
}

// Name is what explanations call a selector.
func Name(s selector) string { return selectorNames[s] }

// Purity is the share of a scheme's sections that a reading keeps.
func (s *Scheme) Purity(r *Reading) float64 {
	kept := 0
	for _, n := range s.sections.nodes {
		kept += b2i(r.Roles[n.Index] == Section)
	}
	return float64(kept) / float64(max(1, len(s.sections.nodes)))
}
