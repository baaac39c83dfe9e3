package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// renderOptions are the flags of render.
type renderOptions struct {
	outputs []string
	format  string
	figure  figure.Options
	machine flags.Machine
}

func newRenderCmd(s *streams) *cobra.Command {
	var o renderOptions
	cmd := &cobra.Command{
		Use:   "render [FILE|FOLDER|-]…",
		Short: "Draw the course's roadmap: SVG, PNG, PDF or an interactive page",
		Long: `Draw the roadmap of a course, or of one part of it.

FILE defaults to the input: of roadmapviz.yaml in this folder or above, else README.md.
Several files, or a folder, are read as one course. An output name that holds {part}
or {section} draws one figure for each, and one more of all parts, which lead to
theirs; {slug} stands for the title of what is drawn. With --preset or --size {page}
spreads it over as many pictures as it needs.`,
		Example: `  roadmapviz render --part engineer -o engineer.svg
  roadmapviz render README.md -o 'img/roadmap_{part}.png' --scale 2
  roadmapviz render --preset a4 -o 'roadmap_{page}.svg'
  roadmapviz render --theme course-dark -o dark.svg -o dark.png
  roadmapviz render -o course.html -o course.pdf
  roadmapviz render --focus Attention --hops 2 -o attention.svg
  roadmapviz render course.dot --layout layered -o course.svg`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(o.outputs) == 0 {
				o.outputs = []string{"-"}
			}
			if err := checkFormats(cmd.Flags(), o.outputs, o.format); err != nil {
				return err
			}
			conf, err := flags.Configure(cmd, args)
			if err != nil {
				return err
			}
			o.machine.Set(&o.figure.Machine)
			c, err := openCourse(cmd.Context(), s, conf, args)
			if err != nil {
				return err
			}
			if err := c.Complete(&o.figure, flags.Changed(cmd.Flags())); err != nil {
				return flags.AsFlag(err)
			}
			printDiagnostics(s.err, c.Diagnostics, graph.Warning)
			return o.drawCourse(cmd.Context(), s, c)
		},
	}
	f := cmd.Flags()
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "file to write, or - for stdout; {part}, {section} or {page} draws a figure for each (repeatable) (default -)")
	f.StringVarP(&o.format, "format", "f", "", "format: "+strings.Join(formats.Names(), ", ")+" (default by the output's extension, else svg)")
	flags.AddFigure(cmd, &o.figure)
	o.machine.Add(cmd)
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats.Names(), cobra.ShellCompDirectiveNoFileComp))
	flags.AddCourse(cmd)
	addWatchFlag(s, cmd, readsCourse(s))
	return cmd
}

// drawCourse draws the figures of a course and writes them.
func (o renderOptions) drawCourse(ctx context.Context, s *streams, c *course) error {
	if err := failed(c.Name, c.Diagnostics); err != nil {
		return err
	}
	figures, err := plan(ctx, c, o)
	if err != nil {
		return err
	}
	outputs := make([]string, len(figures))
	for i, f := range figures {
		outputs[i] = f.output
	}
	if err := guard(outputs, append(c.Paths(), workspace.NamedFiles(&o.figure)...)...); err != nil {
		return err
	}
	return drawAll(ctx, s, c, figures)
}

// drawAll draws every figure before the first file takes its place, so that a failure
// leaves nothing half done.
func drawAll(ctx context.Context, s *streams, c *course, figures []planned) error {
	said := map[string]bool{}
	var outputs []output
	defer func() {
		for _, out := range outputs {
			out.Discard() // but what was committed
		}
	}()
	for _, f := range figures {
		if err := ctx.Err(); err != nil {
			return err
		}
		out := newOutput(f.output, s.out)
		outputs = append(outputs, out)
		found, err := f.Write(ctx, out, f.format)
		if err != nil {
			ofFigure := errors.As(err, new(*figure.OptionError)) || errors.As(err, new(*graph.LimitError))
			if err = flags.AsFlag(err); ofFigure && len(figures) > 1 {
				err = fmt.Errorf("%s: %w", filepath.ToSlash(f.output), err)
			}
			return err
		}
		for _, d := range c.Config.Judge(found) {
			if line := d.String(); !said[line] {
				said[line] = true
				printDiagnostics(s.err, []graph.Diagnostic{d}, graph.Warning)
			}
		}
		if err := out.Close(); err != nil {
			return err
		}
	}
	for _, out := range outputs {
		if err := out.Commit(); err != nil {
			return err
		}
	}
	return nil
}
