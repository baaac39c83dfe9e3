package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/internal/saves"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// reading is what was found when the course was read. It is not changed any more.
type reading struct {
	version string            // no other has it, nor one of another run
	course  *workspace.Course // nil if it cannot be read
	err     error             // why nothing can be drawn of it, or nil
}

// retry is how long after a failure the files are looked for again.
const retry = time.Second

// Watch reads the course now and whenever something that it depends on is saved, until
// the context ends, and then the open streams. What cannot be read is told in the page,
// and looked for again. The error is the context's.
func (p *Preview) Watch(ctx context.Context) error {
	defer p.close()
	for ctx.Err() == nil {
		err := p.watchKnown(ctx)
		if err == nil || ctx.Err() != nil {
			continue // there is more to watch, or no more
		}
		p.config.Log.Warn("watching the files failed; trying again", "error", err)
		if !p.hasRead() {
			p.read(ctx)
		}
		select {
		case <-ctx.Done():
		case <-time.After(retry):
		}
	}
	return ctx.Err()
}

// watchKnown watches the files that are known to matter, until there are more.
func (p *Preview) watchKnown(ctx context.Context) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	p.mu.Lock()
	p.newNames = cancel
	p.mu.Unlock()
	watched := map[string]bool{}
	return saves.Watch(inner, func() []string {
		clear(watched)
		files := p.files()
		for _, f := range files {
			watched[f] = true
		}
		return files
	}, func(ctx context.Context) {
		p.read(ctx)
		// What is new may have been saved between being read and being watched.
		if slices.ContainsFunc(p.files(), func(f string) bool { return !watched[f] }) {
			cancel()
		}
	})
}

func (p *Preview) hasRead() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now != nil
}

// files are those that the figures depend on, as far as is known; in the place of what
// lies in a folder that does not exist, the folder.
func (p *Preview) files() []string {
	p.mu.Lock()
	now, named := p.now, slices.Sorted(maps.Keys(p.named))
	p.mu.Unlock()
	var read []string
	if now != nil && now.course != nil {
		for _, f := range now.course.Files {
			read = append(read, now.course.Path(now.course.Inner(f)))
		}
	}
	files := append(workspace.Watched(read, p.config.Args), workspace.NamedFiles(&p.config.Options)...)
	files = append(append(files, p.config.Args...), named...)
	for i, f := range files {
		for isMissing(filepath.Dir(f)) && filepath.Dir(f) != f {
			f = filepath.Dir(f)
		}
		files[i] = f
	}
	return files
}

func isMissing(folder string) bool {
	_, err := os.Stat(folder)
	return errors.Is(err, fs.ErrNotExist)
}

// mostNamed bounds the files that are watched because somebody chose them in a page.
const mostNamed = 32

// watchNamed begins to watch files that were chosen in a page.
func (p *Preview) watchNamed(files []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := len(p.named)
	for _, f := range files {
		if filepath.IsLocal(f) && len(p.named) < mostNamed {
			p.named[f] = true
		}
	}
	if len(p.named) > before {
		p.newNames()
	}
}

// read reads the course, and tells all that wait for it.
func (p *Preview) read(ctx context.Context) {
	r := &reading{version: strconv.FormatInt(time.Now().UnixNano(), 36)}
	conf, err := p.config.Configure()
	if err == nil {
		conf.Settle = true
		r.course, err = workspace.Open(ctx, conf, p.config.Args)
	}
	if ctx.Err() != nil {
		return
	}
	r.err = err
	if err == nil {
		r.err = failed(r.course)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = r
	if r.err == nil {
		p.good = r
	}
	close(p.changed)
	p.changed = make(chan struct{})
}

// failed is the error for a course with diagnostics of severity error.
func failed(c *workspace.Course) error {
	n := report.Count(c.Diagnostics, graph.Error)
	if n == 0 {
		return nil
	}
	first := c.Diagnostics[slices.IndexFunc(c.Diagnostics, func(d graph.Diagnostic) bool { return d.Severity == graph.Error })]
	return fmt.Errorf("%s has %s: %s", c.Name, words.Count(n, "error"), first.Message)
}

// close ends the open streams.
func (p *Preview) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.closed = true
		close(p.changed)
	}
}

// readings are the last one and the last good one, which may be nil. They wait for the
// first; the error is the context's.
func (p *Preview) readings(ctx context.Context) (now, good *reading, err error) {
	for {
		p.mu.Lock()
		now, good, changed, closed := p.now, p.good, p.changed, p.closed
		p.mu.Unlock()
		switch {
		case now != nil:
			return now, good, nil
		case closed:
			return nil, nil, context.Canceled
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		}
	}
}
