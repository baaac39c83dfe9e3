package pages

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/encoding"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// ErrShown says that a document shows already what was to be put into it.
var ErrShown = errors.New("is shown already")

// Insert puts a block into the document, with an outline: one of a part below its
// heading, or one of the whole course, if part is "", below the introduction of its
// first page. [Document.Changes] has it then. The error says where it cannot be put,
// or wraps [ErrShown]: nothing is put twice, and one of the course only into a
// document that shows nothing.
func (d *Document) Insert(part string) error {
	f, begin := d.firstPage(), blockBegin
	if f == nil {
		return fmt.Errorf("%s: no page of the course could show it", d.Course.Name)
	}
	where, offset := graph.Position{File: f.Name}, 0
	if part == "" {
		if d.showsAny() {
			return fmt.Errorf("%s: a figure %w", f.Name, ErrShown)
		}
		offset = markdown.BelowIntroduction(f.Source, f.Options, d.begins(*f))
	} else {
		nodes, err := figure.Choose(d.Course.Graph, []string{part})
		if err != nil {
			return fmt.Errorf("%s: %w", d.Course.Name, err)
		}
		n := nodes[0]
		if slices.ContainsFunc(d.Figures, func(p *Figure) bool { return slices.Equal(p.Parts(), []string{n.ID}) }) {
			return fmt.Errorf("%s: the figure of %q %w", n.Source, n.Title, ErrShown)
		}
		if begin += " part=" + n.ID; strings.ContainsAny(n.ID, " ,=\"'") {
			begin = fmt.Sprintf("%s part=%q", blockBegin, n.ID)
		}
		where = n.Source
		i := slices.IndexFunc(d.Course.Files, func(f course.File) bool { return f.Name == where.File })
		if i < 0 {
			return fmt.Errorf("%s: %q is no heading of a page", d.Course.Name, n.Title)
		}
		f = &d.Course.Files[i]
		offset = markdown.BelowHeading(f.Source, f.Options, n.Source.Line)
	}
	begin += " outline -->"
	switch {
	case encoding.Writable(f.Source) != nil:
		return fmt.Errorf("%s: %w", f.Name, encoding.Writable(f.Source))
	case !utf8.Valid(f.Source):
		return fmt.Errorf("%s: this is no UTF-8, as which a block is written; save the file so", f.Name)
	case offset < 0:
		return fmt.Errorf("%s: there is no place by itself here: write %s and %s where the picture is to stand", where, begin, blockEnd)
	}
	return d.insert(*f, offset, begin)
}

// What a block begins and ends with in a text.
const (
	blockBegin = "<!-- roadmapviz:begin"
	blockEnd   = "<!-- roadmapviz:end -->"
)

// firstPage is the first file that readers see: a table of contents is none.
func (d *Document) firstPage() *course.File {
	for i, f := range d.Course.Files {
		if f.IsMarkdown() && !strings.EqualFold(path.Base(f.Path), "SUMMARY.md") {
			return &d.Course.Files[i]
		}
	}
	return nil
}

// begins is the line in which the course begins in a file, behind its title.
func (d *Document) begins(f course.File) int {
	for i, n := range d.Course.Graph.Nodes { // in the order of the text
		if n.Source.File == f.Name && n.Excluded == "" && n.Kind != graph.Course && (n.Kind != graph.Part || n.Source != d.Course.Graph.Nodes[0].Source) && i > 0 {
			return n.Source.Line
		}
	}
	return endOfFile
}

// endOfFile is a line behind all others.
const endOfFile = 1 << 30

// insert puts a block between the bytes of a file.
func (d *Document) insert(f course.File, offset int, begin string) error {
	before, behind := f.Source[:offset], f.Source[offset:]
	b := &Block{
		File: f.Name, Line: 1 + bytes.Count(before, []byte("\n")), document: d, file: f, start: offset, end: offset, isNew: true,
	}
	open, shut := "", ""
	if len(before) > 0 && !bytes.HasSuffix(before, []byte("\n")) {
		open, b.Line = "\n", b.Line+1
	}
	if rest, _ := bytes.CutSuffix(bytes.ReplaceAll(before, []byte("\r"), nil), []byte("\n")); len(rest) > 0 && !bytes.HasSuffix(rest, []byte("\n")) {
		open, b.Line = open+"\n", b.Line+1
	}
	if line, _, _ := bytes.Cut(behind, []byte("\n")); len(bytes.TrimSpace(line)) > 0 {
		shut = "\n"
	}
	comments, _ := markdown.Comments([]byte(begin+"\n"+blockEnd+"\n"), f.Name)
	if err := b.configure(comments[0].Settings); err != nil {
		return err
	}
	for _, p := range []*Figure{b.light, b.dark} {
		switch p.judge(); {
		case p.is(Undrawable), p.is(Outside):
			return fmt.Errorf("%s: %s: %s", f.Name, p.Name, p.Why)
		case p.is(Foreign) && !d.options.Adopt:
			return foreign(graph.Position{File: f.Name}, p)
		}
		if !slices.ContainsFunc(d.Figures, func(known *Figure) bool { return known.path == p.path }) {
			d.Figures = append(d.Figures, p)
		}
	}
	b.write()
	b.want = slices.Concat([]byte(open+begin+"\n"), b.want, []byte(blockEnd+"\n"+shut))
	if bytes.Contains(f.Source, []byte("\r\n")) {
		b.want = bytes.ReplaceAll(bytes.ReplaceAll(b.want, []byte("\r"), nil), []byte("\n"), []byte("\r\n"))
	}
	d.Blocks = append(d.Blocks, b)
	slices.SortStableFunc(d.Blocks, func(a, b *Block) int {
		return cmp.Or(cmp.Compare(d.fileIndex(a), d.fileIndex(b)), cmp.Compare(a.start, b.start))
	})
	return nil
}

func (d *Document) fileIndex(b *Block) int {
	return slices.IndexFunc(d.Course.Files, func(f course.File) bool { return f.Name == b.File })
}

// foreign is the error for a picture that roadmapviz did not draw.
func foreign(at graph.Position, p *Figure) error {
	return fmt.Errorf("%s: %s was not drawn by roadmapviz; --adopt replaces it", at, p.Name)
}
