package preview

import (
	"context"
	"slices"
	"sync"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/lint"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// drawing is a figure that was drawn, with what is odd in it and in its course.
type drawing struct {
	data    []byte
	tag     string // of the data
	found   []graph.Diagnostic
	refused []string // options that its layout does not take
}

// completed are the options of a figure of the course that was read, with what the
// settings and the figure that was read say, and the course as far as its learner is.
func (p *Preview) completed(r *reading, c choice) (*workspace.Course, figure.Options, error) {
	o, err := p.options(c)
	if err != nil {
		return nil, o, err
	}
	p.watchNamed(workspace.NamedFiles(&o))
	course, inner := *r.course, *r.course.Course // which Complete changes
	course.Course = &inner
	err = course.Complete(&o, p.isSet(c))
	return &course, o, err
}

// draw draws what the command does that the page shows, the same bytes, and finds what
// is odd.
func (p *Preview) draw(ctx context.Context, r *reading, c choice, format formats.Format) (*drawing, error) {
	return p.cache.get(ctx, r.version+" "+format.Name+" "+c.key(), func() (*drawing, error) {
		course, o, err := p.completed(r, c)
		if err != nil {
			return nil, err
		}
		if format.Links && o.Home == "" && o.BaseURL == "" {
			o.Home = course.HomeFrom(output(course, o.Parts, format))
		}
		f, err := figure.New(course.Graph, o.For(format))
		if err != nil {
			return nil, err
		}
		if len(f.Parts) == 0 && course.Figure != nil {
			f.Parts = course.Figure.Parts
		}
		data, found, err := f.Draw(ctx, format)
		if err != nil {
			return nil, err
		}
		for i := range found {
			if found[i].Position.File == "" {
				found[i].Position.File = course.Name
			}
		}
		odd, err := lint.Course(ctx, course.Course, o)
		if err != nil {
			return nil, err
		}
		return &drawing{data, tagOf(data), course.Config.Judge(append(found, odd...)), f.Refused()}, nil
	})
}

// Of drawings so many are remembered, and so many bytes.
const mostDrawings, mostDrawn = 24, 64 << 20

// mostAtOnce is how many figures are drawn at a time.
const mostAtOnce = 2

// cache remembers the drawings that were asked for last, and draws each of them once.
type cache struct {
	mu   sync.Mutex
	last []*entry      // the oldest first
	room chan struct{} // has one for each figure that is being drawn
}

type entry struct {
	key  string
	done chan struct{}
	*drawing
	err error
}

// get is the drawing of the key, which may be one that another has asked for. An error
// is told to those who wait, and not remembered; that of another's context is not even
// told: one of those who wait draws.
func (c *cache) get(ctx context.Context, key string, draw func() (*drawing, error)) (*drawing, error) {
	for {
		c.mu.Lock()
		i := slices.IndexFunc(c.last, func(e *entry) bool { return e.key == key })
		if i < 0 {
			e := &entry{key: key, done: make(chan struct{})}
			c.last = append(c.last, e)
			c.mu.Unlock()
			return c.fill(ctx, e, draw)
		}
		e := c.last[i]
		c.last = append(slices.Delete(c.last, i, i+1), e)
		c.mu.Unlock()
		select {
		case <-e.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if e.err == nil || !isOver(e.err) {
			return e.drawing, e.err
		}
	}
}

func (c *cache) fill(ctx context.Context, e *entry, draw func() (*drawing, error)) (*drawing, error) {
	e.err = context.Canceled // as long as draw does not return
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if e.err != nil {
			c.last = slices.DeleteFunc(c.last, func(other *entry) bool { return other == e })
		}
		close(e.done)
		c.forget(e)
	}()
	select {
	case c.room <- struct{}{}:
		defer func() { <-c.room }()
	case <-ctx.Done():
		return nil, e.err
	}
	e.drawing, e.err = draw()
	return e.drawing, e.err
}

// forget drops the oldest drawings but one that was just made, and not those that are
// being made.
func (c *cache) forget(but *entry) {
	count, size := len(c.last), 0
	for _, e := range c.last {
		if e.isDone() {
			size += len(e.data)
		}
	}
	c.last = slices.DeleteFunc(c.last, func(e *entry) bool {
		drop := (size > mostDrawn || count > mostDrawings) && e != but && e.isDone()
		if drop {
			count, size = count-1, size-len(e.data)
		}
		return drop
	})
}

func (e *entry) isDone() bool {
	select {
	case <-e.done:
		return e.drawing != nil
	default:
		return false
	}
}
