package pages

import (
	"bytes"
	"errors"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// A figure remembers of which text and settings it was drawn, by what program, and what
// the text showed: a document for which all that is as it was, is as it should be, and
// nobody has to read it. Whatever else could tell something new about it is no case for
// this: what cannot be remembered (see [Document.reading]) is read as ever.
//
// A figure is not drawn for the sake of what it remembers. After an edit that it does not
// show, it remembers a text that is no more, and the document is read until the next edit
// that it shows: else every edit of prose would change every figure.

// recall is a document as its figures remember it, if everything that decides about them
// is as it was; nil if it has to be read, with the figures whose files were read already.
func recall(fsys fs.FS, names []string, o Options) (_ *Document, asked map[string]*Figure) {
	if !o.remembers() {
		return nil, asked
	}
	c := &course.Course{Name: path.Join(o.Prefix, names[0]), Graph: &graph.Graph{}}
	var inner []string
	c.Folder, inner = course.Common(fsys, names)
	for i, name := range names {
		source, err := files.ReadFrom(fsys, name, course.MaxSize)
		if err != nil {
			return nil, asked
		}
		c.Files = append(c.Files, course.File{Name: path.Join(o.Prefix, name), Path: inner[i], Source: source, Format: course.Markdown})
	}
	if len(names) == 1 {
		c.Main = inner[0]
	}
	d, err := newDocument(c, fsys, names, o)
	if err != nil {
		return nil, asked
	}
	d.recalled = true
	asked = map[string]*Figure{}
	if shown := d.remembered(asked); shown == nil || !d.isStill(shown, asked) {
		return nil, asked
	}
	for _, p := range d.Figures {
		p.old, p.record = nil, metadata.Record{}
	}
	return d, nil
}

// remembers tells whether figures may remember a document of these options. Whether files
// that are collected are still the same, only reading tells.
func (o Options) remembers() bool {
	return o.Reader != "" && !o.Exact && !o.anybodys && !o.Settings.Follow && (o.From == "" || o.From == course.Markdown)
}

// remembered is what the document shows, by the first of its figures that remembers the
// document as it is; nil if none does. Those that were asked are told by their paths.
func (d *Document) remembered(asked map[string]*Figure) []metadata.Shown {
	digest := ""
	for _, f := range d.Course.Files {
		for name := range mentions(f.Source) {
			p := d.newFigure(f, name, graph.Position{})
			p.load()
			if asked[p.Path] = p; !p.isOurs() || p.record.Reading == nil {
				continue
			}
			if digest == "" {
				digest = d.digest()
			}
			if said := p.record.Reading; digest != "" && said.Digest == digest {
				return said.Shows
			}
		}
	}
	return nil
}

// mostMentions is how many files of a text are asked what they remember. Most texts whose
// first figures know nothing of it were edited.
const mostMentions = 4

// mostName bounds the name of a file, in bytes.
const mostName = 1000

// mentions are some names in a text that seem to be those of figures: which are, a figure
// says.
func mentions(text []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[string]bool{}
		for from := 0; len(seen) < mostMentions; {
			n := bytes.IndexByte(text[from:], '.')
			if n < 0 {
				return
			}
			from += n + 1
			end := from
			for end < len(text) && end < from+8 && text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z' {
				end++
			}
			if _, known := formats.ByExtension(string(text[from-1 : end])); !known {
				continue
			}
			begin := from - 1
			for begin > max(0, from-mostName) && !strings.ContainsRune(" \t\r\n()[]<>\"'=", rune(text[begin-1])) {
				begin--
			}
			name := path.Clean(string(text[begin:end]))
			if seen[name] || !fs.ValidPath(name) {
				continue
			}
			seen[name] = true
			if !yield(name) {
				return
			}
		}
	}
}

// isStill finds what the document shows, if all of it is still what it was.
func (d *Document) isStill(shown []metadata.Shown, asked map[string]*Figure) bool {
	if len(settings.Unread(d.root, d.Course.Folder, d.options.Prefix)) > 0 {
		return false
	}
	for _, s := range shown {
		if s.File < 0 || s.File >= len(d.Course.Files) {
			return false
		}
		f := d.Course.Files[s.File]
		if s.Path == "" {
			d.Blocks = append(d.Blocks, &Block{File: f.Name, Line: s.Line, document: d, file: f})
			continue
		}
		at := graph.Position{File: f.Name, Line: s.Line, Column: s.At}
		p := asked[path.Join(d.Course.Folder, s.Path)]
		if p == nil {
			p = d.newFigure(course.File{}, s.Path, at)
			p.load()
		}
		p.At, p.file = at, f
		switch is := p.state(); {
		case is != s.Is || d.hasReadmeTo(p):
			return false
		case p.isOurs():
			p.figure = &figure.Figure{Parts: p.record.Parts}
			d.Figures = append(d.Figures, p)
		}
	}
	return len(d.Figures) > 0
}

// state is what the file is, as [metadata.Shown] has it.
func (p *Figure) state() string {
	switch {
	case p.isOurs():
		return p.record.Mark()
	case errors.Is(p.oldErr, fs.ErrNotExist):
		return ""
	}
	return other
}

// hasReadmeTo tells whether another README could show the figure: see isAnothers.
func (d *Document) hasReadmeTo(p *Figure) bool {
	for folder := path.Dir(p.path); folder != "." && fs.ValidPath(folder); folder = path.Dir(folder) {
		entries, err := fs.ReadDir(d.fsys, folder)
		if err == nil && folder != path.Dir(p.file.Path) && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return course.IsReadme(e.Name()) }) {
			return true
		}
	}
	return false
}
