package collect

import (
	"errors"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// fill hangs the contents of the files that the elements of a tree link to
// below these elements. Only elements without structure of their own are filled, each
// file once, where it is named first.
func (c *collector) fill(e *markdown.Entry) { c.hang(e, func(*markdown.Entry) {}) }

// follow fills a tree, and goes on in what came in, up to a number of links in a row.
func (c *collector) follow(e *markdown.Entry, links int) {
	c.hang(e, func(k *markdown.Entry) {
		if links > 1 {
			c.follow(k, links-1)
		} else if at, more := c.leadsOn(k); more {
			c.limit(at)
		}
	})
}

// hang fills the elements of a tree, and hands on each.
func (c *collector) hang(e *markdown.Entry, filled func(*markdown.Entry)) {
	for _, k := range e.Entries() {
		if len(k.Entries()) > 0 {
			c.hang(k, filled)
		} else if p := c.linked(k); p != nil {
			p.used = true
			k.Hold(p.document)
			filled(k)
		}
	}
}

// leadsOn says whether an element of a tree links to a file that hangs nowhere yet, and
// where.
func (c *collector) leadsOn(e *markdown.Entry) (graph.Position, bool) {
	for _, k := range e.Entries() {
		if len(k.Entries()) == 0 && c.linked(k) != nil {
			return k.Source(), true
		} else if at, more := c.leadsOn(k); more {
			return at, true
		}
	}
	return graph.Position{}, false
}

// linked is the page that an entry links to, itself or in its first resource;
// nil if there is none that is still free.
func (c *collector) linked(e *markdown.Entry) *page {
	for _, u := range e.Links() {
		name, ok := c.target(u)
		if !ok {
			continue
		}
		if !fs.ValidPath(name) {
			c.noFile(e.Source(), "only files within the course's folder are read", "%q leads out of the folder", u)
			return nil
		}
		p, err := c.read(name)
		switch {
		case errors.Is(err, errLimit):
			c.limit(e.Source())
		case err != nil:
			c.noFile(e.Source(), "correct the link", "%v", err)
		case p.used || name == c.main:
		default:
			return p
		}
		return nil
	}
	return nil
}

// target is the Markdown file that a URL of the course means, which may lie
// outside: the caller checks. A folder stands for its README.
func (c *collector) target(link string) (string, bool) {
	link, _, _ = strings.Cut(link, "#")
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return "", false
	}
	name := path.Join(path.Dir(c.main), u.Path)
	if u.Path[0] == '/' { // from the root of the repository, if that is where it leads
		if name = strings.Trim(path.Clean(u.Path), "/"); !fs.ValidPath(name) || name == "." {
			return "", false
		}
		if _, err := fs.Stat(c.fsys, name); err != nil {
			return "", false
		}
	}
	if isMarkdown(name) || !fs.ValidPath(name) {
		return name, isMarkdown(name)
	}
	if info, err := fs.Stat(c.fsys, name); err == nil && info.IsDir() {
		return c.readme(name)
	}
	return "", false
}

func isMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// readme is the file that stands for a folder.
func (c *collector) readme(folder string) (string, bool) {
	entries, err := fs.ReadDir(c.fsys, folder)
	if err != nil {
		return "", false
	}
	for _, wanted := range []string{"readme.md", "index.md", "_index.md", "readme.markdown"} {
		for _, e := range entries {
			if !e.IsDir() && strings.ToLower(e.Name()) == wanted {
				return path.Join(folder, e.Name()), true
			}
		}
	}
	return "", false
}

// linkedFrom is the document of the course that a link of another one leads to.
func (c *collector) linkedFrom(d *markdown.Document, link string) *markdown.Document {
	if name, ok := c.target(c.rebase(link, c.named[d])); ok && c.pages[name] != nil {
		return c.pages[name].document
	}
	return nil
}

// rebase turns an address as a page writes it into one as the main file would.
func (c *collector) rebase(link string, p *page) string {
	switch {
	case link == "" || p.name == c.main || c.main == "" && !strings.Contains(p.name, "/") && link[0] != '#':
		return link
	case link[0] == '#':
		return escapePath(c.link(p.name)) + link
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || u.Path[0] == '/' {
		return link
	}
	u.Path, u.RawPath = c.link(path.Join(path.Dir(p.name), u.Path)), ""
	return u.String()
}

func escapePath(name string) string { return (&url.URL{Path: name}).String() }
