package shape

import "github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"

// frames are the words of headings that only hold a course.
const frames = page.Wrapper | page.Toc | page.Topics | page.Meta | page.Aside | page.Never

// frame tells parts from what only holds the course, in a reading that keeps some nodes. It
// gives these with the new parts, in document order.
func (r *Reading) frame(t *Tree, kept []*Node) []*Node {
	r.unwrap(t, kept)
	return r.wrap(kept)
}

// unwrap makes a lone part that is called "Curriculum" or the like something that
// only holds the sections: the course is called by the document's title.
func (r *Reading) unwrap(t *Tree, kept []*Node) {
	var lone *Node
	for _, n := range kept {
		if r.Roles[n.Index] != Part {
			continue
		}
		if lone != nil {
			return
		}
		lone = n
	}
	if lone != nil && lone.Class&frames != 0 && lone.Note == nil && t.Doc.Config.Structure.Level == 0 {
		r.Roles[lone.Index] = Through
	}
}

// wrap makes parts of the headings below which all sections stand, if these are
// headings too and none of those only holds the course.
func (r *Reading) wrap(kept []*Node) []*Node {
	for _, n := range kept {
		switch r.Roles[n.Index] {
		case Part:
			return kept
		case Section:
			if up := n.Parent; up == nil || n.Kind != page.Heading || up.Kind != page.Heading || up.Class&frames != 0 {
				return kept
			}
		}
	}
	for _, n := range kept {
		if up := n.Parent; r.Roles[n.Index] == Section && r.Roles[up.Index] != Section && r.Roles[up.Index] != Part {
			r.Roles[up.Index] = Part
			kept = append(kept, up)
		}
	}
	inOrder(kept)
	return kept
}
