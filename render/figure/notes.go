package figure

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/layout"
)

// tallFigure is the height in px above which a figure is hard to use: about twenty
// screens.
const tallFigure = 16000

// limited tells which sections the default limit shortens: it never cuts in
// silence.
func limited(g *graph.Graph) []graph.Diagnostic {
	x := graph.NewIndex(g)
	var found []graph.Diagnostic
	for _, s := range x.Nodes(graph.Section) {
		n := g.Nodes[s]
		if topics := len(x.Children(s, graph.Topic)); topics > DefaultTopics+1 {
			found = append(found, codes.ManyTopics.At(n.Source, "choose with --max-topics N; 0 draws all",
				"section %q has %d topics; %d are drawn", n.Title, topics, DefaultTopics))
		}
	}
	return found
}

// tall proposes smaller figures when one is very tall.
func tall(g *graph.Graph, d *layout.Diagram) []graph.Diagnostic {
	if d.Height <= tallFigure {
		return nil
	}
	x := graph.NewIndex(g)
	parts, sections := x.Nodes(graph.Part), len(x.Nodes(graph.Section))
	hint := "limit the topics with --max-topics N, or draw single sections with --part NAME"
	if len(parts) > 1 {
		hint = "draw a figure each with -o 'name_{part}.svg', or one with --part NAME"
	}
	return []graph.Diagnostic{codes.TallFigure.At(graph.Position{}, hint, "the figure of %s and %s is %.0f px tall",
		words.Count(len(parts), "part"), words.Count(sections, "section"), d.Height)}
}
