// Package course reads a course from whatever holds it: a Markdown document, a
// folder or several documents, a graph in one of the formats that are read, or a
// figure that was drawn of it.
package course

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/collect"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/encoding"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// MaxSize bounds what is read, in bytes: no course is larger, and everything after
// is linear in it.
const MaxSize = 256 << 20

// Options steer [Open] and [Parse]. The zero value goes by what is read alone.
type Options struct {
	// Prefix is put before the names of files in positions and messages: the
	// path of the file system's root as the user knows it.
	Prefix string
	// Title is that of a course of several files in the root whose files tell
	// none; in other folders their names do.
	Title string
	// From is the name of the format; "" goes by the extension, and is "markdown"
	// where that says nothing.
	From string
	// Follow also reads the local Markdown files that a course links to, within
	// its folder.
	Follow bool
	// Config, Prior and Settle are those of [markdown.Options].
	Config markdown.Config
	Prior  []graph.Node
	Settle bool
	// Limits are for courses of strangers. A course beyond them is a
	// [*graph.LimitError].
	Limits Limits
}

// A Course is one that was read.
type Course struct {
	Name        string // of the first file or the folder, as shown in messages
	Graph       *graph.Graph
	Diagnostics []graph.Diagnostic
	Files       []File // in the order in which they were read
	// Folder is the one that holds all files: a path in the file system. Nothing
	// outside of it was read.
	Folder string
	// Main is the file that the links of the course lead from, as seen from the
	// folder; "" is the folder itself.
	Main string
	// Figure is what was read if that was a figure; nil otherwise.
	Figure *metadata.Figure
}

// A File is one that was read.
type File struct {
	Name   string // as shown in messages: with the prefix
	Path   string // from the course's folder; "" if it came from no file system
	Source []byte
	Format string // its name in the table of formats; "figure" for a figure
	// Options are those that it was read with, by itself, if it is Markdown.
	Options markdown.Options
	// Comments are those in Markdown that are meant for roadmapviz.
	Comments []markdown.Comment
}

// IsMarkdown tells documents from graphs, and from the settings of a site, which
// say what belongs to a course too.
func (f File) IsMarkdown() bool {
	return f.Format == Markdown && !strings.HasSuffix(f.Name, ".yml") && !strings.HasSuffix(f.Name, ".yaml")
}

// FS is the file system of a folder that strangers write to, for [Open] and package
// pages: no link leads out of it, and it has only folders and regular files, whose
// opening never waits. It holds nothing open.
func FS(folder string) fs.FS { return files.FS(folder) }

// Open reads the course at some paths of a file system, which bounds what can be
// read: give it one that no link leaves, such as [FS]. One path is that of a file in any format,
// or of a folder; several are those of Markdown files, which are read as one
// course. A [*FormatError] says that they cannot be read so, [ErrNoFile] or
// [fs.ErrNotExist] that a file does not exist, or that a folder has no course. When the
// context ends, what reads ends soon, and its error is returned.
func Open(ctx context.Context, fsys fs.FS, names []string, o Options) (*Course, error) {
	if len(names) == 1 {
		info, err := fs.Stat(fsys, names[0])
		if err != nil || !info.IsDir() && (!o.Follow || o.isGraph() || isGraphFile(names[0])) {
			return openOne(ctx, fsys, names[0], o)
		}
	}
	return openSeveral(ctx, fsys, names, o)
}

func openOne(ctx context.Context, fsys fs.FS, name string, o Options) (*Course, error) {
	shown := path.Join(o.Prefix, name)
	src, err := files.ReadFrom(fsys, name, o.Limits.room())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, explained(err, o.Limits.room()))
	}
	c, err := Parse(ctx, src, shown, o)
	if err != nil {
		return nil, err
	}
	c.Folder, c.Main = path.Dir(name), path.Base(name)
	c.Files[0].Path = c.Main
	return c, nil
}

// ErrNoFile says that a file does not exist.
var ErrNoFile = errors.New("no such file (name the course's Markdown file, or run this in its folder)")

// ErrEmpty says that a file has nothing in it.
var ErrEmpty = errors.New("the file is empty")

// IsReadme tells by its name the file that a folder shows: README.md or
// README.markdown, in capitals or not.
func IsReadme(name string) bool {
	switch strings.ToLower(name) {
	case "readme.md", "readme.markdown":
		return true
	}
	return false
}

// explained says what to do about a file that cannot be read, or has more bytes than it
// may have.
func explained(err error, most int64) error {
	var large *files.TooLargeError
	var outside *files.OutsideError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNoFile
	case errors.As(err, &large):
		than := "any course needs"
		if most < MaxSize {
			than = "is allowed here"
		}
		return &graph.LimitError{What: "bytes", Most: most, Says: fmt.Sprintf("%v, which is more than %s", err, than)}
	case errors.As(err, &outside):
		return fmt.Errorf("%w (name the file that it links to)", err)
	}
	return files.WithoutPath(err)
}

