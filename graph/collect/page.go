package collect

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A page is a file that was read, as a tree.
type page struct {
	name        string // in the file system
	source      []byte
	options     markdown.Options
	root        *node // the file's course node
	language    string
	byID        map[string]*node // by the file's own IDs
	edges       []graph.Edge     // with the file's own IDs
	images      []graph.Image
	diagnostics []graph.Diagnostic
	used        bool // it hangs in the course's tree
}

// errLimit says that a file was not read because there were too many.
var errLimit = errors.New("the limit of files is reached")

// read reads a file, once.
func (c *collector) read(name string) (*page, error) {
	if p := c.pages[name]; p != nil {
		return p, nil
	}
	src, err := c.source(name)
	if err != nil {
		return nil, err
	}
	return c.parse(name, src, markdown.Options{Config: markdown.Config{Structure: c.options.Config.Structure}}), nil
}

// source is the text of a file, within the limits.
func (c *collector) source(name string) ([]byte, error) {
	if len(c.order) >= maxFiles || c.bytes >= maxBytes {
		return nil, errLimit
	}
	f, err := c.fsys.Open(name)
	if err != nil {
		return nil, c.explain(name, err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, int64(maxBytes-c.bytes)+1))
	switch {
	case err != nil:
		return nil, c.explain(name, err)
	case len(src) > maxBytes-c.bytes:
		return nil, errLimit
	case bytes.IndexByte(src[:min(len(src), 8000)], 0) >= 0:
		return nil, fmt.Errorf("%s: this is a binary file, not Markdown text", c.shown(name))
	}
	c.bytes += len(src)
	return src, nil
}

// explain puts an error of the file system in the words of the program.
func (c *collector) explain(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such file", c.shown(name))
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause // without the path that is not the user's
	}
	return fmt.Errorf("%s: %w", c.shown(name), err)
}

// parse makes a page of a text. What the configuration says about nodes is
// for the whole course and comes later.
func (c *collector) parse(name string, src []byte, o markdown.Options) *page {
	p := &page{name: name, source: src, byID: map[string]*node{}}
	o.File = c.shown(name)
	p.options = o
	o.Outside = func(w markdown.Want) bool { c.wants = append(c.wants, wanting{p, w}); return true }
	g, diagnostics := markdown.Parse(src, o)
	p.language, p.edges, p.images, p.diagnostics = g.Language, g.Edges, g.Images, diagnostics
	for _, n := range g.Nodes {
		at := &node{Node: n, page: p}
		at.URL = c.rebase(n.URL, p)
		p.byID[n.ID] = at
		if parent := p.byID[n.Parent]; parent != nil {
			parent.kids = append(parent.kids, at)
		} else {
			p.root = at
		}
	}
	c.pages[name] = p
	c.order = append(c.order, p)
	return p
}

// stands says that one node has taken the place of another in the tree.
func (p *page) stands(from, to *node) {
	for id, n := range p.byID {
		if n == from {
			p.byID[id] = to
		}
	}
}
