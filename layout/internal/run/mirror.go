package run

import "github.com/roadmapviz/roadmapviz/layout"

// mirror turns the diagram left to right, for documents in right-to-left
// scripts. Text keeps its own direction; only places change.
func mirror(d *layout.Diagram) {
	mirrorBoxes(d.Boxes, d.Width)
	for i := range d.Edges {
		for j := range d.Edges[i].Lines {
			d.Edges[i].Lines[j].X = d.Width - d.Edges[i].Lines[j].X
		}
		p := &d.Edges[i].Path
		p.Start.X = d.Width - p.Start.X
		for j := range p.Segments {
			s := &p.Segments[j]
			s.C1.X, s.C2.X, s.P.X = d.Width-s.C1.X, d.Width-s.C2.X, d.Width-s.P.X
		}
	}
}

func mirrorBoxes(boxes []layout.Box, width float64) {
	for i := range boxes {
		b := &boxes[i]
		b.X = width - b.X - b.W
		for j := range b.Lines {
			b.Lines[j].X = width - b.Lines[j].X
		}
		for j := range b.Icons {
			b.Icons[j].X = width - b.Icons[j].X - b.Icons[j].W
		}
		if bar := &b.Bar; bar.Track.W > 0 {
			bar.Track.X = width - bar.Track.X - bar.Track.W
			bar.DoneX.X = width - bar.DoneX.X - bar.DoneX.W
			bar.DoingX.X = width - bar.DoingX.X - bar.DoingX.W
			bar.Figures.X = width - bar.Figures.X
		}
		mirrorBoxes(b.Chips, width)
	}
}
