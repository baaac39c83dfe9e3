// Package render draws diagrams. [Paint] walks a diagram once and tells a
// [Canvas] what to draw; each file format is a Canvas of a few verbs.
//
// To add a format, write a Canvas that collects what it is told, and an Encode
// function that calls [Check], then Paint with that Canvas, and writes the
// result out. Paint has by then settled everything that is not about the format:
// which style holds, where an arrowhead ends, how an icon fits its place.
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
	// Begin opens the group of one box or edge; the verbs up to End belong to
	// it. Groups do not nest. The page's background is drawn outside of any.
	Begin(Group)
	End()
	// Rect draws a box: the shadow, the fill over it, and the outline, whose
	// middle runs along the rectangle's edge. Only a visible fill has a shadow,
	// and a translucent fill has it in proportion. Dashes start at the left end
	// of the top edge, behind the rounded corner, run clockwise, and have round
	// joins; a solid outline keeps the corners sharp where the radius is 0.
	Rect(Rect, themes.Style)
	// Path fills the area within the path, closed by a straight line, and
	// strokes the path itself, with butt ends, round joins and dashes that
	// begin at its start. Either colour may be absent.
	Path(layout.Path, themes.Style)
	// Text draws the glyphs of a line in the style's text colour, over their shadow.
	Text(layout.Line, themes.Style)
	// Icon draws a picture into a rectangle of the picture's proportions.
	Icon(icons.Icon, Rect)
}

// Group is what a format may know of the element it draws: of a box its ID, of
// an edge the IDs of the boxes it joins.
type Group struct {
	ID       string
	From, To string
	// Class is the role and the states, separated by spaces: "topic done", "edge next".
	Class string
	Title string // tooltip
	Link  string // where a click leads; a canvas asks [graph.SafeLink]
	// Target is the ID of a box of another page where a click leads instead, in formats
	// that have pages.
	Target string
}

// Rect is an axis-parallel rectangle; X and Y are its top left corner.
type Rect struct{ X, Y, W, H float64 }
