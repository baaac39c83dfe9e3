// Package render draws diagrams. [Paint] walks a diagram once and tells a
// [Canvas] what to draw; each file format is a Canvas of a few verbs.
package render

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// Canvas is what a file format must be able to draw. Lengths are px, y grows
// downward. Paint calls the verbs in drawing order, bottom first, from one
// goroutine. A Canvas collects; it reports an error when it is written out.
type Canvas interface {
	// Begin opens the group of one node or edge; the verbs up to End belong to it.
	Begin(Group)
	End()
	Rect(Rect, themes.Style)
	Path(layout.Path, themes.Style)
	Text(layout.Line, themes.Style)
	Icon(icons.Icon, Rect)
}

// Group is what a format may know of the element it draws.
type Group struct {
	ID    string // the node's ID, or "from→to" for an edge; may be empty
	Class string // role and states, separated by spaces
	Title string // tooltip
	Link  string
}

// Rect is an axis-parallel rectangle; X and Y are its top left corner.
type Rect struct{ X, Y, W, H float64 }
