package main

import (
	"bufio"
	"errors"
	"fmt"
	"slices"

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
FILE defaults to the input: of roadmapviz.yaml in this folder or above, else README.md.
The exit status is 1 when nothing leads from BEFORE to AFTER.`,
		Example: `  roadmapviz explain 'Linear Algebra' 'Attention'
  roadmapviz explain 'Linear Algebra' 'Attention' --highlight -o why.svg`,
		Args: cobra.MinimumNArgs(2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) >= 2 {
				return nil, cobra.ShellCompDirectiveDefault // files follow
			}
			return completeNodes(s, graph.Part, graph.Section, graph.Topic)(cmd, nil, word)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.ask(cmd, s, args[2:], func(g *graph.Graph) (answer, error) {
				e, err := explain(g, args[0], args[1])
				return answer{json: e, text: e.write, nodes: e.nodes()}, err
			})
		},
	}
	o = addQuestionFlags(cmd, s)
	return cmd
}

// explanation says why one node comes after another. Every step has a place:
// its own, or that of the node that it leads to.
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
	e := explanation{From: from.ID, To: to.ID, index: graph.NewIndex(g)}
	steps, err := g.Explain(from.ID, to.ID)
	if err != nil {
		return e, err
	}
	if len(steps) == 0 {
		return e, e.nothing(g, from, to)
	}
	// The chain may begin at what holds the first node.
	for n := from; n.ID != steps[0].From; n, _ = e.index.Node(n.Parent) {
		e.Steps = append(e.Steps, graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
	}
	e.Steps = append(e.Steps, steps...)
	for i, step := range e.Steps {
		if step.Source.Line == 0 {
			n, _ := e.index.Node(step.To)
			e.Steps[i].Source = n.Source
		}
	}
	return e, nil
}

// nothing is the error for nodes that no chain joins.
func (e explanation) nothing(g *graph.Graph, from, to graph.Node) error {
	if from.ID == to.ID {
		return fmt.Errorf("both names mean %q", from.ID)
	}
	if back, err := g.Explain(to.ID, from.ID); err == nil && len(back) > 0 {
		return fmt.Errorf("%q does not come after %q; it is the other way round", to.Text(), from.Text())
	}
	if slices.Contains(e.index.Ancestors(e.index.At(from.ID)), e.index.At(to.ID)) {
		return fmt.Errorf("%q is a part of %q", from.Text(), to.Text())
	}
	return errors.New("nothing in the course says that " + fmt.Sprintf("%q comes after %q", to.Text(), from.Text()))
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
