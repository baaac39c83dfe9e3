package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// largeInput is the size in bytes from which memory matters more than the time
// to collect garbage.
const largeInput = 1 << 20

// stdin is what the document from "-" is called in messages.
const stdin = "stdin"

// course is a course that was read, with what its commands went by.
type course struct {
	*courses.Course
	place
	config config
}

// place is where the files of a course are.
type place struct {
	folder string // the root of the file system
	fsys   fs.FS
	names  []string // in the file system
	named  bool     // the user named them
}

// openCourse reads the course that the arguments name: a file of any format that
// is read, "-" for stdin, a folder, or several Markdown files; or without
// arguments what the settings name, or else the README here, or else this folder.
// When the context ends, so does the wait for it.
func openCourse(ctx context.Context, s *streams, conf config, args []string) (*course, error) {
	return await(ctx, func() (*course, error) {
		c := &course{config: conf}
		var err error
		if slices.Contains(args, "-") {
			c.Course, err = readStdin(s, conf, args)
		} else if c.place, err = conf.locate(args); err == nil {
			c.place.prepare()
			o := c.options(conf)
			o.Config, o.Prior, o.Settle = conf.Document(c.fsys, c.names), conf.prior, conf.settle
			c.Course, err = courses.Open(c.fsys, c.names, o)
		}
		if err != nil {
			return nil, err
		}
		c.Diagnostics = conf.Judge(c.Diagnostics)
		return c, nil
	})
}

// await returns what do does, or, as soon as the context ends, its error. What is
// not done then is left behind, for the program ends too.
func await[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

func readStdin(s *streams, conf config, args []string) (*courses.Course, error) {
	if len(args) > 1 {
		return nil, usagef("- stands for one document and cannot be read with others")
	}
	src, err := files.All(s.in, courses.MaxSize)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", stdin, err)
	}
	thrifty(int64(len(src)))
	o := courses.Options{From: conf.from, Prior: conf.prior, Settle: conf.settle}
	if len(conf.Input) == 0 {
		o.Config = conf.Config
	}
	return courses.Parse(src, stdin, o)
}

// prepare prepares for the size of what is read.
func (p place) prepare() {
	for _, name := range p.names {
		if info, err := fs.Stat(p.fsys, name); err == nil && info.Mode().IsRegular() {
			thrifty(info.Size())
		}
	}
}

// thrifty prepares for a course of so many bytes.
func thrifty(size int64) {
	if size > largeInput {
		debug.SetGCPercent(200)
	}
}

// options are those of reading a course at a place.
func (p place) options(conf config) courses.Options {
	prefix, title := filepath.ToSlash(p.folder), ""
	if prefix == "." {
		prefix = ""
	}
	if at, err := filepath.Abs(p.folder); err == nil {
		title = strings.NewReplacer("-", " ", "_", " ").Replace(filepath.Base(at))
	}
	return courses.Options{Prefix: prefix, Title: title, From: conf.from, Follow: conf.Follow}
}

// locate finds the course that arguments, or without them the settings, name.
func (conf config) locate(args []string) (place, error) {
	if len(args) > 0 {
		return locateNamed(args)
	}
	inputs, err := conf.Inputs()
	if err != nil {
		return place{}, err
	}
	if len(inputs) > 0 {
		return place{conf.folder, conf.FS, inputs, false}, nil
	}
	return newPlace(".", []string{cmp.Or(findReadme(), ".")}, false)
}

// locateNamed is the place of what the user names: a file may be a link to
// anywhere; of several, or of a folder, nothing outside of it is read.
func locateNamed(args []string) (place, error) {
	if info, err := os.Stat(args[0]); len(args) == 1 && (err != nil || !info.IsDir()) {
		name := filepath.Clean(args[0])
		return newPlace(filepath.Dir(name), []string{filepath.Base(name)}, true)
	}
	folder, names, err := files.Common(args)
	if err != nil {
		return place{}, err
	}
	return newPlace(shownFolder(folder), names, false)
}

func newPlace(folder string, names []string, named bool) (place, error) {
	root, err := os.OpenRoot(folder)
	switch {
	case err == nil:
		root.Close()
	case errors.Is(err, fs.ErrNotExist):
		return place{}, fmt.Errorf("%s: %w", filepath.ToSlash(filepath.Join(folder, names[0])), courses.ErrNoFile)
	default:
		return place{}, fmt.Errorf("%s: %w", filepath.ToSlash(filepath.Join(folder, names[0])), files.WithoutPath(err))
	}
	if named {
		return place{folder, files.FS(folder, names...), names, true}, nil
	}
	return place{folder, files.FS(folder), names, false}, nil
}

// path is that of a file in the place, as seen from the working folder.
func (p place) path(name string) string { return filepath.Join(p.folder, filepath.FromSlash(name)) }

// home is the course as seen from a file that is written, if that lies in the
// course's folder: then the two move together.
func (c *course) home(output string) string {
	if c.fsys == nil || output == "-" || !c.Files[0].IsMarkdown() {
		return ""
	}
	folder, err1 := filepath.Abs(c.path(c.Folder))
	file, err2 := filepath.Abs(output)
	rel, err3 := filepath.Rel(folder, file)
	if err1 != nil || err2 != nil || err3 != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return c.Home(filepath.ToSlash(rel))
}

// inner is a file's path in the file system.
func (c *course) inner(f courses.File) string { return path.Join(c.Folder, f.Path) }

// paths are those of the course's files, and of its settings.
func (c *course) paths() []string {
	paths := []string{filepath.FromSlash(c.config.Name)}
	for _, name := range c.names {
		paths = append(paths, c.path(name))
	}
	for _, f := range c.Files {
		if f.Path != "" {
			paths = append(paths, c.path(c.inner(f)))
		}
	}
	return paths
}

// findReadme is the README of the working folder, in any spelling; "" without one.
func findReadme() string {
	entries, err := os.ReadDir(".")
	if err != nil {
		return ""
	}
	best := ""
	for _, e := range entries { // sorted: README.md comes before readme.md
		switch name := strings.ToLower(e.Name()); {
		case e.IsDir():
		case name == "readme.md":
			return e.Name()
		case best == "" && (name == "readme.markdown" || name == "readme"):
			best = e.Name()
		}
	}
	return best
}
