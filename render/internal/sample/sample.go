// Package sample makes diagrams for the tests of renderers, without parser or
// layout engine: a figure like those of the course, many topics, and small odd
// cases.
package sample

import (
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// section is a section with its topics; a "|" divides lines.
type section struct {
	name   string
	icon   string
	topics []string
}

var engineer = []section{
	{"Running LLMs", "person-running", []string{"LLM APIs", "Open-source LLMs", "Prompt engineering", "Structuring outputs"}},
	{"Building a Vector|Storage", "file-cabinet", []string{"Ingesting documents", "Splitting documents", "Embedding models", "Vector databases"}},
	{"Retrieval|Augmented|Generation", "parrot", []string{"Orchestrators", "Retrievers", "Memory", "Evaluation"}},
	{"Advanced RAG", "toolbox", []string{"Query construction", "Agents and tools", "Post-processing", "Program LLMs"}},
	{"Inference|optimization", "gear", []string{"Flash Attention", "Key-value cache", "Speculative|decoding"}},
	{"Deploying LLMs", "rocket", []string{"Local deployment", "Demo deployment", "Server deployment", "Edge deployment"}},
	{"Securing LLMs", "shield", []string{"Prompt hacking", "Backdoors", "Defensive measures"}},
}

// Figure is a figure of the course's look: 960 by 2880 px, 33 boxes.
func Figure() *layout.Diagram {
	set := setter{text.NewShaper(nil)}
	d := &layout.Diagram{
		Width: 960, Height: 2880, Title: "The LLM Engineer Roadmap", Language: "en",
		Description: "1. Running LLMs: LLM APIs, Open-source LLMs & more",
	}
	d.Boxes = append(d.Boxes, layout.Box{
		ID: "engineer", Role: layout.TitleRole, Label: d.Title, X: 150, Y: 72, W: 660, H: 60,
		Lines: set.lines(d.Title, 518.5, 100, 47.5, text.Medium),
		Icons: []layout.Icon{{Name: "construction-worker", X: 152, Y: 75, W: 48, H: 48}},
	})
	for i := range engineer {
		set.addSection(d, i, engineer[i], 383.5+372*float64(i))
	}
	return d
}

func (set setter) addSection(d *layout.Diagram, i int, s section, y float64) {
	sx, tx, from, to, iconX := 161.0, 612.25, 410.25, 612.25, 55.0
	if i%2 == 1 {
		sx, tx, from, to, iconX = 557.25, 126.75, 557.25, 362.25, 820.0
	}
	id := "engineer/" + strconv.Itoa(i+1)
	number := strconv.Itoa(i+1) + "."
	if i > 0 {
		next := layout.Edge{From: "engineer/" + strconv.Itoa(i), To: id, Kind: "next"}
		a, b, dir := 286.25, 691.0, 1.0
		if i%2 == 0 {
			a, b, dir = 697.5, 292.5, -1
		}
		top := y - 48.625 - 297
		next.Path.Start = layout.Point{X: a, Y: top}
		next.Path.Curve(a, top+126.75, a+dir*89.5, top+142.5, a+dir*216.25, top+187.5)
		next.Path.Curve(a+dir*291.75, top+214.25, b-dir*12.75, top+232.75, b, top+297)
		d.Edges = append(d.Edges, next)
	}
	box := layout.Box{ID: id, Role: layout.SectionRole, Number: number, Label: s.name, X: sx, Y: y - 48.625, W: 249.25, H: 97.25,
		Tooltip: "Section " + number, Link: "https://example.org/?part=engineer&section=" + strconv.Itoa(i+1),
		Icons: []layout.Icon{{Name: s.icon, X: iconX, Y: y - 45, W: 90, H: 90}}}
	box.Lines = set.lines(s.name, sx+box.W/2, y, 24, text.Medium, number+" ")
	d.Boxes = append(d.Boxes, box)
	for j, t := range s.topics {
		ty := y + 97*(float64(j)-float64(len(s.topics)-1)/2)
		topic := layout.Box{ID: id + "/" + strconv.Itoa(j+1), Role: layout.TopicRole, Label: t, X: tx, Y: ty - 37.25, W: 235.5, H: 74.5}
		topic.Lines = set.lines(t, tx+topic.W/2, ty, 24, text.Regular)
		edge := layout.Edge{From: id, To: topic.ID, Kind: "contains"}
		edge.Path.Start = layout.Point{X: from, Y: y}
		edge.Path.Line(to, ty)
		d.Boxes = append(d.Boxes, topic)
		d.Edges = append(d.Edges, edge)
	}
}

// Lines are the lines of a label around a point.
func Lines(label string, x, y float64) []layout.Line {
	return setter{text.NewShaper(nil)}.lines(label, x, y, 24, text.Regular)
}

// setter sets labels.
type setter struct{ shaper *text.Shaper }

// lines centres a label, in which "|" divides lines, around a point. The number
// comes before it in regular weight.
func (set setter) lines(label string, x, y, size float64, w text.Weight, number ...string) []layout.Line {
	spans := []text.Span{{Text: strings.Join(number, "")}, {Text: strings.ReplaceAll(label, "|", "\n"), Weight: w}}
	if spans[0].Text == "" {
		spans = spans[1:]
	}
	block := set.shaper.Wrap(text.Paragraph{Spans: spans, Size: size}, text.Limits{})
	var out []layout.Line
	for i, l := range block.Lines {
		middle := float64(i) - float64(len(block.Lines)-1)/2
		baseline := layout.Snap(y + size*0.355 + middle*size*1.2)
		out = append(out, layout.Line{Text: l.Text, X: x, Y: baseline, Width: l.Width, Size: size, Runs: l.Runs})
	}
	return out
}

// Many is a diagram of n topics with a line of text each and nothing else, for
// measuring.
func Many(n int) *layout.Diagram {
	set := setter{text.NewShaper(nil)}
	d := &layout.Diagram{Width: 960, Height: 97 * float64(n+1), Title: "Many"}
	d.Boxes = make([]layout.Box, n)
	for i := range d.Boxes {
		y := 22.5 + 97*float64(i)
		d.Boxes[i] = layout.Box{ID: "many/" + strconv.Itoa(i+1), Role: layout.TopicRole, Label: "Prompt engineering",
			X: 612.25, Y: y, W: 235.5, H: 74.5, Lines: set.lines("Prompt engineering", 729.75, y+37.25, 24, text.Regular)}
	}
	return d
}
