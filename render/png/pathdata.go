package png

import "github.com/roadmapviz/roadmapviz/render/internal/pathdata"

// tracePath draws an icon's path.
func tracePath(p *outline, data string, place func(x, y float64) (float64, float64)) {
	pathdata.Trace(data, func(verb byte, at []float64) {
		if verb == 'Z' {
			p.close()
			return
		}
		x, y := place(at[0], at[1])
		switch verb {
		case 'M':
			p.moveTo(x, y)
		case 'L':
			p.lineTo(x, y)
		case 'C':
			x2, y2 := place(at[2], at[3])
			x3, y3 := place(at[4], at[5])
			p.curveTo(x, y, x2, y2, x3, y3)
		}
	})
}
