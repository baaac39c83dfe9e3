package workspace

import (
	"context"
	"fmt"
	"io"
	"path"
	"path/filepath"

	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Stdin is what a document from standard input is called in messages.
const Stdin = "stdin"

// Course is a course that was read, with where it is and the settings that it was
// read by.
type Course struct {
	*courses.Course
	Place
	Config Config
}

// Open reads the course that the arguments name: a file of any format that is read,
// a folder, or several Markdown files; or without arguments what the settings name, or
// else the README here, or else this folder. It ends with the context.
func Open(ctx context.Context, conf Config, args []string) (*Course, error) {
	place, err := conf.Locate(args)
	if err != nil {
		return nil, err
	}
	o := place.Reading(conf)
	o.Config, o.Prior, o.Settle = conf.Document(place.FS, place.Names), conf.Prior, conf.Settle
	c, err := courses.Open(ctx, place.FS, place.Names, o)
	return judged(c, err, place, conf)
}

// Read does the same for a course that is in no file.
func Read(ctx context.Context, conf Config, from io.Reader) (*Course, error) {
	src, err := allOf(ctx, from)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Stdin, err)
	}
	o := courses.Options{From: conf.From, Prior: conf.Prior, Settle: conf.Settle}
	if len(conf.Input) == 0 {
		o.Config = conf.Config
	}
	c, err := courses.Parse(ctx, src, Stdin, o)
	return judged(c, err, Place{}, conf)
}

// judged is a course that was read, with its diagnostics as the settings have them.
func judged(c *courses.Course, err error, place Place, conf Config) (*Course, error) {
	if err != nil {
		return nil, err
	}
	c.Diagnostics = conf.Judge(append(c.Diagnostics, conf.unread()...))
	return &Course{c, place, conf}, nil
}

// allOf reads a stream. What it waits for when the context ends is left behind, for the
// program ends too.
func allOf(ctx context.Context, r io.Reader) ([]byte, error) {
	type result struct {
		src []byte
		err error
	}
	done := make(chan result, 1)
	go func() {
		src, err := files.All(r, courses.MaxSize)
		done <- result{src, err}
	}()
	select {
	case all := <-done:
		return all.src, all.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Complete puts into the options what the user has left open, where set tells which
// options those are not: what the figure says that was read, and then what the settings
// say. The graph becomes that of a learner, if the options name one.
func (c *Course) Complete(o *figure.Options, set func(name string) bool) error {
	said := map[string]string{}
	if c.Figure != nil {
		said = c.Figure.Options
		if err := o.Adopt(said, set, figure.Place{FS: files.FS(".")}); err != nil {
			return err
		}
	}
	err := c.Config.Apply(o, func(name string) bool { return said[name] != "" || set(name) })
	if err == nil {
		c.Graph, err = o.Learned(c.Graph)
	}
	return err
}

// HomeFrom is the course as seen from a file that is written, if that lies in the
// course's folder: then the two move together.
func (c *Course) HomeFrom(output string) string {
	if c.FS == nil || output == "-" || !c.Files[0].IsMarkdown() {
		return ""
	}
	folder, err1 := filepath.Abs(c.Path(c.Folder))
	file, err2 := filepath.Abs(output)
	rel, err3 := filepath.Rel(folder, file)
	if err1 != nil || err2 != nil || err3 != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return c.Course.Home(filepath.ToSlash(rel))
}

// Inner is a file's path in the file system.
func (c *Course) Inner(f courses.File) string { return path.Join(c.Folder, f.Path) }

// Paths are those of the course's files, and of its settings.
func (c *Course) Paths() []string {
	paths := []string{filepath.FromSlash(c.Config.Name)}
	for _, name := range c.Names {
		paths = append(paths, c.Path(name))
	}
	for _, f := range c.Files {
		if f.Path != "" {
			paths = append(paths, c.Path(c.Inner(f)))
		}
	}
	return paths
}
