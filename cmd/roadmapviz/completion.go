package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// completeParts proposes the parts and sections of the course at hand.
func completeParts(s *streams) cobra.CompletionFunc {
	return completeNodes(s, graph.Part, graph.Section)
}

// completeNodes proposes the nodes of some kinds, with their titles.
func completeNodes(s *streams, kinds ...graph.Kind) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		conf, err := configure(cmd)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		c, err := openCourse(cmd.Context(), s, conf, args)
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
