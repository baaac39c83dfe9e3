package kit_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// column is a small engine: the sections stand one below the other, each with its
// topics to its right.
type column struct{}

const margin, gap = 40., 30. // px

var (
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: 240, H: 60, Lines: 2, IconSize: 32,
		Text: kit.TextStyle{Size: 20, Weight: 500, Width: 220, MaxLines: 4},
	}
	topicStyle = kit.ListStyle{
		Topic: kit.BoxStyle{
			Role: layout.TopicRole, W: 240, H: 42, Lines: 1,
			Text: kit.TextStyle{Size: 18, Weight: 400, Width: 220, MaxLines: 4},
		},
		Subtopic: kit.BoxStyle{
			Role: layout.SubtopicRole, H: 34, Lines: 1,
			Text: kit.TextStyle{Size: 15, Weight: 400, MaxLines: 3},
		},
		Gap: 10, SubGap: 6, Inset: 24,
	}
)

// Capabilities tell that the engine takes no option for its page.
func (column) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"down"}}
}

func (column) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	d := kit.New(ctx, g, p)
	y := 0.
	for _, part := range d.Index.Nodes(graph.Part) {
		title := d.Title(&g.Nodes[part], 600)
		d.Add(title.Box(0, y))
		y += title.H + gap
		var above layout.Box
		for _, section := range d.Index.Children(part, graph.Section) {
			item := d.Item(&g.Nodes[section], sectionStyle)
			topics := d.List(d.Index.Children(section, graph.Topic), topicStyle)
			box := item.Box(0, y)
			d.Add(box)
			topics.Draw(d, box.W+gap, y)
			if above.ID != "" {
				path := layout.Path{Start: layout.Point{X: box.W / 2, Y: above.Y + above.H}}
				path.Line(box.W/2, box.Y)
				d.Join(above.ID, box.ID, graph.Next, path)
			}
			above = box
			y += max(item.H, topics.H) + gap
		}
	}
	d.Fit(margin)
	return d.Diagram, d.Diagnostics, nil
}

// An engine decides where things go. How many topics are drawn and whether there
// are icons is settled before it runs, and where a click leads when it has run.
func Example() {
	course, _ := markdown.Parse([]byte(`
# Learning Go

## Basics
- Types
- Functions
- Packages
- Errors

## Concurrency
- Goroutines
- Channels
`), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), column{}, course, layout.Options{MaxTopics: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %.0f × %.0f px\n", d.Title, d.Width, d.Height)
	for _, b := range d.Boxes {
		fmt.Printf("%3.0f, %3.0f: %s %q\n", b.X, b.Y, b.Role, b.Label)
	}
	fmt.Println(d.Boxes[1].Label, "leads to", d.Boxes[1].Link)
	// Output:
	// Learning Go Roadmap: 590 × 437 px
	//  40,  40: title "Learning Go Roadmap"
	//  40, 127: section "Basics"
	// 310, 127: topic "Types"
	// 310, 179: topic "Functions"
	// 310, 231: more "+2 more"
	//  40, 303: section "Concurrency"
	// 310, 303: topic "Goroutines"
	// 310, 355: topic "Channels"
	// Basics leads to #basics
}
