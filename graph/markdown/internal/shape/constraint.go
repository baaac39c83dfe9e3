package shape

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// constraints are roles that are fixed, whatever the rest of the document looks like:
// what the author says, and what leaves no doubt.
type constraints struct {
	fixed map[*page.Element]Role
	level uint8 // of the headings that are parts; 0: not said
}

// constraints takes the author's word from comments and configuration, which overrules
// what else is sure.
func (t *Tree) constraints() constraints {
	s := t.Doc.Config.Structure
	c := constraints{level: uint8(s.Level)}
	for _, n := range t.foreigners() {
		c.fix(n.Element, Out)
	}
	for _, n := range t.Nodes[1:] {
		if n.IsView {
			continue
		}
		if n.IsHead() || n.Kind == page.Group {
			if matchesAny(n.Title, s.Include) {
				c.fix(n.Element, Through) // kept, as what it seems to be
			}
			if matchesAny(n.Title, s.Exclude) {
				c.fix(n.Element, Out)
			}
		}
		if n.Note == nil {
			continue
		}
		switch {
		case n.Note.Skip:
			c.fix(n.Element, Out)
		case n.Note.Level == string(graph.Part):
			c.fix(n.Element, Part)
		case n.Note.Level == string(graph.Section):
			c.fix(n.Element, Section)
		case n.Note.Level == string(graph.Topic):
			c.fix(n.Element, Topic)
		case n.Note.Requires+n.Note.After+n.Note.Label+n.Note.ID+n.Note.Status != "" || n.Note.Optional:
			c.fix(n.Element, Through) // who says so much of it wants it drawn
		}
	}
	return c
}

func (c *constraints) fix(e *page.Element, r Role) {
	if c.fixed == nil {
		c.fixed = map[*page.Element]Role{}
	}
	c.fixed[e] = r
}

// keep says what the author says about keeping a node: whether it is said, and
// what.
func (c constraints) keep(n *Node, as Role) (yes, said bool) {
	if len(c.fixed) == 0 {
		return false, false
	}
	for p := n; p != nil; p = p.Parent {
		if r, ok := c.fixed[p.Element]; ok && r == Out {
			return false, true
		}
	}
	r, ok := c.fixed[n.Element]
	switch {
	case !ok:
		return false, false
	case r == Through:
		return true, true
	}
	return r == as, true
}

// allows says whether a scheme does what the configuration says about levels.
func (c constraints) allows(s *Scheme) bool {
	if c.level == 0 {
		return true
	}
	if s.Parts == none || s.Region.Parent != nil {
		return false
	}
	for _, p := range s.parts.nodes {
		if p.Kind != page.Heading || p.Level != c.level {
			return false
		}
	}
	return true
}

// authorRank is what a reading loses by every element of which the author says
// something else: as much as lies between the first reading of a document and
// those that are nearly as likely. So of these the one is taken in which the
// author is right; where none is near, the word is an exception, and the rest stays.
const authorRank = 2 * Scale

// rank is what a reading loses by what it reads otherwise than the author says.
func (c constraints) rank(t *Tree, r *Reading) int {
	if len(c.fixed) == 0 {
		return 0
	}
	against, siblings := 0, t.siblings(r.Roles)
	for _, n := range t.Nodes {
		against += b2i(c.against(n, r.Roles[n.Index], siblings))
	}
	return -authorRank * against
}

// A family are the nodes of a kind below a node.
type family struct {
	up   *Node
	kind page.Kind
}

// siblings are the roles that are drawn in each family, as a set of bits.
func (t *Tree) siblings(roles []Role) map[family]uint8 {
	out := map[family]uint8{}
	for _, n := range t.Nodes {
		if r := roles[n.Index]; r >= Part {
			out[family{n.Parent, n.Kind}] |= 1 << r
		}
	}
	return out
}

