package html

import "github.com/roadmapviz/roadmapviz/themes"

// looks is replaced by the style sheet of the states.
func looks(*themes.Theme) string { return "" }
