package collect

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/encoding"
)

// A page is a file that was read.
type page struct {
	name     string // in the file system
	source   []byte
	options  markdown.Options
	document *markdown.Document
	comments []markdown.Comment // of the file
	used     bool               // it hangs in the course
}

// entry is the file as an entry of the course.
func (p *page) entry() *markdown.Entry {
	p.used = true
	return p.document.Entry(escapePath(path.Base(p.name)))
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
	return c.parse(name, src, markdown.Options{})
}

// source is the text of a file, within the limits.
func (c *collector) source(name string) ([]byte, error) {
	if len(c.order) >= maxFiles || c.bytes >= maxBytes || c.beyond != nil {
		return nil, errLimit
	}
	f, err := c.fsys.Open(name)
	if err != nil {
		return nil, c.explain(name, err)
	}
	defer f.Close()
	room := int64(maxBytes)
	if most := c.options.MaxBytes; most > 0 {
		room = min(room, most)
	}
	room -= int64(c.bytes)
	var src []byte
	info, err := f.Stat()
	if err == nil && (info.Size() <= room || info.IsDir()) { // else nothing of it is read
		src, err = io.ReadAll(io.LimitReader(f, room+1))
	}
	if err != nil {
		return nil, c.explain(name, err)
	}
	if size := max(info.Size(), int64(len(src))); size > room {
		if err := graph.Within("bytes", int64(c.bytes)+size, c.options.MaxBytes); err != nil {
			c.beyond = fmt.Errorf("%s: %w", c.shown(name), err)
		}
		return nil, errLimit
	}
	if _, err := encoding.Decode(src); err != nil {
		return nil, fmt.Errorf("%s: %w", c.shown(name), err)
	}
	c.bytes += len(src)
	return src, nil
}

// explain puts an error of the file system in the words of the program.
func (c *collector) explain(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return missingError(c.shown(name) + ": no such file")
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause // without the path that is not the user's
	}
	return fmt.Errorf("%s: %w", c.shown(name), err)
}

// parse makes a page of a text. What the configuration says about nodes is
// for the whole course and comes later.
func (c *collector) parse(name string, src []byte, o markdown.Options) (*page, error) {
	o.File, o.Config = c.shown(name), markdown.Config{Structure: c.options.Config.Structure}
	p := &page{name: name, source: src, options: o}
	o.Address = func(link string) string { return c.rebase(link, p) }
	var err error
	if p.document, err = markdown.Read(c.ctx, src, o); err != nil {
		return nil, err
	}
	p.comments = p.document.Comments()
	c.pages[name], c.named[p.document] = p, p
	c.order = append(c.order, p)
	return p, nil
}

// rewritten says what the file of a page holds of which another text was read.
func (p *page) rewritten(text []byte) {
	p.source = text
	p.comments, _ = markdown.Comments(text, p.options.File)
}
