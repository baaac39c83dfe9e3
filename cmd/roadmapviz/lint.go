package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/internal/linediff"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
	odd "github.com/roadmapviz/roadmapviz/render/figure/lint"
)

// lintOptions are the flags of lint.
type lintOptions struct {
	format  string
	explain string
	fix     bool
	dryRun  bool
}

func newLintCmd(s *streams) *cobra.Command {
	var o lintOptions
	cmd := &cobra.Command{
		Use:   "lint [FILE|FOLDER]…",
		Short: "Find what is odd in a course and its figure",
		Long: `Read courses, lay out their figures, and report what is odd: cycles and unknown
prerequisites, empty sections, duplicate titles, dead anchors, damaged text, labels
that do not fit, text too small to read on GitHub.

Each FILE is a course of its own; without one it is the input: of roadmapviz.yaml,
else README.md. The exit status is 3 when there is a finding of severity error.
lint: in roadmapviz.yaml changes severities.`,
		Example: `  roadmapviz lint
  roadmapviz lint --explain RV004
  roadmapviz lint --fix --dry-run
  roadmapviz lint --format sarif > roadmapviz.sarif`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.explain != "" {
				return explainCode(s, o.explain)
			}
			return lint(cmd, s, args, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.explain, "explain", "", "print the page that explains a code, and do nothing else")
	f.BoolVar(&o.fix, "fix", false, "mend what can be mended mechanically: damaged text, headings that skip a level")
	f.BoolVar(&o.dryRun, "dry-run", false, "with --fix: show what would change, and change nothing")
	cmd.RegisterFlagCompletionFunc("explain", cobra.FixedCompletions(codes.Names(), cobra.ShellCompDirectiveNoFileComp))
	addFormat(cmd, &o.format, report.Names(), "format: "+strings.Join(report.Names(), ", "))
	flags.AddCourse(cmd)
	return cmd
}

func lint(cmd *cobra.Command, s *streams, args []string, o lintOptions) error {
	write, _ := report.Lookup(o.format)
	if o.dryRun && !o.fix {
		return flags.Usagef("--dry-run shows what --fix would change: give both")
	}
	targets := make([][]string, 0, 1+len(args)) // the arguments of one course each
	for _, arg := range args {
		targets = append(targets, []string{arg})
	}
	if len(args) == 0 {
		targets = append(targets, nil)
	}
	ctx := cmd.Context()
	var found []graph.Diagnostic
	for _, target := range targets {
		conf, err := flags.Configure(cmd, target)
		if err != nil {
			return err
		}
		conf.Settle = true
		if o.fix {
			if err := fix(ctx, s, conf, target, o.dryRun); err != nil {
				return err
			}
			if o.dryRun {
				continue
			}
		}
		c, err := openCourse(ctx, s, conf, target)
		if err != nil {
			return err
		}
		of := figure.Options{Machine: workspace.Machine()}
		if err := c.Config.Apply(&of, nil); err != nil {
			return err
		}
		more, err := odd.Course(ctx, c.Course.Course, of)
		if err != nil {
			return err
		}
		own := slices.DeleteFunc(c.Diagnostics, func(d graph.Diagnostic) bool {
			return d.Code == codes.UnreadConfig.ID && slices.Contains(found, d) // it is about the folder of several
		})
		found = append(found, report.Sort(append(own, conf.Judge(more)...))...)
	}
	if o.dryRun {
		return nil
	}
	if err := write(s.out, flags.Hinted(found)); err != nil {
		return err
	}
	return verdict(found)
}

// fix mends the files of a course, or prints as a diff what it would do.
func fix(ctx context.Context, s *streams, conf workspace.Config, args []string, dryRun bool) error {
	c, err := openCourse(ctx, s, conf, args)
	if err != nil {
		return err
	}
	for _, f := range c.Files {
		if f.Name == workspace.Stdin {
			return flags.Usagef("--fix writes to files: name one instead of -")
		}
		if !f.IsMarkdown() {
			continue
		}
		mended, err := markdown.Mend(ctx, f.Source, markdown.Options{File: f.Name, Config: conf.Document(c.FS, []string{c.Inner(f)})})
		if err != nil {
			return err
		}
		switch {
		case bytes.Equal(mended, f.Source):
		case dryRun:
			_, err = s.out.Write(linediff.Unified(f.Name, f.Source, mended))
		default:
			if err = replaceText(c.Place, c.Path(c.Inner(f)), f.Source, mended); err == nil {
				terminal.Print(s.err, "%s: mended", f.Name)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// verdict is the error of a course with findings of severity error.
func verdict(found []graph.Diagnostic) error {
	errs := report.Count(found, graph.Error)
	if errs == 0 {
		return nil
	}
	text := words.Count(errs, "error")
	if n := report.Count(found, graph.Warning); n > 0 {
		text += ", " + words.Count(n, "warning")
	}
	return differsError{errors.New(text)}
}

// explainCode prints the page of a code.
func explainCode(s *streams, name string) error {
	rule, ok := codes.Lookup(strings.ToUpper(name))
	if !ok {
		return flags.Unknown("code", name, codes.Names())
	}
	_, err := fmt.Fprintf(s.out, "%s (%s): %s\n\n%s", rule.ID, rule.Severity, rule.Title, rule.Page())
	return err
}
