package figure

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/legend"
)

// explain adds the legend to a page that was laid out, if one is wanted.
func (o Options) explain(page *layout.Diagram) {
	if o.Legend != "none" && o.Layout != Badge {
		legend.Add(page, o.Fonts)
	}
}
