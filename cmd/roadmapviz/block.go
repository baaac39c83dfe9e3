package main

import (
	"bytes"
	"fmt"
	"html"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// block is a passage of a document that roadmapviz writes: a picture for light
// and one for dark pages, with a description.
//
//	<!-- roadmapviz:begin part=engineer file=img/engineer shown=600 outline -->
//	…
//	<!-- roadmapviz:end -->
type block struct {
	file       string // of the document
	line       int
	start, end int // of what it holds, in the document's bytes
	base       string
	shown      int // px; 0 is the figure's own width, but no more than GitHub shows
	outline    bool
	light      *picture
	dark       *picture
	have, want []byte
	why        string // it cannot be written
}

// blockKeys are the keys of a block besides those of its figure.
var blockKeys = [...]string{"file", "shown", "outline"}

// findBlocks finds the blocks of a file, and the pictures that they show, those
// too of a block of which something cannot be found.
func (d *document) findBlocks(f courseFile) (err error) {
	pairs, unclosed := markdown.Generated(f.src)
	if len(unclosed) > 0 {
		return fmt.Errorf("%s:%d: no <!-- %s --> follows this comment", f.name, unclosed[0].Line, markdown.GeneratedEnd)
	}
	for _, pair := range pairs {
		b := &block{file: f.name, line: pair[0].Line, start: pair[0].LineEnd, end: pair[1].LineStart}
		if b.end < b.start {
			return fmt.Errorf("%s:%d: give each of the two comments a line of its own", f.name, b.line)
		}
		settings := commentSettings(strings.TrimPrefix(pair[0].Text, markdown.GeneratedBegin))
		if wrong := b.configure(d, settings); wrong != nil && err == nil {
			err = fmt.Errorf("%s:%d: %w", f.name, b.line, wrong)
		}
		if b.light != nil {
			b.have = f.src[b.start:b.end]
			d.blocks = append(d.blocks, b)
			d.pictures = append(d.pictures, b.light, b.dark)
		}
	}
	return err
}

func (b *block) configure(d *document, settings []commentSetting) error {
	if err := checkSettings(settings, append(figureKeys(), blockKeys[:]...)); err != nil {
		return err
	}
	name := "roadmap"
	var unknown error
	for _, s := range settings {
		switch s.key {
		case "part":
			nodes, err := choose(d.course, []string{s.value})
			if err != nil {
				unknown, name = err, "roadmap_"+s.value // as its file may have been called
				continue
			}
			name = "roadmap_" + filepath.Base(nodes[0].ID)
		case "file":
			b.base = strings.TrimSuffix(s.value, ".svg")
		case "shown":
			n, err := strconv.Atoi(s.value)
			if err != nil || n < 1 {
				return usagef("shown is a width in px, not %q", s.value)
			}
			b.shown = n
		case "outline":
			b.outline = s.value != "false"
		}
	}
	if b.base == "" {
		b.base = "img/" + name
	}
	for _, dark := range []bool{false, true} {
		p := &picture{
			document: d, node: graph.CourseID, settings: settings, dark: dark,
			at:   graph.Position{File: b.file, Line: b.line},
			path: filepath.Join(filepath.Dir(b.file), filepath.FromSlash(b.base)+map[bool]string{false: ".svg", true: "-dark.svg"}[dark]),
		}
		p.load()
		if dark {
			b.dark = p
		} else {
			b.light = p
		}
	}
	return unknown
}

// write makes the text that the block is to hold. Its pictures have been judged.
func (b *block) write() {
	p := b.light
	if p.figure.graph == nil || p.isRefused() || b.dark.isRefused() {
		b.why = "its figure cannot be drawn"
		return
	}
	width := b.shown
	if width == 0 {
		width = githubColumn
		if w := int(p.options.layout.Width); w > 0 && w < width {
			width = w
		}
	}
	light, dark := relativeLink(b.base+".svg"), relativeLink(b.base+"-dark.svg")
	var out bytes.Buffer
	fmt.Fprintf(&out, "<a href=\"%s\">\n  <picture>\n", light)
	fmt.Fprintf(&out, "    <source media=\"(prefers-color-scheme: dark)\" srcset=\"%s\">\n", dark)
	fmt.Fprintf(&out, "    <img src=\"%s\" width=\"%d\" alt=\"%s\">\n", light, width, html.EscapeString(oneLine(altText(p.figure.graph))))
	out.WriteString("  </picture>\n</a>\n")
	if b.outline {
		writeHTMLOutline(&out, p.figure.graph)
	}
	b.want = out.Bytes()
	if bytes.HasSuffix(p.document.source(b.file)[:b.start], []byte("\r\n")) {
		b.want = bytes.ReplaceAll(b.want, []byte("\n"), []byte("\r\n"))
	}
}

func (b *block) stale() bool { return !bytes.Equal(b.have, b.want) }

// source is the text of one of the document's files.
func (d *document) source(name string) []byte {
	for _, f := range d.files {
		if f.name == name {
			return f.src
		}
	}
	return nil
}

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
