package pages

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// findFigures finds the images of a file that are figures of the course, and the links
// to such figures.
func (d *Document) findFigures(ctx context.Context, f course.File) error {
	marks, err := figureMarks(f.Comments)
	if err != nil {
		return err
	}
	configured := map[string]bool{} // nodes whose first image is their figure
	for id, note := range f.Options.Config.Nodes {
		configured[id] = note.Figure
	}
	var at graph.Position
	var mark *figureMark
	named := false              // by the configuration
	judged := map[string]bool{} // what links lead to
	for _, s := range d.sights(f) {
		if s.Source != at { // else it is another side of the one before
			if at, mark = s.Source, nil; len(marks) > 0 && marks[0].line <= at.Line {
				mark, marks = &marks[0], marks[1:]
			}
			if named = s.link == noLink && configured[s.Node]; s.link == noLink {
				configured[s.Node] = false
			}
		}
		if s.name == "" || mark != nil && mark.off || s.link != noLink && mark == nil && judged[s.name] {
			continue
		}
		p := d.newFigure(f, s.name, s.Source)
		p.node, p.mode = s.Node, s.Mode
		if mark != nil {
			p.settings = mark.settings
		}
		if p.load(); d.isFigure(ctx, p, s, mark != nil || named && s.link == noLink) {
			d.Figures = append(d.Figures, p)
		} else {
			if s.link != noLink {
				d.room += int64(len(p.old)) // of others' files there may be many
			}
			p.old, p.record = nil, metadata.Record{}
			d.passed = append(d.passed, p)
		}
		judged[s.name] = true
	}
	return nil
}

// isFigure tells what a text shows as a figure from what it shows besides. What a link
// leads to is one if roadmapviz drew it, or if a comment asks for it; but a comment
// that is about the image in the link replaces nothing that is there.
func (d *Document) isFigure(ctx context.Context, p *Figure, s sight, marked bool) bool {
	if s.link == aroundImage && marked {
		marked = errors.Is(p.oldErr, fs.ErrNotExist)
	}
	return marked || (p.isOurs() || s.link == noLink && d.hasFigureHere(s.Image, s.name)) && (d.options.anybodys || !d.isAnothers(ctx, p))
}

// newFigure is the figure in the file that a document shows, or links to, by a relative
// path.
func (d *Document) newFigure(f course.File, name string, at graph.Position) *Figure {
	inner := path.Join(path.Dir(f.Path), name)
	format, _ := formats.ByExtension(name)
	return &Figure{
		Path: path.Join(d.Course.Folder, inner), Name: path.Join(d.prefix, inner), At: at,
		document: d, file: f, path: inner, format: format,
	}
}

// hasFigureHere tells by the words of an image, and by where it stands, that it
// is the figure of a part or of the whole course.
func (d *Document) hasFigureHere(image graph.Image, name string) bool {
	words := strings.ToLower(path.Base(name) + " " + image.Alt)
	n, ok := d.index.Node(image.Node)
	if !ok || n.Excluded != "" || !strings.Contains(words, "roadmap") {
		return false
	}
	return n.Kind == graph.Course || n.Kind == graph.Part && len(d.index.Children(d.index.At(n.ID), graph.Section)) > 0
}

// figureMark is a comment such as <!-- roadmap: figure theme=contrast -->.
type figureMark struct {
	line     int
	off      bool // figure=false
	settings []markdown.Setting
}

// figureMarks are the comments about figures among those of a file.
func figureMarks(comments []markdown.Comment) ([]figureMark, error) {
	var marks []figureMark
	for _, c := range comments {
		if c.Kind != markdown.Figure {
			continue
		}
		shown, _ := c.Settings[0].Bool()
		m := figureMark{line: c.Position.Line, off: !shown, settings: c.Settings[1:]}
		if err := checkSettings(m.settings, figure.Names()); err != nil {
			return nil, err
		}
		marks = append(marks, m)
	}
	return marks, nil
}

func checkSettings(settings []markdown.Setting, known []string) error {
	for _, s := range settings {
		switch {
		case !slices.Contains(known, s.Key):
			return fmt.Errorf("%s: %s", s.Position, nearest.Unknown("key", s.Key, known))
		case s.Unclosed:
			return fmt.Errorf("%s: the quotation mark before the value of %q is not closed", s.Position, s.Key)
		}
	}
	return nil
}
