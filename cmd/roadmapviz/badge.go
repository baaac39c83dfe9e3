package main

import (
	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// newBadgeCmd is render with the layout of badges.
func newBadgeCmd(s *streams) *cobra.Command {
	cmd := newRenderCmd(s)
	cmd.Use, cmd.Short = "badge [FILE|FOLDER|-]…", "Draw a badge that says how many topics are done"
	cmd.Long = `Draw a small badge that says how many topics of a course, or of a part of it, are done.
It is the figure of 'render --layout badge': sync and check keep it as they do others.`
	cmd.Example = `  roadmapviz badge README.md -o progress.svg
  roadmapviz badge --progress me.yaml --label learnt -o progress.png`
	cmd.Flags().Set("layout", figure.Badge)
	flags.ShowOnly(cmd.Flags(), "part", "theme", "mode", "progress", "label", "scale", "text")
	return cmd
}
