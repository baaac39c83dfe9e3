package layout

import (
	"context"
	"errors"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// Engine places a course on a page. Engines are run by engines.Layout, which does
// for all of them what is no question of places: an engine gets a graph and
// draws the whole of it, and what [Options] say beyond the [Page] is already done.
//
// In that graph every part has a section, and there is at least one; topics are
// as many and as deep as are wanted, among them those that stand for further
// ones; a node has an icon only if that is to be drawn. The boxes that an engine
// returns need no links and tooltips, its lines no states that tell them apart, and the diagram no description.
//
// Layout leaves the graph as it is, ends with ctx, and may be called by many
// goroutines at once. Diagnostics tell of labels that had to be shortened and of
// missing glyphs and icons. Package kit has what engines are built with.
type Engine interface {
	Layout(ctx context.Context, g *graph.Graph, p Page) (*Diagram, []graph.Diagnostic, error)
	Capabilities() Capabilities
}

// ErrEmpty is returned for a course without a section to draw.
var ErrEmpty = errors.New("the course has no sections to draw")

// OptionError says which option a layout cannot follow, and why.
type OptionError struct {
	// Option is "width", "max-width", "aspect", "columns", "compact", "first-side",
	// "direction" or "prerequisites": the name of the program's flag, without its dashes.
	Option string
	Reason string // why, as the rest of the sentence that begins with the option
}

func (e *OptionError) Error() string { return e.Option + " " + e.Reason }

// Capabilities say which fields of a Page an engine understands. One that it does
// not understand is refused before the engine runs, never ignored in silence.
type Capabilities struct {
	// Directions are the values of Page.Direction, the default first.
	Directions []string
	// Prerequisites tells that prerequisites can be drawn as lines.
	Prerequisites                                        bool
	Width, MaxWidth, Columns, Aspect, FirstSide, Compact bool
}

// Options steer a layout: what is drawn, and on what page. The zero value gives
// the course figures' look.
type Options struct {
	Page
	// MaxTopics is the most topics drawn in a section; the rest are counted
	// in one last box. 0 draws all.
	MaxTopics int
	// Depth is how many levels of topics are drawn below a section; 0 means 1, and
	// a negative number none.
	Depth int
	// NoTitle leaves the titles of parts out, where they are not what lines lead
	// from.
	NoTitle bool
	// NoIcons leaves out the title's emoji and the sections' icons.
	NoIcons bool
}

// MostSide is how long a side of a page gets that somebody asks for, px: in more there is
// only more space.
const MostSide = 20_000

// Page is what an engine has to heed: the measures and the direction of the page,
// and its typefaces. The zero value leaves all of it to the engine.
type Page struct {
	// Width of the page in px; 0 means 960 for each column. The space between
	// boxes gives way first, then they get smaller, down to the engine's least width.
	Width float64
	// MaxWidth is the most that the page may measure across, px; 0 means any width.
	MaxWidth float64
	// Aspect is the page's width divided by its height, to which the engine
	// comes as near as it can and fills up the rest; 0 means what comes out.
	Aspect float64
	// Columns is the number of columns; 0 leaves it to the engine.
	Columns int
	// Compact makes boxes and the steps between them smaller.
	Compact bool
	// FirstSide is the column of the first section, "left" (the default) or "right".
	FirstSide string
	// Direction is where the figure grows, one of the engine's Directions:
	// "right", "down" or "both" (to both sides of the root). Empty is the
	// engine's default.
	Direction string
	// Title stands over the first part instead of its own; empty leaves that.
	Title string
	// Progress is how far the learner is with parts, sections and the course, by
	// ID, over all that they hold, whether drawn or not; of those that tell nothing
	// of it there is none, but with Bars. It is not the user's to set: nil is that of the
	// graph, and one page of several gets engines.Progress of the whole.
	Progress map[string]graph.Progress
	// Bars gives every section, and every part that has a box, a bar of progress,
	// also where the course tells nothing of it, with room for its figures whatever is
	// done: for pages in which the learner tells. Tooltips and descriptions then say
	// nothing of progress.
	Bars bool
	// Beyond is the course that the graph is a part of; nil if it is whole, or if nothing
	// beyond it matters. It is not the user's to set.
	Beyond *Beyond
	// Index is that of the graph that is drawn, for all that ask [graph.Index.Of]; nil, or
	// that of another, where there is none yet. It is not the user's to set.
	Index *graph.Index
	// Label is the word of a badge; "" is one of the document's language.
	Label string
	// Prerequisites is how declared prerequisites are shown: "lines" between boxes,
	// "chips" in the boxes of what needs them, or "none". "auto", or empty for it,
	// draws lines where they can be followed, and chips elsewhere. An engine is
	// asked for lines or chips only; it may show single ones as chips where it
	// finds no way for a line.
	Prerequisites string
	// Fonts are the typefaces; nil means the embedded ones only.
	Fonts *text.Fonts
}
