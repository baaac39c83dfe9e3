package shape

import "github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"

// frames are the words of headings that only hold a course.
const frames = page.Wrapper | page.Toc | page.Topics | page.Meta | page.Aside | page.Never

// frame tells parts from what only holds the course, in a reading whose
// sections are known.
func (r *Reading) frame(t *Tree) {
	r.unwrap(t)
	r.wrap(t)
}

// unwrap makes a lone part that is called "Curriculum" or the like something that
// only holds the sections: the course is called by the document's title.
func (r *Reading) unwrap(t *Tree) {
	var lone *Node
	for i, role := range r.within() {
		if role != Part {
			continue
		}
		if lone != nil {
			return
		}
		lone = t.Nodes[r.Region.Index+i]
	}
	if lone != nil && lone.Class&frames != 0 && lone.Note == nil && t.Doc.Config.Structure.Level == 0 {
		r.Roles[lone.Index] = Through
	}
}

// wrap makes parts of the headings below which all sections stand, if these are
// headings too and none of those only holds the course.
func (r *Reading) wrap(t *Tree) {
	var above []*Node
	for i, role := range r.within() {
		switch role {
		case Part:
			return
		case Section:
			n := t.Nodes[r.Region.Index+i]
			up := n.Parent
			if up == nil || n.Kind != page.Heading || up.Kind != page.Heading || up.Class&frames != 0 {
				return
			}
			if len(above) == 0 || above[len(above)-1] != up {
				above = append(above, up)
			}
		}
	}
	for _, n := range above {
		if r.Roles[n.Index] != Section {
			r.Roles[n.Index] = Part
		}
	}
}
