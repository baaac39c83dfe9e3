package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/version"
)

func newVersionCmd(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		Example: `  roadmapviz version
  roadmapviz --version`,
		RunE: func(*cobra.Command, []string) error { return printVersion(s) },
	}
}

// printVersion says which program this is, and for which machine.
func printVersion(s *streams) error {
	return terminal.Print(s.out, "roadmapviz %s (%s, %s/%s)", version.Here(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
