package text

import (
	"sync"

	"github.com/roadmapviz/roadmapviz/themes/fonts"
)

// Fonts is a set of typefaces: the embedded ones, and behind them whatever the
// caller adds for characters that those lack. A nil *Fonts is the embedded ones
// alone. It is safe for concurrent use; share one between all Shapers, as it
// remembers what it found.
type Fonts struct {
	named  *system // the files that were named
	system *system
}

// The embedded faces. They are immutable, so all Fonts share them; nothing is
// parsed before the first character needs it.
var embedded = sync.OnceValue(func() (e struct{ regular, medium, symbols *Face }) {
	e.regular = newEmbedded("Roboto", Regular, fonts.Regular(), regularTable)
	e.medium = newEmbedded("Roboto", Medium, fonts.Medium(), mediumTable)
	e.symbols = newEmbedded("DejaVu Sans", Regular, fonts.Symbols(), symbolsTable)
	return e
})

// Face is the embedded face of a weight: Medium from 450 on, Regular below.
func (f *Fonts) Face(w Weight) *Face {
	if w >= 450 {
		return embedded().medium
	}
	return embedded().regular
}

// find returns the first face that can draw r: the face of the weight, the
// symbols, the files that were named, then the system's fonts. It returns nil when there is none.
func (f *Fonts) find(r rune, w Weight, language string) *Face {
	for _, face := range [...]*Face{f.Face(w), embedded().symbols} {
		if _, ok := face.Glyph(r); ok {
			return face
		}
	}
	if f == nil {
		return nil
	}
	for _, more := range [...]*system{f.named, f.system} {
		if more == nil {
			continue
		}
		if face := more.find(r, w, language); face != nil {
			return face
		}
	}
	return nil
}
