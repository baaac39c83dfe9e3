package main

import (
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// outline is what a reading draws, with the titles that it gives.
func outline(t *shape.Tree, r *shape.Reading) plain {
	p := plain{parts: partsOf(t, r)}
	t.Outline(r, func(s *shape.Node, topics []*shape.Node) {
		p.sections = append(p.sections, key(s.Title))
		for _, x := range topics {
			p.topics = append(p.topics, [2]string{key(s.Title), key(x.Title)})
		}
	})
	return p
}

// partsOf are the titles of the parts of a reading, if there are several.
func partsOf(t *shape.Tree, r *shape.Reading) []string {
	var out []string
	for _, n := range t.Nodes {
		if r.Roles[n.Index] == shape.Part {
			out = append(out, key(n.Title))
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// lenient is the outline with the titles that the label has, where an element
// may be called so.
func (o *oracle) lenient(t *shape.Tree, r *shape.Reading) plain {
	p := plain{parts: partsOf(t, r)}
	t.Outline(r, func(s *shape.Node, topics []*shape.Node) {
		name := key(s.Title)
		for _, k := range o.of(s.Element) {
			if o.sections[k] {
				name = k
				break
			}
		}
		p.sections = append(p.sections, name)
		for _, x := range topics {
			topic := key(x.Title)
			for _, k := range o.of(x.Element) {
				if o.topics[name][k] > 0 {
					topic = k
					break
				}
			}
			p.topics = append(p.topics, [2]string{name, topic})
		}
	})
	return p
}
