// Package roadmapsh reads the JSON in which roadmap.sh keeps its roadmaps: a
// drawing of boxes and lines, from which the outline is gathered.
package roadmapsh

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

type (
	file struct {
		Title json.RawMessage `json:"title"` // text, or an object in newer files
		Nodes []box           `json:"nodes"`
		Edges []line          `json:"edges"`
	}
	box struct {
		ID       string `json:"id"`
		Type     string `json:"type"`
		Position struct {
			X float64 `json:"x"`
			Y float64 `json:"y"`
		} `json:"position"`
		Data struct {
			Label string `json:"label"`
			Href  string `json:"href"`
		} `json:"data"`
	}
	line struct {
		Source string `json:"source"`
		Target string `json:"target"`
	}
)

// Decode reads a roadmap. Its boxes of type "topic" become sections, from top
// to bottom, and those of type "subtopic" the topics of the section that a
// line joins them to, or else of the nearest one; all in one part named after
// the title. Captions, paragraphs, buttons and the like are left out.
// It ends soon after ctx, with its error.
func Decode(ctx context.Context, r io.Reader) (_ *graph.Graph, err error) {
	defer until.Catch(&err)
	data, err := source.Read(ctx, r)
	if err != nil {
		return nil, err
	}
	var f file
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&f); err != nil {
		return nil, source.WrongJSON(data, 0, err)
	}
	var sections, topics []*box
	title := f.title()
	for i := range f.Nodes {
		b := &f.Nodes[i]
		b.Data.Label = strings.Join(strings.Fields(b.Data.Label), " ")
		switch {
		case b.Data.Label == "":
		case b.Type == "title":
			title = b.Data.Label
		case b.Type == "topic":
			sections = append(sections, b)
		case b.Type == "subtopic":
			topics = append(topics, b)
		}
	}
	if len(sections) == 0 {
		return nil, source.Errorf(data, 0, `its nodes have the types "topic" and "subtopic"`, "this JSON is no roadmap of roadmap.sh")
	}
	return f.graph(ctx, or(title, "Roadmap"), sections, topics), nil
}

func (f *file) graph(ctx context.Context, title string, sections, topics []*box) *graph.Graph {
	downwards := func(a, b *box) int {
		switch {
		case a.Position.Y != b.Position.Y:
			return sign(a.Position.Y - b.Position.Y)
		case a.Position.X != b.Position.X:
			return sign(a.Position.X - b.Position.X)
		}
		return strings.Compare(a.ID, b.ID)
	}
	slices.SortStableFunc(sections, downwards)
	slices.SortStableFunc(topics, downwards)
	home := map[*box][]*box{}
	joined := f.joined(sections, topics)
	for _, t := range topics {
		until.Check(ctx)
		s := joined[t.ID]
		if s == nil {
			s = nearest(t, sections)
		}
		home[s] = append(home[s], t)
	}
	b := build.Builder{Check: func() { until.Check(ctx) }}
	b.Add(build.Root, graph.Node{Kind: graph.Course, Title: title})
	for _, s := range sections {
		section := b.Add(b.Home(graph.Section), graph.Node{Kind: graph.Section, Title: s.Data.Label, URL: s.Data.Href})
		for _, t := range home[s] {
			b.Add(section, graph.Node{Kind: graph.Topic, Title: t.Data.Label, URL: t.Data.Href})
		}
	}
	b.Follow()
	return b.Build(nil)
}

// joined finds for each topic the section that a line, or a chain of lines
// through other topics, joins it to.
func (f *file) joined(sections, topics []*box) map[string]*box {
	home := map[string]*box{}
	isTopic := map[string]bool{}
	for _, t := range topics {
		isTopic[t.ID] = true
	}
	neighbours := map[string][]string{}
	for _, l := range f.Edges {
		neighbours[l.Source] = append(neighbours[l.Source], l.Target)
		neighbours[l.Target] = append(neighbours[l.Target], l.Source)
	}
	var queue []string
	for _, s := range sections {
		home[s.ID] = s
		queue = append(queue, s.ID)
	}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		for _, n := range neighbours[id] {
			if isTopic[n] && home[n] == nil {
				home[n] = home[id]
				queue = append(queue, n)
			}
		}
	}
	return home
}

func nearest(t *box, sections []*box) *box {
	best, least := sections[0], -1.0
	for _, s := range sections {
		dx, dy := s.Position.X-t.Position.X, s.Position.Y-t.Position.Y
		// Rounded before they are added, or processors would differ.
		if d := float64(dx*dx) + float64(dy*dy); least < 0 || d < least {
			best, least = s, d
		}
	}
	return best
}

// title reads the file's own title, in its old and its new form.
func (f *file) title() string {
	var text string
	var object struct {
		Page string `json:"page"`
		Card string `json:"card"`
	}
	if json.Unmarshal(f.Title, &text) == nil {
		return text
	}
	if json.Unmarshal(f.Title, &object) == nil {
		return or(object.Page, object.Card)
	}
	return ""
}

func sign(f float64) int {
	if f < 0 {
		return -1
	}
	return 1
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
