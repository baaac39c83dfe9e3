package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// initOptions are the flags of init.
type initOptions struct {
	output string
	force  bool
}

func newInitCmd(s *streams) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init [FILE|FOLDER]",
		Short: "Write a first roadmapviz.yaml for a course",
		Long: `Write a roadmapviz.yaml with comments for the course at hand: what was found in it,
what was left out, and how to change that. Of a course that could as well be read
otherwise it has the lines that settle it. FILE defaults to README.md.`,
		Example: `  roadmapviz init
  roadmapviz init docs/course.md -o -`,
		RunE: func(cmd *cobra.Command, args []string) error { return initConfig(cmd.Context(), s, args, o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", settings.Names()[0], "file to write, or - for stdout")
	f.BoolVar(&o.force, "force", false, "write over a file that is there")
	return cmd
}

func initConfig(ctx context.Context, s *streams, args []string, o initOptions) error {
	if _, err := os.Lstat(o.output); err == nil && !o.force && o.output != "-" {
		return fmt.Errorf("%s is there already; --force writes over it, -o - prints", filepath.ToSlash(o.output))
	}
	c, err := openCourse(ctx, s, workspace.Config{Settings: &settings.Settings{}}, args)
	if err != nil {
		return err
	}
	if err := guard([]string{o.output}, c.Paths()...); err != nil {
		return err
	}
	read, err := c.explain(ctx)
	if err != nil {
		return err
	}
	var inputs []string
	for _, name := range c.Names {
		rel, err := relativeTo(filepath.Dir(o.output), c.Path(name))
		if err != nil {
			return err
		}
		inputs = append(inputs, rel)
	}
	if err := writeOutput(o.output, s.out, []byte(settings.Starter(inputs, c.Graph, read))); err != nil {
		return err
	}
	if o.output != "-" {
		terminal.Print(s.err, "wrote %s for %s", filepath.ToSlash(o.output), c.Name)
		if len(read) == 1 && read[0].InDoubt {
			terminal.Print(s.err, "%s can as well be read otherwise: %s has the lines that settle it", c.Name, filepath.ToSlash(o.output))
		}
	}
	return nil
}

func relativeTo(folder, path string) (string, error) {
	from, err1 := filepath.Abs(folder)
	to, err2 := filepath.Abs(path)
	if err := errors.Join(err1, err2); err != nil {
		return "", err
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.ToSlash(to), nil // on another drive
	}
	return filepath.ToSlash(rel), nil
}
