package collect

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A node is an element of the course's tree, before it has its final ID.
type node struct {
	graph.Node
	page *page // that it comes from; nil for a course of several files
	kids []*node
}

// structure are the elements of the course right below, without resources and
// what is left out.
func (n *node) structure() []*node {
	var some []*node
	for _, k := range n.kids {
		if k.Kind != graph.Resource && k.Excluded == "" {
			some = append(some, k)
		}
	}
	return some
}

// lonePart is the only part of a document, which then says nothing that the
// document's title does not say; nil if there are several.
func (n *node) lonePart() *node {
	if all := n.structure(); len(all) == 1 && all[0].Kind == graph.Part {
		return all[0]
	}
	return nil
}

// contents are what a document's course node holds, without the wrapping of a
// lone part. What stood for course and part is host from now on.
func (n *node) contents(host *node) []*node {
	part := n.lonePart()
	n.page.stands(n, host)
	if part == nil {
		return n.kids
	}
	n.page.stands(part, host)
	kids := slices.Clone(part.kids)
	if all := part.structure(); len(all) == 1 && all[0].Kind == graph.Section && all[0].Title == part.Title {
		n.page.stands(all[0], host) // a list right below the title
		kids = slices.Clone(all[0].kids)
		for _, k := range part.kids {
			if k != all[0] {
				kids = append(kids, k)
			}
		}
	}
	for _, k := range n.kids {
		if k != part {
			kids = append(kids, k)
		}
	}
	return kids
}

// asElement makes of a document's course node an element of a larger course.
func (n *node) asElement(url string) *node {
	e := &node{Node: n.Node, page: n.page}
	e.URL = url
	e.kids = n.contents(e)
	n.page.used = true
	return e
}

// below is the kind of what a node of the kind holds.
func below(k graph.Kind) graph.Kind {
	switch k {
	case graph.Course:
		return graph.Part
	case graph.Part:
		return graph.Section
	}
	return graph.Topic
}

// setKinds gives all below a node their kinds by their depth.
func (n *node) setKinds() {
	for _, k := range n.kids {
		if k.Kind != graph.Resource {
			k.Kind = below(n.Kind)
		}
		k.setKinds()
	}
}

// height is how many levels of structure stand below a node.
func (n *node) height() int {
	h := 0
	for _, k := range n.structure() {
		h = max(h, 1+k.height())
	}
	return h
}

// settle makes parts, sections and topics of the levels of a course whose
// elements are files: three levels or more begin with the parts, two stand in
// one part, and files that hold nothing are the topics of one section.
func (root *node) settle() {
	for h := root.height(); h > 0 && h < 3; h++ {
		root.kids = []*node{{Node: graph.Node{ID: "course", Title: root.Title, Icon: root.Icon, Source: root.Source}, page: root.page, kids: root.kids}}
	}
	root.setKinds()
}

// unwrap takes out a section that stands alone in a part of the same title,
// when there is enough below it to be sections and topics by itself.
func (root *node) unwrap() {
	for _, part := range root.structure() {
		only := part.structure()
		if len(only) == 1 && only[0].Title == part.Title && only[0].height() > 1 {
			only[0].page.stands(only[0], part)
			part.kids = only[0].kids
			part.setKinds()
		}
	}
}
