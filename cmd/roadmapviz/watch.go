package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/saves"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// addWatchFlag adds --watch, which runs the same command line again whenever
// what it reads is saved: the files of courses, and what lies beside their settings.
func addWatchFlag(s *streams, cmd *cobra.Command, reads func(cmd *cobra.Command, args []string) []string) {
	on := cmd.Flags().BoolP("watch", "w", false, "go on, and do it again whenever the course, the configuration or a file that it names is saved")
	once := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !*on || s.watched {
			return once(cmd, args)
		}
		if slices.Contains(args, "-") {
			return flags.Usagef("--watch is for files, and stdin is none")
		}
		if out := cmd.Flags().Lookup("output"); out != nil && (out.Value.String() == "[]" || strings.Contains(out.Value.String(), "[-]")) {
			return flags.Usagef("--watch needs a file to write to: -o FILE")
		}
		var named []string
		if f := cmd.Flags().Lookup("theme"); f != nil { // with the other options of figures
			named = workspace.NamedFiles(f.Value.(flags.Figure).Options)
		}
		return watch(cmd.Context(), s, func() (string, []string) {
			read := reads(cmd, args)
			files := append(workspace.Watched(read, args), named...)
			what := filepath.ToSlash(files[0])
			if len(read) > 1 {
				what += fmt.Sprintf(" and %d more", len(read)-1)
			}
			return what, files
		})
	}
}

// watch runs the command line of s now and after every change of what it reads,
// until the context ends. A mistake is shown and survived. What is read is said in
// words, and as files.
func watch(ctx context.Context, s *streams, reads func() (string, []string)) error {
	again := *s
	again.watched = true
	var what string
	err := saves.Watch(ctx, func() (files []string) {
		what, files = reads()
		return files
	}, func(context.Context) { // which sync itself would end, as it saves the course
		execute(ctx, &again)
		terminal.Print(s.err, "watching %s; stop with Ctrl+C", what)
	})
	if err != nil {
		return fmt.Errorf("--watch: %w", err)
	}
	return nil
}

// readsCourse are the files of the course that the arguments name.
func readsCourse(s *streams) func(cmd *cobra.Command, args []string) []string {
	return func(cmd *cobra.Command, args []string) (files []string) {
		if conf, err := flags.Configure(cmd, args); err == nil {
			if c, err := openCourse(cmd.Context(), s, conf, args); err == nil {
				for _, f := range c.Files {
					files = append(files, c.Path(c.Inner(f)))
				}
			}
		}
		return files
	}
}
