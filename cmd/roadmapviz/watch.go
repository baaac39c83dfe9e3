package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// settleTime is how long nothing must happen before a change counts as complete:
// editors save in several steps.
const settleTime = 100 * time.Millisecond

// addWatchFlag adds --watch, which runs the same command line again whenever
// what it reads is saved: the files of courses, and what lies beside their settings.
func addWatchFlag(s *streams, cmd *cobra.Command, reads func(cmd *cobra.Command, args []string) []string) {
	on := cmd.Flags().BoolP("watch", "w", false, "go on, and do it again whenever the course, the configuration or the theme is saved")
	once := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !*on || s.watched {
			return once(cmd, args)
		}
		if slices.Contains(args, "-") {
			return usagef("--watch is for files, and stdin is none")
		}
		if out := cmd.Flags().Lookup("output"); out != nil && (out.Value.String() == "[]" || strings.Contains(out.Value.String(), "[-]")) {
			return usagef("--watch needs a file to write to: -o FILE")
		}
		theme := ""
		if f := cmd.Flags().Lookup("theme"); f != nil {
			theme = f.Value.String()
		}
		return watch(cmd.Context(), s, func() (string, []string) {
			read := reads(cmd, args)
			files := watched(read, args, theme)
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
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("--watch: %w", err)
	}
	defer w.Close()
	again := *s
	again.watched = true
	for {
		what, files := reads()
		files = withTargets(files)
		for _, f := range files {
			// Folders are watched and not files, because editors put a new file in
			// the place of the old one. What is watched already stays so.
			if err := w.Add(filepath.Dir(f)); err != nil {
				return fmt.Errorf("--watch: %s: %w", filepath.Dir(f), err)
			}
		}
		execute(ctx, &again)
		terminal.Print(s.err, "watching %s; stop with Ctrl+C", what)
		if err := nextChange(ctx, w, files); err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return err
		}
	}
}

// readsCourse are the files of the course that the arguments name.
func readsCourse(s *streams) func(cmd *cobra.Command, args []string) []string {
	return func(cmd *cobra.Command, args []string) (files []string) {
		if conf, err := configure(cmd); err == nil {
			if c, err := openCourse(cmd.Context(), s, conf, args); err == nil {
				for _, f := range c.Files {
					files = append(files, c.path(c.inner(f)))
				}
			}
		}
		return files
	}
}

// watched are the files that the result depends on, the courses' first: what is read,
// and the settings and themes of its folders.
func watched(read, args []string, theme string) []string {
	files := slices.Clone(read)
	folders := []string{"."}
	if files == nil { // it cannot be read at the moment
		files = append(slices.Clone(args), "README.md")
	}
	for _, f := range read {
		if folder := filepath.Dir(f); !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	if figure.IsThemeFile(theme) {
		files = append(files, theme)
	}
	for _, folder := range folders {
		conf, err := findConfig(folder)
		if err == nil && read == nil {
			for _, name := range conf.Input {
				files = append(files, filepath.Join(conf.folder, filepath.FromSlash(name)))
			}
		}
		if err == nil && figure.IsThemeFile(conf.Figure.Theme) {
			files = append(files, filepath.Join(conf.folder, filepath.FromSlash(conf.Figure.Theme)))
		}
		if conf.Settings != nil && conf.Name != "" {
			files = append(files, filepath.FromSlash(conf.Name))
		}
		for _, name := range settings.Names() {
			files = append(files, filepath.Join(folder, name))
		}
	}
	return files
}

// mostLinks bounds the links from link to link to a file, which may go round.
const mostLinks = 40

// withTargets are the files and, of those that are links, what these lead to:
// a link changes when it is replaced, and when its target is saved. Folders are
// named by where they are, so that each has one name.
func withTargets(files []string) []string {
	var all []string
	for _, f := range files {
		for range mostLinks {
			folder := filepath.Dir(f)
			if real, err := filepath.EvalSymlinks(folder); err == nil {
				folder = real
			}
			if whole, err := filepath.Abs(folder); err == nil {
				folder = whole
			}
			f = filepath.Join(folder, filepath.Base(f))
			all = append(all, f)
			target, err := os.Readlink(f)
			if err != nil {
				break // it is no link
			}
			if !filepath.IsAbs(target) {
				target = filepath.Join(folder, target)
			}
			f = target
		}
	}
	return all
}

// nextChange waits until one of the files, or another document beside them, was
// saved, and nothing more happens.
func nextChange(ctx context.Context, w *fsnotify.Watcher, files []string) error {
	var settled <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-settled:
			return nil
		case e, ok := <-w.Events:
			if !ok {
				return errors.New("--watch: the system stopped telling of changes")
			}
			if e.Op != fsnotify.Chmod && concerns(e.Name, files) {
				settled = time.After(settleTime)
			}
		case err := <-w.Errors:
			// Events were lost, so look again.
			if err != nil {
				settled = time.After(settleTime)
			}
		}
	}
}

func concerns(name string, files []string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		return !strings.HasPrefix(filepath.Base(name), ".")
	}
	return slices.Contains(files, name)
}
