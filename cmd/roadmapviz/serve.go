package main

import (
	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
)

// serveProgram is what serve runs: what serving needs would otherwise be loaded by
// every command.
const serveProgram = "roadmapviz-serve"

func newServeCmd(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "serve [README|FOLDER]",
		Short: "Show the roadmap in the browser while you write, or draw what is sent",
		Long: `Show the roadmap of a course in the browser, and draw it again whenever the course is
saved; or with --api be a service that draws what is sent to it, also in the protocol
of Kroki. Both are done by ` + serveProgram + `, a program beside this one, which
'roadmapviz serve --help' asks for its options.`,
		Example: `  roadmapviz serve
  roadmapviz serve --api --listen :8300`,
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := workspace.FindProgram(serveProgram)
			if err != nil {
				return err
			}
			return become(cmd.Context(), s, path, args)
		},
	}
}