// against says whether the role of a node, and of its siblings, is not what the
// author says.
func (c constraints) against(n *Node, role Role, siblings map[family]uint8) bool {
	r, ok := c.fixed[n.Element]
	switch {
	case !ok || n.IsView || r == Out:
		return false
	case r == Through:
		return role == Out && n.IsHead()
	}
	return role != r && siblings[family{n.Parent, n.Kind}]&(1<<r) == 0
}

// force gives nodes the roles that the author says, where the reading left
// them out.
func (c constraints) force(t *Tree, roles []Role) {
	if len(c.fixed) == 0 {
		return
	}
	siblings := t.siblings(roles)
	for _, n := range t.Nodes {
		r, ok := c.fixed[n.Element]
		if !ok || n.IsView || InOtherView(n, roles) {
			continue
		}
		if r == Through && n.IsHead() && !holds(n, roles) {
			r = beside(n, roles, siblings[family{n.Parent, n.Kind}])
		}
		switch {
		case r == Out:
			leaveOut(n, roles)
		case r >= Part && roles[n.Index] <= Through:
			roles[n.Index] = r
			for p := n.Parent; p != nil; p = p.Parent {
				if roles[p.Index] == Out {
					roles[p.Index] = Through
				}
			}
		}
	}
}

// InOtherView says whether a node stands in a view of a table that is read in
// another one: the same row is there too.
func InOtherView(n *Node, roles []Role) bool {
	for v := n; v != nil; v = v.Parent {
		if !v.IsView || roles[v.Index] != Out {
			continue
		}
		for i, w := range v.Parent.Kids {
			if w != v && (roles[w.Index] != Out || i == 0) { // where none is read, the first one counts
				return true
			}
		}
	}
	return false
}

// holds says whether anything below a node is drawn.
func holds(n *Node, roles []Role) bool {
	return slices.ContainsFunc(n.Kids, func(k *Node) bool { return roles[k.Index] >= Part || holds(k, roles) })
}

// beside is the role of what is kept and was left out: the one of its siblings,
// or else a section, or a topic in a section.
func beside(n *Node, roles []Role, siblings uint8) Role {
	switch {
	case siblings&(1<<Section|1<<Part) != 0: // a part without sections is one itself
		return Section
	case siblings&(1<<Topic) != 0:
		return Topic
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if roles[p.Index] >= Section {
			return Topic
		}
	}
	return Section
}

func leaveOut(n *Node, roles []Role) {
	roles[n.Index] = Out
	for _, k := range n.Kids {
		leaveOut(k, roles)
	}
}

// Headings are the titles that a configuration's patterns are compared with.
func Headings(d *page.Document) []string {
	var titles []string
	for _, n := range NewTree(d).Nodes[1:] {
		if !n.IsView && (n.IsHead() || n.Kind == page.Group) {
			titles = append(titles, n.Title)
		}
	}
	return titles
}

// Matches says whether a title matches a pattern, where "*" stands for any
// characters.
func Matches(title, pattern string) bool { return matchesAny(title, []string{pattern}) }

// matchesAny says whether a title matches one of the patterns, where "*"
// stands for any characters.
func matchesAny(title string, patterns []string) bool {
	if len(patterns) == 0 {
		return false
	}
	key := page.Fold(title)
	for _, p := range patterns {
		if matches(key, strings.Split(p, "*")) {
			return true
		}
	}
	return false
}

// matches looks for the pieces of a pattern in a folded text, in order.
func matches(key string, pieces []string) bool {
	last := len(pieces) - 1
	for i, piece := range pieces {
		piece = page.Fold(piece)
		switch {
		case i == 0 && last == 0:
			return key == piece
		case i == 0:
			if !strings.HasPrefix(key, piece) {
				return false
			}
			key = key[len(piece):]
		case i == last:
			return strings.HasSuffix(key, piece)
		default:
			n := strings.Index(key, piece)
			if n < 0 {
				return false
			}
			key = key[n+len(piece):]
		}
	}
	return true
}

// IsExcluded says whether the configuration leaves a node out.
func (o *Outline) IsExcluded(n *Node) bool {
	return matchesAny(n.Title, o.Doc.Config.Structure.Exclude)
}
