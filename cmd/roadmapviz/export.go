package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	codecs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// exportOptions are the flags of export.
type exportOptions struct {
	output string
	format string
	parts  []string
	all    bool
}

func newExportCmd(s *streams) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export [FILE|FOLDER|-]…",
		Short: "Write the course's graph in another format",
		Long: `Write the graph of a course: its parts, sections, topics and resources, and what
comes before what. Without a layout, other programs can go on with it.

The formats are:
` + describeFormats() + `
FILE defaults to the input: of roadmapviz.yaml in this folder or above, else README.md.
Several files, or a folder, are read as one course.`,
		Example: `  roadmapviz export --format json -o course.json
  roadmapviz export --part engineer -o engineer.dot`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			conf, err := flags.Configure(cmd, args)
			if err != nil {
				return err
			}
			return export(cmd.Context(), s, conf, args, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", "-", "file to write, or - for stdout")
	f.StringVarP(&o.format, "format", "f", "", "format (default by the output's extension, else json)")
	f.StringArrayVarP(&o.parts, "part", "p", nil, "write only this part or section: its id, title, or a word of it (repeatable)")
	f.BoolVarP(&o.all, "all", "a", false, "also what is left out of the figures, with the reasons")
	cmd.RegisterFlagCompletionFunc("part", flags.CompleteNodes(graph.Part, graph.Section))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(courses.Writable(), cobra.ShellCompDirectiveNoFileComp))
	flags.AddCourse(cmd)
	return cmd
}

func export(ctx context.Context, s *streams, conf workspace.Config, args []string, o exportOptions) error {
	format, err := o.chosenFormat()
	if err != nil {
		return err
	}
	c, err := openCourse(ctx, s, conf, args)
	if err != nil {
		return err
	}
	printDiagnostics(s.err, c.Diagnostics, graph.Warning)
	if err := guard([]string{o.output}, c.Paths()...); err != nil {
		return err
	}
	g, err := o.selection(c)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := format.Encode(ctx, &b, g); err != nil {
		return fmt.Errorf("%s: %w", format.Name, err)
	}
	if format.Check != nil {
		printDiagnostics(s.err, format.Check(b.String()), graph.Warning)
	}
	return writeOutput(o.output, s.out, b.Bytes())
}

// chosenFormat is the format that was named, or else that of the extension.
func (o exportOptions) chosenFormat() (codecs.Format, error) {
	if o.format == "" {
		if o.output == "-" {
			o.format = "json"
		} else if f, ok := codecs.ByExtension(o.output); ok && f.Encode != nil {
			return f, nil
		} else {
			return f, flags.Usagef("%s: no format has this extension; give --format: %s", o.output, strings.Join(courses.Writable(), ", "))
		}
	}
	f, ok := codecs.Lookup(o.format)
	if !ok || f.Encode == nil {
		return f, flags.Unknown("format", o.format, courses.Writable())
	}
	return f, nil
}

// selection is what of the course is written.
func (o exportOptions) selection(c *course) (*graph.Graph, error) {
	g, err := c.selection(o.parts)
	if err == nil && !o.all {
		g = g.Drawn()
	}
	return g, err
}

// selection is the graph of the parts and sections of some names, or of all, with
// what is left out of figures.
func (c *course) selection(names []string) (*graph.Graph, error) {
	if len(names) == 0 {
		return c.Graph, nil
	}
	chosen, err := figure.Choose(c.Graph, names)
	if err != nil {
		return nil, flags.OfCourse(c.Name, err)
	}
	return c.Graph.Select(graph.IDs(chosen)...)
}

func describeFormats() string {
	var b strings.Builder
	for _, f := range codecs.All() {
		if f.Encode != nil {
			fmt.Fprintf(&b, "  %-16s %s\n", f.Name, strings.TrimSpace(f.Description+" "+strings.Join(f.Extensions, " ")))
		}
	}
	return b.String()
}
