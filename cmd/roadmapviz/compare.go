package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	codecs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// compareOptions are the flags of diff.
type compareOptions struct {
	format  string
	outputs []string
	parts   []string
	figure  renderOptions
}

func newDiffCmd(s *streams) *cobra.Command {
	o := compareOptions{format: "text"}
	o.figure.shape = newShape(&o.figure)
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show how two versions of a course differ, in words or as one picture",
		Long: `Compare two versions of a course: what was added, removed, renamed and moved, and
which prerequisites came and went.

Each of OLD and NEW is a document, a figure that roadmapviz drew, an exported graph,
or REV:PATH, a file in git. With -o the difference is drawn too, as one picture in
which every changed box has a mark and a word.`,
		Example: `  roadmapviz diff HEAD~5:README.md README.md
  roadmapviz diff img/roadmap_engineer.png README.md
  roadmapviz diff old.md new.md --part engineer -o diff.svg`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := compareFormats[o.format]
			if !ok {
				return unknown("format", o.format, []string{"json", "markdown", "text"})
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			old, new, err := openVersions(cmd.Context(), s, conf, args, o.parts)
			if err != nil {
				return err
			}
			if err := guard(o.outputs, append(args, conf.name, o.figure.theme.path())...); err != nil {
				return err
			}
			if err := o.draw(cmd.Context(), s, old, new); err != nil {
				return err
			}
			return write(s.out, compared(old, new))
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", o.format, "format: json, markdown or text")
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "picture of the difference to write, SVG or PNG (repeatable)")
	f.StringArrayVarP(&o.parts, "part", "p", nil, "compare only this part or section: its id, title, or a word of it (repeatable)")
	for _, name := range []string{"highlight", "focus", "hops", "reduce"} {
		o.figure.shape.Lookup(name).Hidden = true // they are about one version
	}
	f.AddFlagSet(o.figure.shape)
	o.figure.addMachineFlags(f)
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"json", "markdown", "text"}, cobra.ShellCompDirectiveNoFileComp))
	addCourseFlags(cmd)
	return cmd
}

// openVersions reads both versions. A figure of some parts is compared with the
// same parts of the other version.
func openVersions(ctx context.Context, s *streams, conf config, args, parts []string) (old, new *graph.Graph, err error) {
	var both [2]*course
	for i, arg := range args {
		if both[i], err = openVersion(ctx, s, conf, arg); err != nil {
			return nil, nil, err
		}
		conf.prior = drawnNodes(both[i].graph, !both[i].partial) // of the next one
		printDiagnostics(s.err, both[i].diagnostics, graph.Error)
	}
	if len(parts) == 0 {
		if parts = both[0].parts; len(parts) == 0 {
			parts = both[1].parts
		}
	}
	var graphs [2]*graph.Graph
	for i, c := range both {
		graphs[i] = c.graph.Drawn()
		if len(parts) == 0 {
			continue
		}
		chosen, err := choose(c, parts)
		if err != nil {
			return nil, nil, err
		}
		if graphs[i], err = inOneFigure(c, chosen...); err != nil {
			return nil, nil, err
		}
	}
	return graphs[0], graphs[1], nil
}

// openVersion reads one version: a file, or else one in git.
func openVersion(ctx context.Context, s *streams, conf config, arg string) (*course, error) {
	rev, path, isRev := strings.Cut(arg, ":")
	if _, err := os.Stat(arg); err == nil || !isRev || rev == "" {
		return openCourse(ctx, s, conf, []string{arg})
	}
	src, err := gitFile(ctx, arg)
	if err != nil {
		return nil, err
	}
	if f, ok := codecs.ByExtension(path); ok && f.Decode != nil {
		conf.from = f.Name
	}
	c, err := openCourse(ctx, &streams{in: bytes.NewReader(src), err: s.err}, conf, []string{"-"})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", arg, err)
	}
	c.name = arg
	for i := range c.graph.Nodes {
		c.graph.Nodes[i].Source.File = arg
	}
	for i := range c.graph.Edges {
		c.graph.Edges[i].Source.File = arg
	}
	return c, nil
}

// gitFile reads REV:PATH with the git command.
func gitFile(ctx context.Context, object string) ([]byte, error) {
	git := exec.CommandContext(ctx, "git", "cat-file", "blob", object)
	if strings.HasPrefix(object, "-") {
		return nil, usagef("%s: a revision does not begin with a hyphen", object)
	}
	var errs bytes.Buffer
	git.Stderr = &errs
	out, err := git.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := git.Start(); err != nil {
		return nil, fmt.Errorf("%s: to read from a revision, install git: %w", object, err)
	}
	src, err := files.All(out, mostInput)
	if err != nil {
		git.Process.Kill()
	}
	if waitErr := git.Wait(); err == nil && waitErr != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		err = errors.New(line)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", object, err)
	}
	return src, nil
}

