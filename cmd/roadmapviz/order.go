package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

func newOrderCmd(s *streams) *cobra.Command {
	var o *questionOptions
	cmd := &cobra.Command{
		Use:   "order [PART]… [FILE|FOLDER|-]…",
		Short: "List all topics in an order to learn them in",
		Long: `List all topics in an order in which nothing comes before its prerequisites. It is the
order of the document wherever that will do: a prerequisite that stands further down is
drawn forward, and an edit moves only what it concerns. A section without topics stands
for itself.

A figure shows all topics in their places, so --highlight sets off what has, or is, a
declared prerequisite: what the order depends on.
` + theCourse + orPart,
		Example: `  roadmapviz order
  roadmapviz order engineer
  roadmapviz order --format json | jq -r '.order[].title'`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.askAbout(cmd, s, args, order) },
	}
	cmd.ValidArgsFunction = completeTopics(1, graph.Part, graph.Section)
	o = addQuestionFlags(cmd, s)
	return cmd
}

// order asks for all topics in learning order.
func order(g *graph.Graph) (answer, error) {
	steps := g.Steps()
	g = g.Drawn()
	var joined []string
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			joined = append(joined, e.From, e.To)
		}
	}
	return answer{
		nodes: joined,
		json: struct {
			Order []graphjson.Node `json:"order"`
		}{graphjson.NodesOf(steps)},
		text: func(w *bufio.Writer) {
			if len(steps) == 0 {
				terminal.Print(w, "There are no topics.")
			}
			writeSteps(w, graph.NewIndex(g), steps)
		},
	}, nil
}
