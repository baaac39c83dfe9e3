// Package plane is the geometry of straight pieces of lines.
package plane

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// Cross tells where the piece from a to b crosses the one from c to d, from 0 in a to
// 1 in b, and the sine of the angle between them. Pieces that lie side by side do
// not cross. All processors agree on it: no product is fused with a sum.
func Cross(a, b, c, d layout.Point) (at, sine float64, ok bool) {
	dx, dy := b.X-a.X, b.Y-a.Y
	ex, ey := d.X-c.X, d.Y-c.Y
	det := float64(dx*ey) - float64(dy*ex)
	if math.Abs(det) < 1e-9 {
		return 0, 0, false
	}
	x, y := c.X-a.X, c.Y-a.Y
	t, u := (float64(x*ey)-float64(y*ex))/det, (float64(x*dy)-float64(y*dx))/det
	if t < 0 || t > 1 || u < 0 || u > 1 {
		return 0, 0, false
	}
	return t, math.Abs(det) / (math.Hypot(dx, dy) * math.Hypot(ex, ey)), true
}
