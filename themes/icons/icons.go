// Package icons is the embedded pack of small pictures in colour: emoji and
// the marks of common subjects. The pack costs nothing until an icon is asked for.
package icons

import "github.com/roadmapviz/roadmapviz/themes"

// Icon is a picture made of filled shapes in drawing order, in a box of W by H
// units with its origin at the top left and y growing downward.
type Icon struct {
	Name   string
	W, H   float64
	Shapes []Shape
}

// Shape is one filled path.
type Shape struct {
	// Data is the path in SVG syntax, in absolute commands M, L, C and Z only.
	Data    string
	Fill    themes.Color
	EvenOdd bool // the fill rule; nonzero when false
}

// Lookup finds an icon by its name ("snake") or by an emoji ("🐍", with or
// without variation selectors and skin tones).
func Lookup(name string) (Icon, bool) { return Icon{}, false }

// Names are the names of all icons, sorted.
func Names() []string { return nil }

// Guess proposes the name of an icon for a heading by its words, or "" when no
// word says enough.
func Guess(title string) string { return "" }
