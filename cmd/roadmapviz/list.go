package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
)

// listOptions are the flags of list.
type listOptions struct {
	all, why bool
	format   string
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
			if o.format != "text" && o.format != "json" {
				return unknown("format", o.format, []string{"json", "text"})
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			c, err := openCourse(cmd.Context(), s, conf, args)
			if err != nil {
				return err
			}
			printDiagnostics(s.err, c.diagnostics, graph.Warning)
			return list(s.out, c, o)
		},
	}
	f := cmd.Flags()
	f.BoolVarP(&o.all, "all", "a", false, "also what is left out of the figures, and why")
	f.BoolVar(&o.why, "why", false, "say of every element why it is read so")
	f.StringVarP(&o.format, "format", "f", "text", "format: text or json; json always says why")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"json", "text"}, cobra.ShellCompDirectiveNoFileComp))
	addCourseFlags(cmd)
	return cmd
}

func list(w io.Writer, c *course, o listOptions) error {
	g := c.graph
	if !o.all {
		g = g.Drawn()
	}
	if !o.all && !o.why && o.format == "text" {
		return printOutline(w, g)
	}
	l := newListing(g)
	l.explain(c.explain(), o.all)
	if o.format == "json" {
		return encodeJSON(w, l)
	}
	b := bufio.NewWriter(w)
	l.write(b, o.why)
	return b.Flush()
}

// printOutline writes a course as an indented tree, one node a line. Resources
// are counted, not listed.
func printOutline(w io.Writer, g *graph.Graph) error {
	b := bufio.NewWriter(w)
	newListing(g).write(b, false)
	return b.Flush()
}

func outlineLine(n graph.Node) string {
	var b strings.Builder
	switch {
	case n.Icon == "":
	case n.Icon[0] < utf8.RuneSelf:
		b.WriteString(":" + n.Icon + ": ") // a name, as authors write it
	default:
		b.WriteString(n.Icon + " ")
	}
	if n.Number != "" {
		b.WriteString(n.Number + ". ")
	}
	b.WriteString(n.Title)
	if n.Kind == graph.Part {
		b.WriteString("  (" + n.ID + ")")
	}
	if n.Status != graph.Unknown {
		b.WriteString("  " + string(n.Status))
	}
	if n.Optional {
		b.WriteString("  optional")
	}
	if n.Excluded != "" {
		b.WriteString("  - left out: " + n.Excluded)
	}
	return b.String()
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
