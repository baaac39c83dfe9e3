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

// choose gives the nodes that a selector names below a base.
func (s selector) choose(base *Node) []*Node {
	var out []*Node
	kids := func(b *Node, visit func(*Node)) {
		for _, k := range b.Kids {
			visit(k)
		}
	}
	isHead := func(n *Node) bool { return n.Kind == page.Heading }
	switch s {
	case headings:
		kids(base, func(k *Node) {
			if isHead(k) {
				out = append(out, k)
			}
		})
	case headings2, headings3:
		for _, k := range (s - 1).choose(base) {
			out = append(out, headings.choose(k)...)
		}
	case leafHeadings:
		var walk func(*Node)
		walk = func(b *Node) {
			for _, k := range b.Kids {
				if !isHead(k) {
					continue
				}
				if below := headings.choose(k); len(below) == 0 {
					out = append(out, k)
				} else {
					if hasOwn(k) {
						out = append(out, k)
					}
					walk(k)
				}
			}
		}
		walk(base)
	case summaries:
		var walk func(*Node)
		walk = func(b *Node) {
			for _, k := range b.Kids {
				if k.Kind == page.Summary {
					out = append(out, k)
				} else if isHead(k) || k.Kind == page.Line {
					walk(k)
				}
			}
		}
		walk(base)
	case boldLines:
		kids(base, func(k *Node) {
			if classOf(k) == boldLine {
				out = append(out, k)
			}
		})
	case boldLines2:
		for _, k := range headings.choose(base) {
			out = append(out, boldLines.choose(k)...)
		}
	case allLines:
		kids(base, func(k *Node) {
			if k.Kind == page.Line {
				out = append(out, k)
			}
		})
	case items:
		kids(base, func(k *Node) {
			if k.Kind == page.List {
				out = append(out, k.Kids...)
			}
		})
	case underItems:
		kids(base, func(k *Node) {
			if k.Kind == page.List {
				out = append(out, k.Kids...)
			} else if k.Kind == page.Line {
				out = append(out, underItems.choose(k)...)
			}
		})
	case items2:
		for _, it := range items.choose(base) {
			out = append(out, underItems.choose(it)...)
		}
	case groups, columns, rows, lineRows:
		kind := map[selector]page.ViewKind{groups: page.ByGroups, columns: page.ByColumns, rows: page.ByRows, lineRows: page.ByLines}[s]
		var walk func(*Node)
		walk = func(b *Node) {
			for _, k := range b.Kids {
				switch k.Kind {
				case page.Table:
					for _, v := range k.Kids {
						if v.View == kind {
							out = append(out, v.Kids...)
						}
					}
				case page.Line:
					walk(k)
				}
			}
		}
		walk(base)
	case itself:
		out = append(out, base)
	case withHeadings:
		if heads := headings.choose(base); len(heads) > 0 && hasOwn(base) {
			out = append(append(out, base), heads...)
		}
	}
	return out
}

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

// maxRegions bounds the regions that are looked at.
const maxRegions = 24

// Schemes are the ways to read a tree.
func (t *Tree) Schemes() []*Scheme {
	var out []*Scheme
	for _, r := range t.regions() {
		out = append(out, t.schemesOf(r)...)
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

func (t *Tree) schemesOf(r *Node) []*Scheme {
	var out []*Scheme
	chosen := map[selector][]*Node{}
	for s := headings; s < lists; s++ {
		if nodes := s.choose(r); len(nodes) > 0 {
			chosen[s] = nodes
		}
	}
	for s := headings; s < lists; s++ {
		nodes := chosen[s]
		if len(nodes) == 0 {
			continue
		}
		same := t.peersOf(nodes)
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
			if x := t.scheme(r, s, same, below); len(x.sectionPeers.nodes) > 0 {
				out = append(out, x)
			}
		}
	}
	if level := t.Doc.Config.Structure.Level; level > 0 && r.Parent == nil {
		out = append(out, t.schemesAt(uint8(level))...)
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
func (t *Tree) scheme(r *Node, by selector, parts *peers, below selector) *Scheme {
	x := &Scheme{Region: r, Parts: by, Sections: below, parts: parts.nodes, partPeers: parts}
	var all []*Node
	for _, p := range parts.nodes {
		sections := below.choose(p)
		x.sections = append(x.sections, sections)
		all = append(all, sections...)
	}
	x.sectionPeers = t.peersOf(all)
	return x
}

// schemeLike is the scheme of a region that chooses as another one does.
func (t *Tree) schemeLike(s *Scheme, r *Node) *Scheme {
	switch s.Parts {
	case none:
		nodes := s.Sections.choose(r)
		return &Scheme{Region: r, Sections: s.Sections, sections: [][]*Node{nodes}, partPeers: noPeers, sectionPeers: t.peersOf(nodes)}
	case atLevel:
		return t.scheme(r, atLevel, t.peersOf(t.headingsAt(uint8(t.Doc.Config.Structure.Level))), s.Sections)
	}
	return t.scheme(r, s.Parts, t.peersOf(s.Parts.choose(r)), s.Sections)
}

// schemesAt are the schemes whose parts are the headings of a level, wherever
// they stand.
func (t *Tree) schemesAt(level uint8) []*Scheme {
	parts := t.peersOf(t.headingsAt(level))
	var out []*Scheme
	for below := headings; below < lists; below++ {
		if below == headings2 || below == headings3 || below == leafHeadings {
			continue
		}
		if x := t.scheme(t.Nodes[0], atLevel, parts, below); len(x.sectionPeers.nodes) > 0 {
			out = append(out, x)
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
