package pdf

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
)

// outline is the bookmarks of the document, in the order of its pages.
type outline struct{ marks []*bookmark }

// bookmark leads to a part or section.
type bookmark struct {
	title string
	level int // 1 for those at the top
	goal  goal
	ref   ref
	kids  []*bookmark
}

// bookmark adds the box of a part or section, the first time that it is met.
func (c *canvas) bookmark(b *layout.Box) {
	level, first := c.doc.tags.level(b.ID)
	if !first {
		return
	}
	title := b.Label
	if b.Number != "" {
		title = strings.TrimSuffix(b.Number, ".") + ". " + title
	}
	c.doc.outline.marks = append(c.doc.outline.marks, &bookmark{title: title, level: level, goal: goal{c.page, topOf(b, c.view, c.height, c.scale)}})
}

// write writes all bookmarks and gives the object that holds them, 0 without any.
func (o *outline) write(f *file) ref {
	root := &bookmark{}
	way := []*bookmark{root}
	for _, b := range o.marks {
		for len(way) > 1 && way[len(way)-1].level >= b.level {
			way = way[:len(way)-1]
		}
		above := way[len(way)-1]
		above.kids = append(above.kids, b)
		way = append(way, b)
	}
	if len(root.kids) == 0 {
		return 0
	}
	root.number(f)
	root.write(f, nil, 0, 0)
	return root.ref
}

func (b *bookmark) number(f *file) {
	b.ref = f.reserve()
	for _, kid := range b.kids {
		kid.number(f)
	}
}

// all is how many bookmarks there are below one.
func (b *bookmark) all() int {
	n := len(b.kids)
	for _, kid := range b.kids {
		n += kid.all()
	}
	return n
}

// write writes a bookmark with its neighbours, and those below it.
func (b *bookmark) write(f *file, parent *bookmark, previous, next ref) {
	d := []byte("<<")
	if parent != nil {
		d = appendString(append(d, "/Title"...), b.title)
		d = appendRef(append(d, "/Parent "...), parent.ref)
		d = b.goal.append(append(d, "/Dest"...))
	}
	for _, of := range []struct {
		key string
		ref ref
	}{{"/Prev ", previous}, {"/Next ", next}} {
		if of.ref != 0 {
			d = appendRef(append(d, of.key...), of.ref)
		}
	}
	if n := len(b.kids); n > 0 {
		d = appendRef(append(d, "/First "...), b.kids[0].ref)
		d = appendRef(append(d, "/Last "...), b.kids[n-1].ref)
		d = appendInt(append(d, "/Count "...), b.all())
	}
	f.put(b.ref, append(d, ">>"...))
	for i, kid := range b.kids {
		var previous, next ref
		if i > 0 {
			previous = b.kids[i-1].ref
		}
		if i+1 < len(b.kids) {
			next = b.kids[i+1].ref
		}
		kid.write(f, b, previous, next)
	}
}
