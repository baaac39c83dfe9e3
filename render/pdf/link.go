package pdf

import (
	"encoding/hex"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/render"
)

// link makes what is seen of the open group a link, if it leads somewhere: to another
// page, or else out of the document. Its tooltip says more of it.
func (c *canvas) link() {
	if !c.doc.leads(c.group) || c.area.W <= 0 || c.area.H <= 0 {
		return
	}
	b := append([]byte(nil), "<</Type/Annot/Subtype/Link/Rect["...)
	for i, v := range []float64{c.area.X, c.height - c.area.Y - c.area.H, c.area.X + c.area.W, c.height - c.area.Y} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendFactor(b, float64(v*c.scale))
	}
	b = append(b, "]/Border[0 0 0]/F 4"...)
	if goal, inside := c.doc.goals.of(c.group.Target); inside {
		b = goal.append(append(b, "/Dest"...))
	} else {
		b = append(appendPlain(append(b, "/A<</S/URI/URI"...), address(graph.SafeLink(c.group.Link))), ">>"...)
	}
	if about := strings.TrimSpace(c.group.Title); about != "" {
		b = appendString(append(b, "/Contents"...), about)
	}
	annotation := c.doc.reserve()
	if c.element != nil {
		b = appendInt(append(b, "/StructParent "...), c.doc.tags.annotation(c.element, annotation, c.page))
	}
	c.doc.put(annotation, append(b, ">>"...))
	c.links = append(c.links, annotation)
}

// leads tells whether a group is a link.
func (doc *document) leads(g render.Group) bool {
	_, inside := doc.goals.of(g.Target)
	return inside || graph.SafeLink(g.Link) != ""
}

// address is a link in ASCII: what else there is in it, and spaces, are written as
// bytes by their numbers, as browsers do.
func address(link string) string {
	var b []byte
	for i := range len(link) {
		if c := link[i]; c > ' ' && c < 0x7F {
			b = append(b, c)
			continue
		}
		b = append(b, '%')
		b = append(b, strings.ToUpper(hex.EncodeToString([]byte{link[i]}))...)
	}
	return string(b)
}
