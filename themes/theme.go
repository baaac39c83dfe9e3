// Package themes says how a diagram looks: which colours, lines and shadows
// each role and state has. A theme knows roles, never positions, so that every
// theme fits every diagram.
//
// # Theme files
//
// A theme is a small YAML file:
//
//	extends: course             # start from a built-in theme; optional
//	dark: false                 # meant for dark pages; by the page when left out
//	twin: brand-dark.yaml       # the same design for the other kind of page;
//	                            # derived when left out
//	icons: colour               # or grey
//	page: "#ffffff"
//	section: {fill: "#3b70fe"}
//	topic.done: {mark: mark-done}
//
// The roles are title, part, section, topic, subtopic, more, legend, chip and group (boxes),
// edge.next, edge.contains, edge.requires, edge.leads and edge.joins. "box" stands for all boxes but
// title, legend, chip and group, "edge" for all edges. A state follows a role after a dot. A
// dot and a level of nesting mean the same: section.shadow.dx, or
// section: {shadow: {dx: …}}. "none" takes a colour or a mark away.
//
// The look of a role in its states is put together from up to four kinds of
// entries, a later one winning over an earlier one, key by key:
//
//	box            section            then for each state:
//	box.done       section.done
//
// The keys of a style are fill, text, stroke (colours), width, radius (px),
// dash (list of px, on and off), arrow (true or false), fade (of icons, 0 to 1),
// mark (an icon's name),
// shadow and textShadow (each with dx, dy, sigma in px and color). [Words] says of
// each word what it means.
//
// # Light and dark
//
// Themes come in pairs. [Theme.Counterpart] is a theme's twin, and
// [Theme.Derive] makes one for a theme that has none. [Theme.Check] finds what
// cannot be read; [Theme.Starter] is a file to begin a theme with.
package themes

// Shadow is a blurred copy of a shape, moved by DX and DY px. Sigma is the
// standard deviation of the Gaussian blur in px (half of CSS's blur radius).
type Shadow struct {
	DX, DY, Sigma float64
	Color         Color
}

// Style is how one role looks. Its slices are shared: only read them.
type Style struct {
	Fill       Color
	Text       Color
	Stroke     Color     // a box's outline, or an edge's line
	Width      float64   // of the stroke, px
	Dash       []float64 // px on, px off, …; empty for a solid line
	Radius     float64   // of a box's corners, px
	Arrow      bool      // an edge's arrowhead at its target
	Fade       float64   // of a box's icons toward the page, 0 to 1
	Mark       string    // the icon on a box's upper corner that tells its state; "" for none
	Shadow     Shadow    // of the box
	TextShadow Shadow

	night *Style // nil for a theme of one kind of page
}

// ByNight is the style whose colours hold on dark pages, in a figure for pages of
// both kinds ([Theme.WithNight]); otherwise it is the style itself. Of all but the
// colours only the style's own counts.
func (s Style) ByNight() Style {
	if s.night != nil {
		return *s.night
	}
	return s
}

// IsFilled tells whether there is a fill to be seen, by day or by night.
func (s Style) IsFilled() bool { return s.Fill.A > 0 || s.night != nil && s.night.Fill.A > 0 }

// IsLined tells whether there is an outline or line to be seen, by day or by night.
func (s Style) IsLined() bool {
	return s.Width > 0 && (s.Stroke.A > 0 || s.night != nil && s.night.Stroke.A > 0)
}

// HasShadow tells whether its fill may cast a shadow, by day or by night.
func (s Style) HasShadow() bool { return s.Shadow.Color.A > 0 || s.ByNight().Shadow.Color.A > 0 }

// HasTextShadow tells whether its writing may cast a shadow, by day or by night.
func (s Style) HasTextShadow() bool {
	return s.TextShadow.Color.A > 0 || s.ByNight().TextShadow.Color.A > 0
}

// Each is the style with a change of its colours, by day and by night.
func (s Style) Each(change func(Style) Style) Style {
	night := s.night
	s.night = nil
	s = change(s)
	if night != nil {
		changed := change(*night)
		s.night = &changed
	}
	return s
}

