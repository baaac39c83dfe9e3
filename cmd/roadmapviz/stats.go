package main

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

func newStatsCmd(s *streams) *cobra.Command {
	var o *questionOptions
	cmd := &cobra.Command{
		Use:   "stats [PART]… [FILE|FOLDER|-]…",
		Short: "Count what a course holds",
		Long: `Count the parts, sections, topics and resources of a course, how far the learner is,
the hours where the course gives them, and its critical path: the longest chain of
declared prerequisites, by hours if there are any.

` + theCourse + orPart,
		Example: `  roadmapviz stats
  roadmapviz stats engineer
  roadmapviz stats --highlight -o critical-path.svg`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.askAbout(cmd, s, args, stats) },
	}
	cmd.ValidArgsFunction = completeTopics(1, graph.Part, graph.Section)
	o = addQuestionFlags(cmd, s)
	return cmd
}

// stats asks for the figures of a course.
func stats(g *graph.Graph) (answer, error) {
	counted := g.Stats()
	return answer{
		nodes: counted.Critical,
		json:  counted,
		text:  func(w *bufio.Writer) { writeStats(w, g, counted) },
	}, nil
}

func writeStats(w *bufio.Writer, g *graph.Graph, s graph.Stats) {
	row := func(name string, n int, notes ...string) {
		line := fmt.Sprintf("%-14s %d", name, n)
		notes = slices.DeleteFunc(notes, func(note string) bool { return note == "" })
		if len(notes) > 0 {
			line += "  (" + strings.Join(notes, ", ") + ")"
		}
		terminal.Print(w, "%s", line)
	}
	row("parts", s.Parts)
	row("sections", s.Sections)
	row("topics", s.Topics, some(s.Done, "done"), some(s.Doing, "in progress"), some(s.Skipped, "skipped"), some(s.Optional, "optional"))
	row("resources", s.Resources)
	row("prerequisites", s.Requires)
	row("levels", s.Depth)
	if s.Excluded > 0 {
		row("left out", s.Excluded)
	}
	if s.Timed > 0 {
		terminal.Print(w, "%-14s %s  (given for %d)", "hours", hours(s.Hours), s.Timed)
	}
	if len(s.Critical) == 0 {
		return
	}
	x := graph.NewIndex(g)
	var names []string
	for _, id := range s.Critical {
		n, _ := x.Node(id)
		names = append(names, n.Text())
	}
	path := strings.Join(names, " → ")
	if s.CriticalHours > 0 {
		path += "  (" + hours(s.CriticalHours) + " hours)"
	}
	terminal.Print(w, "%-14s %s", "critical path", path)
}

// some is "3 done", or nothing for none.
func some(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n, " ", what)
}

// hours is a number of hours with at most one decimal.
func hours(h float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(h, 'f', 1, 64), ".0")
}
