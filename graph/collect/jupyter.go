package collect

import (
	"path"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
)

// tocFile is what a Jupyter Book's table of contents lies in.
const tocFile = "_toc.yml"

// jupyterBook is the book whose _toc.yml lies in the folder: its parts with their
// captions, and the pages below them. The table of contents is a nested list, and
// is read as the Markdown list that it stands for, as MkDocs' is.
// https://jupyterbook.org/v1/structure/toc.html
func (c *collector) jupyterBook(folder string) (*markdown.Entry, error) {
	name := path.Join(folder, tocFile)
	if !c.exists(name) {
		return nil, nil
	}
	text, err := c.source(name)
	if err != nil {
		return nil, err
	}
	toc, err := c.yaml(name, text, 0, "the table of contents")
	if err != nil {
		return nil, err
	}
	book := contents{navigation: navigation{untitled: map[int]bool{}}, collector: c, folder: folder}
	book.write(toc, 0)
	if len(book.lines) == 0 {
		return nil, nil
	}
	c.main = name
	return c.site(name, text, firstOf(c.titleOfBook(folder, toc), c.options.Title, "Course"), &book.navigation)
}

// titleOfBook is the title in a book's settings, or else that of its first page.
func (c *collector) titleOfBook(folder string, toc ast.Node) string {
	if config := path.Join(folder, "_config.yml"); c.exists(config) {
		if text, err := c.source(config); err == nil {
			if title := plainValue(string(text), "title"); title != "" {
				return title
			}
		}
	}
	if root, _ := valueOf(toc, "root"); root != "" {
		if text, err := c.source(c.page(folder, root)); err == nil {
			if d, err := markdown.Read(c.ctx, text, markdown.Options{}); err == nil {
				return d.Title.Title
			}
		}
	}
	return ""
}

// page is the file of a page that is named without its extension.
func (c *collector) page(folder, name string) string {
	file := path.Join(folder, name)
	if !c.exists(file) && c.exists(file+".md") {
		return file + ".md"
	}
	return file
}

// contents is a table of contents as Markdown.
type contents struct {
	navigation
	collector *collector
	folder    string
}

// write writes the pages below a mapping, and the captions of the parts that they
// stand in as headings.
func (b *contents) write(n ast.Node, depth int) {
	if depth > maxLinks {
		return
	}
	for _, e := range strictyaml.Entries(n) {
		list, ok := e.Value.(*ast.SequenceNode)
		if !ok {
			continue
		}
		switch strictyaml.KeyOf(e) {
		case "parts", "subtrees":
			for _, part := range list.Values {
				if caption, line := valueOf(part, "caption"); caption != "" {
					b.line("## "+escapeText(caption), line)
				}
				b.write(part, depth)
			}
		case "chapters", "sections", "entries":
			for _, page := range list.Values {
				b.entry(page, depth)
				b.write(page, depth+1)
			}
		}
	}
}

// entry writes a page.
func (b *contents) entry(n ast.Node, depth int) {
	title, _ := valueOf(n, "title")
	page, line := valueOf(n, "url")
	if file, at := valueOf(n, "file"); file != "" {
		page, line = b.collector.page(b.folder, file), at
	}
	if page == "" {
		return // a pattern for several files
	}
	if title == "" {
		title = titleOf(strings.TrimSuffix(page, path.Ext(page)))
		b.untitled[b.before+line] = true
	}
	b.item(depth, title, page, line)
}

// valueOf is the value of a key in a mapping, and the line of the key; "" if there
// is none.
func valueOf(n ast.Node, key string) (value string, line int) {
	for _, e := range strictyaml.Entries(n) {
		if strictyaml.KeyOf(e) == key {
			return e.Value.GetToken().Value, e.Key.GetToken().Position.Line
		}
	}
	return "", 0
}
