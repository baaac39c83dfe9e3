package flags

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// Hinted are diagnostics with the flags and commands by which their hints can be
// followed: those who find them know of options, but not of command lines.
func Hinted(found []graph.Diagnostic) []graph.Diagnostic {
	hinted := slices.Clone(found)
	for i, d := range hinted {
		if way := wayOf(d.Code); way != "" && d.Hint != "" {
			hinted[i].Hint += ": " + way
		}
	}
	return hinted
}

func wayOf(code string) string {
	switch code {
	case codes.MissingGlyph.ID:
		return "--font FILE"
	case codes.SmallText.ID:
		return "--width"
	case codes.ManyTopics.ID:
		return "--max-topics N; 0 draws all"
	case codes.TallFigure.ID:
		return "--columns N, --compact, --max-topics N, --part NAME, -o 'name_{part}.svg'"
	case codes.DerivedTheme.ID:
		return "'roadmapviz themes new'"
	case codes.LeftOut.ID:
		return "-o 'name_{page}.svg', --max-topics, --depth, --prerequisites"
	case codes.OneMode.ID:
		return "--mode light, --mode dark"
	case codes.TooLarge.ID:
		return "--part NAME"
	}
	return ""
}
