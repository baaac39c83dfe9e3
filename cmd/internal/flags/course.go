package flags

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// AddCourse adds the flags of all commands that read a course.
func AddCourse(cmd *cobra.Command) {
	names := courses.Readable()
	cmd.Flags().Bool("follow", false, "read the Markdown files that the course links to, too, within its folder")
	cmd.Flags().String("from", "", "format of the input: "+strings.Join(names, ", ")+" (default by its extension, else markdown)")
	cmd.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// Configure finds the settings of the course that arguments name, as
// [workspace.FindConfig] has it, and puts the command's flags into them.
func Configure(cmd *cobra.Command, args []string) (workspace.Config, error) {
	c, err := workspace.FindConfig(args)
	if err != nil {
		return c, err
	}
	Adjust(cmd, c.Settings)
	if f := cmd.Flags().Lookup("from"); f != nil {
		c.From = f.Value.String()
	}
	return c, nil
}

// Adjust puts the command's flags into settings.
func Adjust(cmd *cobra.Command, s *settings.Settings) {
	if f := cmd.Flags().Lookup("follow"); f != nil && f.Changed {
		s.Follow = f.Value.String() == "true"
	}
}
