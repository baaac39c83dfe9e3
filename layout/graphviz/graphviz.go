// Package graphviz lays courses out with the engines of Graphviz. It starts
// another program for each layout: roadmapviz-graphviz, which holds Graphviz
// compiled to WebAssembly, or Graphviz's own dot. Graphviz gets boxes of fixed
// sizes, which we have measured, and no text; it answers with their places and
// the routes of the edges, and the diagram is made from that.
//
// The same course gives the same diagram on every machine with
// roadmapviz-graphviz, whose arithmetic is WebAssembly's; an installed dot
// answers as its version and its processor do.
package graphviz

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/version"
	"github.com/roadmapviz/roadmapviz/layout"
)

// Config says which program places the boxes, and what it may use.
type Config struct {
	// Helper is the path of roadmapviz-graphviz, or of Graphviz's dot if System is set.
	Helper string
	System bool
	// CacheDir is a folder in which roadmapviz-graphviz keeps machine code, about 6 MB.
	// It is made if it is missing, and must then belong to this user alone.
	// Without it each layout takes about half a second longer.
	CacheDir string
	// Timeout is the longest time for a layout, not counting the wait for
	// its turn; 0 means a minute.
	Timeout time.Duration
	// Memory is about the most bytes that roadmapviz-graphviz may use for a layout; 0
	// does not bound it. An installed dot is not bound.
	Memory int64
	// MaxNodes is the most boxes to place; 0 means what the engine places
	// within about ten seconds.
	MaxNodes int
}

// ErrNoHelper is returned where Config.Helper is empty.
var ErrNoHelper = errors.New("no program to run Graphviz with")

// tooLarge is the error of a course that is larger than an engine is made for.
func tooLarge(engine string, boxes, most int) error {
	return &graph.LimitError{What: "boxes", Is: int64(boxes), Most: int64(most),
		Says: fmt.Sprintf("%d boxes are too many for %s, which takes at most %d; draw fewer parts, or take a native layout such as roadmap, which takes any number", boxes, engine, most)}
}

// Client runs layouts, at most one for each processor at a time; more wait for
// their turn. It is safe for concurrent use.
type Client struct {
	config  Config
	version string // of this program
	slots   chan struct{}
}

// New returns a client. Nothing is started or checked until a layout is asked for.
func New(c Config) *Client {
	if c.Timeout == 0 {
		c.Timeout = time.Minute
	}
	return &Client{config: c, version: version.Here(), slots: make(chan struct{}, runtime.NumCPU())}
}

// Engine finds a Graphviz engine by its name.
func (c *Client) Engine(name string) (layout.Engine, bool) {
	for _, m := range manners {
		if m.name == name {
			return engine{c, m}, true
		}
	}
	return nil, false
}

// Names lists the engines, sorted.
func Names() []string {
	names := make([]string, len(manners))
	for i, m := range manners {
		names[i] = m.name
	}
	return names
}

// engine is one of Graphviz's engines.
type engine struct {
	client *Client
	manner manner
}

// Layout places a course. The page is as large as Graphviz makes it, at least
// Page.Width wide if that is set. More boxes than Config.MaxNodes are a [*graph.LimitError].
func (e engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	c := measure(ctx, g, p, e.manner)
	most := e.client.config.MaxNodes
	if most == 0 {
		most = e.manner.most
	}
	if len(c.cards) > most {
		return nil, nil, tooLarge(e.manner.name, len(c.cards), most)
	}
	answer, diagnostics, err := e.client.place(ctx, e.manner.name, writeDOT(c, e.manner, ""), c)
	for _, wider := range e.manner.wider {
		if err != nil || !answer.overlaps(c) {
			break
		}
		answer, diagnostics, err = e.client.place(ctx, e.manner.name, writeDOT(c, e.manner, wider), c)
	}
	if err != nil {
		return nil, nil, err
	}
	return draw(c, answer, e.manner), append(c.Diagnostics, diagnostics...), nil
}

// Capabilities says what of a page the engine understands.
func (e engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{
		Prerequisites: e.manner.ties[requires].use == drawn, Width: true, Columns: e.manner.tables,
	}
}
