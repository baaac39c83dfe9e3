package render

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// Parted is a canvas for figures whose boxes change their looks after they are drawn,
// by a style sheet. Paint tells it of all that any state of a box may show, in the
// look of [Rest]: colours are the style sheet's.
type Parted interface {
	Canvas
	// Part says which part of a box or an edge the next verbs draw, up to the next
	// Part or End.
	Part(Part)
}

// Part is a part of a box or an edge, by the name that a style sheet has for it.
type Part string

// The parts of boxes, and the last two of edges. The lines of a box's text have none
// but those of a bar.
const (
	BoxPart     Part = "box"
	PlatePart   Part = "plate"   // behind an icon
	IconPart    Part = "icon"    // never faded
	MarkPart    Part = "mark"    // the icon on a corner that tells the state
	TrackPart   Part = "track"   // the whole of a bar
	DoingPart   Part = "doing"   // the stretch of a bar that is done or begun; may be 0 wide
	DonePart    Part = "done"    // the one that is done; may be 0 wide
	FiguresPart Part = "figures" // of a bar
	LinePart    Part = "line"
	HeadPart    Part = "head" // of an arrow
)

// TrackInk and DoingInk are the shares of the writing's colour that a bar is painted
// in, so that it can be seen on whatever the writing can be read on. What is done has
// all of it.
const (
	TrackInk = 0.28
	DoingInk = 0.6
)

// Rest is a box of a role in no state, with a fill, an outline and shadows if any
// state has them: what there must be for a style sheet to show it. Colours of
// the states stand in for those that it lacks.
func Rest(t *themes.Theme, role string) themes.Style {
	s := t.Style(role)
	for _, state := range themes.States() {
		of := t.Style(role, state)
		if !s.IsFilled() {
			s.Fill = of.Fill
		}
		if !s.IsLined() {
			s.Stroke, s.Width = of.Stroke, of.Width
		}
		if !s.HasShadow() && of.HasShadow() {
			s.Shadow = of.Shadow
		}
		if !s.HasTextShadow() {
			s.TextShadow = of.TextShadow
		}
	}
	s.Fade = 0
	return s
}

// parts returns what tells a canvas of parts, and nil for one that wants to know of
// none.
func parts(c Canvas) func(Part) {
	if p, ok := c.(Parted); ok {
		return p.Part
	}
	return nil
}

// draws says which part comes next.
func (p *painter) draws(part Part) {
	if p.part != nil {
		p.part(part)
	}
}

// changes tells whether boxes change after they are drawn.
func (p *painter) changes() bool { return p.part != nil }

// Mark is the icon that tells that boxes of a role are in a state; "" is none.
type Mark struct {
	Role, State string
	Icon        icons.Icon // as Paint draws it
}

// Marks are the marks by which a theme tells how far a learner is, by role and then
// by state, each in the order of the theme's words, in figures of a language.
func Marks(t *themes.Theme, language string) []Mark {
	var marks []Mark
	known := map[string]icons.Icon{}
	ink := t.Style(string(layout.TitleRole))
	for _, role := range themes.Roles() {
		for _, state := range []layout.State{"", layout.TodoState, layout.DoingState, layout.DoneState, layout.SkippedState} {
			name := t.Style(role, string(state)).Mark // a state that the theme does not know changes nothing
			if name == "" {
				continue
			}
			icon, ok := known[name]
			if !ok {
				icon = inked(name, ink, t.GreyIcons, layout.RightToLeft(language))
				known[name] = icon
			}
			if icon.W > 0 && icon.H > 0 {
				marks = append(marks, Mark{role, string(state), icon})
			}
		}
	}
	return marks
}
