package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

func newNextCmd(s *streams) *cobra.Command {
	var o *questionOptions
	cmd := &cobra.Command{
		Use:   "next [PART]… [FILE|FOLDER|-]…",
		Short: "Say which topics can be learned next",
		Long: `Say which topics can be learned next, in learning order: those that are not done and
whose prerequisites all are. A course says what is done with task lists, "- [x]", or
with status=done in a comment or in roadmapviz.yaml.

` + theCourse + orPart,
		Example: `  roadmapviz next
  roadmapviz next engineer --format json`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.askAbout(cmd, s, args, next) },
	}
	cmd.ValidArgsFunction = completeTopics(1, graph.Part, graph.Section)
	o = addQuestionFlags(cmd, s)
	return cmd
}

// next asks for the open topics.
func next(g *graph.Graph) (answer, error) {
	open := g.NextOpen()
	return answer{
		nodes: graph.IDs(open),
		json: struct {
			Next []graphjson.Node `json:"next"`
		}{graphjson.NodesOf(open)},
		text: func(w *bufio.Writer) {
			if len(open) == 0 {
				terminal.Print(w, "Nothing is left to learn.")
				return
			}
			terminal.Print(w, "To learn next:")
			writeSteps(w, graph.NewIndex(g), open)
		},
	}, nil
}
