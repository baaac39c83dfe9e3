package pages

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"path"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// other is what stands in [metadata.Shown.Is] for a file that is no figure.
const other = "other"

// mostShown bounds what a figure remembers of its document: files and blocks.
const mostShown = 40

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
