package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/progress"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

func newMarkCmd(s *streams) *cobra.Command {
	var o figure.Options
	cmd := &cobra.Command{
		Use:   "mark TOPIC STATE [FILE|FOLDER]…",
		Short: "Note that a topic is done, doing, todo or skipped",
		Long: `Note how far you are with a topic, a section or a part: done, doing, todo or skipped.

With --progress, or a progress of roadmapviz.yaml, that goes into a file of yours,
which is made if there is none. Otherwise the topic's box in the task list of the
README is ticked, and nothing else in it changes.`,
		Example: `  roadmapviz mark "Scarf joints" done
  roadmapviz mark boats/wood/steaming skipped README.md --progress me.yaml`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(graph.Statuses(), args[1]) {
				return flags.Unknown("state", args[1], graph.Statuses())
			}
			conf, err := flags.Configure(cmd, args[2:])
			if err != nil {
				return err
			}
			c, err := openCourse(cmd.Context(), s, conf, args[2:])
			if err != nil {
				return err
			}
			n, err := find(c.Graph, args[0], graph.Part, graph.Section, graph.Topic)
			if err == nil {
				if err = conf.Apply(&o, flags.Changed(cmd.Flags())); err == nil {
					err = c.mark(s, n, graph.Status(args[1]), o, cmd.Flags().Changed("progress"))
				}
			}
			return err
		},
	}
	cmd.ValidArgsFunction = completeTopics(1, graph.Part, graph.Section, graph.Topic)
	flags.AddOption(cmd, &o, "progress")
	flags.AddCourse(cmd)
	return cmd
}

// mark writes the state of a node into a learner's file, which may be one that the
// user has named, or without one into the task list that has it.
func (c *course) mark(s *streams, n graph.Node, state graph.Status, o figure.Options, named bool) (err error) {
	var path string
	if o.Progress == "" {
		if path, err = c.tick(n, state); err != nil {
			return &graph.SyntaxError{Source: n.Source, Message: fmt.Sprintf("%q: %s", n.Text(), err), Hint: "or name a file of yours with --progress FILE"}
		}
	} else {
		path = filepath.FromSlash(figure.File{Path: o.Progress, Place: o.Learner}.String())
		old, err := files.ReadFrom(o.Learner.FS, o.Progress, progress.MaxSize)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: %w", path, files.WithoutPath(err))
		}
		text, err := progress.Set(old, path, c.Graph, n.ID, state)
		switch {
		case err != nil:
			return err
		case named:
			err = files.Write(path, text, true)
		default:
			err = files.WriteWithin(cmp.Or(filepath.FromSlash(o.Learner.Prefix), "."), path, text, true)
		}
		if err != nil {
			return err
		}
		if all, err := progress.Read(text, path); err == nil { // what else it says stays, also of topics that are gone
			if _, err = all.Apply(c.Graph); err != nil {
				terminal.PrintError(s.err, "warning: ", err)
			}
		}
	}
	return terminal.Print(s.out, "%s: %s is %s", filepath.ToSlash(path), n.ID, state)
}

// tick ticks the box of a node's item, and returns the path of the file that has it.
func (c *course) tick(n graph.Node, state graph.Status) (path string, err error) {
	i := slices.IndexFunc(c.Files, func(f courses.File) bool { return f.Name == n.Source.File && f.IsMarkdown() && f.Path != "" })
	if i < 0 {
		return "", progress.ErrNoTask
	}
	old, err := files.ReadFrom(c.FS, c.Inner(c.Files[i]), courses.MaxSize)
	if err != nil {
		return "", files.WithoutPath(err)
	}
	text, err := progress.Tick(old, n, state)
	path = c.Path(c.Inner(c.Files[i]))
	if err == nil && !bytes.Equal(old, text) {
		err = replaceText(c.Place, path, old, text)
	}
	return path, err
}
