package pages

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph/collect"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/gitignore"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// Walk opens, one after the other, the courses in a folder and below that show
// figures or blocks. Every README is a course of its own, but for those that belong
// to one of several files: to an mdBook or a MkDocs site, to what the input of
// settings names, or to the numbered files of a folder whose README shows a figure
// and holds no course itself. Each goes by the nearest settings above it; those of
// the options are for what has none in the file system.
//
// Left out are links, hidden folders, node_modules, vendor, the git repositories
// in the folder, and what .gitignore files name: those of the file system, and of
// the repository that the options know of.
//
// A course that cannot be read is an error, and the others follow all the same.
// Only one is kept at a time.
func Walk(ctx context.Context, fsys fs.FS, folder string, o Options) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for c := range Candidates(ctx, fsys, folder, o) {
			c.Open(ctx)
			if d, err, is := c.Settle(); is && !yield(d, err) {
				return
			}
		}
	}
}

// Candidates are the documents that [Walk] looks at, in its order and before any is
// opened, so that several can be at once: each is to be opened, at any time, and then
// settled, one after the other in this order. What kept the walk from going on
// somewhere is a candidate too, which fails.
func Candidates(ctx context.Context, fsys fs.FS, folder string, o Options) iter.Seq[*Candidate] {
	return func(yield func(*Candidate) bool) {
		w := walker{ctx: ctx, fsys: fsys, options: o, tell: yield, found: &found{covered: map[string]bool{}}}
		folder := path.Clean(folder)
		rules, err := o.ignored(fsys, folder)
		if err != nil {
			w.fail(folder, err)
		}
		if o.Settings == nil {
			if o.Settings, err = settings.Find(fsys, path.Dir(folder), o.Prefix); err != nil {
				w.fail(folder, err)
				return
			}
			o.adjust(o.Settings)
		}
		w.folder(folder, o.Settings, rules, true)
	}
}

// ignored are the rules of the folders above one.
func (o Options) ignored(fsys fs.FS, folder string) (rules *gitignore.Rules, err error) {
	if o.Repository != nil {
		fsys, folder = o.Repository, path.Join(o.Root, folder)
	}
	above := []string{}
	for at := folder; at != "."; at = path.Dir(at) {
		above = append(above, path.Dir(at))
	}
	for _, at := range slices.Backward(above) {
		var wrong error
		rules, wrong = withRules(rules, fsys, at, at)
		err = cmp.Or(err, wrong)
	}
	return rules, err
}

// withRules are rules with those of a folder, which they know by a name.
func withRules(rules *gitignore.Rules, fsys fs.FS, folder, name string) (*gitignore.Rules, error) {
	file := path.Join(folder, gitignore.FileName)
	text, err := files.ReadFrom(fsys, file, gitignore.MaxSize)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return rules, nil
	case err != nil:
		return rules, fmt.Errorf("%s: %w", file, files.WithoutPath(err))
	}
	return rules.With(name, text), nil
}

// A walker goes through the folders of one call of [Candidates].
type walker struct {
	ctx     context.Context
	fsys    fs.FS
	options Options
	tell    func(*Candidate) bool
	stopped bool // nobody wants to hear more
	found   *found
}

func (w *walker) yield(c *Candidate) {
	if c.found = w.found; w.options.Mine != nil {
		c.foreign = !w.options.Mine(c.folder, c.name)
	}
	w.stopped = w.stopped || !w.tell(c)
}

// fail tells an error about what lies in a folder.
func (w *walker) fail(at string, err error) {
	w.yield(&Candidate{folder: at, err: err})
}

