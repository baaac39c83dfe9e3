package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

func newPathCmd(s *streams) *cobra.Command {
	var o *questionOptions
	var to string
	var order bool
	cmd := &cobra.Command{
		Use:   "path TOPIC [FILE|FOLDER|-]…",
		Short: "Say what to learn before a topic, in order",
		Long: `Say what to learn before TOPIC, in learning order, TOPIC itself last: its declared
prerequisites, those of what holds it, and so on.

TOPIC is a topic, section or part, by id, title, or a word of it. With --order, what
the course's own order puts before counts too.

` + theCourse + `
A topic that has the name of a file is named with --to.`,
		Example: `  roadmapviz path Attention
  roadmapviz path 'Vector databases' docs/course.md
  roadmapviz path Attention --highlight -o path.svg`,
		ValidArgsFunction: completeTopics(1, graph.Part, graph.Section, graph.Topic),
		Args:              cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			topics, inputs := splitTopics(args)
			if to != "" {
				topics = append(topics, to)
			}
			if len(topics) != 1 {
				return needTopics("path leads to one TOPIC, in quotes if it has several words", topics, inputs, "--to names the topic")
			}
			return o.ask(cmd, s, nil, inputs, func(g *graph.Graph) (answer, error) { return pathTo(g, topics[0], order) })
		},
	}
	o = addQuestionFlags(cmd, s)
	cmd.Flags().StringVar(&to, "to", "", "the TOPIC, if it has the name of a file")
	cmd.Flags().BoolVar(&order, "order", false, "also what comes before in the course's own order")
	cmd.RegisterFlagCompletionFunc("to", flags.CompleteNodes(graph.Part, graph.Section, graph.Topic))
	return cmd
}

// pathTo asks what to learn before the node that a name means.
func pathTo(g *graph.Graph, name string, order bool) (answer, error) {
	to, err := find(g, name)
	if err != nil {
		return answer{}, err
	}
	steps, err := g.Path(to.ID, order)
	if err != nil {
		return answer{}, err
	}
	x := graph.NewIndex(g)
	lit := graph.IDs(steps)
	for _, i := range x.Subtree(x.At(to.ID)) { // to learn a section is to learn its topics
		if g.Nodes[i].Kind == graph.Topic {
			lit = append(lit, g.Nodes[i].ID)
		}
	}
	return answer{
		nodes: lit,
		json: struct {
			To    string           `json:"to"` // ID
			Steps []graphjson.Node `json:"steps"`
		}{to.ID, graphjson.NodesOf(steps)},
		text: func(w *bufio.Writer) {
			if len(steps) > 1 {
				terminal.Print(w, "To learn %q, in this order:", to.Text())
				writeSteps(w, x, steps)
				return
			}
			terminal.Print(w, "Nothing has to be learned before %q.", to.Text())
			if !order {
				terminal.Print(w, "(--order tells what the course's own order puts before it.)")
			}
		},
	}, nil
}
