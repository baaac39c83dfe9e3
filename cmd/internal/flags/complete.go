package flags

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// CompleteNodes proposes the nodes of some kinds of the course that the arguments name,
// with their titles. That of stdin is not read: it is the user's terminal.
func CompleteNodes(kinds ...graph.Kind) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		conf, err := Configure(cmd, args)
		if err != nil || slices.Contains(args, "-") {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		c, err := workspace.Open(cmd.Context(), conf, args)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var proposals []cobra.Completion
		for _, n := range c.Graph.Nodes {
			if slices.Contains(kinds, n.Kind) {
				proposals = append(proposals, cobra.CompletionWithDesc(terminal.Line(n.ID), terminal.Line(n.Title)))
			}
		}
		return proposals, cobra.ShellCompDirectiveNoFileComp
	}
}
