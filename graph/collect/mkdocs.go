package collect

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
)

// mkDocs is the site whose mkdocs.yml lies in the folder, by its nav. The nav
// is a nested list, so it is written as the Markdown list that it stands for,
// each entry in its own line.
// https://www.mkdocs.org/user-guide/configuration/#nav
func (c *collector) mkDocs(folder string) (*markdown.Entry, error) {
	name := c.siteFile(folder)
	if name == "" {
		return nil, nil
	}
	text, err := c.source(name)
	if err != nil {
		return nil, err
	}
	block, line := topLevel(string(text), "nav")
	if block == "" {
		return nil, nil
	}
	nav, err := c.yaml(name, []byte(block), line-1, "the nav")
	if err != nil {
		return nil, err
	}
	site := navigation{docs: firstOf(plainValue(string(text), "docs_dir"), "docs"), before: line - 1, untitled: map[int]bool{}}
	for _, e := range strictyaml.Entries(nav) {
		site.writeParts(e.Value)
	}
	c.main = name
	return c.site(name, text, firstOf(plainValue(string(text), "site_name"), c.options.Title, "Course"), &site)
}

// yaml reads what says which pages belong together, in a file that has so many lines
// before it.
func (c *collector) yaml(name string, text []byte, before int, what string) (ast.Node, error) {
	doc, wrong := strictyaml.Parse(text)
	if wrong != nil {
		at := graph.Position{File: c.shown(name), Line: before + max(wrong.Line, 1), Column: wrong.Column}
		return nil, fmt.Errorf("%v: %s is not the YAML it should be: %s", at, what, wrong.Message)
	}
	return doc.Root, nil
}

// site is the course of a navigation that a file has, of which it is known what are
// parts and what are sections.
func (c *collector) site(name string, text []byte, title string, nav *navigation) (*markdown.Entry, error) {
	p, err := c.parse(name, []byte("# "+escapeText(title)+"\n"+strings.Join(nav.lines, "\n")), markdown.Options{Place: nav.place, Chapters: true})
	if err != nil {
		return nil, err
	}
	p.rewritten(text)
	root := p.document.Course()
	c.fill(root)
	c.entitle(root, nav)
	return root, nil
}

// siteFile is the mkdocs.yml of a folder; "" without one.
func (c *collector) siteFile(folder string) string {
	for _, name := range []string{"mkdocs.yml", "mkdocs.yaml"} {
		if name = path.Join(folder, name); c.exists(name) {
			return name
		}
	}
	return ""
}

// entitle gives the entries that name only a page the title of that.
func (c *collector) entitle(e *markdown.Entry, site *navigation) {
	for _, k := range e.Entries() {
		if at := k.Source(); at.File == c.shown(c.main) && site.untitled[at.Line] {
			if name, ok := c.target(k.URL); ok && c.pages[name] != nil {
				k.Title = c.pages[name].document.Course().Title
			}
		}
		c.entitle(k, site)
	}
}

// place is a place of the list in the file. Its columns are others.
func (s *navigation) place(p graph.Position) graph.Position {
	p.Column = 0
	if i := p.Line - 2; i >= 0 && i < len(s.places) {
		p.Line = s.places[i]
	}
	return p
}

// navigation is a nav as Markdown.
type navigation struct {
	docs   string // the folder of the pages
	before int    // how many lines stand before the nav
	lines  []string
	places []int // the lines' lines in the file
	// untitled are the lines in the file that name only a page.
	untitled map[int]bool
}

// writeParts writes a nav whose groups hold groups with the outer ones as headings, which
// are parts, behind the pages that stand in none; any other as a list.
func (s *navigation) writeParts(n ast.Node) {
	all := entriesOf(n)
	if !slices.ContainsFunc(all, func(e navEntry) bool { return slices.ContainsFunc(entriesOf(e.below), navEntry.isGroup) }) {
		s.write(all, 0)
		return
	}
	for _, e := range all {
		if !e.isGroup() {
			s.write([]navEntry{e}, 0)
		}
	}
	for _, e := range all {
		if e.isGroup() {
			s.line("", e.line)
			s.line("## "+escapeText(e.title), e.line)
			s.write(entriesOf(e.below), 0)
		}
	}
}

// A navEntry is a page of a nav, or a group of pages.
type navEntry struct {
	title string // "" of a page that is only named
	page  string
	below ast.Node // of a group
	line  int
}

func (e navEntry) isGroup() bool { return e.below != nil }

// entriesOf are the entries of a nav, or of a group of it.
func entriesOf(n ast.Node) (all []navEntry) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		return nil
	}
	for _, entry := range list.Values {
		pairs := strictyaml.Entries(entry)
		if pairs == nil {
			t := entry.GetToken()
			all = append(all, navEntry{page: t.Value, line: t.Position.Line})
		}
		for _, e := range pairs {
			t := e.Key.GetToken()
			found := navEntry{title: t.Value, line: t.Position.Line}
			if group, ok := e.Value.(*ast.SequenceNode); ok {
				found.below = group
			} else {
				found.page = e.Value.GetToken().Value
			}
			all = append(all, found)
		}
	}
	return all
}

func (s *navigation) write(entries []navEntry, depth int) {
	if depth > maxLinks {
		return
	}
	for _, e := range entries {
		title := e.title
		if title == "" {
			title = titleOf(e.page)
			s.untitled[s.before+e.line] = true
		}
		s.item(depth, title, e.page, e.line)
		s.write(entriesOf(e.below), depth+1)
	}
}

// item writes one entry of the list.
func (s *navigation) item(depth int, title, page string, line int) {
	text := escapeText(title)
	if page != "" {
		if !strings.Contains(page, "://") {
			page = escapePath(path.Join(s.docs, page))
		}
		text = "[" + text + "](<" + page + ">)"
	}
	s.line(strings.Repeat("  ", depth)+"- "+text, line)
}

// line writes a line that stands for one of the file.
func (s *navigation) line(text string, line int) {
	s.lines = append(s.lines, text)
	s.places = append(s.places, s.before+line)
}

// topLevel is the block of a top-level key with its line in the file. The
// other blocks may hold what only MkDocs understands, such as Python's names.
func topLevel(text, key string) (block string, line int) {
	at := 0
	for l := range strings.Lines(text) {
		at++
		switch {
		case block == "" && strings.HasPrefix(l, key+":"):
			block, line = l, at
		case block == "":
		case strings.TrimSpace(l) == "" || strings.ContainsRune(" \t-#", rune(l[0])):
			block += l
		default:
			return block, line
		}
	}
	return block, line
}

// plainValue is the value of a top-level key that holds a string.
func plainValue(text, key string) string {
	block, _ := topLevel(text, key)
	doc, _ := strictyaml.Parse([]byte(block))
	for _, e := range strictyaml.Entries(doc.Root) {
		if scalar, ok := e.Value.(*ast.StringNode); ok {
			return scalar.Value
		}
	}
	return ""
}

// escapeText protects a text from being read as Markdown.
func escapeText(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if strings.ContainsRune("\\`*_[]<>&#~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
