// Package pages keeps the figures that texts show up to date: it finds the
// pictures of a course in its document, and the passages that are written into it,
// tells what is out of date and why, and says what is to be written. It writes
// nothing itself.
//
//	d, err := pages.Open(ctx, os.DirFS("."), []string{"README.md"}, pages.Options{})
//	…
//	changes, err := d.Changes(ctx)
//
// A figure is an image, SVG or PNG, that roadmapviz drew before; or one below the
// heading of a part, or of the course, whose file name or alternative text says
// "roadmap"; or one behind the comment <!-- roadmap: figure -->. A file in HTML or PDF
// that the text links to is one if roadmapviz drew it, or behind that comment. How it is drawn
// says the comment, then the file's name (name@2x.png, name-dark.svg), then the
// settings, then how it was drawn before.
package pages

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/inorder"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// Options steer [Open]. The zero value goes by the document and the settings beside
// it.
type Options struct {
	// Settings are the project's; nil looks for them in the file system, from the
	// document's folder upwards.
	Settings *settings.Settings
	// Prefix is put before the names of files in positions and messages: the path
	// of the file system's root as the user knows it. Title is that of a course
	// whose files tell none.
	Prefix, Title string
	// From is the name of the document's format, as for [course.Options].
	From string
	// Machine is what figures may take from the machine. Its Files are not used:
	// the themes of documents and settings lie beside these.
	Machine figure.Machine
	// Adopt also replaces pictures that roadmapviz did not draw.
	Adopt bool
	// Exact draws all figures, to find those too whose bytes are others.
	Exact bool
	// Adjust changes settings that are found in the file system, by what the user
	// says; nil leaves them as they are.
	Adjust func(*settings.Settings)
	// Repository is the git repository that the file system is the folder Root of,
	// if [Walk] shall go by the .gitignore files above, too.
	Repository fs.FS
	Root       string
	// Mine tells which documents [Walk] opens, by a folder in the file system and the
	// name of a README in it, or "" for what is of the folder as a whole; nil is all.
	// Others are opened only where that tells which documents there are.
	Mine func(folder, name string) bool

	// Reader tells programs apart that could read a document otherwise; "" if nobody knows
	// this one. With a reader, the figures that [Document.Changes] draws remember what was
	// read, and a document whose figures do is not read again while everything is as it
	// was. It has its files, figures and blocks then, and an empty graph: what needs more
	// than [NewReport] and Changes is without a reader.
	Reader string

	anybodys bool               // figures of other courses count, too
	asked    map[string]*Figure // whose files were read to recall the document, by their paths
}

func (o Options) adjust(s *settings.Settings) {
	if o.Adjust != nil {
		o.Adjust(s)
	}
}

// Document is a course with the figures and blocks that its text shows of it.
type Document struct {
	Course  *course.Course
	Figures []*Figure
	Blocks  []*Block

	options  Options
	settings *settings.Settings
	root     fs.FS  // all that may be written lies in it, and the folder
	fsys     fs.FS  // the document's folder: no figure lies outside of it
	prefix   string // of the folder, in messages
	room     int64  // how many bytes of figures may still be read
	index    *graph.Index
	others   map[string][]string // what READMEs show, by their folders
	beside   []string            // these READMEs
	passed   []*Figure           // what it shows besides, and is none
	names    []string            // that were asked for
	recalled bool                // as its figures remember it, and not read
	unstable bool                // it might be read otherwise, once its figures are drawn
}

// InvalidError says that a document has mistakes, and that nothing is drawn of it.
type InvalidError struct {
	Name        string
	Diagnostics []graph.Diagnostic // the document's, of all severities
}

func (e *InvalidError) Error() string {
	mistakes := 0
	for _, d := range e.Diagnostics {
		if d.Severity == graph.Error {
			mistakes++
		}
	}
	return fmt.Sprintf("%s has %s; nothing was drawn", e.Name, words.Count(mistakes, "error"))
}

