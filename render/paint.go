package render

import (
	"context"
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// Paint draws a diagram in a theme: the page, then the edges, then the boxes,
// each group of the diagram in its own order. An icon that the pack lacks is
// left out. Diagram and theme are only read, so that many goroutines may paint
// the same ones, each on its own Canvas. The error is that of the context, which
// is looked at before every edge and box.
func Paint(ctx context.Context, d *layout.Diagram, t *themes.Theme, c Canvas) error {
	if t.Page.A > 0 {
		c.Rect(Rect{W: d.Width, H: d.Height}, themes.Style{Fill: t.Page})
	}
	if d.View != (layout.View{}) {
		c = zoomed{c, d.View}
	}
	p := painter{
		Canvas: c, zooms: d.View != (layout.View{}), ink: t.Style(string(layout.TitleRole)).Text,
		looks: looks{theme: t, known: map[string]look{}}, icons: map[iconKey]icons.Icon{},
	}
	for i := range d.Edges {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.edge(&d.Edges[i])
	}
	for i := range d.Boxes {
		if err := ctx.Err(); err != nil {
			return err
		}
		b := &d.Boxes[i]
		if b.Role == layout.TitleRole && t.Page.A > 0 && crossed(b, d.Edges) {
			c.Rect(Rect{b.X, b.Y, b.W, b.H}, themes.Style{Fill: t.Page})
		}
		p.box(b)
	}
	for i := range d.Legend {
		p.key(&d.Legend[i])
	}
	return nil
}

// crossed tells whether the line of a prerequisite runs behind a box. Titles,
// which have no fill, then hide it, so that their text can be read.
func crossed(b *layout.Box, edges []layout.Edge) bool {
	for _, e := range edges {
		if e.Kind != string(graph.Requires) {
			continue
		}
		at := e.Path.Start
		for _, s := range e.Path.Segments {
			if min(at.X, s.P.X) < b.X+b.W && max(at.X, s.P.X) > b.X && min(at.Y, s.P.Y) < b.Y+b.H && max(at.Y, s.P.Y) > b.Y {
				return true
			}
			at = s.P
		}
	}
	return false
}

// painter draws one diagram.
type painter struct {
	Canvas
	zooms bool         // the canvas moves text to where it stands on the page
	ink   themes.Color // of icons that are drawn like writing
	looks looks
	icons map[iconKey]icons.Icon // those of the pack that were unpacked so far
}

func (p *painter) edge(e *layout.Edge) {
	l := p.looks.of("edge", e.Kind, e.States)
	style := l.style
	if style.Stroke.A == 0 || style.Width <= 0 || len(e.Path.Segments) == 0 {
		return
	}
	style.Fill = themes.Color{}
	style.Dash = fitDash(style.Dash, e.Path)
	p.Begin(Group{From: e.From, To: e.To, Class: l.class, Title: e.Tooltip})
	pieces := e.Path.Visible()
	for i, piece := range pieces {
		if !style.Arrow || i < len(pieces)-1 {
			p.Path(piece, style)
			continue
		}
		shaft, head := arrow(piece, style.Width)
		p.Path(shaft, style)
		if len(head.Segments) > 0 {
			p.Path(head, themes.Style{Fill: style.Stroke})
		}
	}
	p.End()
}

// key draws an entry of the legend.
func (p *painter) key(k *layout.Key) {
	if k.Box.W > 0 {
		p.box(&k.Box)
	} else {
		p.edge(&k.Line)
	}
	p.box(&layout.Box{Role: layout.LegendRole, Lines: []layout.Line{k.Text}})
}

func (p *painter) box(b *layout.Box) {
	l := p.looks.of("", string(b.Role), b.States)
	if b.Flat {
		l.style.Shadow = themes.Shadow{}
	}
	p.Begin(Group{ID: b.ID, Class: l.class, Title: b.Tooltip, Link: b.Link})
	outlined := l.style.Stroke.A > 0 && l.style.Width > 0
	if b.W > 0 && b.H > 0 && (l.style.Fill.A > 0 || outlined) {
		p.Rect(Rect{b.X, b.Y, b.W, b.H}, l.style)
	}
	for _, i := range b.Icons {
		p.icon(i, l.style.Fade)
	}
	for _, line := range b.Lines {
		p.line(line, l.style)
	}
	p.bar(b.Bar, l.style)
	if l.style.Mark != "" {
		size := markSize
		if b.Flat {
			size = b.H
		}
		p.icon(layout.Icon{Name: l.style.Mark, X: b.X + b.W - size/2, Y: b.Y - size/2, W: size, H: size}, 0)
	}
	p.End()
	for i := range b.Chips {
		p.box(&b.Chips[i])
	}
}

// line draws a line of text. Browsers set text on whole pixels; so does everybody,
// then.
func (p *painter) line(l layout.Line, s themes.Style) {
	if !p.zooms {
		l.Y = math.Round(l.Y)
	}
	p.Text(l, s)
}

// markSize is the height of the icon on a box's corner, px.
const markSize = 28.

// The shares of the writing's colour that a bar is painted in, so that it can be
// seen on whatever the writing can be read on.
const (
	trackInk = 0.28
	doingInk = 0.6
)

// bar draws how far a learner is, in the colour of the box's writing.
func (p *painter) bar(b layout.Bar, s themes.Style) {
	if b.Track.W <= 0 {
		return
	}
	stretch := func(x, w, ink float64) {
		if w <= 0 {
			return
		}
		c := s.Text
		c.A = uint8(float64(c.A) * ink)
		p.Rect(Rect{x, b.Track.Y, w, b.Track.H}, themes.Style{Fill: c, Radius: min(b.Track.H, w) / 2})
	}
	stretch(b.Track.X, b.Track.W, trackInk)
	if b.DoingX.W > b.DoneX.W {
		stretch(b.DoingX.X, b.DoingX.W, doingInk)
	}
	stretch(b.DoneX.X, b.DoneX.W, 1)
	p.line(b.Figures, s)
}

// iconKey is an icon as it is drawn.
type iconKey struct {
	name string
	fade float64
}

// icon draws an icon, faded as much as the style says.
func (p *painter) icon(i layout.Icon, fade float64) {
	key := iconKey{i.Name, fade}
	icon, ok := p.icons[key]
	if !ok {
		icon, _ = icons.Lookup(i.Name)
		if icon = icon.Inked(p.ink); fade > 0 {
			icon = icon.Faded(fade)
		}
		p.icons[key] = icon
	}
	if icon.W > 0 && icon.H > 0 {
		p.Icon(icon, fit(icon, i))
	}
}

// fit centres the icon in the place that the layout left for it.
func fit(icon icons.Icon, place layout.Icon) Rect {
	s := min(place.W/icon.W, place.H/icon.H)
	w, h := float64(icon.W*s), float64(icon.H*s) // rounded, not fused with what follows
	return Rect{place.X + (place.W-w)/2, place.Y + (place.H-h)/2, w, h}
}

// look is how all boxes or edges of one role and the same states are drawn.
type look struct {
	class string
	style themes.Style
}

// looks remembers the looks it has made: a diagram has very few.
type looks struct {
	theme *themes.Theme
	known map[string]look
	key   []byte
}

// of is the look of a role. The theme knows it as "group.role" and a Group's
// class as "group role"; boxes belong to no group.
func (l *looks) of(group, role string, states []layout.State) look {
	l.key = append(l.key[:0], group...)
	if group != "" {
		l.key = append(l.key, ' ')
	}
	l.key = append(l.key, role...)
	for _, s := range states {
		l.key = append(append(l.key, ' '), s...)
	}
	if known, ok := l.known[string(l.key)]; ok {
		return known
	}
	if group != "" {
		role = group + "." + role
	}
	names := make([]string, len(states))
	for i, s := range states {
		names[i] = string(s)
	}
	made := look{string(l.key), l.theme.Style(role, names...)}
	l.known[made.class] = made
	return made
}
