package render

import (
	"context"
	"math"

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
	p := NewPieces(d, t, c)
	return p.paint(ctx, 0, elements(d))
}

// elements is how many edges, boxes and keys of the legend a diagram has, which are
// counted, and painted, in this order.
func elements(d *layout.Diagram) int { return len(d.Edges) + len(d.Boxes) + len(d.Legend) }

// Pieces paints a diagram on a canvas piece by piece. All pieces, one after the other, are
// what [Paint] draws; each can be drawn by itself, and as often as one likes. It is for one
// goroutine.
type Pieces struct {
	painter painter
	diagram *layout.Diagram
	theme   *themes.Theme
	canvas  Canvas
}

// piece is how many elements are in each piece but the last.
const piece = 256

// NewPieces has drawn nothing yet.
func NewPieces(d *layout.Diagram, t *themes.Theme, c Canvas) *Pieces {
	return &Pieces{newPainter(d, t, c), d, t, c}
}

// Len is how many pieces there are.
func (p *Pieces) Len() int { return max(1, (elements(p.diagram)+piece-1)/piece) }

// Paint draws the n-th piece, from 0. The error is that of the context.
func (p *Pieces) Paint(ctx context.Context, n int) error {
	return p.paint(ctx, n*piece, min((n+1)*piece, elements(p.diagram)))
}

// paint draws some elements, and before the first of all the page.
func (p *Pieces) paint(ctx context.Context, from, end int) error {
	if from == 0 {
		page(p.diagram, p.theme, p.canvas)
	}
	for i := from; i < end; i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.painter.element(p.diagram, i)
	}
	return nil
}

// page draws the background of a diagram's page.
func page(d *layout.Diagram, t *themes.Theme, c Canvas) {
	if page := t.Background(); page.IsFilled() {
		c.Rect(Rect{W: d.Width, H: d.Height}, page)
	}
}

// newPainter is a painter of a diagram that has not drawn anything.
func newPainter(d *layout.Diagram, t *themes.Theme, c Canvas) painter {
	part := parts(c)
	return painter{
		Canvas: viewed(c, d.View), part: part, zooms: d.View != (layout.View{}), mirrored: layout.RightToLeft(d.Language), ink: t.Style(string(layout.TitleRole)), paper: plates(t),
		looks: looks{theme: t, known: map[string]look{}, atRest: part != nil}, icons: map[iconKey]icons.Icon{},
	}
}

// painter draws one diagram.
type painter struct {
	Canvas
	part     func(Part)   // tells the canvas what comes; nil if that does not care
	zooms    bool         // the canvas moves text to where it stands on the page
	mirrored bool         // marks are on the left corner, and point to the left
	ink      themes.Style // of icons that are drawn like writing
	paper    themes.Style // of the plates behind icons in boxes
	looks    looks
	parts    []layout.Path          // of an edge
	icons    map[iconKey]icons.Icon // those of the pack that were unpacked so far
	dashes   []float64              // patterns that were made for edges, and room for more
}

// element paints the i-th of a diagram's elements.
func (p *painter) element(d *layout.Diagram, i int) {
	if i < len(d.Edges) {
		p.edge(&d.Edges[i])
		return
	}
	if i -= len(d.Edges); i < len(d.Boxes) {
		p.box(&d.Boxes[i])
		return
	}
	p.key(&d.Legend[i-len(d.Boxes)])
}

