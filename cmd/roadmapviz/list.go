package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/listing"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// listOptions are the flags of list.
type listOptions struct {
	all, why bool
	format   string
	figure   figure.Options // of which only the learner's file counts
}

func newListCmd(s *streams) *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use:   "list [FILE|FOLDER|-]…",
		Short: "Print the course's outline as a tree",
		Long: `Print the parts, sections and topics that roadmapviz reads from a course, as a tree.

With --why, each has a line that says what it is taken for and what it could be
instead, what decided, and with which weights: 64 make it e times as likely.

FILE defaults to the input: of roadmapviz.yaml in this folder or above, else README.md.
Several files, or a folder, are read as one course.`,
		Example: `  roadmapviz list --all
  roadmapviz list --why README.md
  roadmapviz list --format json`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := courseOf(cmd, s, args)
			if err != nil {
				return err
			}
			if err := c.Complete(&o.figure, flags.Changed(cmd.Flags())); err != nil {
				return flags.AsFlag(err)
			}
			l, err := c.list(cmd.Context(), o)
			if err != nil {
				return err
			}
			if name := c.Config.Name; o.why && name != "" {
				terminal.Print(s.err, "it goes by the settings of %s", name)
			}
			if o.format == "json" {
				return l.JSON(s.out)
			}
			return l.Text(s.out, o.why)
		},
	}
	f := cmd.Flags()
	f.BoolVarP(&o.all, "all", "a", false, "also what is left out of the figures, and why")
	f.BoolVar(&o.why, "why", false, "say of every element why it is read so")
	flags.AddOption(cmd, &o.figure, "progress")
	addFormat(cmd, &o.format, textOrJSON, "format: text or json; json always says why")
	flags.AddCourse(cmd)
	return cmd
}

// courseOf reads the course of a command that takes nothing else, and tells its
// diagnostics.
func courseOf(cmd *cobra.Command, s *streams, args []string) (*course, error) {
	conf, err := flags.Configure(cmd, args)
	if err != nil {
		return nil, err
	}
	c, err := openCourse(cmd.Context(), s, conf, args)
	if err == nil {
		printDiagnostics(s.err, c.Diagnostics, graph.Warning)
	}
	return c, err
}

// list is the outline of a course, explained where that is asked for.
func (c *course) list(ctx context.Context, o listOptions) (*listing.Listing, error) {
	g := c.Graph
	if !o.all {
		g = g.Drawn()
	}
	l := listing.Of(g)
	if o.all || o.why || o.format == "json" {
		why, err := c.explain(ctx)
		if err != nil {
			return nil, err
		}
		l.Explain(why, o.all)
	}
	return l, nil
}

// explain says how the documents of a course are read, and why.
func (c *course) explain(ctx context.Context) ([]markdown.Explanation, error) {
	var all []markdown.Explanation
	for _, f := range c.Files {
		if f.IsMarkdown() {
			x, err := markdown.Explain(ctx, f.Source, f.Options)
			if err != nil {
				return nil, err
			}
			all = append(all, x)
		}
	}
	return all, nil
}