// folder looks for courses in a folder, and goes on to the folders in it; but not in
// a repository by itself, unless the walk begins there.
func (w *walker) folder(at string, s *settings.Settings, rules *gitignore.Rules, begins bool) {
	if w.ctx.Err() != nil {
		w.fail(at, w.ctx.Err())
		return
	}
	entries, err := fs.ReadDir(w.fsys, at)
	if err != nil {
		w.fail(at, fmt.Errorf("%s: %w", path.Join(w.options.Prefix, at), files.WithoutPath(err)))
		return
	}
	has := func(is func(name string) bool) bool {
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return is(e.Name()) })
	}
	if !begins && has(func(name string) bool { return name == ".git" }) {
		return
	}
	if has(func(name string) bool { return name == gitignore.FileName }) {
		if rules, err = withRules(rules, w.fsys, at, path.Join(w.options.Root, at)); err != nil {
			w.fail(at, err)
		}
	}
	if has(func(name string) bool { return slices.Contains(settings.Names(), name) }) {
		if s, err = settings.Find(w.fsys, at, w.options.Prefix); err != nil {
			w.fail(at, err)
			return // nobody knows what holds below
		}
		w.options.adjust(s)
		if inputs, err := s.Inputs(); err != nil {
			w.fail(at, err)
		} else if len(inputs) > 0 {
			w.several(at, inputs, "", s)
		}
	}
	contents := collect.Contents(w.fsys, at, entries)
	if contents != "" {
		w.several(at, []string{at}, contents, s)
	}
	for _, e := range entries {
		name := path.Join(at, e.Name())
		if course.IsReadme(e.Name()) && e.Type().IsRegular() && !rules.Ignore(path.Join(w.options.Root, name), false) && !w.stopped {
			w.readme(at, e, s, contents != "" || mayBeSteps(entries))
		}
	}
	for _, e := range entries {
		if name := path.Join(at, e.Name()); !w.stopped && e.IsDir() && !isLeft(e.Name()) && !rules.Ignore(path.Join(w.options.Root, name), true) {
			w.folder(name, s, rules, false)
		}
	}
}

// isLeft tells by their names the folders in which nobody's own courses lie.
func isLeft(folder string) bool {
	return strings.HasPrefix(folder, ".") || folder == "node_modules" || folder == "vendor"
}

// severalSize is what a course of several files is taken for before they are known, in
// bytes.
const severalSize = 1 << 20

// several is a course of several files, which are no courses by themselves then. The
// file that says which they are, if there is one, may belong to another course.
func (w *walker) several(at string, names []string, contents string, s *settings.Settings) {
	if !w.stopped {
		w.yield(&Candidate{Size: severalSize, folder: at, file: contents, open: func(c *Candidate, ctx context.Context) {
			c.document, c.err = w.open(ctx, names, s)
			switch {
			case errors.Is(c.err, ErrNoMarkdown) || errors.Is(c.err, course.ErrEmpty):
				c.document, c.err = nil, nil
			case c.document == nil:
				c.loses = true
			default:
				c.covers = true
			}
		}})
	}
}

// readme is a README, or the numbered files beside it if it only shows a figure of
// them, and there may be some.
func (w *walker) readme(at string, e fs.DirEntry, s *settings.Settings, steps bool) {
	name := path.Join(at, e.Name())
	c := &Candidate{folder: at, name: e.Name(), file: name, open: func(c *Candidate, ctx context.Context) {
		d, err := w.open(ctx, []string{name}, s)
		if d != nil && d.showsAny() && !d.recalled {
			if _, nothing := figure.Choose(d.Course.Graph, nil); errors.Is(nothing, figure.ErrNothing) {
				all, wrong := w.open(ctx, []string{at}, s)
				if all != nil && len(all.Course.Files) > 1 {
					d, err, c.covers = all, wrong, true
				}
			}
		}
		c.document, c.err = d, err
	}}
	if info, err := e.Info(); err == nil {
		c.Size = info.Size()
	}
	if w.options.Mine == nil || steps || s.Follow || w.options.Mine(at, e.Name()) { // else it says nothing about others
		w.yield(c)
	}
}

// mayBeSteps tells whether a folder may have numbered files: of most it is known by
// their names that they do not.
func mayBeSteps(entries []fs.DirEntry) bool {
	numbers := 0
	for _, e := range entries {
		if strings.ContainsFunc(e.Name(), unicode.IsDigit) {
			numbers++
		}
	}
	return numbers > 1
}

// open opens a course with settings. With an error there may be a document all the
// same.
func (w *walker) open(ctx context.Context, names []string, s *settings.Settings) (*Document, error) {
	o := w.options
	o.Settings = s
	return open(ctx, w.fsys, names, o)
}
