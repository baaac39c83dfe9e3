package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure/pages"
)

// syncOptions are the flags of sync.
type syncOptions struct {
	adopt  bool
	dryRun bool
	bytes  bool
}

func newSyncCmd(s *streams) *cobra.Command {
	var o syncOptions
	cmd := &cobra.Command{
		Use:   "sync [README…]",
		Short: "Redraw the roadmaps that a README shows, where they are out of date",
		Long: `Redraw every figure of the course that its document shows and that is out of date.

A figure is an image, SVG or PNG, that roadmapviz drew before; or one below the
heading of a part, or of the course, whose file name or alt text says "roadmap"; or
one behind the comment <!-- roadmap: figure -->. Its format, size and theme follow
from the file's name (name@2x.png, name-dark.svg), from the comment
(<!-- roadmap: figure part=engineer theme=contrast -->), from roadmapviz.yaml, and
from how it was drawn before. <!-- roadmap: figure=false --> leaves an image alone.

What stands between <!-- roadmapviz:begin part=NAME --> and <!-- roadmapviz:end -->
is written too: a picture for light and one for dark pages, with a description.

Nothing outside of the document's folder is touched, and no picture that roadmapviz
did not draw, unless --adopt says so.`,
		Example: `  roadmapviz sync
  roadmapviz sync --dry-run docs/*/README.md
  roadmapviz sync --adopt README.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			return syncAll(cmd.Context(), s, conf, args, o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.adopt, "adopt", false, "also replace pictures that roadmapviz did not draw")
	f.BoolVar(&o.dryRun, "dry-run", false, "say what would be done, and change nothing")
	f.BoolVar(&o.bytes, "bytes", false, "draw every figure, and redraw those whose bytes are different")
	addCourseFlags(cmd)
	addWatchFlag(s, cmd)
	return cmd
}

// document is a course's text with its figures, and where it is.
type document struct {
	*pages.Document
	place
}

// openDocuments reads and judges the documents that the arguments name, each a
// course of its own. Without arguments it is the settings' course.
func openDocuments(ctx context.Context, s *streams, conf config, args []string, o syncOptions) ([]document, error) {
	if slices.Contains(args, "-") {
		return nil, usagef("stdin is no file that pictures stand beside: name one instead of -")
	}
	targets := make([][]string, 0, 1+len(args))
	for _, arg := range args {
		targets = append(targets, []string{arg})
	}
	if len(args) == 0 {
		targets = append(targets, nil)
	}
	var documents []document
	for _, target := range targets {
		at, err := conf.locate(target)
		if err != nil {
			return nil, err
		}
		read := at.options(conf)
		d, err := await(ctx, func() (*pages.Document, error) {
			return pages.Open(ctx, at.fsys, at.names, pages.Options{
				Settings: conf.Settings, Prefix: read.Prefix, Title: read.Title, From: read.From,
				Machine: defaultMachine(), Adopt: o.adopt, Exact: o.bytes,
			})
		})
		var invalid *pages.InvalidError
		if errors.As(err, &invalid) {
			printDiagnostics(s.err, invalid.Diagnostics, graph.Error)
		}
		if errors.Is(err, pages.ErrNoMarkdown) {
			return nil, usageError{err}
		}
		if err != nil {
			return nil, err
		}
		printDiagnostics(s.err, aboutComments(d.Course.Diagnostics), graph.Warning)
		documents = append(documents, document{d, at})
	}
	return documents, nil
}

// aboutComments are the diagnostics of comments that have not the effect that was
// meant. Others are not for those who want to know about figures.
func aboutComments(found []graph.Diagnostic) []graph.Diagnostic {
	return slices.DeleteFunc(slices.Clone(found), func(d graph.Diagnostic) bool {
		return d.Code != codes.UnreadComment.ID && d.Code != codes.UnknownKey.ID && d.Code != codes.BadValue.ID
	})
}

func syncAll(ctx context.Context, s *streams, conf config, args []string, o syncOptions) error {
	documents, err := openDocuments(ctx, s, conf, args, o)
	if err != nil {
		return err
	}
	shown, drawn, written := 0, 0, 0
	var problems []error
	for _, d := range documents {
		shown += len(d.Figures)
		for _, p := range d.Figures {
			if len(p.Reasons) > 0 && p.Reasons[0] == pages.Outside {
				terminal.Print(s.err, "%s: %s is left alone: %s", p.At, p.Name, p.Why)
			}
		}
		changes, err := d.changes(ctx, s, o.dryRun)
		problems = append(problems, err)
		for _, c := range changes {
			if !o.dryRun {
				if err := d.write(c); err != nil {
					problems = append(problems, err)
					continue
				}
			}
			if c.Figure != nil {
				drawn++
				printDiagnostics(s.err, c.Figure.Notes, graph.Warning)
				terminal.Print(s.out, "%s: %s: %s", c.Name, verb("drawn", o.dryRun), c.Figure.Sentence())
			} else {
				written += len(c.Lines)
				terminal.Print(s.out, "%s: %s: the block in line %s", c.Name, verb("written", o.dryRun), strings.Trim(strings.ReplaceAll(fmt.Sprint(c.Lines), " ", ", "), "[]"))
			}
		}
	}
	if shown == 0 && written == 0 {
		terminal.Print(s.err, pages.NoFigures)
		return errors.Join(problems...)
	}
	result := fmt.Sprintf("%s, %d %s", words.Count(shown, "figure"), drawn, verb("drawn", o.dryRun))
	if written > 0 {
		result += ", " + words.Count(written, "block") + " " + verb("written", o.dryRun)
	}
	terminal.Print(s.err, "%s", result)
	return errors.Join(problems...)
}

// changes are those of a document, which take time to draw.
func (d document) changes(ctx context.Context, s *streams, dryRun bool) ([]pages.Change, error) {
	if dryRun {
		return d.Outline()
	}
	progress := startProgress(s.err, len(d.Stale()))
	defer progress.stop()
	return d.Changes(ctx, progress.step)
}

func verb(past string, dryRun bool) string {
	if dryRun {
		return "would be " + past
	}
	return past
}

// write puts a changed file in the place of the old one, unless somebody has
// changed that in the meantime.
func (d document) write(c pages.Change) error {
	path := d.path(c.Path)
	if c.Figure == nil {
		return d.replaceText(path, c.Old, c.New)
	}
	if now, err := files.ReadFrom(d.fsys, c.Path, courses.MaxSize); err == nil && !bytes.Equal(now, c.Old) {
		if bytes.Equal(now, c.New) {
			return nil // another sync was here
		}
		return fmt.Errorf("%s: the file changed while its figure was drawn; run sync again", c.Name)
	}
	if err := files.WriteWithin(d.folder, path, c.New, false); err != nil {
		return fmt.Errorf("%s: %w", c.Name, unwrapPath(err))
	}
	return nil
}

// replaceText writes a document of a course, unless somebody has changed it since
// it was read, or it is hidden below what the user named.
func (p place) replaceText(path string, old, text []byte) error {
	name := filepath.ToSlash(path)
	if err := files.Visible(p.folder, path); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if now, err := files.Read(path, int64(len(old))); err != nil || !bytes.Equal(now, old) {
		return fmt.Errorf("%s: the file changed in the meantime; run this again", name)
	}
	if err := files.Write(path, text, true); err != nil {
		return fmt.Errorf("%s: %w", name, unwrapPath(err))
	}
	return nil
}

// unwrapPath takes the name of a temporary file off an error.
func unwrapPath(err error) error {
	var path *os.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return fmt.Errorf("cannot be written: %w", path.Err)
	case errors.As(err, &link):
		return fmt.Errorf("cannot be written: %w", link.Err)
	}
	return err
}
