package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

func newIconsCmd(s *streams) *cobra.Command {
	var why bool
	var format string
	cmd := &cobra.Command{
		Use:   "icons [WORD…] | icons --why [FILE|FOLDER|-]…",
		Short: "Search the icons, and say why sections have theirs",
		Long: `Print the icons of the pack that have all the words, in their names or among the words
that they are guessed for; without a word, all icons.

With --why, print which icon each section of a course has, and why: it is the author's,
or a word of the title suggests it, and no section nearby has it. A comment behind the
heading changes it: <!-- roadmap: icon=NAME -->, with icon=none for none.`,
		Example: `  roadmapviz icons graph
  roadmapviz icons 🐍
  roadmapviz icons --why README.md`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !why {
				found := icons.Search(args...)
				if len(found) == 0 {
					hint := cmp.Or(nearest.Hint(strings.Join(args, "-"), icons.Names()), "an English word may find one")
					return fmt.Errorf("there is no icon for %q: %s", strings.Join(args, " "), hint)
				}
				return printAll(s, format, found)
			}
			c, err := courseOf(cmd, s, args)
			if err != nil {
				return err
			}
			return printAll(s, format, layout.SectionIcons(graph.NewIndex(c.Graph.Drawn())))
		},
	}
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if why {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return icons.Names(), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.Flags().BoolVar(&why, "why", false, "say of each section of a course why it has its icon")
	addFormat(cmd, &format, textOrJSON, "format: text or json")
	flags.AddCourse(cmd)
	return cmd
}

// printAll prints a list, a line each or as JSON.
func printAll[T any](s *streams, format string, list []T) error {
	if format == "json" {
		return markup.JSON(s.out, list)
	}
	for _, entry := range list {
		if err := terminal.Print(s.out, "%v", entry); err != nil {
			return err
		}
	}
	return nil
}
