package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// renderOptions are the flags of render.
type renderOptions struct {
	parts     []string
	focus     string // draw only what is near this node; "" draws all
	hops      int    // how near
	outputs   []string
	format    string
	theme     themeName
	engine    string
	graphviz  graphvizOptions
	layout    layout.Options
	reduce    bool   // without the prerequisites that follow from others
	highlight string // names of nodes
	icons     bool
	limited   bool // the number of topics is limited by default, not by the user
	encode    encodeOptions
	shape     *pflag.FlagSet // those of the flags that a figure remembers
}

func newRenderCmd(s *streams) *cobra.Command {
	o := renderOptions{}
	o.shape = newShape(&o)
	cmd := &cobra.Command{
		Use:   "render [FILE|FOLDER|-]…",
		Short: "Draw the course's roadmap as SVG or PNG",
		Long: `Draw the roadmap of a course, or of one part of it.

FILE defaults to the input: of roadmapviz.yaml in this folder or above, else README.md.
Several files, or a folder, are read as one course.
An output name that holds {part} draws one figure for each part.`,
		Example: `  roadmapviz render --part engineer -o engineer.svg
  roadmapviz render README.md -o 'img/roadmap_{part}.png' --scale 2
  roadmapviz render --theme course-dark -o dark.svg -o dark.png
  roadmapviz render --focus Attention --hops 2 -o attention.svg
  roadmapviz render course.dot --layout layered -o course.svg`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := adoptInput(o.shape, args); err != nil {
				return err
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			o.limited = !cmd.Flags().Changed("max-topics")
			return render(cmd.Context(), s, conf, args, o)
		},
	}
	f := cmd.Flags()
	f.StringArrayVarP(&o.parts, "part", "p", nil, "draw only this part or section: its id, title, or a word of it (repeatable)")
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "file to write, or - for stdout (repeatable; default -)")
	f.StringVarP(&o.format, "format", "f", "", "format: "+strings.Join(formatNames(), ", ")+" (default by the output's extension, else svg)")
	f.AddFlagSet(o.shape)
	o.addMachineFlags(f)
	cmd.RegisterFlagCompletionFunc("part", completeParts(s))
	cmd.RegisterFlagCompletionFunc("focus", completeNodes(s, graph.Part, graph.Section, graph.Topic))
	cmd.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(themes.Names(), cobra.ShellCompDirectiveDefault))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	addCourseFlags(cmd)
	addWatchFlag(s, cmd)
	return cmd
}

// machineFlags are the flags for what depends on the machine.
var machineFlags = [...]string{"graphviz", "graphviz-helper", "system-fonts"}

func (o *renderOptions) addMachineFlags(f *pflag.FlagSet) {
	o.graphviz.addFlags(f)
	f.StringVar(&o.encode.systemFonts, "system-fonts", "auto", "fonts of this machine for scripts that the embedded ones lack: auto or never")
}

// figure is one picture to draw: a graph and where its picture goes.
type figure struct {
	graph  *graph.Graph
	parts  []string // the IDs of the nodes that it is of; none for the whole course
	output string
	format format
}

func render(ctx context.Context, s *streams, conf config, args []string, o renderOptions) error {
	d, err := o.drawer()
	if err != nil {
		return err
	}
	c, err := openCourse(ctx, s, conf, args)
	if err != nil {
		return err
	}
	printDiagnostics(s.err, c.diagnostics, graph.Warning)
	return d.drawCourse(ctx, s, c)
}

// drawCourse draws the figures of a course and writes them.
func (d drawer) drawCourse(ctx context.Context, s *streams, c *course) error {
	if err := failed(c.name, c.diagnostics); err != nil {
		return err
	}
	if err := d.settle(c); err != nil {
		return err
	}
	figures, err := plan(c, d.renderOptions)
	if err != nil {
		return err
	}
	outputs := make([]string, len(figures))
	for i, f := range figures {
		outputs[i] = f.output
	}
	if err := guard(outputs, append(c.sources(), d.renderOptions.theme.path())...); err != nil {
		return err
	}
	return drawAll(ctx, s, figures, func(f figure) ([]byte, []graph.Diagnostic, error) {
		data, diagnostics, err := d.draw(ctx, f)
		return data, c.config.judge(diagnostics), err
	})
}

// drawAll draws every figure before it writes the first, so that a failure
// leaves nothing half done.
func drawAll(ctx context.Context, s *streams, figures []figure, draw func(figure) ([]byte, []graph.Diagnostic, error)) error {
	results := make([][]byte, len(figures))
	said := map[string]bool{}
	for i, f := range figures {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, diagnostics, err := draw(f)
		if err != nil {
			return err
		}
		for _, d := range diagnostics {
			if line := d.String(); !said[line] {
				said[line] = true
				printDiagnostics(s.err, []graph.Diagnostic{d}, graph.Warning)
			}
		}
		results[i] = data
	}
	for i, f := range figures {
		if err := writeOutput(f.output, s.out, results[i]); err != nil {
			return err
		}
	}
	return nil
}

// check finds wrong options before any work is done.
func (o renderOptions) check() error {
	if o.layout.FirstSide != "left" && o.layout.FirstSide != "right" {
		return usagef("--first-side is left or right, not %q", o.layout.FirstSide)
	}
	if o.layout.MaxTopics < 0 {
		return usagef("--max-topics counts from 1 (0 draws all), not %d", o.layout.MaxTopics)
	}
	if o.layout.Depth < 1 {
		return usagef("--depth counts from 1, not %d", o.layout.Depth)
	}
	if o.hops < 0 {
		return usagef("--hops counts from 0, not %d", o.hops)
	}
	for _, out := range o.outputs {
		if _, err := o.formatOf(out); err != nil {
			return err
		}
	}
	if err := o.graphviz.check(); err != nil {
		return err
	}
	return o.encode.check()
}

// look is the engine and the theme by their names.
func (o renderOptions) look() (layout.Engine, *themes.Theme, error) {
	engine, err := findLayout(o.engine, o.graphviz)
	if err != nil {
		return nil, nil, err
	}
	theme, err := o.theme.open()
	return engine, theme, err
}

// unknown is the error for a name that is not in a table.
func unknown(what, name string, names []string) error {
	hint := ""
	if near := graph.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("; did you mean %s?", near)
	}
	return usagef("there is no %s %q%s (there are: %s)", what, name, hint, strings.Join(names, ", "))
}
