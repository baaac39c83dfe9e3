package html

import (
	"bytes"
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// figure is a drawn diagram: its elements, and the style sheet that belongs to them.
type figure struct {
	svg   []byte
	style string
}

// inPage are the options of the figure, whose boxes have the ids "n0", "n1", ….
var inPage = svg.Options{IDPrefix: "n", Page: true}

// figure draws a diagram whose boxes lead to their places in the list, and say nothing
// that stands there. These have short names, since IDs are long; scripts make links to IDs
// of them. What leads elsewhere than its node, as the boxes of an index do,
// goes on to do so.
func (c *course) figure(ctx context.Context, d *layout.Diagram, t *themes.Theme) (figure, error) {
	of := *d
	of.Boxes = slices.Clone(d.Boxes)
	for i := range of.Boxes {
		b := &of.Boxes[i]
		b.Tooltip = ""
		if n, known := c.x.Node(b.ID); known && b.Link == graph.SafeLink(n.URL) {
			b.Link = ""
			if number, listed := c.number[b.ID]; listed {
				b.Link = "#" + place(number)
			}
		}
		b.ID = c.ref(b.ID)
		b.Chips = slices.Clone(b.Chips)
		for k := range b.Chips {
			b.Chips[k].Link = ""
		}
	}
	of.Edges = slices.Clone(d.Edges)
	for i := range of.Edges {
		e := &of.Edges[i]
		e.From, e.To = c.ref(e.From), c.ref(e.To)
	}
	var b bytes.Buffer
	if err := svg.Encode(ctx, &b, &of, t, inPage); err != nil {
		return figure{}, err
	}
	file := b.Bytes()
	const open, end = "<style>", "</style>\n"
	before, rest, ok := bytes.Cut(file, []byte(open))
	if !ok {
		return figure{svg: file}, nil
	}
	style, after, _ := bytes.Cut(rest, []byte(end))
	sheet := string(style)
	return figure{append(before, after...), sheet}, nil // in its place, for it may be large
}
