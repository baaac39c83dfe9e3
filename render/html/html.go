// Package html writes a course as a page.
package html

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"io"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Options are what a page holds beside its figure.
type Options struct {
	Graph    *graph.Graph
	Document string
	Metadata string
}

// Encode writes the page.
func Encode(ctx context.Context, w io.Writer, d *layout.Diagram, t *themes.Theme, o Options) error {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n")
	if o.Metadata != "" {
		fmt.Fprintf(&b, "<script type=\"text/plain\" id=\"rv:record\">%s</script>\n", o.Metadata)
	}
	fmt.Fprintf(&b, "<title>%s</title>\n</head>\n<body>\n", html.EscapeString(d.Title))
	if err := svg.Encode(ctx, &b, d, t, svg.Options{}); err != nil {
		return err
	}
	if o.Graph != nil {
		b.WriteString("<ul>\n")
		for _, n := range o.Graph.Nodes {
			fmt.Fprintf(&b, "<li><a href=\"%s\">%s</a> %s", html.EscapeString(graph.SafeLink(n.URL)), html.EscapeString(n.Title), html.EscapeString(n.Summary))
			if o.Document != "" && n.Source.Line > 0 {
				fmt.Fprintf(&b, " %s#L%d", html.EscapeString(o.Document), n.Source.Line)
			}
			b.WriteString("</li>\n")
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</body>\n</html>\n")
	_, err := w.Write(b.Bytes())
	return err
}
