// Package collect makes one course of several Markdown files: of an mdBook, of
// a MkDocs site, of a Jupyter Book, of a folder of numbered files, of a README and
// the files that it links to, or of files that are named one by one.
//
// Each file is read by package markdown as an outline of its own. What it holds
// then hangs below the entry that names the file, and one graph is built of the
// whole, whose positions keep their files. Here is only which files belong
// together, and which of them hangs where.
package collect

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// What a course of several files may cost.
const (
	maxFiles = 2000
	maxLinks = 8         // from the first file, one after the other
	maxBytes = 256 << 20 // of all files
)

// Options steer [Read].
type Options struct {
	// Prefix is put before the names of files in positions and messages: the
	// path of the file system's root as the user knows it, or empty.
	Prefix string
	// Title is the course's title where no file tells one.
	Title string
	// Follow also reads the local Markdown files that a course links to.
	Follow bool
	// Config is for all files; its nodes have the IDs of the whole course.
	Config markdown.Config
	// MaxBytes is the most that all files may have together: more are a
	// [*graph.LimitError]. 0 cuts the course where there are 256 MiB.
	MaxBytes int64
}

// A File is one that was read.
type File struct {
	Name    string // with the prefix
	Path    string // in the file system
	Source  []byte
	Options markdown.Options // that it was read with, by itself
	// Comments are those that are meant for roadmapviz.
	Comments []markdown.Comment
}

// Course is what several files say together.
type Course struct {
	Graph       *graph.Graph
	Diagnostics []graph.Diagnostic
	Files       []File // in the order in which they were read
	Name        string // of the first file or the folder, with the prefix
}

// Read reads a course: a folder, a file, or several files in their order. The
// names are paths in fsys, which bounds what can be read: give it a file
// system that no symbolic link leaves, such as that of an [os.Root]. The error
// is for what was named, an [fs.ErrNotExist] if it does not exist or holds no
// course; what only a file names and cannot be read is a diagnostic. When the context ends, its error is returned.
func Read(ctx context.Context, fsys fs.FS, names []string, o Options) (_ *Course, err error) {
	defer until.Catch(&err)
	c := &collector{ctx: ctx, fsys: fsys, options: o, pages: map[string]*page{}, named: map[*markdown.Document]*page{}}
	var root *markdown.Entry
	if len(names) == 1 {
		c.main = names[0]
		if info, statErr := fs.Stat(fsys, names[0]); statErr == nil && info.IsDir() {
			root, err = c.folder(names[0])
		} else {
			root, err = c.document(names[0])
		}
	} else {
		root, err = c.documents(names)
	}
	if err == nil && o.Follow {
		c.follow(root, maxLinks)
	}
	switch {
	case c.beyond != nil:
		return nil, c.beyond
	case err != nil:
		return nil, err
	}
	return c.finish(root)
}

// A collector reads the files of one course.
type collector struct {
	ctx     context.Context
	fsys    fs.FS
	options Options
	main    string           // the file that URLs are relative to
	pages   map[string]*page // by name, those that were read
	named   map[*markdown.Document]*page
	order   []*page // the same, in the order of reading
	bytes   int
	full    bool  // a limit was reached
	beyond  error // the limit of the caller was
	found   []graph.Diagnostic
	missing int // files that cannot be read
}

// shown is a file's name in messages.
func (c *collector) shown(name string) string { return path.Join(c.options.Prefix, name) }

// document reads a single file as the course.
func (c *collector) document(name string) (*markdown.Entry, error) {
	p, err := c.read(name)
	if err != nil {
		return nil, err
	}
	return p.document.Course(), nil
}

// documents reads files as one course. If one of them has several parts, the
// parts of all stand side by side; else each file becomes one element.
func (c *collector) documents(names []string) (*markdown.Entry, error) {
	root := markdown.NewCourse(c.options.Title)
	courses := false
	var pages []*page
	for _, name := range names {
		p, err := c.read(name)
		if err != nil {
			return nil, err
		}
		if slices.Contains(pages, p) {
			continue // named twice
		}
		pages = append(pages, p)
		courses = courses || p.document.HasParts()
	}
	for _, p := range pages {
		if courses {
			root.Join(p.document)
		} else {
			root.Add(p.entry())
		}
	}
	root.Settle()
	return root, nil
}

// link is the URL of a file as seen from the main one.
func (c *collector) link(name string) string {
	base := path.Dir(c.main)
	if c.main == "" || base == "." {
		return name
	}
	if rest, ok := strings.CutPrefix(name, base+"/"); ok {
		return rest
	}
	return strings.Repeat("../", 1+strings.Count(base, "/")) + name
}

// limit says that the course goes on beyond what is read, once.
func (c *collector) limit(at graph.Position) {
	if !c.full {
		c.full = true
		c.report(codes.CourseCut, at, "", "the course goes on beyond %d files, %d links in a row or %d MiB; the rest is left out", maxFiles, maxLinks, maxBytes>>20)
	}
}

// maxMissing is how many missing files are reported one by one.
const maxMissing = 20

// noFile reports a file that cannot be read.
func (c *collector) noFile(at graph.Position, hint, message string, args ...any) {
	if c.missing++; c.missing <= maxMissing {
		c.report(codes.NoFile, at, hint, message, args...)
	}
}

func (c *collector) report(code codes.Code, at graph.Position, hint, message string, args ...any) {
	c.found = append(c.found, code.At(at, hint, message, args...))
}

// finish builds the graph and puts the diagnostics together.
func (c *collector) finish(root *markdown.Entry) (*Course, error) {
	course := &Course{Name: c.shown(c.main)}
	if c.main == "" && len(c.order) > 0 {
		course.Name = c.shown(c.order[0].name)
	}
	var err error
	if course.Graph, err = (markdown.Course{Root: root, Nodes: c.options.Config.Nodes, Linked: c.linkedFrom}).Build(c.ctx); err != nil {
		return nil, err
	}
	if more := c.missing - maxMissing; more > 0 {
		c.report(codes.NoFile, graph.Position{File: course.Name}, "", "%d more files cannot be read", more)
	}
	var documents []*markdown.Document
	for _, p := range c.order {
		documents = append(documents, p.document)
	}
	markdown.CheckPatterns(documents...)
	for _, p := range c.order {
		course.Files = append(course.Files, File{c.shown(p.name), p.name, p.source, p.options, p.comments})
		course.Diagnostics = append(course.Diagnostics, p.document.Sorted()...)
	}
	if len(course.Graph.Nodes) > 1 { // how one file is to be read is not how they all are
		course.Diagnostics = slices.DeleteFunc(course.Diagnostics, func(d graph.Diagnostic) bool {
			return d.Code == codes.Doubt.ID || d.Code == codes.Lost.ID
		})
	}
	course.Diagnostics = append(course.Diagnostics, c.found...)
	return course, nil
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
