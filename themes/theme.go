// Package themes says how a diagram looks: which colours, lines and shadows
// each role and state has. A theme knows roles, never positions, so that every
// theme fits every diagram.
package themes

// Color is a colour in sRGB with straight (not premultiplied) alpha. The zero
// value is fully transparent: nothing is drawn.
type Color struct{ R, G, B, A uint8 }

// Shadow is a blurred copy of a shape, moved by DX and DY px. Sigma is the
// standard deviation of the Gaussian blur in px (half of CSS's blur radius).
type Shadow struct {
	DX, DY, Sigma float64
	Color         Color
}

// Style is how one role looks.
type Style struct {
	Fill       Color
	Text       Color
	Stroke     Color     // a box's outline, or an edge's line
	Width      float64   // of the stroke, px
	Dash       []float64 // px on, px off, …; empty for a solid line
	Radius     float64   // of a box's corners, px
	Arrow      bool      // an edge's arrowhead at its target
	Shadow     Shadow    // of the box
	TextShadow Shadow
}

// Theme maps roles and states to styles. It is only read once it is made.
type Theme struct {
	Name string
	// Dark tells whether the theme is meant for dark pages; Twin names the
	// theme of the same design for the other kind of page.
	Dark bool
	Twin string
	// Page is the background.
	Page Color
	// styles holds the styles by role ("topic") and by role and state ("topic.done").
	styles map[string]Style
}

// Style is the look of a role ("section", "topic", "edge.next", …) in the
// given states. A later state's entries win over an earlier one's.
func (t *Theme) Style(role string, states ...string) Style {
	return t.styles[role]
}
