package shape

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// constraints are what the author says: roles that are fixed, whatever the
// rest of the document looks like.
type constraints struct {
	fixed map[*page.Element]Role
	level uint8 // of the headings that are parts; 0: not said
}

// constraints takes the author's word from comments and configuration.
func (t *Tree) constraints() constraints {
	s := t.Doc.Config.Structure
	c := constraints{level: uint8(s.Level)}
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
		case n.Note.Level == "part":
			c.fix(n.Element, Part)
		case n.Note.Level == "section":
			c.fix(n.Element, Section)
		case n.Note.Level == "topic":
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

// heed is how much more is thought of a reading for an element that has the
// role which the author says by itself, and not only because it is said: of
// readings that are nearly as likely, the one that the author has in mind.
const heed = 4 * scale

// heeded is what a reading gains by what the author says.
func (c constraints) heeded(t *Tree, r *Reading) int {
	if len(c.fixed) == 0 {
		return 0
	}
	gain := 0
	for _, n := range t.Nodes {
		if said, ok := c.fixed[n.Element]; ok && said >= Part && !n.IsView && r.Roles[n.Index] == said {
			gain += heed
		}
	}
	return gain
}

// keep says what the author says about keeping a node: whether it is said, and
// what.
func (c constraints) keep(n *Node, as Role) (yes, said bool) {
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
	for _, p := range s.parts {
		if p.Kind != page.Heading || p.Level != c.level {
			return false
		}
	}
	return true
}

// force gives nodes the roles that the author says, where the reading left
// them out.
func (c constraints) force(t *Tree, roles []Role) {
	if len(c.fixed) == 0 {
		return
	}
	for _, n := range t.Nodes {
		r, ok := c.fixed[n.Element]
		if !ok || n.IsView {
			continue
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

func leaveOut(n *Node, roles []Role) {
	roles[n.Index] = Out
	for _, k := range n.Kids {
		leaveOut(k, roles)
	}
}

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
