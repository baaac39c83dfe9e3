package run

import "github.com/roadmapviz/roadmapviz/layout"

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
		if bar := &b.Bar; bar.Track.W > 0 {
			bar.Track.X = d.Width - bar.Track.X - bar.Track.W
			bar.DoneX.X = d.Width - bar.DoneX.X - bar.DoneX.W
			bar.DoingX.X = d.Width - bar.DoingX.X - bar.DoingX.W
			bar.Figures.X = d.Width - bar.Figures.X
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
