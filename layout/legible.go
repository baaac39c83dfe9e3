package layout

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// GitHubColumn is the width in px of the column in which GitHub shows a README;
// wider pictures are scaled down to it.
const GitHubColumn = 830

// leastText is the size in px below which text is hard to read.
const leastText = 9

// SmallText reports, for each role of box, the first text that would be hard to
// read in the column in which GitHub shows a README. g is the graph of the diagram.
func (d *Diagram) SmallText(g *graph.Graph) []graph.Diagnostic {
	if d.Width <= GitHubColumn {
		return nil
	}
	x := graph.NewIndex(g)
	scale := GitHubColumn / d.Width
	var found []graph.Diagnostic
	said := map[Role]bool{}
	for _, b := range d.Boxes {
		for _, l := range b.Lines {
			size := d.View.Length(l.Size) * scale
			if size >= leastText || said[b.Role] {
				continue
			}
			said[b.Role] = true
			n, _ := x.Node(b.ID)
			found = append(found, codes.SmallText.At(n.Source, "draw a narrower figure",
				"the %s text of a figure %.0f px wide is %.1f px high in GitHub's column of %d px", b.Role, d.Width, size, GitHubColumn))
		}
	}
	return found
}
