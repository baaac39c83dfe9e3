package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/render/figure/pages"
)

func newCheckCmd(s *streams) *cobra.Command {
	format, exact := "text", false
	cmd := &cobra.Command{
		Use:   "check [README…]",
		Short: "Tell whether the roadmaps that a README shows are up to date",
		Long: `Compare every figure of the course that its document shows with the document, say
which are out of date, why, and what changed, and write nothing. 'roadmapviz sync
--help' says which images are figures, and brings them up to date.

The exit status is 3 when a figure or a block is out of date.`,
		Example: `  roadmapviz check
  roadmapviz check --format github docs/*/README.md
  roadmapviz check --format markdown > report.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := pages.LookupReportFormat(format)
			if !ok {
				return unknown("format", format, pages.ReportFormats())
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			documents, err := openDocuments(cmd.Context(), s, conf, args, syncOptions{bytes: exact})
			if err != nil {
				return err
			}
			var all []*pages.Document
			for _, d := range documents {
				all = append(all, d.Document)
			}
			report := pages.NewReport(all...)
			if err := write(s.out, report); err != nil {
				return err
			}
			if err := report.Err(); err != nil {
				return differsError{err}
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", format, "format: "+strings.Join(pages.ReportFormats(), ", "))
	f.BoolVar(&exact, "bytes", false, "draw every figure, and compare the bytes too")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(pages.ReportFormats(), cobra.ShellCompDirectiveNoFileComp))
	addCourseFlags(cmd)
	return cmd
}
