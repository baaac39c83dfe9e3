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
		w := walker{ctx: ctx, fsys: fsys, options: o, tell: yield, covered: map[string]bool{}}
		folder := path.Clean(folder)
		rules, err := o.ignored(fsys, folder)
		if err != nil && !w.yield(nil, err) {
			return
		}
		if o.Settings == nil {
			if o.Settings, err = settings.Find(fsys, path.Dir(folder), o.Prefix); err != nil {
				w.yield(nil, err)
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

// A walker goes through the folders of one call of [Walk].
type walker struct {
	ctx     context.Context
	fsys    fs.FS
	options Options
	tell    func(*Document, error) bool
	stopped bool            // nobody wants to hear more
	covered map[string]bool // files of courses that have several
}

func (w *walker) yield(d *Document, err error) bool {
	w.stopped = w.stopped || !w.tell(d, err)
	return !w.stopped
}

// fail tells an error about a file.
func (w *walker) fail(name string, err error) {
	w.yield(nil, fmt.Errorf("%s: %w", path.Join(w.options.Prefix, name), files.WithoutPath(err)))
}

// folder opens the courses in a folder, and goes on to the folders in it; but not in
// a repository by itself, unless the walk begins there.
func (w *walker) folder(at string, s *settings.Settings, rules *gitignore.Rules, begins bool) {
	if w.ctx.Err() != nil {
		w.yield(nil, w.ctx.Err())
		return
	}
	entries, err := fs.ReadDir(w.fsys, at)
	if err != nil {
		w.fail(at, err)
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
			w.yield(nil, err)
		}
	}
	if has(func(name string) bool { return slices.Contains(settings.Names(), name) }) {
		if s, err = settings.Find(w.fsys, at, w.options.Prefix); err != nil {
			w.yield(nil, err)
			return // nobody knows what holds below
		}
		w.options.adjust(s)
		if !w.openInput(s) {
			return
		}
	}
	if contents := collect.Contents(w.fsys, at, entries); contents != "" && !w.covered[contents] {
		if !w.openAll([]string{at}, s) {
			return
		}
	}
	for _, e := range entries {
		name := path.Join(at, e.Name())
		if course.IsReadme(e.Name()) && e.Type().IsRegular() && !w.covered[name] && !rules.Ignore(path.Join(w.options.Root, name), false) && !w.stopped {
			w.openReadme(name, s)
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

// openInput opens the course that settings name, and says whether to go on.
func (w *walker) openInput(s *settings.Settings) bool {
	inputs, err := s.Inputs()
	switch {
	case err != nil:
		return w.yield(nil, err)
	case len(inputs) == 0:
		return true
	}
	return w.openAll(inputs, s)
}

// openAll opens a course of several files, which are no courses by themselves then,
// and says whether to go on.
func (w *walker) openAll(names []string, s *settings.Settings) bool {
	d, err := w.open(names, s)
	if errors.Is(err, ErrNoMarkdown) || errors.Is(err, course.ErrEmpty) {
		return true
	}
	if d != nil {
		for _, f := range d.Course.Files {
			w.covered[d.path(f)] = true
		}
	}
	return w.found(d, err) && d != nil
}

// openReadme opens a README, or the numbered files beside it if it only shows a
// figure of them.
func (w *walker) openReadme(name string, s *settings.Settings) {
	d, err := w.open([]string{name}, s)
	if d != nil && d.showsAny() {
		if _, nothing := figure.Choose(d.Course.Graph, nil); errors.Is(nothing, figure.ErrNothing) {
			all, wrong := w.open([]string{path.Dir(name)}, s)
			if all != nil && len(all.Course.Files) > 1 {
				d, err = all, wrong
				for _, f := range d.Course.Files {
					w.covered[d.path(f)] = true
				}
			}
		}
	}
	w.found(d, err)
}

// open opens a course with settings. With an error there may be a document all the
// same.
func (w *walker) open(names []string, s *settings.Settings) (*Document, error) {
	o := w.options
	o.Settings = s
	return open(w.ctx, w.fsys, names, o)
}

// found hands on what was opened, if it shows anything, and says whether to go on.
func (w *walker) found(d *Document, err error) bool {
	var invalid *InvalidError
	switch {
	case errors.Is(err, course.ErrEmpty):
		return true
	case d != nil && !d.showsAny() && (err == nil || errors.As(err, &invalid)):
		return true
	case err != nil:
		return w.yield(nil, err)
	}
	return w.yield(d, nil)
}