// Open reads the course in a document, or in several that are read as one, finds its
// figures and judges them. Where they show something else, the course is read once
// more with what they show as what it was before: so an edit in one place leaves
// the others as they are. The error may be an [*InvalidError].
func Open(ctx context.Context, fsys fs.FS, names []string, o Options) (*Document, error) {
	d, err := open(ctx, fsys, names, o)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// open does the same. With an error there may be a document all the same, of which
// is known what it shows.
func open(ctx context.Context, fsys fs.FS, names []string, o Options) (*Document, error) {
	if o.Settings == nil {
		folder, _ := course.Common(fsys, names)
		found, err := settings.Find(fsys, folder, o.Prefix)
		if err != nil {
			return nil, err
		}
		o.adjust(found)
		o.Settings = found
	}
	recalled, asked := recall(fsys, names, o)
	if recalled != nil {
		return recalled, nil
	}
	o.asked = asked
	d, err := read(ctx, fsys, names, o, nil)
	if d == nil {
		return nil, err
	}
	if err != nil || d.changed() {
		if prior := d.shown(); prior != nil {
			first := d
			if d, err = read(ctx, fsys, names, o, prior); d != nil {
				d.unstable = o.Reader != "" && !slices.Equal(first.shows(), d.shows())
			}
		}
	}
	if err != nil {
		return d, err
	}
	if slices.ContainsFunc(d.Course.Diagnostics, func(found graph.Diagnostic) bool { return found.Severity == graph.Error }) {
		return d, &InvalidError{d.Course.Name, d.Course.Diagnostics}
	}
	if o.Exact {
		err = inorder.Each(ctx, len(d.Figures), func(i int) error { return d.Figures[i].compareBytes(ctx) })
	}
	d.options.asked = nil
	for _, b := range d.Blocks {
		b.write()
	}
	for _, p := range d.Figures {
		if len(p.Reasons) == 0 { // nobody will ask for the file of what is as it should be
			p.old, p.record = nil, metadata.Record{}
		}
	}
	return d, err
}

// Findings are those about the document that are for everybody who wants to know about
// its figures: about comments and settings that have not the effect that was meant.
func (d *Document) Findings() []graph.Diagnostic {
	return slices.DeleteFunc(slices.Clone(d.Course.Diagnostics), func(d graph.Diagnostic) bool {
		return d.Code != codes.UnreadComment.ID && d.Code != codes.UnknownKey.ID && d.Code != codes.BadValue.ID && d.Code != codes.UnreadConfig.ID
	})
}

// Size is what the document holds of files, in bytes: its texts, and the figures that
// are out of date.
func (d *Document) Size() int64 {
	size := 0
	for _, f := range d.Course.Files {
		size += len(f.Source)
	}
	for _, p := range d.Figures {
		size += len(p.old)
	}
	return int64(size)
}

// Reads are the files by which the document was judged, and which changes of other
// documents may change: paths in the file system.
func (d *Document) Reads() []string {
	names := slices.Clone(d.beside)
	for i := range d.Course.Files {
		names = append(names, d.FilePath(i))
	}
	for _, p := range d.Figures {
		names = append(names, p.Path)
	}
	return names
}

// ErrNoMarkdown says that what is no Markdown shows no figures.
var ErrNoMarkdown = errors.New("is no Markdown file, and only such files show figures")

// read is one reading of a document. With an error there may be a document all the
// same, whose figures are known.
func read(ctx context.Context, fsys fs.FS, names []string, o Options, prior []graph.Node) (*Document, error) {
	d, err := find(ctx, fsys, names, o, prior)
	if d == nil {
		return nil, err
	}
	judged := inorder.Each(ctx, len(d.Figures), func(i int) error {
		d.Figures[i].judge()
		return nil
	})
	return d, cmp.Or(err, judged)
}

// find is the same reading, before anybody looks at the figures.
func find(ctx context.Context, fsys fs.FS, names []string, o Options, prior []graph.Node) (*Document, error) {
	c, err := course.Open(ctx, fsys, names, course.Options{
		Prefix: o.Prefix, Title: o.Title, From: o.From, Follow: o.Settings.Follow, Config: o.Settings.Document(fsys, names), Prior: prior,
	})
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(c.Files, course.File.IsMarkdown) {
		return nil, fmt.Errorf("%s %w", c.Name, ErrNoMarkdown)
	}
	c.Diagnostics = o.Settings.Judge(append(c.Diagnostics, settings.Unread(fsys, c.Folder, o.Prefix)...))
	d, err := newDocument(c, fsys, names, o)
	if err != nil {
		return nil, err
	}
	d.index = graph.NewIndex(c.Graph)
	for _, f := range c.Files {
		if !f.IsMarkdown() {
			continue
		}
		if err := d.findFigures(ctx, f); err != nil {
			return nil, err
		}
		if wrong := d.findBlocks(f); err == nil {
			err = wrong
		}
	}
	d.Figures = distinct(d.Figures)
	return d, err
}

// newDocument is a course before anybody looks for what it shows.
func newDocument(c *course.Course, root fs.FS, names []string, o Options) (*Document, error) {
	folder, err := fs.Sub(root, c.Folder)
	if err != nil {
		return nil, err
	}
	return &Document{
		Course: c, options: o, settings: o.Settings, root: root, names: names, fsys: folder,
		prefix: path.Join(o.Prefix, c.Folder), room: mostPictures,
	}, nil
}

// distinct keeps the first of the figures of one file.
func distinct(figures []*Figure) []*Figure {
	seen := map[string]bool{}
	return slices.DeleteFunc(figures, func(f *Figure) bool {
		again := seen[f.path]
		seen[f.path] = true
		return again
	})
}

// showsAny says whether the text shows a figure or a block.
func (d *Document) showsAny() bool { return len(d.Figures)+len(d.Blocks) > 0 }

// changed says whether the course is another than the figures show.
func (d *Document) changed() bool {
	return slices.ContainsFunc(d.Figures, func(f *Figure) bool {
		return slices.Contains(f.Reasons, figure.TextChanged) || f.is(Undrawable)
	})
}

// shown are the nodes of the course that the figures show, with the course itself
// if one of them shows all of it.
func (d *Document) shown() []graph.Node {
	var nodes []graph.Node
	for _, p := range d.Figures {
		if !p.isOurs() || p.is(Outside) {
			continue
		}
		f, err := p.record.Figure()
		if err != nil || !d.tellsOf(f.Graph) {
			continue
		}
		nodes = append(nodes, f.Prior()...)
	}
	return nodes
}

// mostTitles bounds the titles of a figure that are looked for in the text:
// some from all over it tell enough, and each is a search through all of that.
const mostTitles = 100

// tellsOf says whether the document has the better part of the titles in a figure's
// graph: as those of its elements, whatever they were taken for, or in its text, where
// a title may stand that is none now. A figure that another course was drawn over
// shows nothing of this one.
func (d *Document) tellsOf(g *graph.Graph) bool {
	has := map[string]bool{}
	for _, n := range d.Course.Graph.Nodes {
		has[n.Title] = true
	}
	found, all := 0, 0
	nodes := g.Drawn().Nodes
	step := 1 + len(nodes)/mostTitles
	for i, n := range nodes {
		if i%step != 0 || n.Kind == graph.Course || n.Kind == graph.Resource {
			continue
		}
		all++
		if has[n.Title] || slices.ContainsFunc(d.Course.Files, func(f course.File) bool { return bytes.Contains(f.Source, []byte(n.Title)) }) {
			found++
		}
	}
	return 2*found > all
}

// FilePath is the path in the file system of a file of the course.
func (d *Document) FilePath(i int) string { return d.path(d.Course.Files[i]) }

// path is a file's path in the file system.
func (d *Document) path(f course.File) string { return path.Join(d.Course.Folder, f.Path) }
