package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
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

// openDocuments reads and judges the documents that the arguments name, each a
// course of its own. Without arguments it is the configured course.
func openDocuments(ctx context.Context, s *streams, conf config, args []string, exact bool) ([]*document, error) {
	targets := make([][]string, 0, 1+len(args))
	for _, arg := range args {
		targets = append(targets, []string{arg})
	}
	if len(args) == 0 {
		targets = append(targets, nil)
	}
	var documents []*document
	var pictures []*picture
	for _, target := range targets {
		d, err := openDocument(ctx, s, conf, target)
		if err != nil {
			return nil, err
		}
		printDiagnostics(s.err, d.diagnostics, graph.Error)
		if err := failed(d.name, d.diagnostics); err != nil {
			return nil, err
		}
		documents = append(documents, d)
		pictures = append(pictures, d.pictures...)
	}
	var err error
	if exact {
		err = inParallel(ctx, len(pictures), func(i int) error { return pictures[i].compareBytes(ctx) })
	}
	for _, d := range documents {
		for _, b := range d.blocks {
			b.write()
		}
	}
	return documents, err
}

// compareBytes draws the figure and compares it with the file. Where it shows
// what it should and is another all the same, the program draws differently.
func (p *picture) compareBytes(ctx context.Context) error {
	if len(p.reasons) > 0 {
		return nil
	}
	seen, err := p.record.Figure()
	if err != nil {
		return err
	}
	drawn, err := p.redraw(ctx, figure{graph: seen.Graph, parts: seen.Parts, format: p.figure.format})
	if err == nil && !bytes.Equal(drawn, p.old) {
		p.reasons = []reason{programChanged}
	}
	return err
}

func (p *picture) redraw(ctx context.Context, f figure) ([]byte, error) {
	d, err := p.options.drawer()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.path, err)
	}
	data, notes, err := d.draw(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.path, err)
	}
	p.notes = p.document.config.judge(notes)
	return data, nil
}

func syncAll(ctx context.Context, s *streams, conf config, args []string, o syncOptions) error {
	documents, err := openDocuments(ctx, s, conf, args, o.bytes)
	if err != nil {
		return err
	}
	var stale []*picture
	var problems []error
	shown := 0
	for _, d := range documents {
		for _, p := range d.pictures {
			shown++
			switch {
			case len(p.reasons) == 0:
			case p.reasons[0] == outside:
				terminal.Print(s.err, "%s: %s is left alone: %s", p.at, filepath.ToSlash(p.path), p.why)
			case p.reasons[0] == undrawable:
				problems = append(problems, fmt.Errorf("%s: %s: %s", p.at, filepath.ToSlash(p.path), p.why))
			case p.reasons[0] == foreign && !o.adopt:
				problems = append(problems, fmt.Errorf("%s: %s was not drawn by roadmapviz; --adopt replaces it", p.at, filepath.ToSlash(p.path)))
			default:
				stale = append(stale, p)
			}
		}
	}
	done := make([]bool, len(stale))
	if !o.dryRun {
		progress := startProgress(s.err, len(stale))
		problems = append(problems, inParallel(ctx, len(stale), func(i int) error {
			if err := stale[i].replace(ctx); err != nil {
				return err
			}
			done[i] = true
			progress.step()
			return nil
		}))
		progress.stop()
	}
	for i, p := range stale {
		if done[i] || o.dryRun {
			printDiagnostics(s.err, p.notes, graph.Warning)
			terminal.Print(s.out, "%s: %s: %s", filepath.ToSlash(p.path), verb("drawn", o.dryRun), p.sentence())
		}
	}
	blocks, err := syncBlocks(s, documents, o.dryRun)
	problems = append(problems, err)
	if shown == 0 && blocks == "" {
		terminal.Print(s.err, noFigures)
		return errors.Join(problems...)
	}
	terminal.Print(s.err, "%s, %d %s", plural(shown, "figure"), count(done, o.dryRun), verb("drawn", o.dryRun)+blocks)
	return errors.Join(problems...)
}

func verb(past string, dryRun bool) string {
	if dryRun {
		return "would be " + past
	}
	return past
}

func count(done []bool, all bool) int {
	n := 0
	for _, d := range done {
		if d || all {
			n++
		}
	}
	return n
}

// replace draws the figure and writes it in the place of the old one, unless
// somebody has changed that in the meantime.
func (p *picture) replace(ctx context.Context) error {
	data, err := p.redraw(ctx, p.figure)
	if err != nil {
		return err
	}
	if now, err := files.ReadWithin(p.document.folder, p.path, mostPictures); err == nil && !bytes.Equal(now, p.old) {
		if bytes.Equal(now, data) {
			return nil // another sync was here
		}
		return fmt.Errorf("%s: the file changed while its figure was drawn; run sync again", p.path)
	}
	if err := files.WriteWithin(p.document.trusted(), p.path, data, false); err != nil {
		return fmt.Errorf("%s: %w", p.path, unwrapPath(err))
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

// syncBlocks writes the passages of the documents that are out of date, and says
// how many.
func syncBlocks(s *streams, documents []*document, dryRun bool) (string, error) {
	written := 0
	var problems []error
	for _, d := range documents {
		for _, f := range d.files {
			text := f.src
			var lines []string
			for _, b := range slices.Backward(d.blocks) { // so that offsets stay good
				if b.file != f.name || b.why != "" || !b.stale() {
					continue
				}
				text = slices.Concat(text[:b.start], b.want, text[b.end:])
				lines = append(lines, fmt.Sprint(b.line))
			}
			if lines == nil {
				continue
			}
			slices.Reverse(lines)
			if !dryRun {
				if err := d.replaceDocument(f, text); err != nil {
					problems = append(problems, err)
					continue
				}
			}
			written += len(lines)
			terminal.Print(s.out, "%s: %s: the block in line %s", filepath.ToSlash(f.name), verb("written", dryRun), strings.Join(lines, ", "))
		}
	}
	if written == 0 {
		return "", errors.Join(problems...)
	}
	return ", " + plural(written, "block") + " " + verb("written", dryRun), errors.Join(problems...)
}

// replaceDocument writes a document of a course, unless somebody has changed it
// since it was read, or it is hidden below what the user named.
func (c *course) replaceDocument(f courseFile, text []byte) error {
	if err := files.Visible(c.trusted(), f.name); err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	if now, err := files.Read(f.name, int64(len(f.src))); err != nil || !bytes.Equal(now, f.src) {
		return fmt.Errorf("%s: the file changed in the meantime; run this again", f.name)
	}
	if err := files.Write(f.name, text, true); err != nil {
		return fmt.Errorf("%s: %w", f.name, unwrapPath(err))
	}
	return nil
}

// inParallel calls do for 0 to n−1, as many at a time as there are processors,
// and joins the errors in their order.
func inParallel(ctx context.Context, n int, do func(int) error) error {
	problems := make([]error, n)
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range next {
				if problems[i] = ctx.Err(); problems[i] == nil {
					problems[i] = do(i)
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
	return errors.Join(problems...)
}
