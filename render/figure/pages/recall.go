package pages

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/layout/engines"
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

// other is what stands in [metadata.Shown.Is] for a file that is no figure.
const other = "other"

// mostShown bounds what a figure remembers of its document: files and blocks.
const mostShown = 40

// recall is a document as its figures remember it, if everything that decides about them
// is as it was; nil if it has to be read, with the figures whose files were read already.
func recall(fsys fs.FS, names []string, o Options) (_ *Document, asked map[string]*Figure) {
	if !o.remembers() {
		return nil, asked
	}
	d := &Document{
		Course: &course.Course{Name: path.Join(o.Prefix, names[0]), Graph: &graph.Graph{}}, options: o, settings: o.Settings,
		root: fsys, names: names, room: mostPictures, recalled: true,
	}
	var inner []string
	d.Course.Folder, inner = course.Common(fsys, names)
	for i, name := range names {
		source, err := files.ReadFrom(fsys, name, course.MaxSize)
		if err != nil {
			return nil, asked
		}
		d.Course.Files = append(d.Course.Files, course.File{Name: path.Join(o.Prefix, name), Path: inner[i], Source: source, Format: course.Markdown})
	}
	if len(names) == 1 {
		d.Course.Main = inner[0]
	}
	d.prefix = path.Join(o.Prefix, d.Course.Folder)
	var err error
	if d.fsys, err = fs.Sub(fsys, d.Course.Folder); err != nil {
		return nil, asked
	}
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

// shows is what the document will show when its figures are drawn, and its blocks
// written.
func (d *Document) shows() (all []metadata.Shown) {
	add := func(at graph.Position, path, is string) {
		file := slices.IndexFunc(d.Course.Files, func(f course.File) bool { return f.Name == at.File })
		all = append(all, metadata.Shown{File: file, Line: at.Line + d.longer(at), At: at.Column, Path: path, Is: is})
	}
	for _, p := range d.Figures {
		is := ""
		if !p.is(Undrawable) && !p.is(Outside) {
			is = p.figure.Record(p.format).Mark()
		}
		add(p.At, p.path, is)
	}
	for _, p := range d.passed {
		add(p.At, p.path, p.state())
	}
	for _, b := range d.Blocks {
		add(graph.Position{File: b.File, Line: b.Line}, "", "")
	}
	return all
}

// longer is by how many lines the text before a place grows when its blocks are written.
func (d *Document) longer(at graph.Position) (lines int) {
	for _, b := range d.Blocks {
		if b.File == at.File && b.Line < at.Line {
			lines += bytes.Count(b.want, []byte("\n")) - bytes.Count(b.have, []byte("\n"))
		}
	}
	return lines
}

// reading is what the figures of the document are to remember of it when all of them are
// drawn, and its blocks written; nil if there is more to be told of it than what they
// show, or if there is something about it that only reading tells.
func (d *Document) reading() *metadata.Reading {
	if !d.options.remembers() || d.unstable || d.beside != nil || len(d.Findings()) > 0 || !d.isNamed() {
		return nil
	}
	if slices.ContainsFunc(d.Blocks, func(b *Block) bool { return b.isNew || b.Why != "" }) {
		return nil
	}
	named := map[string]bool{}
	for _, f := range d.settings.Files() {
		named[f.String()] = true
	}
	paths := map[string]bool{}
	for _, p := range d.Figures {
		paths[p.path] = true
		if p.is(Outside) || !p.isPlain(named) {
			return nil
		}
	}
	for _, p := range d.passed {
		if p.isOurs() || paths[p.path] {
			return nil // a drawn figure may make it one
		}
	}
	shown, digest := d.shows(), d.digest()
	if len(shown) > mostShown || digest == "" {
		return nil
	}
	return &metadata.Reading{Digest: digest, Shows: shown}
}

// isNamed tells whether the document is of exactly the files that were asked for.
func (d *Document) isNamed() bool {
	_, inner := course.Common(d.root, d.names)
	return slices.EqualFunc(d.Course.Files, inner, func(f course.File, name string) bool { return f.IsMarkdown() && f.Path == name })
}

// isPlain tells whether nothing decides how the figure is drawn but the text, the
// settings with the files that they name, and what it remembers.
func (p *Figure) isPlain(named map[string]bool) bool {
	o := p.figure.Options()
	for _, f := range o.NamedFiles() {
		if !named[f.String()] {
			return false
		}
	}
	if _, builtIn := engines.Lookup(o.Layout); o.Layout != "" && !builtIn {
		return false // another program draws it, if it is there
	}
	if o.ThemeFile() != "" && o.Mode == "auto" {
		return false // its twin may be in another file
	}
	return !p.format.Links || o.BaseURL != "" || p.says("home") || o.Home == p.document.Course.Home(p.path)
}

// digest, "" if there is none, is of all that decides how a document is read and its figures are drawn: the
// program, the settings with the files that they name, and the texts, as they are when
// their blocks are written. Paths above the document are no part of it, so that it is
// the same wherever that lies, but for the name of a folder as the reader is told it, who
// may make a title of that; and lint's severities are, for they may make a mistake
// of a finding.
func (d *Document) digest() string {
	sum := sha256.New()
	add := func(data []byte) {
		sum.Write(binary.AppendUvarint(nil, uint64(len(data))))
		sum.Write(data)
	}
	add([]byte(d.options.Reader))
	add([]byte(d.options.From))
	add(binary.AppendUvarint(nil, metadata.Version))
	said, err1 := d.settings.Said()
	read, err2 := json.Marshal(d.settings.Document(d.root, d.names))
	if err1 != nil || err2 != nil {
		return ""
	}
	add(said)
	add(read)
	for _, f := range d.settings.Files() {
		data, err := files.ReadFrom(f.FS, f.Path, course.MaxSize)
		if err != nil {
			data = nil // whoever draws with it says so
		}
		add(data)
	}
	if len(d.names) > 1 && d.Course.Folder == "." {
		add([]byte(d.options.Title))
	}
	written := map[string][]byte{}
	for _, c := range d.texts() {
		written[c.Name] = c.New
	}
	for _, f := range d.Course.Files {
		text := f.Source
		if changed, is := written[f.Name]; is {
			text = changed
		}
		add([]byte(f.Path))
		add([]byte(path.Base(path.Dir(f.Name))))
		add(text)
	}
	return base64.RawStdEncoding.EncodeToString(sum.Sum(nil)[:16])
}

// Findings are those about the document that are for everybody who wants to know about
// its figures: about comments and settings that have not the effect that was meant.
func (d *Document) Findings() []graph.Diagnostic {
	return slices.DeleteFunc(slices.Clone(d.Course.Diagnostics), func(d graph.Diagnostic) bool {
		return d.Code != codes.UnreadComment.ID && d.Code != codes.UnknownKey.ID && d.Code != codes.BadValue.ID && d.Code != codes.UnreadConfig.ID
	})
}
