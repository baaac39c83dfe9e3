package layout

import (
	"context"
	"errors"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// Engine places a graph on a page. Layout leaves the graph as it is and may be
// called by many goroutines at once. The graph holds only what is to be drawn.
// Diagnostics tell of labels that had to be shortened and of missing glyphs.
type Engine interface {
	Layout(ctx context.Context, g *graph.Graph, o Options) (*Diagram, []graph.Diagnostic, error)
	Capabilities() Capabilities
}

// ErrEmpty is returned for a course without a section to draw.
var ErrEmpty = errors.New("the course has no sections to draw")

// Capabilities say which options an engine understands. An option that it does
// not understand is refused before the engine runs, never ignored in silence.
type Capabilities struct {
	// Directions are the values of Options.Direction, the default first.
	Directions []string
	// Prerequisites tells that declared prerequisites are drawn.
	Prerequisites                               bool
	Width, MaxWidth, Columns, Aspect, FirstSide bool
}

// Options steer a layout. The zero value gives the course figures' look.
type Options struct {
	// Width of the page in px; 0 means 960. Boxes keep their size and the
	// space between them gives way, down to the engine's least width.
	Width float64
	// MaxTopics is the most topics drawn in a section; the rest are counted
	// in one last box. 0 draws all.
	MaxTopics int
	// FirstSide is the column of the first section, "left" (the default) or "right".
	FirstSide string
	// Depth is how many levels of topics are drawn below a section; 0 means 1.
	Depth int
	// Direction is where the figure grows, one of the engine's Directions:
	// "right", "down" or "both" (to both sides of the root). Empty is the
	// engine's default.
	Direction string
	// Columns is the number of columns; 0 leaves it to the engine.
	Columns int
	// Aspect is the page's width divided by its height, to which the engine
	// comes as near as it can and fills up the rest; 0 means what comes out.
	Aspect float64
	// MaxWidth is the most that the page may measure across, px; 0 means any width.
	MaxWidth float64
	// NoIcons leaves out the title's emoji and the sections' icons.
	NoIcons bool
	// BaseURL is put before links into the document, such as
	// "https://github.com/o/r/blob/main/README.md"; without it they stay "#fragment".
	BaseURL string
	// Fonts are the typefaces; nil means the embedded ones only.
	Fonts *text.Fonts
}
