package figure

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/legend"
)

// explain adds the legend to a page that was laid out, if one is wanted, but for what
// one of the pages before explains.
func (o Options) explain(page *layout.Diagram, before ...*layout.Diagram) {
	if o.Legend != "none" && o.Layout != Badge {
		legend.Add(page, o.Fonts, before...)
	}
}

// keepShape widens a page that a legend has made higher, as far as it may be widened,
// so that it has the shape that is asked for.
func (o Options) keepShape(page *layout.Diagram) error {
	width := layout.Snap(page.Height * o.Aspect)
	if len(page.Legend) == 0 || width <= page.Width {
		return nil
	}
	if o.Width > 0 || o.MaxWidth > 0 && width > o.MaxWidth {
		by := "max-width"
		if o.Width > 0 {
			by = "width"
		}
		return wrong("aspect", "cannot be kept with this %s and a legend: the page would be %.0f by %.0f px (legend none leaves that out)", by, page.Width, page.Height)
	}
	page.Move(layout.Snap((width-page.Width)/2), 0)
	page.Width = width
	return nil
}
