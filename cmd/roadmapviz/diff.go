package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	codecs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/internal/git"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// diffOptions are the flags of diff.
type diffOptions struct {
	format   string
	exitCode bool
	outputs  []string
	figure   figure.Options
	machine  flags.Machine
}

func newDiffCmd(s *streams) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show how two versions of a course differ, in words or as one picture",
		Long: `Compare two versions of a course: what was added, removed, renamed and moved, and
which prerequisites came and went.

Each of OLD and NEW is a document, a figure that roadmapviz drew, an exported graph,
or REV:PATH, a file in git. With -o the difference is drawn too, as one picture in
which every changed box has a mark and a word.

The exit status is 3 with --exit-code when the versions differ.`,
		Example: `  roadmapviz diff --exit-code HEAD:README.md README.md
  roadmapviz diff HEAD~5:README.md README.md
  roadmapviz diff img/roadmap_engineer.png README.md
  roadmapviz diff old.md new.md --part engineer -o diff.svg`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkFormats(cmd.Flags(), o.outputs, ""); err != nil {
				return err
			}
			conf, err := flags.Configure(cmd, newest(args))
			if err != nil {
				return err
			}
			o.machine.Set(&o.figure.Machine)
			if err := conf.Apply(&o.figure, flags.Changed(cmd.Flags())); err != nil {
				return flags.AsFlag(err)
			}
			old, new, whole, err := openVersions(cmd.Context(), s, conf, args, o.figure.Parts)
			if err != nil {
				return err
			}
			if err := guard(o.outputs, append(append(args, conf.Name), workspace.NamedFiles(&o.figure)...)...); err != nil {
				return err
			}
			if err := o.draw(cmd.Context(), s, old, new); err != nil {
				return err
			}
			found := compared(old, new, whole)
			if err := changes.Formats[o.format](s.out, found); err != nil {
				return err
			}
			if o.exitCode && len(found) > 0 {
				return differsError{fmt.Errorf("the versions have %s", words.Count(len(found), "difference"))}
			}
			return nil
		},
	}
	f := cmd.Flags()
	addFormat(cmd, &o.format, slices.Sorted(maps.Keys(changes.Formats)), "format: json, markdown or text")
	f.BoolVar(&o.exitCode, "exit-code", false, "end with the status 3 when the versions differ")
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "picture of the difference to write: SVG, PNG, HTML or PDF (repeatable)")
	flags.AddFigure(cmd, &o.figure, "highlight", "focus", "hops", "reduce", "progress") // which are about one version
	o.machine.Add(cmd)
	flags.AddCourse(cmd)
	return cmd
}

// openVersions reads both versions, and says whether one is a figure that shows all of
// its course. A figure of some parts is compared with the same parts of the other version.
func openVersions(ctx context.Context, s *streams, conf workspace.Config, args, parts []string) (old, new *graph.Graph, whole bool, err error) {
	var both [2]*course
	for i, arg := range args {
		if both[i], err = openVersion(ctx, s, conf, arg); err != nil {
			return nil, nil, false, err
		}
		whole = whole || both[i].Figure != nil && figure.IsWhole(*both[i].Figure)
		conf.Prior = both[i].Prior() // of the next one
		printDiagnostics(s.err, both[i].Diagnostics, graph.Error)
	}
	if len(parts) == 0 {
		for _, c := range both {
			if c.Figure != nil && len(parts) == 0 {
				parts = c.Figure.Parts
			}
		}
	}
	var graphs [2]*graph.Graph
	for i, c := range both {
		graphs[i] = c.Graph.Drawn()
		if len(parts) == 0 {
			continue
		}
		g, err := c.selection(parts)
		if err != nil {
			return nil, nil, false, err
		}
		graphs[i] = g.Drawn()
	}
	return graphs[0], graphs[1], whole, nil
}

// newest is the new one of two versions if that is a file, or else the old one, or
// neither: both versions go by the settings that lie near to it.
func newest(args []string) []string {
	for _, arg := range slices.Backward(args) {
		if _, err := os.Stat(arg); err == nil {
			return []string{arg}
		}
	}
	return nil
}

// openVersion reads one version: a file, or else one in git.
func openVersion(ctx context.Context, s *streams, conf workspace.Config, arg string) (*course, error) {
	rev, path, isRev := strings.Cut(arg, ":")
	if _, err := os.Stat(arg); err == nil || !isRev || rev == "" || workspace.IsAddress(arg) {
		return openCourse(ctx, s, conf, []string{arg})
	}
	if strings.HasPrefix(arg, "-") {
		return nil, flags.Usagef("%s: a revision does not begin with a hyphen", arg)
	}
	src, err := git.Show(ctx, arg, courses.MaxSize)
	if err != nil {
		return nil, err
	}
	if f, ok := codecs.ByExtension(path); ok && f.Decode != nil {
		conf.From = f.Name
	}
	c, err := openCourse(ctx, &streams{in: bytes.NewReader(src), err: s.err}, conf, []string{"-"})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", arg, err)
	}
	c.Name = arg
	for i := range c.Graph.Nodes {
		c.Graph.Nodes[i].Source.File = arg
	}
	for i := range c.Graph.Edges {
		c.Graph.Edges[i].Source.File = arg
	}
	return c, nil
}

// compared lists the differences in words: those of the outline, or of the whole.
func compared(old, new *graph.Graph, whole bool) []changes.Change {
	found := []changes.Change{}
	if whole {
		return append(found, changes.Beside(old, new, graph.Position{})...)
	}
	if len(graph.Diff(old, new)) == 0 {
		return found
	}
	return changes.Between(old, new, graph.Position{})
}

// draw writes the pictures of the difference.
func (o diffOptions) draw(ctx context.Context, s *streams, old, new *graph.Graph) error {
	for _, out := range o.outputs {
		f, err := formatOf(out, "")
		if err != nil {
			return err
		}
		data, err := figure.DrawMerged(ctx, graph.Merge(old, new), len(o.figure.Parts) > 0, o.figure, f)
		if err != nil {
			return flags.AsFlag(err)
		}
		if err := writeOutput(out, s.out, data); err != nil {
			return err
		}
	}
	return nil
}
