package shape

import "github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"

// Levels is the outline of a document that says itself what its levels are: of
// headings by their depth, of items by their type.
func Levels(d *page.Document) *Outline {
	t := NewTree(d)
	o := &Outline{Tree: t, Roles: make([]Role, len(t.Nodes)), Agreement: 1}
	for _, n := range t.Nodes[1:] {
		o.Roles[n.Index] = roleIn(n.Element)
		if n.Kind == page.List || n.Kind == page.Heading && matchesAny(n.Title, d.Config.Structure.Exclude) {
			o.Roles[n.Index] = Out
		}
		for p := n.Parent; o.Roles[n.Index] != Out && p != nil && o.Roles[p.Index] == Out && p.Kind != page.Heading; p = p.Parent {
			o.Roles[p.Index] = Through
		}
	}
	return o
}

// roleIn is the role of an element in an outline. Links are no topics.
func roleIn(e *page.Element) Role {
	switch {
	case e.Kind == page.Heading && e.Level <= 2:
		return Part
	case e.Kind == page.Heading && e.Level == 3:
		return Section
	case e.Kind == page.Heading || e.Lead == page.BoldLead:
		return Topic
	}
	return Out
}
