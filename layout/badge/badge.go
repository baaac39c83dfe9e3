// Package badge is the layout of a badge: a label, and beside it how many topics of
// the course are done, in the manner of the badges at the head of READMEs.
package badge

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/language"
	"github.com/roadmapviz/roadmapviz/layout/kit"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// Engine is the layout of badges. It draws no section and no topic, so that it is
// none of those in package engines.
type Engine struct{}

// Capabilities are all: a badge is as large as its text, whatever a project says of
// the measures of its figures, and shows nothing that could be left out.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{
		Directions: []string{"right", "down", "both"}, Prerequisites: true,
		Width: true, MaxWidth: true, Columns: true, Aspect: true, FirstSide: true, Compact: true,
	}
}

// The measures of a badge, px.
const (
	height = 20.
	pad    = 7. // at both sides of a text
)

func style(w text.Weight) kit.TextStyle {
	return kit.TextStyle{Size: 12, Weight: w, Width: 400, MaxLines: 1}
}

// Layout draws the label of the page, or a word of the document's language, and
// "12 of 34". A course that tells of no topic whether it is done has none of all done.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	d := kit.New(ctx, g, p)
	done := p.Progress[graph.CourseID]
	if done == (graph.Progress{}) {
		for _, n := range d.Index.Nodes(graph.Topic) {
			if parent := d.Index.Parent(n); parent >= 0 && g.Nodes[parent].Kind == graph.Section {
				done.Total++
			}
		}
	}
	label := d.Text(cmp.Or(p.Label, language.Progress.In(g.Language)), graph.Position{}, style(text.Regular))
	value := d.Text(fmt.Sprintf(language.Of.In(g.Language), done.Done, done.Total), graph.Position{}, style(text.Medium))
	x := 0.
	for _, half := range []struct {
		id   string
		role layout.Role
		text kit.Text
	}{{"", layout.PartRole, label}, {graph.CourseID, layout.SubtopicRole, value}} {
		w := math.Ceil(half.text.Width()) + 2*pad
		d.Add(layout.Box{
			ID: half.id, Role: half.role, Label: half.text.Lines[0].Text, X: x, W: w, H: height, Flat: true,
			Lines: half.text.Place(x+w/2, height/2),
		})
		x += w
	}
	d.Diagram.Width, d.Diagram.Height = x, height
	d.Diagram.Title = d.Diagram.Boxes[0].Label + ": " + d.Diagram.Boxes[1].Label
	return d.Diagram, d.Diagnostics, nil
}
