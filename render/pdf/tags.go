package pdf

import (
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
)

// tags say what the marked parts of pages are: a document of parts and sections, which
// have a heading each and lists of topics. Programs that read aloud go through them.
type tags struct {
	file     *file
	root     *element
	elements []*element            // in the order in which they were made
	places   map[string]*container // by the ID of the box
	latest   *container            // the part or section that was met last
	owner    *element              // of chips: the text of the box that they are in
	parents  []parents             // of pages and links, by their numbers
}

// parents are the elements of the marked parts of a page, or the one of a link.
type parents struct {
	of   []*element
	page bool
}

// element is one node of the tags.
type element struct {
	ref    ref
	kind   string
	parent *element
	kids   []byte
	alt    string // what it says to those who do not see it
	text   string
	turned bool // the text does not stand in its order on the page, which goes from left to right
}

// container is where the boxes below a box belong.
type container struct {
	element *element
	list    *element // nil before the first topic
	level   int      // of parts and sections, from 1; 0 of topics
	marked  bool     // whether there is a bookmark for it
}

func newTags(f *file) tags {
	t := tags{file: f, places: map[string]*container{}}
	t.root = t.add(nil, "Document")
	return t
}

// add makes an element, the last one of its parent.
func (t *tags) add(parent *element, kind string) *element {
	e := &element{ref: t.file.reserve(), kind: kind, parent: parent}
	t.elements = append(t.elements, e)
	if parent != nil {
		parent.kids = append(appendRef(parent.kids, e.ref), ' ')
	}
	return e
}

// roleOf is what a group shows.
func roleOf(g render.Group) layout.Role {
	role, _, _ := strings.Cut(g.Class, " ")
	return layout.Role(role)
}

// isHeading tells whether a box is the heading of what belongs to it.
func isHeading(r layout.Role) bool {
	return r == layout.TitleRole || r == layout.PartRole || r == layout.SectionRole
}

// group is the element that the text of a group belongs to, which is a link if it leads
// anywhere; nil for one that is not known before it has any.
func (t *tags) group(g render.Group, b *layout.Box, leads bool) *element {
	role := roleOf(g)
	var text *element
	switch {
	case role == layout.ChipRole:
		if t.owner == nil {
			return nil
		}
		text = t.add(t.owner.parent, "P")
	case b == nil || role == layout.GroupRole || role == layout.LegendRole:
		return nil
	case isHeading(role):
		text = t.heading(b)
	default:
		text = t.item(b)
	}
	if role != layout.ChipRole {
		t.owner = text
	}
	if leads {
		text = t.add(text, "Link")
	} else if g.Title != "" {
		text.alt = strings.TrimSpace(g.Title)
	}
	return text
}

// heading is that of a part or section, which begins here or, on a further page, goes on.
func (t *tags) heading(b *layout.Box) *element {
	at, known := t.places[b.ID]
	if !known {
		parent, level := t.root, 1
		if above := t.above(b.ID); above != nil {
			parent, level = above.element, above.level+1
		}
		kind := "Sect"
		if b.Role != layout.SectionRole {
			kind = "Part"
		}
		at = &container{element: t.add(parent, kind), level: level}
		t.places[b.ID] = at
	}
	t.latest = at
	return t.add(at.element, "H"+strconv.Itoa(min(at.level, 6)))
}

// item is that of a topic in the list of what it belongs to.
func (t *tags) item(b *layout.Box) *element {
	above := t.above(b.ID)
	if above == nil {
		above = t.latest
	}
	if above == nil {
		above = &container{element: t.root}
		t.latest = above
	}
	if above.list == nil {
		above.list = t.add(above.element, "L")
	}
	body := t.add(t.add(above.list, "LI"), "LBody")
	t.places[b.ID] = &container{element: body, level: above.level}
	return t.add(body, "P")
}

// above is the nearest place whose ID the given one begins with, or nil.
func (t *tags) above(id string) *container {
	for {
		cut := strings.LastIndexByte(id, '/')
		if cut < 0 {
			return nil
		}
		id = id[:cut]
		if at, ok := t.places[id]; ok {
			return at
		}
	}
}

// level is how deep a part or section lies, and whether this is asked for the first time.
func (t *tags) level(id string) (level int, first bool) {
	at := t.places[id]
	first = !at.marked
	at.marked = true
	return at.level, first
}

// paragraph is an element for text that belongs to no box of the course.
func (t *tags) paragraph() *element { return t.add(t.root, "P") }

// newPage gives a page its number among those who have marked parts.
func (t *tags) newPage() int {
	t.parents = append(t.parents, parents{page: true})
	return len(t.parents) - 1
}

// mark gives the element's next part on a page a number.
func (t *tags) mark(e *element, marks int, page ref) int {
	n := len(t.parents[marks].of)
	t.parents[marks].of = append(t.parents[marks].of, e)
	e.kids = append(appendRef(append(e.kids, "<</Type/MCR/Pg "...), page), "/MCID "...)
	e.kids = append(appendInt(e.kids, n), ">> "...)
	return n
}

// annotation joins a link with its element, and gives it its number.
func (t *tags) annotation(e *element, annotation, page ref) int {
	e.kids = append(appendRef(append(e.kids, "<</Type/OBJR/Pg "...), page), "/Obj "...)
	e.kids = append(appendRef(e.kids, annotation), ">> "...)
	t.parents = append(t.parents, parents{of: []*element{e}})
	return len(t.parents) - 1
}

// write writes all elements and gives the object that holds them.
func (t *tags) write() ref {
	root, tree := t.file.reserve(), t.file.reserve()
	for _, e := range t.elements {
		b := append(append([]byte("<</Type/StructElem/S/"), e.kind...), "/P "...)
		if e.parent == nil {
			b = appendRef(b, root)
		} else {
			b = appendRef(b, e.parent.ref)
		}
		if e.alt != "" {
			b = appendString(append(b, "/Alt"...), e.alt)
		}
		if e.turned {
			b = appendString(append(b, "/ActualText"...), e.text)
		}
		t.file.put(e.ref, append(append(append(b, "/K["...), e.kids...), "]>>"...))
	}
	b := []byte("<</Nums[")
	for i, p := range t.parents {
		b = append(appendInt(b, i), ' ')
		if !p.page {
			b = append(appendRef(b, p.of[0].ref), ' ')
			continue
		}
		refs := make([]ref, len(p.of))
		for j, e := range p.of {
			refs[j] = e.ref
		}
		b = append(appendRefs(b, refs), ' ')
	}
	t.file.put(tree, append(b, "]>>"...))
	b = append(appendRef([]byte("<</Type/StructTreeRoot/K "), t.root.ref), "/ParentTree "...)
	b = append(appendRef(b, tree), "/ParentTreeNextKey "...)
	t.file.put(root, append(appendInt(b, len(t.parents)), ">>"...))
	return root
}
