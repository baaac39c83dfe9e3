package pages

import (
	"bytes"
	"fmt"
	"html"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Block is a passage of a document that is written into it: a picture for light
// and one for dark pages, with a description.
//
//	<!-- roadmapviz:begin part=engineer file=img/engineer shown=600 outline -->
//	…
//	<!-- roadmapviz:end -->
type Block struct {
	File string // of the document, as shown in messages
	Line int
	Why  string // it cannot be written; "" if it can

	document    *Document
	file        course.File
	start, end  int // of what it holds, in the document's bytes
	base        string
	shown       int // px; 0 is the figure's own width, but no more than GitHub shows
	outline     bool
	light, dark *Figure
	have, want  []byte
	isNew       bool // it is not in the text yet
}

// BlockKey is a key that the comment of a block has besides those of its figures.
type BlockKey struct {
	Name    string
	About   string // one phrase
	Default string // in words, or as a value
}

// BlockKeys are all these, in the order in which they are documented.
func BlockKeys() []BlockKey {
	return []BlockKey{
		{"file", "the pictures' files as seen from the document, without the extension", "img/roadmap, with the name of the part"},
		{"shown", "width in px at which the pictures are shown", strconv.Itoa(layout.GitHubColumn) + ", or the figure's if that is less"},
		{"outline", "add the outline as a list, for readers who cannot see the figure", "false"},
	}
}

// blockKeys are the names of all keys of blocks.
func blockKeys() []string {
	names := figure.Names()
	for _, k := range BlockKeys() {
		names = append(names, k.Name)
	}
	return names
}

// findBlocks finds the blocks of a file, and the pictures that they show, those
// too of a block of which something cannot be found.
func (d *Document) findBlocks(f course.File) (err error) {
	for _, c := range f.Comments {
		if c.Kind != markdown.Block {
			continue
		}
		b := &Block{File: f.Name, Line: c.Position.Line, document: d, file: f, start: c.Inside[0], end: c.Inside[1]}
		switch {
		case b.start < 0:
			return fmt.Errorf("%s: a block is written into no file in UTF-16; save the file as UTF-8", c.Position)
		case b.end == 0:
			return fmt.Errorf("%s: no <!-- roadmapviz:end --> follows this comment", c.Position)
		case b.end < b.start:
			return fmt.Errorf("%s: give each of the two comments a line of its own", c.Position)
		}
		if wrong := b.configure(c.Settings); wrong != nil && err == nil {
			err = wrong
		}
		if b.light != nil {
			b.have = f.Source[b.start:b.end]
			d.Blocks = append(d.Blocks, b)
			d.Figures = append(d.Figures, b.light, b.dark)
		}
	}
	return err
}

func (b *Block) configure(settings []markdown.Setting) error {
	if err := checkSettings(settings, blockKeys()); err != nil {
		return err
	}
	name := "roadmap"
	var unknown error
	for _, s := range settings {
		switch s.Key {
		case "part":
			nodes, err := figure.Choose(b.document.Course.Graph, []string{s.Value})
			if err != nil {
				unknown, name = fmt.Errorf("%s: %w", s.Position, err), "roadmap_"+s.Value // as its file may have been called
				continue
			}
			name = "roadmap_" + path.Base(nodes[0].ID)
		case "file":
			b.base = strings.TrimSuffix(s.Value, ".svg")
		case "shown":
			n, err := strconv.Atoi(s.Value)
			if err != nil || n < 1 {
				return fmt.Errorf("%s: shown is a width in px, not %q", s.Position, s.Value)
			}
			b.shown = n
		case "outline":
			outline, ok := s.Bool()
			if !ok {
				return fmt.Errorf("%s: outline is true or false, not %q", s.Position, s.Value)
			}
			b.outline = outline
		}
	}
	if b.base == "" {
		b.base = "img/" + name
	}
	b.light, b.dark = b.newFigure(settings, "light", ".svg"), b.newFigure(settings, "dark", "-dark.svg")
	return unknown
}

// newFigure is one of the block's two.
func (b *Block) newFigure(settings []markdown.Setting, mode, ending string) *Figure {
	p := b.document.newFigure(b.file, b.base+ending, graph.Position{File: b.File, Line: b.Line})
	p.node, p.settings, p.mode = graph.CourseID, settings, mode
	p.load()
	return p
}

// write makes the text that the block is to hold. Its pictures have been judged.
func (b *Block) write() {
	p := b.light
	if p.figure == nil || p.is(Undrawable) || b.dark.is(Undrawable) {
		b.Why = "its figure cannot be drawn"
		return
	}
	width := b.shown
	if width == 0 {
		width = layout.GitHubColumn
		if w := int(p.figure.Options().Width); w > 0 && w < width {
			width = w
		}
	}
	light, dark := relativeLink(b.base+".svg"), relativeLink(b.base+"-dark.svg")
	var out bytes.Buffer
	fmt.Fprintf(&out, "<a href=\"%s\">\n  <picture>\n", light)
	fmt.Fprintf(&out, "    <source media=\"(prefers-color-scheme: dark)\" srcset=\"%s\">\n", dark)
	fmt.Fprintf(&out, "    <img src=\"%s\" width=\"%d\" alt=\"%s\">\n", light, width, html.EscapeString(oneLine(altText(p.figure.Graph))))
	out.WriteString("  </picture>\n</a>\n")
	if b.outline {
		writeHTMLOutline(&out, p.figure.Graph)
	}
	b.want = out.Bytes()
	if bytes.HasSuffix(b.file.Source[:b.start], []byte("\r\n")) {
		b.want = bytes.ReplaceAll(b.want, []byte("\n"), []byte("\r\n"))
	}
}

// IsStale tells that the passage is another than it should be.
func (b *Block) IsStale() bool { return !bytes.Equal(b.have, b.want) }

// relativeLink is a path below the document's folder as a link in HTML. What
// could be taken for a scheme or a host is none.
func relativeLink(path string) string {
	link := strings.TrimLeft((&url.URL{Path: path}).EscapedPath(), "/")
	if graph.SafeLink(link) != link {
		link = "./" + link
	}
	return html.EscapeString(link)
}

// oneLine keeps a label of several lines from ending the HTML, which an empty
// line does in Markdown.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// altText says in a sentence what a figure shows: the parts and their sections.
func altText(g *graph.Graph) string {
	x := graph.NewIndex(g)
	var parts []string
	for _, p := range x.Nodes(graph.Part) {
		var sections []string
		for _, s := range x.Children(p, graph.Section) {
			sections = append(sections, g.Nodes[s].Text())
		}
		parts = append(parts, g.Nodes[p].Text()+": "+strings.Join(sections, ", "))
	}
	return "Roadmap of " + strings.Join(parts, "; ")
}

// writeHTMLOutline writes the outline as nested lists, for readers who cannot
// see the figure. As HTML it is no list of the course's own.
func writeHTMLOutline(out *bytes.Buffer, g *graph.Graph) {
	x := graph.NewIndex(g)
	var list func(nodes []int, indent string)
	list = func(nodes []int, indent string) {
		out.WriteString(indent + "<ul>\n")
		for _, i := range nodes {
			n := g.Nodes[i]
			text := n.Text()
			if n.Number != "" {
				text = n.Number + ". " + text
			}
			text = html.EscapeString(oneLine(text))
			if link := graph.SafeLink(n.URL); link != "" {
				text = fmt.Sprintf("<a href=\"%s\">%s</a>", html.EscapeString(link), text)
			}
			kids := x.Children(i, graph.Section, graph.Topic)
			if len(kids) == 0 {
				fmt.Fprintf(out, "%s  <li>%s</li>\n", indent, text)
				continue
			}
			fmt.Fprintf(out, "%s  <li>%s\n", indent, text)
			list(kids, indent+"    ")
			out.WriteString(indent + "  </li>\n")
		}
		out.WriteString(indent + "</ul>\n")
	}
	out.WriteString("<details>\n  <summary>The roadmap as text</summary>\n")
	list(x.Nodes(graph.Part), "  ")
	out.WriteString("</details>\n")
}
