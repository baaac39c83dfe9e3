// Package icons is the embedded pack of small pictures in colour: emoji and
// the marks of common subjects. The pack costs nothing until an icon is asked for.
package icons

import (
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/themes"
)

//go:generate go run ./internal/pack $ICON_SETS

// Icon is a picture made of filled shapes in drawing order, in a box of W by H
// units with its origin at the top left and y growing downward. The longer side
// is 32.
type Icon struct {
	Name   string
	W, H   float64
	Shapes []Shape
}

// Shape is one filled path. Its subpaths are closed, whether they say so or not.
type Shape struct {
	// Data is the path in SVG syntax, in absolute commands M, L, C and Z only.
	Data    string
	Fill    themes.Color
	EvenOdd bool // the fill rule; nonzero when false
	// Ink marks a shape that is drawn like writing: in black on white, in
	// white on black. Fill is black then; see [Icon.Inked].
	Ink bool

	night themes.Color // Fill on dark pages, if the shape is ink
}

// ByNight is what Fill is on dark pages, in a figure for pages of both kinds.
func (s Shape) ByNight() themes.Color {
	if s.night.A > 0 {
		return themes.Color{R: s.night.R, G: s.night.G, B: s.night.B, A: s.Fill.A}
	}
	return s.Fill
}

// Inked is the icon with its ink shapes in the colour of the text on the same
// page, by day and by night. The alpha of a shape stays as it is.
func (i Icon) Inked(day, night themes.Color) Icon {
	i.Shapes = slices.Clone(i.Shapes)
	for j := range i.Shapes {
		if s := &i.Shapes[j]; s.Ink {
			day.A, night.A = s.Fill.A, s.Fill.A
			s.Fill, s.night = day, night
		}
	}
	return i
}

// Faded is the icon stepping back: 0 is as it was, 1 cannot be seen. Its name tells
// it from the icon as it was.
func (i Icon) Faded(fade float64) Icon {
	i.Shapes = slices.Clone(i.Shapes)
	i.Name = fmt.Sprintf("%s-%d", i.Name, int(100*fade+0.5))
	for j := range i.Shapes {
		s := &i.Shapes[j]
		s.Fill.A = uint8(float64(float64(s.Fill.A)*(1-fade)) + 0.5) // rounded before the sum, never fused with it
	}
	return i
}

// Grey is the icon in shades of grey, each as light as the colour was.
func (i Icon) Grey() Icon {
	i.Shapes = slices.Clone(i.Shapes)
	for j := range i.Shapes {
		c := &i.Shapes[j].Fill
		luma := uint8((299*int(c.R) + 587*int(c.G) + 114*int(c.B) + 500) / 1000) // of ITU-R BT.601
		c.R, c.G, c.B = luma, luma, luma
	}
	return i
}

// Lookup finds an icon by its name ("snake"), by another name ("golang" for
// "go"), or by an emoji ("🐍", with or without variation selectors; one with a
// skin tone gives the picture without). Each call takes the icon out of the
// pack anew, in some 10 µs: keep what is needed twice.
func Lookup(name string) (Icon, bool) {
	number, name, ok := find(name)
	if !ok {
		return Icon{}, false
	}
	icon := unpack(number)
	icon.Name = name
	return icon, true
}

// Name is the name of the icon that [Lookup] would find. It is cheap.
func Name(name string) (proper string, ok bool) {
	_, proper, ok = find(name)
	return proper, ok
}

// Names are the names of all icons, sorted, without other names and emoji.
func Names() []string {
	var names []string
	for at := 0; at < len(index); {
		var l line
		l, at = lineAt(at)
		if l.number >= 0 {
			names = append(names, l.key)
		}
	}
	return names
}
