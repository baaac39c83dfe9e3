package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/render/metadata"
)

// document is a course with the pictures that its text shows of it.
type document struct {
	*course
	folder   string // nothing outside of it is touched
	room     int64  // how many bytes of pictures may still be read
	index    *graph.Index
	pictures []*picture
	blocks   []*block
}

// openDocument reads a course, finds its pictures and judges them. Where they
// show something else, the course is read once more with what they show as what
// it was before: so an edit in one place leaves the others as they are.
func openDocument(ctx context.Context, s *streams, conf config, args []string) (*document, error) {
	d, err := readDocument(ctx, s, conf, args)
	if d == nil || err == nil && !d.changed() {
		return d, err
	}
	if conf.prior = d.shown(); conf.prior == nil {
		return d, err
	}
	return readDocument(ctx, s, conf, args)
}

// changed says whether the course is another than the pictures show.
func (d *document) changed() bool {
	return slices.ContainsFunc(d.pictures, func(p *picture) bool {
		return slices.Contains(p.reasons, textChanged) || slices.Contains(p.reasons, undrawable)
	})
}

// shown are the nodes of the course that the pictures show, with the course
// itself if one of them shows all of it.
func (d *document) shown() []graph.Node {
	var nodes []graph.Node
	for _, p := range d.pictures {
		if !p.isOurs() || slices.Contains(p.reasons, outside) {
			continue
		}
		f, err := p.record.Figure()
		if err != nil || !d.tellsOf(f.Graph) {
			continue
		}
		nodes = append(nodes, drawnNodes(f.Graph, isWhole(f))...)
	}
	return nodes
}

// mostTitles bounds the titles of a figure that are looked for in the text:
// some from all over it tell enough, and each is a search through all of that.
const mostTitles = 100

// tellsOf says whether the text has the better part of the titles in a figure's
// graph. A figure that another course was drawn over shows nothing of this one.
func (d *document) tellsOf(g *graph.Graph) bool {
	found, all := 0, 0
	nodes := g.Drawn().Nodes
	step := 1 + len(nodes)/mostTitles
	for i, n := range nodes {
		if i%step != 0 || n.Kind == graph.Course || n.Kind == graph.Resource {
			continue
		}
		all++
		if slices.ContainsFunc(d.files, func(f courseFile) bool { return bytes.Contains(f.src, []byte(n.Title)) }) {
			found++
		}
	}
	return 2*found > all
}

// isWhole says whether a figure shows all of a course.
func isWhole(f metadata.Figure) bool { return len(f.Parts) == 0 && f.Options["focus"] == "" }

// drawnNodes are the nodes of a graph, without that of the course if they are
// not all of it.
func drawnNodes(g *graph.Graph, whole bool) []graph.Node {
	return slices.DeleteFunc(slices.Clone(g.Drawn().Nodes), func(n graph.Node) bool { return n.Kind == graph.Course && !whole })
}

// readDocument is one reading of a document. With an error there may be a
// document all the same, whose pictures are known.
func readDocument(ctx context.Context, s *streams, conf config, args []string) (*document, error) {
	if slices.Contains(args, "-") {
		return nil, usagef("stdin is no file that pictures stand beside: name one instead of -")
	}
	c, err := openCourse(ctx, s, conf, args)
	if err != nil {
		return nil, err
	}
	if len(c.files) == 0 || !c.files[0].isMarkdown() {
		return nil, usagef("%s is no Markdown file, and only such files show pictures", c.name)
	}
	d := &document{course: c, folder: c.folder(), room: mostPictures, index: graph.NewIndex(c.graph)}
	for _, f := range c.files {
		if !f.isMarkdown() {
			continue
		}
		if err := d.findPictures(f); err != nil {
			return nil, err
		}
		if wrong := d.findBlocks(f); err == nil {
			err = wrong
		}
	}
	d.pictures = distinct(d.pictures)
	judged := inParallel(ctx, len(d.pictures), func(i int) error {
		d.pictures[i].judge()
		return nil
	})
	return d, cmp.Or(err, judged)
}

// distinct keeps the first of the pictures of one file.
func distinct(pictures []*picture) []*picture {
	seen := map[string]bool{}
	return slices.DeleteFunc(pictures, func(p *picture) bool {
		again := seen[p.path]
		seen[p.path] = true
		return again
	})
}

