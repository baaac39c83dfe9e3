package main

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

const (
	// manyTopics is how many topics of a section are drawn unless the user
	// says otherwise. More make a list, not a roadmap.
	manyTopics = 30
	// tallFigure is the height in px above which a figure is hard to use:
	// about twenty screens.
	tallFigure = 16000
)

// limited tells which sections the default limit shortens: it never cuts in
// silence.
func limited(g *graph.Graph) []graph.Diagnostic {
	x := graph.NewIndex(g)
	var found []graph.Diagnostic
	for _, s := range x.Nodes(graph.Section) {
		n := g.Nodes[s]
		if topics := len(x.Children(s, graph.Topic)); topics > manyTopics+1 {
			found = append(found, graph.Diagnostic{
				Position: n.Source, Severity: graph.Warning, Code: codeManyTopics,
				Message: fmt.Sprintf("section %q has %d topics; %d are drawn", n.Title, topics, manyTopics),
				Hint:    "choose with --max-topics N; 0 draws all",
			})
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
	return []graph.Diagnostic{{
		Severity: graph.Warning, Code: codeTallFigure,
		Message: fmt.Sprintf("the figure of %s and %s is %.0f px tall", plural(len(parts), "part"), plural(sections, "section"), d.Height),
		Hint:    hint,
	}}
}

// The codes of these notes.
const (
	codeManyTopics = "RV105"
	codeTallFigure = "RV106"
)
