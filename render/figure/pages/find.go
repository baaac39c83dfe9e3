package pages

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// findFigures finds the images of a file that are figures of the course.
func (d *Document) findFigures(f course.File) error {
	marks, err := figureMarks(f)
	if err != nil {
		return err
	}
	configured := map[string]bool{} // nodes whose first image is their figure
	for id, note := range f.Options.Config.Nodes {
		configured[id] = note.Figure
	}
	var at graph.Position
	var mark *figureMark
	marked := false
	for _, image := range d.Course.Graph.Images {
		if image.Source.File != f.Name {
			continue
		}
		if image.Source != at { // else it is another side of the one before
			if at, mark = image.Source, nil; len(marks) > 0 && marks[0].line <= at.Line {
				mark, marks = &marks[0], marks[1:]
			}
			marked = mark != nil || configured[image.Node]
			configured[image.Node] = false
		}
		name, ok := localFile(image.URL)
		if !ok || mark != nil && mark.off {
			continue
		}
		p := d.newFigure(f, name, image.Source)
		p.node, p.mode = image.Node, image.Mode
		if mark != nil {
			p.settings = mark.settings
		}
		p.load()
		if marked || (p.isOurs() || d.hasFigureHere(image, name)) && (d.options.anybodys || !d.isAnothers(p)) {
			d.Figures = append(d.Figures, p)
		}
	}
	return nil
}

// newFigure is the figure in the file that a document shows by a relative path.
func (d *Document) newFigure(f course.File, name string, at graph.Position) *Figure {
	inner := path.Join(path.Dir(f.Path), name)
	return &Figure{
		Path: path.Join(d.Course.Folder, inner), Name: path.Join(d.prefix, inner), At: at,
		document: d, file: f, path: inner,
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

// localFile is the path of an image relative to its document, if it is in the
// repository and of a format that is drawn.
func localFile(address string) (string, bool) {
	u, err := url.Parse(graph.SafeLink(address))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	format, known := formats.ByExtension(u.Path)
	return path.Clean(u.Path), known && format.Carries
}

// figureMark is a comment such as <!-- roadmap: figure theme=contrast -->.
type figureMark struct {
	line     int
	off      bool // figure=false
	settings []markdown.Setting
}

// figureMarks finds the comments about figures in a file.
func figureMarks(f course.File) ([]figureMark, error) {
	var marks []figureMark
	comments, _ := markdown.Comments(f.Source, f.Name)
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
