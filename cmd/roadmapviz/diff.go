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
	"github.com/roadmapviz/roadmapviz/graph/changes"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	codecs "github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// diffOptions are the flags of diff.
type diffOptions struct {
	format  string
	outputs []string
	figure  figure.Options
	machine machineOptions
}

func newDiffCmd(s *streams) *cobra.Command {
	o := diffOptions{format: "text"}
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
			write, ok := diffFormats[o.format]
			if !ok {
				return unknown("format", o.format, []string{"json", "markdown", "text"})
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			if err := o.machine.set(&o.figure.Machine); err != nil {
				return err
			}
			if err := conf.Apply(&o.figure, changed(cmd.Flags())); err != nil {
				return asFlag(err)
			}
			old, new, err := openVersions(cmd.Context(), s, conf, args, o.figure.Parts)
			if err != nil {
				return err
			}
			if err := guard(o.outputs, append(args, conf.Name, themePath(o.figure))...); err != nil {
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
	addFigureFlags(cmd, &o.figure, "highlight", "focus", "hops", "reduce") // which are about one version
	o.machine.addFlags(cmd)
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
		conf.prior = both[i].Prior() // of the next one
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
			return nil, nil, err
		}
		graphs[i] = g.Drawn()
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
	c.Name = arg
	for i := range c.Graph.Nodes {
		c.Graph.Nodes[i].Source.File = arg
	}
	for i := range c.Graph.Edges {
		c.Graph.Edges[i].Source.File = arg
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
	src, err := files.All(out, courses.MaxSize)
	if err != nil {
		git.Process.Kill()
	}
	if waitErr := git.Wait(); err == nil && waitErr != nil {
		err = gitError(errs.String())
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", object, err)
	}
	return src, nil
}

// gitError is what git says is wrong, with what it says to do about it.
func gitError(said string) error {
	line, rest, _ := strings.Cut(strings.TrimSpace(said), "\n")
	line = strings.TrimPrefix(line, "fatal: ")
	if _, command, ok := strings.Cut(rest, "git config "); ok {
		command, _, _ = strings.Cut(command, "\n")
		line += " (to allow that: git config " + command + ")"
	}
	return errors.New(line)
}

// compared lists the differences in words.
func compared(old, new *graph.Graph) []changes.Change {
	if len(graph.Diff(old, new)) == 0 {
		return []changes.Change{}
	}
	return changes.Between(old, new, graph.Position{})
}

// diffFormats write differences, by the name of the format.
var diffFormats = map[string]func(io.Writer, []changes.Change) error{
	"json": func(w io.Writer, found []changes.Change) error { return markup.JSON(w, found) },
	"text": func(w io.Writer, found []changes.Change) error {
		b := bufio.NewWriter(w)
		for _, c := range found {
			if c.Line > 0 {
				terminal.Print(b, "%s:%d: %s", c.File, c.Line, c.Text)
			} else {
				terminal.Print(b, "%s", c.Text)
			}
		}
		return b.Flush()
	},
	"markdown": func(w io.Writer, found []changes.Change) error {
		b := bufio.NewWriter(w)
		if len(found) == 0 {
			b.WriteString("The course is the same.\n")
		}
		for _, c := range found {
			fmt.Fprintf(b, "- %s", markup.Sentence(c.Text))
			if c.Line > 0 {
				fmt.Fprintf(b, " (line %d)", c.Line)
			}
			b.WriteByte('\n')
		}
		return b.Flush()
	},
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
			return asFlag(err)
		}
		if err := writeOutput(out, s.out, data); err != nil {
			return err
		}
	}
	return nil
}
