// Package fonts holds the embedded typefaces as data. Roboto (Apache-2.0) sets
// Latin, Greek and Cyrillic; Symbols, cut from DejaVu Sans (Bitstream Vera
// licence), has the arrows, ticks and mathematical signs that Roboto lacks.
// The licences stand beside the files. The files are unhinted TrueType with
// 2048 units to the em.
package fonts

import _ "embed"

//go:generate ./subset.sh

var (
	//go:embed Roboto-Regular.ttf
	regular []byte
	//go:embed Roboto-Medium.ttf
	medium []byte
	//go:embed Symbols.ttf
	symbols []byte
)

// Regular is the file of Roboto Regular (400). It must not be changed.
func Regular() []byte { return regular }

// Medium is the file of Roboto Medium (500). It must not be changed.
func Medium() []byte { return medium }

// Symbols is the file of the symbol font. It must not be changed.
func Symbols() []byte { return symbols }
