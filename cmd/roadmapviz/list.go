package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
)

func newListCmd(s *streams) *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use:   "list [FILE|FOLDER|-]…",
		Short: "Print the course's outline as a tree",
		Long: `Print the parts, sections and topics that roadmapviz reads from a course, as a tree.

FILE defaults to the input: of roadmapviz.yaml in this folder or above, else README.md.
Several files, or a folder, are read as one course.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			c, err := openCourse(s, conf, args)
			if err != nil {
				return err
			}
			printDiagnostics(s.err, c.diagnostics, graph.Warning)
			g := c.graph
			if !all {
				g = g.Drawn()
			}
			return printOutline(s.out, g)
		},
	}
	cmd.Flags().BoolVarP(&all, "all", "a", false, "also what is left out of the figures, and why")
	addCourseFlags(cmd)
	return cmd
}

// printOutline writes a course as an indented tree, one node a line. Resources
// are counted, not listed.
func printOutline(w io.Writer, g *graph.Graph) error {
	out := bufio.NewWriter(w)
	x := graph.NewIndex(g)
	depth := make([]int, len(g.Nodes))
	for i, n := range g.Nodes {
		if p := x.Parent(i); p >= 0 {
			depth[i] = depth[p] + 1
		}
		if n.Kind == graph.Resource {
			continue
		}
		out.WriteString(strings.Repeat("  ", depth[i]))
		out.WriteString(outlineLine(n))
		if r := len(x.Children(i, graph.Resource)); r > 0 {
			fmt.Fprintf(out, "  [%s]", plural(r, "resource"))
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

func outlineLine(n graph.Node) string {
	var b strings.Builder
	if n.Icon != "" {
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
