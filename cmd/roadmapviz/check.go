package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/render/figure/pages"
)

func newCheckCmd(s *streams) *cobra.Command {
	var o syncOptions
	format := "text"
	cmd := &cobra.Command{
		Use:   "check [README|FOLDER|PATTERN…]",
		Short: "Tell whether the roadmaps that a README shows are up to date",
		Long: `Compare every figure of the course that its document shows with the document, say
which are out of date, why, and what changed, and write nothing. 'roadmapviz sync
--help' says which images are figures, and brings them up to date.
` + whichDocuments + `

The exit status is 3 when a figure or a block is out of date, or with --tracked not in
git, and 1 when a document cannot be read; the others are compared all the same.`,
		Example: `  roadmapviz check
  roadmapviz check --format github .
  roadmapviz check --format markdown > report.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := pages.LookupReportFormat(format)
			if !ok {
				return flags.Unknown("format", format, pages.ReportFormats())
			}
			report := pages.NewReport()
			report.Args, report.Exact = args, o.bytes
			report.Shard = o.shard.String()
			tracking := newTracking(o.tracked)
			problems := eachDocument(cmd, s, args, o, func(_ context.Context, d document, _ func(int64)) func() error {
				return func() error {
					report.Add(d.Document)
					tracking.add(d)
					return nil
				}
			})
			if cmd.Context().Err() != nil {
				return cmd.Context().Err()
			}
			untracked, err := tracking.untracked(cmd.Context())
			problem := errors.Join(append(problems, err)...)
			if problem == nil || len(report.Figures)+len(report.Blocks) > 0 {
				if err := write(s.out, report); err != nil {
					return err
				}
			}
			differs := errors.Join(append(untracked, report.Err())...)
			if problem != nil {
				return errors.Join(problem, differs)
			}
			if differs != nil {
				return differsError{differs}
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", format, "format: "+strings.Join(pages.ReportFormats(), ", "))
	f.BoolVar(&o.bytes, "bytes", false, "draw every figure, and compare the bytes too")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(pages.ReportFormats(), cobra.ShellCompDirectiveNoFileComp))
	o.addSharedFlags(cmd)
	flags.AddCourse(cmd)
	return cmd
}
