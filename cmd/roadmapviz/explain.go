package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

func newExplainCmd(s *streams) *cobra.Command {
	var o *questionOptions
	cmd := &cobra.Command{
		Use:   "explain BEFORE AFTER [FILE|FOLDER|-]…",
		Short: "Say why one element of the course comes after another",
		Long: `Say why AFTER comes after BEFORE: the chain of prerequisites and of the course's
own order that leads from one to the other, each step with its reason and place.

BEFORE and AFTER are parts, sections or topics, by id, title, or a word of it.
` + theCourse + `
The exit status is 1 when nothing leads from BEFORE to AFTER.`,
		Example: `  roadmapviz explain 'Linear Algebra' 'Attention'
  roadmapviz explain 'Linear Algebra' 'Attention' --highlight -o why.svg`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeTopics(2, graph.Part, graph.Section, graph.Topic),
		RunE: func(cmd *cobra.Command, args []string) error {
			topics, inputs := splitTopics(args)
			if len(topics) != 2 {
				return needTopics("explain takes two topics, BEFORE and AFTER, in quotes if they have several words", topics, inputs, "name the topic by its id, or more of its title")
			}
			return o.ask(cmd, s, nil, inputs, func(g *graph.Graph) (answer, error) {
				e, err := explain(g, topics[0], topics[1])
				return answer{json: e, text: e.write, nodes: e.nodes()}, err
			})
		},
	}
	o = addQuestionFlags(cmd, s)
	return cmd
}

// explanation says why one node comes after another.
type explanation struct {
	From  string       `json:"from"` // IDs
	To    string       `json:"to"`
	Steps []graph.Edge `json:"steps"`

	index *graph.Index
}

// explain finds the chain between the nodes that two names mean.
func explain(g *graph.Graph, before, after string) (explanation, error) {
	from, err := find(g, before)
	if err != nil {
		return explanation{}, err
	}
	to, err := find(g, after)
	if err != nil {
		return explanation{}, err
	}
	steps, err := g.Explain(from.ID, to.ID)
	return explanation{from.ID, to.ID, steps, graph.NewIndex(g)}, err
}

// nodes are the IDs of what the chain passes.
func (e explanation) nodes() []string {
	passed := []string{e.From}
	for _, s := range e.Steps {
		passed = append(passed, s.From, s.To)
	}
	return passed
}

// write writes one step a line, its place first, so that terminals and editors
// can jump there.
func (e explanation) write(b *bufio.Writer) {
	title := func(id string) string { n, _ := e.index.Node(id); return n.Text() }
	terminal.Print(b, "%q comes after %q:", title(e.To), title(e.From))
	for _, s := range e.Steps {
		from, to := title(s.From), title(s.To)
		line := fmt.Sprintf("%q is part of %q", to, from)
		switch {
		case s.Kind == graph.Requires:
			line = fmt.Sprintf("%q requires %q", to, from)
		case s.Kind == graph.Next:
			line = fmt.Sprintf("%q follows %q", to, from)
			if s.Reason == "" {
				s.Reason = "the order of the course"
			}
		}
		if s.Guess != "" {
			s.Reason += fmt.Sprintf(", guessed from %q", s.Guess)
		}
		if s.Reason != "" {
			line += " (" + s.Reason + ")"
		}
		if place := s.Source.String(); place != "" {
			line = place + ": " + line
		}
		terminal.Print(b, "  %s", line)
	}
}