// findPictures finds the images of a file that are figures of the course.
func (d *document) findPictures(f courseFile) error {
	marks, err := figureMarks(f)
	if err != nil {
		return err
	}
	configured := map[string]bool{} // nodes whose first image is their figure
	for id, note := range d.config.document(d.inputs).Nodes {
		configured[id] = note.Figure
	}
	for _, image := range d.graph.Images {
		if image.Source.File != f.name {
			continue
		}
		var mark *figureMark
		if len(marks) > 0 && marks[0].line <= image.Source.Line {
			mark, marks = &marks[0], marks[1:]
		}
		marked := mark != nil || configured[image.Node]
		configured[image.Node] = false
		name, ok := localFile(image.URL)
		if !ok || mark != nil && mark.off {
			continue
		}
		p := &picture{
			document: d, at: image.Source, node: image.Node,
			path: filepath.Join(filepath.Dir(f.name), filepath.FromSlash(name)),
		}
		if mark != nil {
			p.settings = mark.settings
		}
		p.load()
		if marked || p.isOurs() || d.hasFigureHere(image, name) {
			d.pictures = append(d.pictures, p)
		}
	}
	return nil
}

// hasFigureHere tells by the words of an image, and by where it stands, that it
// is the figure of a part or of the whole course.
func (d *document) hasFigureHere(image graph.Image, name string) bool {
	words := strings.ToLower(path.Base(name) + " " + image.Alt)
	n, ok := d.index.Node(image.Node)
	if !ok || n.Excluded != "" || !strings.Contains(words, "roadmap") {
		return false
	}
	return n.Kind == graph.Course || n.Kind == graph.Part && len(d.index.Children(d.index.At(n.ID), graph.Section)) > 0
}

// localFile is the path of an image relative to its document, if it is in the
// repository and of a format that is drawn.
func localFile(address string) (string, bool) {
	u, err := url.Parse(graph.SafeLink(address))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	ext := strings.ToLower(path.Ext(u.Path))
	return path.Clean(u.Path), ext == ".svg" || ext == ".png"
}

// figureMark is a comment such as <!-- roadmap: figure theme=contrast -->.
type figureMark struct {
	line     int
	off      bool // figure=false
	settings []commentSetting
}

// commentSetting is a key of a comment with its value.
type commentSetting struct{ key, value string }

// figureMarks finds the comments about pictures in a file.
func figureMarks(f courseFile) ([]figureMark, error) {
	var marks []figureMark
	for _, c := range markdown.Comments(f.src) {
		rest, ok := strings.CutPrefix(c.Text, "roadmap:")
		if !ok {
			continue
		}
		all := commentSettings(rest)
		at := slices.IndexFunc(all, func(s commentSetting) bool { return strings.EqualFold(s.key, "figure") })
		if at < 0 {
			continue
		}
		m := figureMark{line: c.Line, off: all[at].value == "false" || all[at].value == "no", settings: all[at+1:]}
		if err := checkSettings(m.settings, figureKeys()); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", f.name, c.Line, err)
		}
		marks = append(marks, m)
	}
	return marks, nil
}

// figureKeys are the keys of a comment about a picture.
func figureKeys() []string {
	keys := []string{"part"}
	newShape(&renderOptions{}).VisitAll(func(f *pflag.Flag) { keys = append(keys, f.Name) })
	return keys
}

func checkSettings(settings []commentSetting, known []string) error {
	for _, s := range settings {
		if !slices.Contains(known, s.key) {
			return unknown("key", s.key, known)
		}
	}
	return nil
}

// commentSettings reads `key=value key="a value" key`.
func commentSettings(text string) []commentSetting {
	var all []commentSetting
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		end := strings.IndexAny(text, " \t=")
		if end < 0 || text[end] != '=' {
			key, rest := text, ""
			if end >= 0 {
				key, rest = text[:end], text[end:]
			}
			all, text = append(all, commentSetting{key: key}), rest
			continue
		}
		key, value := text[:end], text[end+1:]
		stop := " "
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			stop, value = value[:1], value[1:]
		}
		value, text, _ = strings.Cut(value, stop)
		all = append(all, commentSetting{key, value})
	}
	return all
}