// compared lists the differences in words.
func compared(old, new *graph.Graph) []change {
	if len(graph.Diff(old, new)) == 0 {
		return []change{}
	}
	return changesOf(old, new, graph.Position{})
}

// compareFormats write differences, by the name of the format.
var compareFormats = map[string]func(io.Writer, []change) error{
	"json": func(w io.Writer, changes []change) error { return encodeJSON(w, changes) },
	"text": func(w io.Writer, changes []change) error {
		b := bufio.NewWriter(w)
		for _, c := range changes {
			if c.Line > 0 {
				terminal.Print(b, "%s:%d: %s", c.File, c.Line, c.Text)
			} else {
				terminal.Print(b, "%s", c.Text)
			}
		}
		return b.Flush()
	},
	"markdown": func(w io.Writer, changes []change) error {
		b := bufio.NewWriter(w)
		if len(changes) == 0 {
			b.WriteString("The course is the same.\n")
		}
		for _, c := range changes {
			fmt.Fprintf(b, "- %s", sentenceInMarkdown(c.Text))
			if c.Line > 0 {
				fmt.Fprintf(b, " (line %d)", c.Line)
			}
			b.WriteByte('\n')
		}
		return b.Flush()
	},
}

// draw writes the pictures of the difference.
func (o compareOptions) draw(ctx context.Context, s *streams, old, new *graph.Graph) error {
	if len(o.outputs) == 0 {
		return nil
	}
	d, err := o.figure.drawer()
	if err != nil {
		return err
	}
	m := graph.Merge(old, new)
	if len(o.parts) == 0 {
		keepChanged(&m)
	}
	page, err := d.layOutMerged(ctx, m)
	if err != nil {
		return err
	}
	for _, out := range o.outputs {
		f, err := d.formatOf(out)
		if err != nil {
			return err
		}
		data, err := f.encode(ctx, page, d.theme, d.encode)
		if err != nil {
			return err
		}
		if err := writeOutput(out, s.out, data); err != nil {
			return err
		}
	}
	return nil
}

// keepChanged leaves out the parts in which nothing changed, unless nothing
// changed at all.
func keepChanged(m *graph.Merged) {
	x := graph.NewIndex(m.Graph)
	changed := func(id string) bool {
		for _, i := range x.Subtree(x.At(id)) {
			if len(m.Nodes[m.Graph.Nodes[i].ID]) > 0 {
				return true
			}
			for ends := range m.Edges {
				if ends[1] == m.Graph.Nodes[i].ID {
					return true
				}
			}
		}
		return false
	}
	var parts []string
	for _, p := range x.Nodes(graph.Part) {
		if id := m.Graph.Nodes[p].ID; changed(id) {
			parts = append(parts, id)
		}
	}
	if len(parts) == 0 {
		return
	}
	if g, err := m.Graph.Select(parts...); err == nil {
		m.Graph = g
	}
}

// changeWords are the states of boxes and edges, which themes know by mark and
// outline, and the words that labels say them with.
var changeWords = map[graph.ChangeKind]layout.State{
	graph.Added: "added", graph.Removed: "removed", graph.Renamed: "renamed", graph.Moved: "moved", graph.Changed: "changed",
	graph.EdgeAdded: "added", graph.EdgeRemoved: "removed",
}

// layOutMerged lays out a merged graph. Every changed box says in a word what
// happened to it, and bears the state by which the theme marks it.
func (d drawer) layOutMerged(ctx context.Context, m graph.Merged) (*layout.Diagram, error) {
	g := *m.Graph
	g.Nodes = append([]graph.Node{}, g.Nodes...)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		var words []string
		for _, kind := range m.Nodes[n.ID] {
			word := string(changeWords[kind])
			if kind == graph.Renamed {
				word = "was " + m.Was[n.ID]
			}
			words = append(words, word)
		}
		if words != nil {
			n.Label = n.Text() + " – " + strings.Join(words, ", ")
		}
	}
	page, _, err := engines.Layout(ctx, d.engine, &g, d.layout)
	if err != nil {
		return nil, err
	}
	for i := range page.Boxes {
		for _, kind := range m.Nodes[page.Boxes[i].ID] {
			page.Boxes[i].States = append(page.Boxes[i].States, changeWords[kind])
		}
	}
	for i := range page.Edges {
		e := &page.Edges[i]
		if kind, ok := m.Edges[[2]string{e.From, e.To}]; ok && e.Kind == string(graph.Requires) {
			e.States = append(e.States, changeWords[kind])
		}
	}
	return page, nil
}
