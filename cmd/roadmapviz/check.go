package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
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
			write, ok := checkFormats[format]
			if !ok {
				return unknown("format", format, checkFormatNames())
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			report, err := check(cmd.Context(), s, conf, args, exact)
			if err != nil {
				return err
			}
			if err := write(s.out, report); err != nil {
				return err
			}
			return report.verdict()
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", format, "format: "+strings.Join(checkFormatNames(), ", "))
	f.BoolVar(&exact, "bytes", false, "draw every figure, and compare the bytes too")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(checkFormatNames(), cobra.ShellCompDirectiveNoFileComp))
	addCourseFlags(cmd)
	return cmd
}

// checkReport is what check found.
type checkReport struct {
	Figures []checkedFigure `json:"figures"`
	Blocks  []checkedBlock  `json:"blocks"`
}

// checkedFigure is what check found about one figure.
type checkedFigure struct {
	File    string   `json:"file"` // the document
	Line    int      `json:"line"` // where it shows the figure
	Figure  string   `json:"figure"`
	Parts   []string `json:"parts,omitempty"` // IDs; none for the whole course
	Stale   bool     `json:"stale"`
	Reasons []reason `json:"reasons,omitempty"`
	Message string   `json:"message,omitempty"`
	Changes []change `json:"changes,omitempty"`
}

// checkedBlock is what check found about a passage that sync writes.
type checkedBlock struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Stale bool   `json:"stale"`
}

func check(ctx context.Context, s *streams, conf config, args []string, exact bool) (checkReport, error) {
	report := checkReport{Figures: []checkedFigure{}, Blocks: []checkedBlock{}}
	documents, err := openDocuments(ctx, s, conf, args, exact)
	for _, d := range documents {
		for _, p := range d.pictures {
			f := checkedFigure{
				File: p.at.File, Line: p.at.Line, Figure: filepath.ToSlash(p.path), Parts: p.figure.parts,
				Reasons: p.reasons, Changes: p.changes,
				Stale: len(p.reasons) > 0 && p.reasons[0] != outside,
			}
			if len(p.reasons) > 0 {
				f.Message = p.sentence()
			}
			report.Figures = append(report.Figures, f)
		}
		for _, b := range d.blocks {
			report.Blocks = append(report.Blocks, checkedBlock{b.file, b.line, b.stale()})
		}
	}
	return report, err
}

// sentence says why the picture is not what it should be.
func (p *picture) sentence() string {
	words := map[reason]string{
		textChanged: "the text changed", optionsChanged: "the options changed", programChanged: "the program draws it differently now",
		missing: "the picture is missing", foreign: "it was not drawn by roadmapviz", outside: "it is not looked at", undrawable: "it cannot be drawn",
	}
	var all []string
	for _, r := range p.reasons {
		all = append(all, words[r])
	}
	text := strings.Join(all, ", and ")
	if p.why != "" {
		text += " (" + p.why + ")"
	}
	return text
}

// stale counts what is out of date.
func (r checkReport) stale() (figures, blocks int) {
	for _, f := range r.Figures {
		if f.Stale {
			figures++
		}
	}
	for _, b := range r.Blocks {
		if b.Stale {
			blocks++
		}
	}
	return figures, blocks
}

// noFigures says that there is nothing to keep up to date, and what is needed.
const noFigures = "no figures are shown (draw one with 'roadmapviz render -o roadmap.svg' and show it with ![Roadmap](roadmap.svg))"

// summary is the result in one line.
func (r checkReport) summary() string {
	figures, blocks := r.stale()
	seen := 0
	for _, f := range r.Figures {
		if f.Stale || len(f.Reasons) == 0 {
			seen++
		}
	}
	if len(r.Figures)+len(r.Blocks) == 0 {
		return noFigures
	}
	text := fmt.Sprintf("%d of %s out of date", figures, plural(seen, "figure"))
	if figures == 0 {
		text = plural(seen, "figure") + " up to date"
	}
	if blocks > 0 {
		text += ", and " + plural(blocks, "block")
	}
	return text
}

// verdict is the error of what is out of date.
func (r checkReport) verdict() error {
	figures, blocks := r.stale()
	if figures+blocks == 0 {
		return nil
	}
	for _, f := range r.Figures {
		if f.Stale && f.Reasons[0] == foreign {
			return differsError{fmt.Errorf("%s; 'roadmapviz sync --adopt' draws what was not drawn by roadmapviz", r.summary())}
		}
	}
	return differsError{fmt.Errorf("%s; 'roadmapviz sync' mends that", r.summary())}
}
