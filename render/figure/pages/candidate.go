package pages

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph/course"
)

// Candidate is what may be a document of [Walk].
type Candidate struct {
	Size int64 // of its text in bytes, as far as that is known before it is opened

	folder, name string // of a README; without a name it is of the folder as a whole
	file         string // that must belong to no course before it; "" needs none
	foreign      bool   // not one of those that are wanted
	open         func(*Candidate, context.Context)
	found        *found

	document *Document // also of what shows nothing, or has mistakes
	err      error
	covers   bool // the files of the document are no courses by themselves
	loses    bool // nobody knows what is a course in the folder
}

// found is what a walk has found so far, by those of its candidates that are settled.
type found struct {
	mu      sync.Mutex
	covered map[string]bool // files of courses that have several
	lost    string          // the last folder in which nobody knows what is a course
	isLost  bool
}

// leavesOut tells whether a candidate is none by what was settled before.
func (f *found) leavesOut(c *Candidate) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.covered[c.file] || f.isLost && (f.lost == "." || c.folder == f.lost || strings.HasPrefix(c.folder, f.lost+"/"))
}

// Open opens the document, on any goroutine and as often as anybody likes, and says what
// Settle will say unless documents before it say otherwise; nil and nil for what is none.
func (c *Candidate) Open(ctx context.Context) (*Document, error) {
	if c.open != nil {
		c.document, c.err, c.covers, c.loses = nil, nil, false, false
		if !c.found.leavesOut(c) {
			c.open(c, ctx)
		}
	}
	d, err, _ := c.result()
	return d, err
}

// result is what becomes of the candidate by itself.
func (c *Candidate) result() (d *Document, err error, is bool) {
	var invalid *InvalidError
	switch {
	case c.foreign, errors.Is(c.err, course.ErrEmpty):
	case c.document != nil && !c.document.showsAny() && (c.err == nil || errors.As(c.err, &invalid)):
	case c.err != nil:
		return nil, c.err, true
	case c.document != nil:
		return c.document, nil, true
	}
	return nil, nil, false
}

// Settle says, when all candidates before it are settled, whether it is a document of the
// walk, or an error about one.
func (c *Candidate) Settle() (d *Document, err error, is bool) {
	if c.found.leavesOut(c) {
		return nil, nil, false
	}
	c.found.mu.Lock()
	defer c.found.mu.Unlock()
	if c.loses {
		c.found.lost, c.found.isLost = c.folder, true
	}
	if c.covers {
		for _, f := range c.document.Course.Files {
			c.found.covered[c.document.path(f)] = true
		}
	}
	return c.result()
}

// Reads are those of [Document.Reads], also of what is no document of the walk; nil if
// it was not read.
func (c *Candidate) Reads() []string {
	if c.document == nil {
		return nil
	}
	return c.document.Reads()
}
