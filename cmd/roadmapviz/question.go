package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// questionOptions are the flags of the commands that ask the graph something.
type questionOptions struct {
	format    string // text or json
	highlight bool
	figure    *renderOptions // of the figure with the answer
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
	o.figure.shape = newShape(o.figure)
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "text", "format of the answer: text or json")
	f.BoolVar(&o.highlight, "highlight", false, "draw the course with the answer set off, into the file of -o")
	f.StringArrayVarP(&o.figure.outputs, "output", "o", nil, "figure to write with --highlight, as for render (repeatable)")
	f.StringArrayVarP(&o.figure.parts, "part", "p", nil, "ask about, and draw, only this part or section (repeatable)")
	o.figure.shape.VisitAll(func(flag *pflag.Flag) { flag.Hidden = flag.Name != "theme" && flag.Name != "layout" })
	f.AddFlagSet(o.figure.shape) // all but highlight, which is a switch here
	o.figure.addMachineFlags(f)
	for _, name := range machineFlags {
		f.Lookup(name).Hidden = true
	}
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"json", "text"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("part", completeParts(s))
	addCourseFlags(cmd)
	return o
}

// ask reads the course that the arguments name, writes the answer to stdout,
// and draws it when that is wanted.
func (o *questionOptions) ask(cmd *cobra.Command, s *streams, args []string, question func(*graph.Graph) (answer, error)) error {
	if o.format != "text" && o.format != "json" {
		return unknown("format", o.format, []string{"json", "text"})
	}
	if err := o.checkOutputs(); err != nil {
		return err
	}
	conf, err := configure(cmd)
	if err != nil {
		return err
	}
	o.figure.limited = !cmd.Flags().Changed("max-topics")
	d, err := o.figure.drawer()
	if err != nil {
		return err
	}
	c, err := openCourse(cmd.Context(), s, conf, args)
	if err != nil {
		return err
	}
	printDiagnostics(s.err, c.diagnostics, graph.Warning)
	g := c.graph
	if len(o.figure.parts) > 0 {
		chosen, err := choose(c, o.figure.parts)
		if err != nil {
			return err
		}
		if g, err = together(c, chosen); err != nil {
			return err
		}
	}
	a, err := question(g)
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	if err := a.write(s.out, o.format); err != nil || !o.highlight {
		return err
	}
	if len(a.nodes) == 0 {
		return fmt.Errorf("%s: the answer holds nothing to highlight; no figure was drawn", c.name)
	}
	d.highlight = joinNames(a.nodes)
	return d.drawCourse(cmd.Context(), s, c)
}

// checkOutputs sees that there is a file for a figure, and a figure for a file.
func (o *questionOptions) checkOutputs() error {
	if !o.highlight && len(o.figure.outputs) > 0 {
		return usagef("-o is for the figure that --highlight draws: give both")
	}
	if o.highlight && len(o.figure.outputs) == 0 {
		return usagef("--highlight needs a file for the figure: -o FILE")
	}
	for _, out := range o.figure.outputs {
		if out == "-" {
			return usagef("stdout has the answer: name a file for the figure")
		}
	}
	return nil
}

func (a answer) write(w io.Writer, format string) error {
	if format == "json" {
		return encodeJSON(w, a.json)
	}
	b := bufio.NewWriter(w)
	a.text(b)
	return b.Flush()
}

// find is the node that a name means; what is wrong with the name is a mistake
// of usage.
func find(g *graph.Graph, name string) (graph.Node, error) {
	n, err := g.Find(name)
	if err != nil {
		return n, usageError{err}
	}
	return n, nil
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