func (p *painter) edge(e *layout.Edge) {
	l := p.looks.of("edge", e.Kind, e.States)
	style := l.style
	if !style.IsLined() || len(e.Path.Segments) == 0 {
		return
	}
	p.Begin(Group{From: e.From, To: e.To, Class: l.class, Title: e.Tooltip})
	p.parts = e.Path.AppendVisible(p.parts[:0])
	style.Dash = p.fitDash(style.Dash, e, p.parts)
	for i, part := range p.parts {
		p.draws(LinePart)
		if !style.Arrow || i < len(p.parts)-1 || part.End() != e.Path.End() {
			p.Path(part, style)
			continue
		}
		shaft, head := arrow(part, style.Width)
		p.Path(shaft, style)
		if len(head.Segments) > 0 {
			p.draws(HeadPart)
			p.Path(head, style.Each(func(s themes.Style) themes.Style { return themes.Style{Fill: s.Stroke} }))
		}
	}
	for _, line := range e.Lines {
		p.line(line, p.ink.Each(func(s themes.Style) themes.Style { return themes.Style{Text: s.Text} }))
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
		l.style = l.style.Each(func(s themes.Style) themes.Style {
			s.Shadow = themes.Shadow{}
			return s
		})
	}
	p.Begin(Group{ID: b.ID, Class: l.class, Title: b.Tooltip, Link: b.Link, Target: b.Target})
	if b.W > 0 && b.H > 0 && (l.style.IsFilled() || l.style.IsLined()) {
		p.draws(BoxPart)
		p.Rect(Rect{b.X, b.Y, b.W, b.H}, l.style)
	}
	for _, i := range b.Icons {
		p.plate(b, i, l.style)
		p.draws(IconPart)
		p.icon(i, l.style.Fade)
	}
	for _, line := range b.Lines {
		p.line(line, l.style)
	}
	p.bar(b.Bar, l.style)
	if l.style.Mark != "" {
		size := MarkSize
		if b.Flat {
			size = b.H
		}
		corner := b.X + b.W
		if p.mirrored {
			corner = b.X
		}
		p.draws(MarkPart)
		p.icon(layout.Icon{Name: l.style.Mark, X: corner - size/2, Y: b.Y - size/2, W: size, H: size}, 0)
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

// MarkSize is the height of the icon on a box's corner, px.
const MarkSize = 28.

// bar draws how far a learner is, in the colour of the box's writing.
func (p *painter) bar(b *layout.Bar, s themes.Style) {
	if b == nil {
		return
	}
	stretch := func(part Part, x, w, ink float64) {
		if w <= 0 {
			return
		}
		radius := min(b.Track.H, w) / 2
		if p.changes() {
			radius = b.Track.H / 2
		}
		p.draws(part)
		p.Rect(Rect{x, b.Track.Y, w, b.Track.H}, s.Each(func(s themes.Style) themes.Style {
			s.Text.A = uint8(float64(s.Text.A) * ink)
			return themes.Style{Fill: s.Text, Radius: radius}
		}))
	}
	stretch(TrackPart, b.Track.X, b.Track.W, TrackInk)
	if b.DoingX.W > b.DoneX.W || p.changes() {
		stretch(DoingPart, b.DoingX.X, b.DoingX.W, DoingInk)
	}
	stretch(DonePart, b.DoneX.X, b.DoneX.W, 1)
	p.draws(FiguresPart)
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
		if icon = inked(i.Name, p.ink, p.looks.theme.GreyIcons, p.mirrored); fade > 0 {
			icon = icon.Faded(fade)
		}
		p.icons[key] = icon
	}
	if icon.W > 0 && icon.H > 0 {
		p.Icon(icon, fit(icon, i))
	}
}

// inked is the icon of a name as it is drawn in a theme whose writing on the page has
// a style, and whose icons may be grey, for those who read from the left or from the right.
// One that the pack lacks has no size.
func inked(name string, ink themes.Style, grey, fromRight bool) icons.Icon {
	icon, _ := icons.Lookup(name)
	if fromRight && icons.PointsOn(name) {
		icon = icon.Mirrored()
	}
	if grey {
		icon = icon.Grey()
	}
	return icon.Inked(ink.Text, ink.ByNight().Text)
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
	theme  *themes.Theme
	known  map[string]look
	atRest bool // of boxes
	key    []byte
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
	if group != "" { // a line fills nothing
		made.style = made.style.Each(func(s themes.Style) themes.Style {
			s.Fill = themes.Color{}
			return s
		})
	}
	if l.atRest && group == "" {
		mark := made.style.Mark
		made.style = Rest(l.theme, role)
		made.style.Mark = mark
	}
	l.known[made.class] = made
	return made
}
