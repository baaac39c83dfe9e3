package html

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// mark is the icon that a box of some role and state has on its upper corner, away from
// where reading begins: the figure holds it under the ID, to be used at X and Y from the
// corner, Scale times as large. What is drawn with the figure has the class "mark".
type mark struct {
	ID    string  `json:"id"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	Scale float64 `json:"scale"`
}

// marks are the marks of those of a theme's roles that a figure has, by role and then by
// state, "" for that of no state. A role or state that has none is not there.
func marks(t *themes.Theme, language string, v layout.View, o svg.Options, has func(class string) bool) map[string]map[string]mark {
	all := map[string]map[string]mark{}
	for _, m := range render.Marks(t, language) {
		if !has(m.Role) {
			continue
		}
		scale := v.Length(render.MarkSize / max(m.Icon.W, m.Icon.H))
		if all[m.Role] == nil {
			all[m.Role] = map[string]mark{}
		}
		all[m.Role][m.State] = mark{o.IconID(m.Icon.Name), layout.Snap(-m.Icon.W * scale / 2), layout.Snap(-m.Icon.H * scale / 2), scale}
	}
	return all
}
