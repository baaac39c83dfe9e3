// Package layout gives a course's graph its geometry. An [Engine] turns a
// [graph.Graph] into a [Diagram]; the renderers draw Diagrams and know nothing
// of courses.
//
// This package is what those who ask for a layout, those who write an engine and
// those who draw agree upon. The engines are found and run by package engines,
// and are built with package kit.
package layout

import (
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// Role says what a box is for. Themes style roles; they never see positions.
type Role string

// The roles of boxes.
const (
	TitleRole    Role = "title"   // the title of a part
	SectionRole  Role = "section" // a section of a part
	TopicRole    Role = "topic"   // a topic of a section
	SubtopicRole Role = "subtopic"
	MoreRole     Role = "more"   // stands for the topics that a limit left out
	PartRole     Role = "part"   // a part, or the course, where it is a box like the others
	LegendRole   Role = "legend" // words that stand on the page: those of a legend
	ChipRole     Role = "chip"   // a prerequisite, told in the box of what needs it
	GroupRole    Role = "group"  // a panel behind the boxes that belong together
)

// JoinsEdge is the kind of edges that join two boxes without leading from one to
// the other.
const JoinsEdge = "joins"

// State is a further quality of a box or an edge, such as "done".
type State string

// The states that engines set. Commands may add their own.
const (
	OptionalState State = "optional"
	TodoState     State = "todo"
	DoingState    State = "doing"
	DoneState     State = "done"
	SkippedState  State = "skipped"
	GuessedState  State = "guessed" // a prerequisite that the course does not call by its name
)

// The states of figures of differences: what happened to a box, or to a prerequisite.
const (
	AddedState   State = "added"
	RemovedState State = "removed"
	RenamedState State = "renamed"
	MovedState   State = "moved"
	ChangedState State = "changed" // otherwise
)

// Ways is how many ways lines can look that are to be told apart: those of one
// prerequisite look alike, and others near them differ.
const Ways = 6

// WayState is the state of the lines of the i-th way, from 0.
func WayState(i int) State { return State("way" + strconv.Itoa(1+i%Ways)) }

// Diagram is a graph with positions: what to draw and where, but not in which
// colours. Lengths are CSS pixels (96 to the inch), y grows downward, and the
// origin is the page's top left corner. Coordinates are rounded to 1/64 px, so
// that the same graph gives the same Diagram on every machine. A finished Diagram is only read, by any number of goroutines.
type Diagram struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	// View is where everything stands on the page, where that is not where its
	// coordinates say.
	View View `json:"view,omitzero"`
	// Title names the figure; Description is its outline in words, for
	// readers who cannot see it.
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	Language    string `json:"language,omitempty"`
	// Boxes and Edges stand in drawing order. Edges lie beneath all boxes.
	Boxes []Box  `json:"boxes"`
	Edges []Edge `json:"edges"`
	// Legend explains the looks of boxes and edges, below these; most diagrams need
	// none.
	Legend []Key `json:"legend,omitempty"`
}

// Key is one entry of a legend: a sample, which is a box without text or a line, and
// the words that say what it stands for.
type Key struct {
	Box  Box  `json:"box,omitzero"`  // W is 0 for lines
	Line Edge `json:"line,omitzero"` // without ends of boxes
	Text Line `json:"text"`
}

// Box is a rectangle with text; X and Y are its top left corner. A title has a
// box too, though themes leave it unfilled.
type Box struct {
	ID     string  `json:"id,omitempty"` // the node's ID; unique in a diagram
	Role   Role    `json:"kind"`
	States []State `json:"states,omitempty"`
	Number string  `json:"number,omitempty"`
	// Label is the whole text, even where Lines show it shortened.
	Label string  `json:"label"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	W     float64 `json:"w"`
	H     float64 `json:"h"`
	Lines []Line  `json:"lines,omitempty"`
	Icons []Icon  `json:"icons,omitempty"`
	// Bar shows how far a learner is with what the box holds; nil for most boxes.
	Bar *Bar `json:"bar,omitempty"`
	// Flat leaves out the shadow, of boxes that are too small for one.
	Flat bool `json:"flat,omitempty"`
	// Tooltip is shown on hover; Link is where a click leads, already
	// resolved and of an allowed scheme. Both may be empty.
	Tooltip string `json:"tooltip,omitempty"`
	Link    string `json:"link,omitempty"`
	// Target is the ID of what a chip tells of that is not in this diagram: in formats
	// with pages a click leads there, if it is on one of them.
	Target string `json:"target,omitempty"`
	// Chips are small boxes inside of this one, of [ChipRole] and without IDs: what
	// comes before it. Each has a tooltip and perhaps a link of its own.
	Chips []Box `json:"chips,omitempty"`
}

// Line is one line of a box's text. X and Y are the middle of its baseline.
type Line struct {
	Text  string     `json:"text"`
	X     float64    `json:"x"`
	Y     float64    `json:"y"`
	Width float64    `json:"width"`
	Size  float64    `json:"size"` // px per em
	Runs  []text.Run `json:"-"`
}

// Icon is a picture by its name in the icon pack; X and Y are its top left corner.
type Icon struct {
	Name string  `json:"name"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	W    float64 `json:"w"`
	H    float64 `json:"h"`
}

// Bar is a thin bar at the foot of a box with figures beside it, "3/8". Its track
// stands for all topics that are to be learned; what is done fills it from the side
// where reading begins, and what is being learned follows. What is skipped is neither
// in the bar nor in the figures.
type Bar struct {
	graph.Progress
	Track   Area `json:"track"`
	DoneX   Span `json:"doneX"`  // the stretch of the track that is done; 0 wide for none
	DoingX  Span `json:"doingX"` // the one that is done or begun
	Figures Line `json:"figures"`
}

// Area is a rectangle; X and Y are its top left corner.
type Area struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// Span is a stretch across: its left end and its width.
type Span struct {
	X float64 `json:"x"`
	W float64 `json:"w"`
}

// Edge is a routed line from one box's edge to another's.
type Edge struct {
	From   string  `json:"from"` // box IDs
	To     string  `json:"to"`
	Kind   string  `json:"kind"` // a graph.EdgeKind, or [JoinsEdge]
	States []State `json:"states,omitempty"`
	Path   Path    `json:"path"`
	// Tooltip says why the edge is there, where the course tells.
	Tooltip string `json:"tooltip,omitempty"`
	// Lines are its label, which stands beside the path.
	Lines []Line `json:"lines,omitempty"`
}
