package main

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/version"
)

// serveProgram is what serve runs: what serving needs would otherwise be loaded by
// every command.
const serveProgram = "roadmapviz-serve"

func newServeCmd(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve [FILE|FOLDER]…",
		Short: "Show the roadmap in the browser while you write, or draw what is sent",
		Long: `Show the roadmap of a course in the browser, and draw it again whenever the course is
saved; or with --api be a service that draws what is sent to it, also in the protocol
of Kroki. Both are done by ` + serveProgram + `, a program of its own, which knows the flags.`,
		Example: `  roadmapviz serve
  roadmapviz serve --api --listen :8300`,
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if slices.Contains(args, "--help") || slices.Contains(args, "-h") {
				return cmd.Help()
			}
			path, err := workspace.FindProgram(serveProgram)
			if err != nil {
				return err
			}
			return become(cmd.Context(), s, path, args)
		},
		ValidArgsFunction: completeServe,
	}
	help := cmd.HelpFunc()
	cmd.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		path, err := workspace.FindProgram(serveProgram)
		if err == nil {
			err = become(cmd.Context(), s, path, []string{"--help"})
		}
		if err != nil {
			help(cmd, args)
			terminal.PrintError(s.err, "", err)
		}
	})
	return cmd
}

// childEnvironment tells the program that takes the place of this one which version this
// is: that says so if it is of another.
func childEnvironment() []string {
	return append(os.Environ(), workspace.ParentVersion+"="+version.Here())
}

// completeServe asks the program what it proposes.
func completeServe(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	path, err := workspace.FindProgram(serveProgram)
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	proposals, directive := proposed(cmd.Context(), path, append(slices.Clone(args), word))
	return slices.DeleteFunc(proposals, func(line string) bool {
		name, _, _ := strings.Cut(line, "\t")
		return cmd.InheritedFlags().Lookup(strings.TrimLeft(name, "-")) != nil // which is proposed anyway
	}), directive
}

// proposed is what a program of package cobra proposes for a command line: a line each,
// and the directive in the last one.
func proposed(ctx context.Context, path string, args []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	out, err := exec.CommandContext(ctx, path, append([]string{cobra.ShellCompRequestCmd}, args...)...).Output()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	last := len(lines) - 1
	directive, noNumber := strconv.Atoi(strings.TrimPrefix(lines[last], ":"))
	if err != nil || noNumber != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return lines[:last], cobra.ShellCompDirective(directive)
}
