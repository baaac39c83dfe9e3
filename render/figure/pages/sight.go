package pages

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// A sight is a place of a text where a figure may be seen: an image, or a link to what
// readers open. A link around an image has the place of that.
type sight struct {
	graph.Image
	name string // of the file, as seen from the text's; "" for what is no figure
	link link
}

// link is what a link is around.
type link int

const (
	noLink link = iota
	aroundText
	aroundImage
)

// sights are those of a file, in the order of the text.
func (d *Document) sights(f course.File) []sight {
	var images []graph.Image
	seen := map[graph.Position]bool{}
	for _, image := range d.Course.Graph.Images {
		if image.Source.File == f.Name {
			images, seen[image.Source] = append(images, image), true
		}
	}
	var alone []sight
	around := map[graph.Position]sight{}
	for _, l := range d.links(f) {
		if l.link == aroundImage && seen[l.Source] {
			around[l.Source] = l
		} else {
			l.link = aroundText
			alone = append(alone, l)
		}
	}
	var all []sight
	for i, image := range images {
		for ; len(alone) > 0 && isBehind(image.Source, alone[0].Source); alone = alone[1:] {
			all = append(all, alone[0])
		}
		name, _ := localFile(image.URL, false)
		all = append(all, sight{image, name, noLink})
		if l, is := around[image.Source]; is && (i+1 == len(images) || images[i+1].Source != image.Source) {
			l.Node = image.Node
			all = append(all, l)
		}
	}
	return append(all, alone...)
}

func isBehind(a, b graph.Position) bool {
	return a.Line > b.Line || a.Line == b.Line && a.Column > b.Column
}

// links are the links of a file to local files that may be figures, with the parts and
// sections that they stand in.
func (d *Document) links(f course.File) []sight {
	if !mayLink(f.Source) {
		return nil
	}
	var all []sight
	heads := d.index.Nodes(graph.Course, graph.Part, graph.Section)
	under := graph.CourseID
	for _, l := range markdown.Links(f.Source, f.Name) {
		for ; len(heads) > 0; heads = heads[1:] {
			n := d.Course.Graph.Nodes[heads[0]]
			if n.Source.File == f.Name {
				if n.Source.Line > l.At.Line {
					break
				}
				if under = n.ID; n.Excluded != "" {
					under = graph.CourseID
				}
			}
		}
		name, is := localFile(l.URL, true)
		if !is {
			continue
		}
		s := sight{graph.Image{Node: under, URL: l.URL, Source: l.At}, name, aroundText}
		if l.Image != (graph.Position{}) {
			s.Source, s.link = l.Image, aroundImage
		}
		all = append(all, s)
	}
	return all
}

// mayLink tells without reading a text whether it could link to figures: most that link
// to pages and PDF files link to those of others.
func mayLink(text []byte) bool {
	return slices.ContainsFunc(formats.All(), func(f formats.Format) bool {
		return f.Opens && slices.ContainsFunc(f.Extensions, func(extension string) bool { return hasLocal(text, extension) })
	})
}

// hasLocal tells whether a text has something that ends so, and is no address elsewhere.
func hasLocal(text []byte, extension string) bool {
	const most = 1000 // bytes of an address that are looked at
	for i := 0; ; i++ {
		n := bytes.IndexByte(text[i:], '.')
		if n < 0 {
			return false
		}
		i += n
		if end := i + len(extension); end > len(text) || !strings.EqualFold(string(text[i:end]), extension) {
			continue
		}
		address := text[max(0, i-most):i]
		address = address[1+bytes.LastIndexAny(address, " \t\r\n()[]<>\"'"):]
		if !bytes.Contains(address, []byte("://")) {
			return true
		}
	}
}

// localFile is the path of a file as seen from its document, if it is in the repository
// and of a format that is drawn: one that readers open, or one that is shown as an
// image.
func localFile(address string, opens bool) (string, bool) {
	u, err := url.Parse(graph.SafeLink(address))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	if format, known := formats.ByExtension(u.Path); !known || !format.Carries || format.Opens != opens {
		return "", false
	}
	return path.Clean(u.Path), true
}
