package main

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// partMark in an output name stands for the ID of a part.
const partMark = "{part}"

// plan decides which figures to draw: one for each output, and for an output
// with {part} in its name one for each part.
func plan(c *course, o renderOptions) ([]figure, error) {
	chosen, err := choose(c, o.parts)
	if err != nil {
		return nil, err
	}
	outputs := o.outputs
	if len(outputs) == 0 {
		outputs = []string{"-"}
	}
	var figures []figure
	taken := map[string]bool{}
	for _, out := range outputs {
		f, err := o.formatOf(out)
		if err != nil {
			return nil, err
		}
		if mark := almostPartMark(out); mark != "" {
			return nil, usagef("%s: %s stands for nothing; did you mean %s?", out, mark, partMark)
		}
		if !strings.Contains(out, partMark) {
			g, err := inOneFigure(c, chosen...)
			if err != nil {
				return nil, err
			}
			figures = append(figures, figure{g, c.partIDs(o.parts, chosen), out, f})
			continue
		}
		for _, n := range chosen {
			g, err := inOneFigure(c, n)
			if err != nil {
				return nil, err
			}
			name := path.Base(n.ID)
			if files.Hidden(name) != nil || strings.ContainsAny(name, `/\:`) {
				return nil, usagef("%s: %s would be %q, which is no name for a file: name the part with --part and the file with -o", out, partMark, name)
			}
			figures = append(figures, figure{g, []string{n.ID}, strings.ReplaceAll(out, partMark, name), f})
		}
	}
	for _, f := range figures {
		if f.output != "-" && taken[filepath.Clean(f.output)] {
			return nil, usagef("two figures would be written to %s; put {part} into the name", f.output)
		}
		taken[filepath.Clean(f.output)] = true
	}
	return figures, nil
}

// almostPartMark is what in an output name seems to be meant for {part}, or "".
func almostPartMark(out string) string {
	_, rest, _ := strings.Cut(out, "{")
	name, _, ok := strings.Cut(rest, "}")
	if !ok || name == "part" || graph.Nearest(name, []string{"part", "parts", "section", "title", "name", "id"}) == "" {
		return ""
	}
	return "{" + name + "}"
}

// choose finds the nodes that --part names, or else all parts that are drawn.
func choose(c *course, names []string) ([]graph.Node, error) {
	var chosen []graph.Node
	for _, name := range names {
		n, err := c.graph.Find(name, graph.Part, graph.Section)
		if err != nil {
			return nil, unknownPart(c, err)
		}
		chosen = append(chosen, n)
	}
	if len(names) > 0 {
		return chosen, nil
	}
	drawn := c.graph.Drawn()
	x := graph.NewIndex(drawn)
	for _, p := range x.Nodes(graph.Part) {
		if len(x.Children(p, graph.Section)) > 0 {
			chosen = append(chosen, drawn.Nodes[p])
		}
	}
	if len(chosen) == 0 {
		return nil, noCourse(c)
	}
	return chosen, nil
}

// partIDs are the IDs of the nodes that a figure is of, if any were asked for,
// now or when the figure was drawn that is the input.
func (c *course) partIDs(asked []string, chosen []graph.Node) []string {
	if len(asked) == 0 {
		return c.parts
	}
	return idsOf(chosen)
}

// together is the graph of several nodes, with what is left out of figures.
func together(c *course, chosen []graph.Node) (*graph.Graph, error) {
	ids := make([]string, len(chosen))
	for i, n := range chosen {
		ids[i] = n.ID
	}
	return c.graph.Select(ids...)
}

// inOneFigure is the graph of the figure of several nodes.
func inOneFigure(c *course, chosen ...graph.Node) (*graph.Graph, error) {
	g, err := together(c, chosen)
	if err != nil {
		return nil, err
	}
	return g.Drawn(), nil
}

// noCourse is the error for a document in which no course was found.
func noCourse(c *course) error {
	return fmt.Errorf("%s: nothing to draw ('roadmapviz list --all' shows what was read)", c.name)
}

// unknownPart adds the parts that there are to the error for a name that is
// not one of them.
func unknownPart(c *course, err error) error {
	var unknown *graph.UnknownError
	if errors.As(err, &unknown) {
		var parts []string
		for _, n := range c.graph.Nodes {
			if n.Kind == graph.Part {
				parts = append(parts, fmt.Sprintf("%s (%s)", n.ID, n.Title))
			}
		}
		err = fmt.Errorf("%w; the parts are: %s", err, strings.Join(parts, ", "))
	}
	return usageError{fmt.Errorf("%s: --part: %w", c.name, err)}
}
