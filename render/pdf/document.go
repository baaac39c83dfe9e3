package pdf

import (
	"context"
	"fmt"
	"io"
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// document is a file in the making: its pages, and what they share.
type document struct {
	*file
	title, language string
	root, tree      ref // of the pages
	pages           []ref
	goals           goals
	resources       ref
	shared          resources
	tags            tags
	outline         outline
}

// pointsPerPx turns px, of which there are 96 to the inch, into points.
const pointsPerPx = 72. / 96

// mostPoints is how long a side of a page can be; a longer one is measured in larger
// units.
const mostPoints = 14400

func newDocument(w io.Writer, pages []*layout.Diagram) *document {
	doc := &document{file: newFile(w), title: pages[0].Title, language: pages[0].Language}
	doc.root, doc.tree, doc.resources = doc.reserve(), doc.reserve(), doc.reserve()
	doc.shared = newResources(doc.file)
	doc.tags = newTags(doc.file)
	for range pages {
		doc.pages = append(doc.pages, doc.reserve())
	}
	doc.goals = newGoals(pages, doc.pages)
	return doc
}

// addPage draws a diagram on a page of its own, the i-th one.
func (doc *document) addPage(ctx context.Context, i int, d *layout.Diagram, t *themes.Theme) error {
	page := doc.pages[i]
	scale, unit := scaleOf(d)
	c := newCanvas(doc, d, page, scale)
	c.body = pageMatrix(scale, d.Height)
	if err := render.Paint(ctx, d, t, c); err != nil {
		return err
	}
	c.finish()
	content := doc.addStream(nil, c.body)
	b := append([]byte(nil), "<</Type/Page/Parent "...)
	b = append(appendRef(b, doc.tree), "/MediaBox[0 0 "...)
	b = append(appendFactor(b, d.Width*scale), ' ')
	b = append(appendFactor(b, d.Height*scale), "]/Contents "...)
	b = append(appendRef(b, content), "/Resources "...)
	b = appendRef(b, doc.resources)
	// What is translucent is mixed in the colours of screens, as in the picture.
	b = append(b, "/Group<</S/Transparency/CS/DeviceRGB/I true>>"...)
	if unit > 1 {
		b = append(appendFactor(append(b, "/UserUnit "...), unit), ' ')
	}
	if len(c.links) > 0 {
		b = append(appendRefs(append(b, "/Annots"...), c.links), "/Tabs/S"...)
	}
	b = appendInt(append(b, "/StructParents "...), c.marks)
	doc.put(page, append(b, ">>"...))
	return nil
}

// scaleOf is how large the units of a page are that shows a diagram: to its px, and to
// points.
func scaleOf(d *layout.Diagram) (scale, unit float64) {
	unit = math.Ceil(max(d.Width, d.Height) * pointsPerPx / mostPoints)
	return pointsPerPx / unit, unit
}

// pageMatrix makes the page's units px, with the origin in the top left corner.
func pageMatrix(scale, height float64) []byte {
	b := append(appendFactor(nil, scale), " 0 0 "...)
	b = append(appendFactor(b, -scale), " 0 "...)
	return append(appendFactor(b, height*scale), " cm\n"...)
}

// close writes what the pages share and what the document says of itself.
func (doc *document) close(o Options) error {
	doc.put(doc.resources, doc.shared.write())
	kids := appendRefs([]byte("<</Type/Pages/Kids"), doc.pages)
	doc.put(doc.tree, fmt.Appendf(kids, "/Count %d>>", len(doc.pages)))

	b := append(appendRef([]byte("<</Type/Catalog/Pages "), doc.tree), "/Metadata "...)
	b = appendRef(b, doc.packet(o.Metadata))
	if doc.language != "" {
		b = appendString(append(b, "/Lang"...), doc.language)
	}
	b = append(b, "/ViewerPreferences<</DisplayDocTitle true"...)
	if layout.RightToLeft(doc.language) {
		b = append(b, "/Direction/R2L"...)
	}
	b = append(b, ">>/MarkInfo<</Marked true>>/StructTreeRoot "...)
	b = appendRef(b, doc.tags.write())
	if root := doc.outline.write(doc.file); root != 0 {
		b = appendRef(append(b, "/Outlines "...), root)
	}
	doc.put(doc.root, append(b, ">>"...))

	info := []byte("<<")
	if doc.title != "" {
		info = appendString(append(info, "/Title"...), doc.title)
	}
	return doc.file.close(doc.root, doc.add(append(info, "/Creator(roadmapviz)/Producer(roadmapviz)>>"...)))
}
