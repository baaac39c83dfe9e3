package page

import "github.com/roadmapviz/roadmapviz/graph/codes"

// A Reporter collects diagnostics, and checks notes.
type Reporter struct{ codes.Reporter }
