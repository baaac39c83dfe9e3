package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// questionOptions are the flags of the commands that ask the graph something.
type questionOptions struct {
	format    string
	highlight bool
	figure    *renderOptions // of the figure with the answer

	couldBePart bool // what was taken for the course could have been meant as a part
}

// answer is what a question found.
type answer struct {
	text  func(*bufio.Writer)
	json  any
	nodes []string // the IDs to highlight in a figure
}

// addQuestionFlags adds the flags of a question. The figure takes those of
// render; help shows the few that matter here.
func addQuestionFlags(cmd *cobra.Command, s *streams) *questionOptions {
	o := &questionOptions{figure: &renderOptions{}}
	f := cmd.Flags()
	addFormat(cmd, &o.format, textOrJSON, "format of the answer: text or json")
	f.BoolVar(&o.highlight, "highlight", false, "draw the course with the answer set off, into the file of -o")
	f.StringArrayVarP(&o.figure.outputs, "output", "o", nil, "figure to write with --highlight, as for render (repeatable)")
	flags.AddFigure(cmd, &o.figure.figure, "highlight") // which is a switch here
	o.figure.machine.Add(cmd)
	flags.ShowOnly(f, "theme", "layout", "part", "highlight", "progress")
	flags.AddCourse(cmd)
	return o
}

// askAbout asks about the parts among the arguments, or else the whole course.
func (o *questionOptions) askAbout(cmd *cobra.Command, s *streams, args []string, question func(*graph.Graph) (answer, error)) error {
	parts, inputs := splitTopics(args)
	o.couldBePart = len(parts)+len(o.figure.figure.Parts) == 0
	return o.ask(cmd, s, parts, inputs, question)
}

// ask reads the course of the inputs, writes the answer to stdout, and draws it
// when that is wanted. The parts, if there are any, are all that is asked about.
func (o *questionOptions) ask(cmd *cobra.Command, s *streams, parts, inputs []string, question func(*graph.Graph) (answer, error)) error {
	if err := o.checkOutputs(); err != nil {
		return err
	}
	if err := checkFormats(cmd.Flags(), o.figure.outputs, ""); err != nil {
		return err
	}
	conf, err := flags.Configure(cmd, inputs)
	if err != nil {
		return err
	}
	o.figure.machine.Set(&o.figure.figure.Machine)
	c, err := openCourse(cmd.Context(), s, conf, inputs)
	if err != nil {
		return err
	}
	printDiagnostics(s.err, c.Diagnostics, graph.Warning)
	if o.couldBePart {
		noteShadowed(cmd, s, inputs)
	}
	for _, name := range parts {
		n, err := find(c.Graph, name, graph.Part, graph.Section)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
		o.figure.figure.Parts = append(o.figure.figure.Parts, n.ID)
	}
	if err := c.Complete(&o.figure.figure, flags.Changed(cmd.Flags())); err != nil {
		return flags.AsFlag(err)
	}
	g, err := c.selection(o.figure.figure.Parts)
	if err != nil {
		return err
	}
	a, err := question(g)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Name, err)
	}
	if err := a.write(s.out, o.format); err != nil || !o.highlight {
		return err
	}
	if len(a.nodes) == 0 {
		return fmt.Errorf("%s: the answer holds nothing to highlight; no figure was drawn", c.Name)
	}
	o.figure.figure.Highlight = a.nodes
	return o.figure.drawCourse(cmd.Context(), s, c)
}

// checkOutputs sees that there is a file for a figure, and a figure for a file.
func (o *questionOptions) checkOutputs() error {
	if !o.highlight && len(o.figure.outputs) > 0 {
		return flags.Usagef("-o is for the figure that --highlight draws: give both")
	}
	if o.highlight && len(o.figure.outputs) == 0 {
		return flags.Usagef("--highlight needs a file for the figure: -o FILE")
	}
	for _, out := range o.figure.outputs {
		if out == "-" {
			return flags.Usagef("stdout has the answer: name a file for the figure")
		}
	}
	return nil
}

func (a answer) write(w io.Writer, format string) error {
	if format == "json" {
		return markup.JSON(w, a.json)
	}
	b := bufio.NewWriter(w)
	a.text(b)
	return b.Flush()
}

// writeSteps writes nodes as a numbered list, each with what holds it.
func writeSteps(w *bufio.Writer, x *graph.Index, steps []graph.Node) {
	width := len(fmt.Sprint(len(steps)))
	for i, n := range steps {
		text := n.Text()
		if holds, ok := x.Node(n.Parent); ok && holds.Kind != graph.Course {
			text += "  (" + holds.Text() + ")"
		}
		if n.Status != graph.Unknown {
			text += "  " + string(n.Status)
		}
		if n.Optional {
			text += "  optional"
		}
		terminal.Print(w, "  %*d. %s", width, i+1, text)
	}
}
