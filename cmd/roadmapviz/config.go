package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// config is what a command goes by besides its own options: the project's settings,
// with the flags of all commands that read a course.
type config struct {
	*settings.Settings
	folder string       // where they lie, as seen from the working folder
	from   string       // the format of the input
	settle bool         // look for the line that settles a doubt
	prior  []graph.Node // of the course as it was read before
}

// findConfig reads the settings of a folder or of the nearest one above it that has
// some.
func findConfig(folder string) (config, error) {
	at, err := filepath.Abs(folder)
	if err != nil {
		return config{}, err
	}
	for ; ; at = filepath.Dir(at) {
		for _, name := range settings.Names() {
			if _, err := os.Lstat(filepath.Join(at, name)); errors.Is(err, fs.ErrNotExist) {
				continue
			}
			shown := shownFolder(at)
			found, err := settings.Find(files.FS(shown), ".", filepath.ToSlash(shown))
			return config{Settings: found, folder: shown}, err
		}
		if at == filepath.Dir(at) {
			return config{Settings: &settings.Settings{}}, nil
		}
	}
}

// shownFolder is an absolute folder as the user would write it.
func shownFolder(folder string) string {
	if here, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(here, folder); err == nil {
			return rel
		}
	}
	return folder
}

// configure finds the settings and puts the command's flags into them.
func configure(cmd *cobra.Command) (config, error) { return configureAt(cmd, ".") }

// configureAt does the same for a course in a folder.
func configureAt(cmd *cobra.Command, folder string) (config, error) {
	c, err := findConfig(folder)
	if err != nil {
		return c, err
	}
	adjust(cmd, c.Settings)
	if f := cmd.Flags().Lookup("from"); f != nil {
		c.from = f.Value.String()
	}
	return c, nil
}

// adjust puts the command's flags into settings.
func adjust(cmd *cobra.Command, s *settings.Settings) {
	if f := cmd.Flags().Lookup("follow"); f != nil && f.Changed {
		s.Follow = f.Value.String() == "true"
	}
}

// addCourseFlags adds the flags of all commands that read a course.
func addCourseFlags(cmd *cobra.Command) {
	names := courses.Readable()
	cmd.Flags().Bool("follow", false, "read the Markdown files that the course links to, too, within its folder")
	cmd.Flags().String("from", "", "format of the input: "+strings.Join(names, ", ")+" (default by its extension, else markdown)")
	cmd.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}
