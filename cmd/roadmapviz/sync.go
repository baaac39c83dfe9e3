package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/shard"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/pages"
)

// syncOptions are the flags of sync.
type syncOptions struct {
	adopt   bool
	dryRun  bool
	bytes   bool
	tracked bool
	insert  bool
	part    string // for insert
	shard   shard.Shard
	base    string // that the paths of documents are seen from, to find their shards
	machine figure.Machine
	reader  string // see [pages.Options]
}

func newSyncCmd(s *streams) *cobra.Command {
	var o syncOptions
	cmd := &cobra.Command{
		Use:   "sync [README|FOLDER|PATTERN…]",
		Short: "Redraw the roadmaps that a README shows, where they are out of date",
		Long: `Redraw every figure of the course that its document shows and that is out of date.

A figure is an image, SVG or PNG, that roadmapviz drew before; or one below the
heading of a part, or of the course, whose file name or alt text says "roadmap"; or
one behind the comment <!-- roadmap: figure -->. Its format, size and theme follow
from the file's name (name@2x.png, name-dark.svg), from the comment
(<!-- roadmap: figure part=engineer theme=contrast -->), from roadmapviz.yaml, and
from how it was drawn before. <!-- roadmap: figure=false --> leaves an image alone.
A link to an HTML or PDF file is a figure too if roadmapviz drew that file, or if it
is behind such a comment.

What stands between <!-- roadmapviz:begin part=NAME --> and <!-- roadmapviz:end -->
is written too: a picture for light and one for dark pages, with a description.
--insert puts such a block into a README that shows no figure yet, below its
introduction, or with --part below the heading of a part. It takes READMEs: a folder
is the one course in it, and a pattern such as '*/README.md' stands for several.
` + whichDocuments + `

Nothing outside of the document's folder is touched, and no picture that roadmapviz
did not draw, unless --adopt says so. The exit status is 3 with --tracked when git does
not have a figure yet.`,
		Example: `  roadmapviz sync
  roadmapviz sync --insert README.md
  roadmapviz sync --dry-run .
  roadmapviz sync --adopt README.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.part != "" && !o.insert {
				return flags.Usagef("--part says of what --insert puts a block in; without that it says nothing")
			}
			return syncAll(cmd, s, args, o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.adopt, "adopt", false, "also replace pictures that roadmapviz did not draw")
	f.BoolVar(&o.dryRun, "dry-run", false, "say what would be done, and change nothing")
	f.BoolVar(&o.bytes, "bytes", false, "draw every figure, and redraw those whose bytes are different")
	f.BoolVar(&o.insert, "insert", false, "put a block into a README that shows no figure yet: a light and a dark picture, and the outline as text")
	f.StringVarP(&o.part, "part", "p", "", "with --insert: below the heading of this part, and of it alone")
	o.addSharedFlags(cmd)
	flags.AddCourse(cmd)
	addWatchFlag(s, cmd, func(cmd *cobra.Command, args []string) (files []string) {
		eachDocument(cmd, &streams{err: newMessages(io.Discard)}, args, o, func(_ context.Context, d document, _ func(int64)) func() error {
			return func() error {
				for i := range d.Course.Files {
					files = append(files, d.Path(d.FilePath(i)))
				}
				return nil
			}
		})
		return files
	})
	return cmd
}

// synced counts what a run of sync did.
type synced struct {
	shown, drawn, written int
	tracking              *tracking
}

func syncAll(cmd *cobra.Command, s *streams, args []string, o syncOptions) error {
	all := synced{tracking: newTracking(o.tracked)}
	problems := eachDocument(cmd, s, args, o, func(ctx context.Context, d document, hold func(int64)) func() error {
		return all.sync(ctx, s, d, o, hold)
	})
	untracked, err := all.tracking.untracked(cmd.Context())
	problem := errors.Join(append(problems, err)...)
	if all.shown == 0 && all.written == 0 && problem == nil {
		terminal.Print(s.err, "%s", pages.NoFigures(o.shard.String()))
		return nil
	}
	if all.shown > 0 || all.written > 0 {
		result := fmt.Sprintf("%s, %d %s", words.Count(all.shown, "figure"), all.drawn, pages.Verb("drawn", o.dryRun))
		if all.written > 0 {
			result += ", " + words.Count(all.written, "block") + " " + pages.Verb("written", o.dryRun)
		}
		terminal.Print(s.err, "%s", result)
	}
	new := errors.Join(untracked...)
	if problem == nil && new != nil {
		return differsError{new}
	}
	return errors.Join(problem, new)
}

// sync finds out how to bring one document up to date, and returns what does so and
// says what it did.
func (all *synced) sync(ctx context.Context, s *streams, d document, o syncOptions, hold func(int64)) func() error {
	var shown error
	if o.insert {
		if err := d.Insert(o.part); errors.Is(err, pages.ErrShown) {
			shown = err
		} else if errors.Is(err, figure.ErrNothing) {
			err = fmt.Errorf("%w; --insert takes the READMEs of courses, such as '*/README.md'", err)
			return func() error { return err }
		} else if err != nil {
			return func() error { return err }
		}
	}
	changes, err := d.changes(ctx, s, o.dryRun, hold)
	return func() error {
		if shown != nil {
			terminal.Print(s.err, "%v: nothing is put in", shown)
		}
		for _, p := range d.Figures {
			if len(p.Reasons) > 0 && p.Reasons[0] == pages.Outside {
				terminal.Print(s.err, "%s: %s is left alone: %s", p.At, p.Name, p.Why)
			}
		}
		all.shown += len(d.Figures)
		problems := []error{err}
		for _, c := range changes {
			if !o.dryRun {
				if err := d.write(c); err != nil {
					problems = append(problems, err)
					continue
				}
			}
			if c.Figure != nil {
				all.drawn++
				printDiagnostics(s.err, c.Figure.Notes, graph.Warning)
			}
			all.written += len(c.Lines) + len(c.Inserted)
			for _, line := range c.Sentences(o.dryRun) {
				terminal.Print(s.out, "%s", line)
			}
		}
		all.tracking.add(d)
		return errors.Join(problems...)
	}
}

// changes are those of a document, which take time to draw.
func (d document) changes(ctx context.Context, s *streams, dryRun bool, hold func(int64)) ([]pages.Change, error) {
	if dryRun {
		return d.Outline()
	}
	if !s.err.quiet {
		d.all.counter.Expect(len(d.Stale()))
	}
	changes, err := d.Changes(ctx, d.all.counter.Step)
	weight := d.Size()
	for _, c := range changes {
		weight += int64(len(c.New))
	}
	hold(weight)
	return changes, err
}

// write puts a changed file in the place of the old one, unless somebody has
// changed that in the meantime.
func (d document) write(c pages.Change) error {
	path := d.Path(c.Path)
	if c.Figure == nil {
		err := replaceText(d.Place, path, c.Old, c.New)
		d.all.written.Add(path)
		return err
	}
	if now, err := files.ReadFrom(d.FS, c.Path, courses.MaxSize); err == nil && !bytes.Equal(now, c.Old) {
		if bytes.Equal(now, c.New) {
			return nil // another sync was here
		}
		return fmt.Errorf("%s: the file changed while its figure was drawn; run sync again", c.Name)
	}
	if err := files.WriteWithin(d.Root, path, c.New, false); err != nil {
		return fmt.Errorf("%s: %w", c.Name, unwrapPath(err))
	}
	d.all.written.Add(path)
	return nil
}

// replaceText writes a document of a course, unless somebody has changed it since
// it was read, or it is hidden below what the user named.
func replaceText(p workspace.Place, path string, old, text []byte) error {
	name := filepath.ToSlash(path)
	if err := files.Visible(p.Root, path); err != nil {
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
