package run

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
)

// mirror turns the diagram left to right, for documents in right-to-left
// scripts. Text keeps its own direction; only places change.
func mirror(d *layout.Diagram) {
	for i := range d.Boxes {
		b := &d.Boxes[i]
		b.X = d.Width - b.X - b.W
		for j := range b.Lines {
			b.Lines[j].X = d.Width - b.Lines[j].X
		}
		for j := range b.Icons {
			b.Icons[j].X = d.Width - b.Icons[j].X - b.Icons[j].W
		}
	}
	for i := range d.Edges {
		p := &d.Edges[i].Path
		p.Start.X = d.Width - p.Start.X
		for j := range p.Segments {
			s := &p.Segments[j]
			s.C1.X, s.C2.X, s.P.X = d.Width-s.C1.X, d.Width-s.C2.X, d.Width-s.P.X
		}
	}
}

// rightToLeft reports whether a language is written from right to left.
func rightToLeft(language string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch primary {
	case "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi":
		return true
	}
	return false
}
