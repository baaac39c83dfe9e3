package render

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// The measures of the plate behind an icon, px.
const (
	plateRoom   = 4. // around the icon
	plateRadius = 6.
)

// plates is the style of what lies behind icons in filled boxes: icons are drawn to
// be seen on the page, and some would be lost on a box of their own colour.
func plates(t *themes.Theme) themes.Style {
	s := t.Paper()
	s.Radius = plateRadius
	return s
}

// plate draws the plate of an icon that lies in a box of a heading. One as small as a
// letter has none.
func (p *painter) plate(b *layout.Box, i layout.Icon, s themes.Style) {
	heads := b.Role == layout.SectionRole || b.Role == layout.PartRole
	if heads && s.IsFilled() && i.X >= b.X && i.X+i.W <= b.X+b.W {
		p.draws(PlatePart)
		p.Rect(Rect{i.X - plateRoom, i.Y - plateRoom, i.W + 2*plateRoom, i.H + 2*plateRoom}, p.paper)
	}
}
