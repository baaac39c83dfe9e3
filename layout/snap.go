package layout

import "math"

// Snap is the nearest place on the grid of 1/64 px on which all coordinates of
// diagrams stand, and what renderers add to them: so what remains is the same on
// every processor.
func Snap(v float64) float64 { return math.Round(v*64) / 64 }
