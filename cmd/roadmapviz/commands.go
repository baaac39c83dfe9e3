package main

import (
	"slices"

	"github.com/spf13/cobra"
)

// The groups of commands in the help.
var groups = []*cobra.Group{
	{ID: "draw", Title: "Draw and keep figures in step with their text:"},
	{ID: "read", Title: "Read a course and ask about it:"},
	{ID: "help", Title: "Set up, mend and understand:"},
}

// subcommand is a command by its name, before it has been built with its flags.
type subcommand struct {
	group, name string
	build       func(*streams) *cobra.Command
}

// commands are all of them, as the help lists them.
func commands() []subcommand {
	return []subcommand{
		{"draw", "render", newRenderCmd},
		{"draw", "sync", newSyncCmd},
		{"draw", "check", newCheckCmd},
		{"draw", "diff", newDiffCmd},
		{"draw", "serve", newServeCmd},
		{"draw", "themes", newThemesCmd},
		{"draw", "badge", newBadgeCmd},
		{"read", "list", newListCmd},
		{"read", "export", newExportCmd},
		{"read", "stats", newStatsCmd},
		{"read", "path", newPathCmd},
		{"read", "next", newNextCmd},
		{"read", "order", newOrderCmd},
		{"read", "explain", newExplainCmd},
		{"read", "inspect", newInspectCmd},
		{"read", "icons", newIconsCmd},
		{"read", "mark", newMarkCmd},
		{"help", "init", newInitCmd},
		{"help", "lint", newLintCmd},
		{"help", "version", newVersionCmd},
	}
}

// meantBy are the commands that arguments may mean: the one that they name, or all of
// them, as for help. Building a command costs time and memory, for its flags are many.
func meantBy(args []string) []subcommand {
	all := commands()
	name := slices.IndexFunc(args, func(arg string) bool { return arg != "-q" && arg != "--quiet" }) // after --help it is no command
	if name >= 0 {
		if i := slices.IndexFunc(all, func(c subcommand) bool { return c.name == args[name] }); i >= 0 {
			return all[i : i+1]
		}
	}
	return all
}
