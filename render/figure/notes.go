package figure

import (
	"context"
	"fmt"
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// tallFigure is the height in px above which a figure tallWidth px wide is hard to
// use: about five screens.
const tallFigure, tallWidth = 4000, 960

// columnsRead is the most columns that are proposed: of more, nothing could be read.
const columnsRead = 6

// hopeless is the height in px above which even they are tall, and small boxes are no
// help: layouts take long then to try, for nothing.
const hopeless = columnsRead * columnsRead * tallFigure

// limited tells which sections the default limit shortens: it never cuts in
// silence.
func (f *Figure) limited() []graph.Diagnostic {
	if o := f.options; o.MaxTopics != 0 || o.Depth < 0 || o.Figures != "" || o.Layout == Badge {
		return nil
	}
	topics := map[string]int{} // by what holds them
	for i := range f.Graph.Nodes {
		if n := &f.Graph.Nodes[i]; n.Kind == graph.Topic {
			topics[n.Parent]++
		}
	}
	var found []graph.Diagnostic
	for i := range f.Graph.Nodes {
		if n := &f.Graph.Nodes[i]; n.Kind == graph.Section && topics[n.ID] > DefaultTopics+1 {
			found = append(found, codes.ManyTopics.At(n.Source, "choose how many",
				"section %q has %d topics; %d are drawn", n.Title, topics[n.ID], DefaultTopics))
		}
	}
	return found
}

// isTall tells whether a figure is too high for how wide it is.
func isTall(d *layout.Diagram) bool {
	return d.Height > tallFigure && d.Height*tallWidth > d.Width*tallFigure
}

// tall tells of a figure that is very tall, and what size it would have otherwise.
func (f *Figure) tall(ctx context.Context, g *graph.Graph, d *layout.Diagram) []graph.Diagnostic {
	if !isTall(d) {
		return nil
	}
	parts, sections := 0, 0
	for i := range g.Nodes {
		switch g.Nodes[i].Kind {
		case graph.Part:
			parts++
		case graph.Section:
			sections++
		}
	}
	hint := "limit the topics, or draw single sections"
	if parts > 1 {
		hint = "draw a figure for each part, or for one"
	}
	if d.Height <= hopeless {
		if sizes := f.otherwise(ctx, g, d); len(sizes) > 0 {
			hint = "it is " + words.Either(sizes) + "; or " + hint
		}
	}
	return []graph.Diagnostic{codes.TallFigure.At(graph.Position{}, hint, "the figure of %s and %s is %.0f px tall",
		words.Count(parts, "part"), words.Count(sections, "section"), d.Height)}
}

// otherwise says which options would make a tall figure lower, and the sizes that
// it has with them: so many columns that it is not tall any more, and small boxes.
func (f *Figure) otherwise(ctx context.Context, g *graph.Graph, d *layout.Diagram) []string {
	const compact = "with compact boxes"
	can := f.engine.Capabilities()
	var sizes []string
	try := func(option string, change func(*layout.Options)) bool {
		o := f.layoutOptions()
		change(&o)
		page, _, err := engines.Layout(ctx, f.engine, g, o)
		if err == nil {
			page = f.finish(g, page)
		}
		if err != nil || page.Height >= d.Height || option != compact && isTall(page) {
			return false
		}
		sizes = append(sizes, fmt.Sprintf("%.0f × %.0f px %s", page.Width, page.Height, option))
		return true
	}
	if can.Columns && f.options.Columns == 0 {
		// Twice the columns are half as high and twice as wide.
		first := max(2, int(math.Sqrt(d.Height/d.Width*tallWidth/tallFigure)))
		for n := first; n <= min(first+2, columnsRead); n++ {
			if try(fmt.Sprintf("in %d columns", n), func(o *layout.Options) { o.Columns = n }) {
				break
			}
		}
	}
	if can.Compact && !f.options.Compact {
		try(compact, func(o *layout.Options) { o.Compact = true })
	}
	return sizes
}