// Theme maps roles and states to styles. It is only read once it is made, by
// any number of goroutines.
type Theme struct {
	Name string
	// Dark tells whether the theme is meant for dark pages. Twin names the theme
	// of the same design for the other kind of page: a built-in theme, or a file
	// as seen from the theme's own. [Theme.Counterpart] is that theme.
	Dark bool
	Twin string
	// Derived tells that the theme was made by [Theme.Derive].
	Derived bool
	// GreyIcons tells that icons and marks are drawn in shades of grey, also on the
	// other kind of page.
	GreyIcons bool
	// Page is the background; the zero Color is none.
	Page Color

	night    *Theme
	paper    Color  // the Page that WithoutPage took away
	parent   string // the theme that it extends; "" for none
	parentAt place
	pageAt   place                  // zero when the page is inherited
	styles   map[string]Style       // by role, for no state
	base     map[string][]setting   // of roles and families at rest: what the styles are made of
	states   map[selector][]setting // what a role, or its family, changes in a state
}

// selector names what a group of settings is for.
type selector struct {
	role  string // a role or a family
	state string // "" for the role at rest
}

// Style is the look of a role ("section", "topic", "edge.next", …) in the
// given states. A later state's entries win over an earlier one's. A state
// that the theme does not mention changes nothing; an unknown role has the zero
// Style. It allocates nothing.
func (t *Theme) Style(role string, states ...string) Style {
	s := t.styles[role]
	for _, state := range states {
		s.apply(t.states[selector{familyOf(role), state}])
		s.apply(t.states[selector{role, state}])
	}
	if t.night != nil {
		s.addNight(t.night.Style(role, states...))
	}
	return s
}

// Mentions tells whether the theme, or its night, says anything of a role in a state.
// If not, the state changes nothing.
func (t *Theme) Mentions(role, state string) bool {
	return len(t.states[selector{role, state}]) > 0 || len(t.states[selector{familyOf(role), state}]) > 0 ||
		t.night != nil && t.night.Mentions(role, state)
}

// addNight adds the colours of another style. A line that only one of the two has
// is there by day or by night only.
func (s *Style) addNight(night Style) {
	switch {
	case !night.IsLined():
		night.Stroke = Color{}
	case !s.IsLined():
		s.Stroke, s.Width, s.Dash = Color{}, night.Width, night.Dash
	}
	if s.Shadow.Color.A == 0 {
		s.Shadow = night.Shadow
		s.Shadow.Color = Color{}
	}
	if s.TextShadow.Color.A == 0 {
		s.TextShadow = night.TextShadow
		s.TextShadow.Color = Color{}
	}
	s.night = &night
}

// WithNight is the theme for pages of both kinds: in formats that can, its figures
// have the colours of a theme for dark pages on these. Lengths, dashes, arrows and
// marks are the light one's.
func (t *Theme) WithNight(dark *Theme) *Theme {
	both := *t
	both.night = dark
	return &both
}

// Night is the theme whose colours hold on dark pages, or nil for a theme of one
// kind of page.
func (t *Theme) Night() *Theme { return t.night }

// WithoutPage is the theme with a transparent page: what a figure lies on is seen
// through it.
func (t *Theme) WithoutPage() *Theme {
	bare := *t
	bare.paper, bare.Page = t.Page, Color{}
	if t.night != nil {
		bare.night = t.night.WithoutPage()
	}
	return &bare
}

// Background is the style of the page.
func (t *Theme) Background() Style { return t.filled(func(t *Theme) Color { return t.Page }) }

// Paper is the style of what is to look as the page does, or would if it were not
// transparent.
func (t *Theme) Paper() Style {
	return t.filled(func(t *Theme) Color {
		switch {
		case t.Page.A > 0:
			return t.Page
		case t.paper.A > 0:
			return t.paper
		case t.Dark:
			return Color{A: 255}
		}
		return Color{R: 255, G: 255, B: 255, A: 255}
	})
}

// filled is a style with a fill, by day and by night.
func (t *Theme) filled(fill func(*Theme) Color) Style {
	s := Style{Fill: fill(t)}
	if t.night != nil {
		s.night = &Style{Fill: fill(t.night)}
	}
	return s
}
