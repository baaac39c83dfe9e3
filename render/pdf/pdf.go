// Package pdf writes figures as PDF.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Options are what a file holds beside its pages.
type Options struct {
	Metadata string
}

// Encode writes the pages.
func Encode(_ context.Context, w io.Writer, pages []*layout.Diagram, _ *themes.Theme, o Options) error {
	packet := "<roadmapviz:record>" + o.Metadata + "</roadmapviz:record>"
	objects := []string{"<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R>>", "", fmt.Sprintf("<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream", len(packet), packet)}
	kids := ""
	for _, d := range pages {
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]>>", d.Width*.75, d.Height*.75))
		kids += fmt.Sprintf("%d 0 R ", len(objects))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, object := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	_, err := w.Write(b.Bytes())
	return err
}