// Parse reads a course from a text, or from the bytes of a figure. The name is
// for messages, and its extension tells the format. When the context ends, what reads
// ends soon, and its error is returned.
func Parse(ctx context.Context, src []byte, name string, o Options) (*Course, error) {
	if err := o.Limits.text(len(src)); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c, err := parse(ctx, src, name, o)
	if err != nil {
		return nil, err
	}
	if err := o.Limits.graph(c.Graph); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}

func parse(ctx context.Context, src []byte, name string, o Options) (*Course, error) {
	isFigure := metadata.IsFigure(src)
	text, err := encoding.Decode(src)
	switch {
	case isFigure:
		text = src
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case len(bytes.TrimSpace(text)) == 0:
		return nil, fmt.Errorf("%s: %w", name, ErrEmpty)
	}
	format, err := formatOf(o.From, name, text)
	if err != nil {
		return nil, err
	}
	c := &Course{Name: name, Files: []File{{Name: name, Source: src, Format: format.Name}}}
	switch {
	case format.Name != Markdown:
		c.Graph, c.Diagnostics, err = decode(ctx, format, text, name)
		return c, err
	case isFigure:
		f, err := metadata.Read(src)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		c.Graph, c.Figure, c.Files[0].Format = f.Graph, &f, "figure"
		return c, nil
	}
	options := markdown.Options{File: name, Config: o.Config, Settle: o.Settle, Prior: o.Prior, Elements: elementsOfNode * o.Limits.Elements}
	c.Files[0].Options = options
	d, err := markdown.Read(ctx, src, options)
	if errors.As(err, new(*graph.LimitError)) {
		return nil, fmt.Errorf("%s: %w", name, err)
	} else if err != nil {
		return nil, err
	}
	c.Files[0].Comments = d.Comments()
	c.Graph, c.Diagnostics, err = d.Build(ctx)
	return c, err
}

// Prior are the nodes of the course that figures show: what it was, for the Prior of
// [Options] when its text is read again.
func (c *Course) Prior() []graph.Node {
	if c.Figure != nil {
		return c.Figure.Prior()
	}
	return c.Graph.Drawn().Nodes
}

// Home is the course as seen from a file in its folder: where links lead from there.
func (c *Course) Home(file string) string {
	home := strings.Repeat("../", strings.Count(path.Clean(file), "/")) + c.Main
	if home == "" {
		return "./"
	}
	return home
}

// openSeveral reads a folder, several files, or a file and those that it links to
// as one course. Nothing outside the folder that holds them all is read.
func openSeveral(ctx context.Context, fsys fs.FS, names []string, o Options) (*Course, error) {
	if o.isGraph() {
		return nil, &FormatError{"the format " + o.From + " is for one file"}
	}
	for _, name := range names {
		if isGraphFile(name) {
			return nil, &FormatError{path.Join(o.Prefix, name) + " holds a graph, which is read by itself: name no other file"}
		}
	}
	folder, inner := Common(fsys, names)
	sub, err := fs.Sub(fsys, folder)
	if err != nil {
		return nil, err
	}
	title, prefix := o.Title, path.Join(o.Prefix, folder)
	if folder != "." {
		title = strings.NewReplacer("-", " ", "_", " ").Replace(path.Base(folder))
	}
	if prefix == "." {
		prefix = ""
	}
	read, err := collect.Read(ctx, sub, inner, collect.Options{Prefix: prefix, Title: title, Follow: o.Follow, Config: o.Config, MaxBytes: o.Limits.Bytes})
	if err != nil {
		return nil, err
	}
	if err := o.Limits.graph(read.Graph); err != nil {
		return nil, fmt.Errorf("%s: %w", read.Name, err)
	}
	c := &Course{Name: read.Name, Graph: read.Graph, Diagnostics: read.Diagnostics, Folder: folder}
	if len(inner) == 1 && inner[0] != "." {
		c.Main = inner[0]
	}
	for _, f := range read.Files {
		c.Files = append(c.Files, File{Name: f.Name, Path: f.Path, Source: f.Source, Format: Markdown, Options: f.Options, Comments: f.Comments})
	}
	return c, nil
}

// Common is the folder that holds all paths, or the one path that is a folder
// itself, with the paths as seen from there.
func Common(fsys fs.FS, names []string) (folder string, inner []string) {
	folder = path.Clean(names[0])
	if info, err := fs.Stat(fsys, folder); len(names) > 1 || err != nil || !info.IsDir() {
		folder = path.Dir(folder)
	}
	for _, name := range names {
		for folder != "." && path.Clean(name) != folder && !strings.HasPrefix(path.Clean(name), folder+"/") {
			folder = path.Dir(folder)
		}
	}
	for _, name := range names {
		name = path.Clean(name)
		switch {
		case folder == ".":
		case name == folder:
			name = "."
		default:
			name = strings.TrimPrefix(name, folder+"/")
		}
		inner = append(inner, name)
	}
	return folder, inner
}
