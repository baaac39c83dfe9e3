package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
)

// newHelpCmd is the command that explains commands. That of package cobra takes
// a command that does not exist for a success.
func newHelpCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		Long:  "Explain a command with its options, as --help does.",
		Example: `  roadmapviz help
  roadmapviz help render`,
		GroupID: "help",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(cmd), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			asked, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return flags.Unknown("command", strings.Join(args, " "), commandNames(cmd))
			}
			asked.InitDefaultHelpFlag() // which it would have if it ran
			asked.InitDefaultVersionFlag()
			return asked.Help()
		},
	}
}

// nameShells says in the command of package cobra for completions what our own
// commands say, too.
func nameShells(root *cobra.Command) {
	completion, _, err := root.Find([]string{"completion"})
	if err != nil || completion == root {
		return
	}
	completion.Short = "Write the completions for a shell"
	completion.Args = func(_ *cobra.Command, args []string) error {
		var shells []string
		for _, c := range completion.Commands() {
			shells = append(shells, c.Name())
		}
		if len(args) > 0 {
			return flags.Unknown("shell", args[0], shells)
		}
		return flags.Usagef("completion is for one shell: %s", strings.Join(shells, ", "))
	}
	completion.RunE = func(*cobra.Command, []string) error { return nil } // Args has refused
	completion.Example = `  source <(roadmapviz completion bash)
  roadmapviz completion fish > ~/.config/fish/completions/roadmapviz.fish`
	for _, c := range completion.Commands() {
		c.Example = "  roadmapviz completion " + c.Name()
	}
}
