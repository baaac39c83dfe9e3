// Package sample makes diagrams for the tests of renderers, without parser or
// layout engine: a figure like those of the course, and odd cases.
package sample

import (
	"strconv"

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
	d := &layout.Diagram{
		Width: 960, Height: 2880, Title: "The LLM Engineer Roadmap", Language: "en",
		Description: "1. Running LLMs: LLM APIs, Open-source LLMs & more",
	}
	d.Boxes = append(d.Boxes, layout.Box{
		ID: "engineer", Role: layout.TitleRole, Label: d.Title, X: 150, Y: 72, W: 660, H: 60,
		Lines: []layout.Line{Line(d.Title, 518.5, 116.5, 47.5, text.Span{Text: d.Title, Weight: text.Medium})},
		Icons: []layout.Icon{{Name: "construction-worker", X: 152, Y: 75, W: 48, H: 48}},
	})
	for i := range engineer {
		addSection(d, i, engineer[i], 383.5+372*float64(i))
	}
	return d
}

func addSection(d *layout.Diagram, i int, s section, y float64) {
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
	box.Lines = lines(s.name, sx+box.W/2, y, number+" ", text.Medium)
	d.Boxes = append(d.Boxes, box)
	for j, t := range s.topics {
		ty := y + 97*(float64(j)-float64(len(s.topics)-1)/2)
		topic := layout.Box{ID: id + "/" + strconv.Itoa(j+1), Role: layout.TopicRole, Label: t, X: tx, Y: ty - 37.25, W: 235.5, H: 74.5}
		topic.Lines = lines(t, tx+topic.W/2, ty, "", text.Regular)
		edge := layout.Edge{From: id, To: topic.ID, Kind: "contains"}
		edge.Path.Start = layout.Point{X: from, Y: y}
		edge.Path.Line(to, ty)
		d.Boxes = append(d.Boxes, topic)
		d.Edges = append(d.Edges, edge)
	}
}

// lines centres the lines of a label, whose first one may begin with a number
// in regular weight, around a point.
func lines(label string, x, y float64, number string, w text.Weight) []layout.Line {
	var texts []string
	start := 0
	for i := range len(label) + 1 {
		if i == len(label) || label[i] == '|' {
			texts = append(texts, label[start:i])
			start = i + 1
		}
	}
	var out []layout.Line
	for i, t := range texts {
		baseline := y + 8.5 + (float64(i)-float64(len(texts)-1)/2)*28.75
		spans := []text.Span{{Text: t, Weight: w}}
		if i == 0 && number != "" {
			spans = append([]text.Span{{Text: number, Weight: text.Regular}}, spans...)
			t = number + t
		}
		out = append(out, Line(t, x, baseline, 24, spans...))
	}
	return out
}

// Line sets a line of text around x, glyph by glyph with kerning.
func Line(s string, x, y, size float64, spans ...text.Span) layout.Line {
	l := layout.Line{Text: s, X: x, Y: y, Size: size}
	var fonts *text.Fonts
	for _, span := range spans {
		r := Run(fonts.Face(span.Weight), span.Text, size)
		r.Weight = span.Weight
		r.X = l.Width
		l.Width += r.Width
		l.Runs = append(l.Runs, r)
	}
	return l
}

// Run is a run of one glyph a character.
func Run(face *text.Face, s string, size float64) text.Run {
	r := text.Run{Text: s, Size: size, Weight: face.Weight, Face: face}
	width := int32(0)
	for _, c := range s {
		g, _ := face.Glyph(c)
		if n := len(r.Glyphs); n > 0 {
			kern := int32(face.Kern(r.Glyphs[n-1].ID, g))
			r.Glyphs[n-1].Advance += kern
			width += kern
		}
		advance := int32(face.Advance(g))
		r.Glyphs = append(r.Glyphs, text.Glyph{ID: g, Advance: advance})
		width += advance
	}
	r.Width = float64(width) * size / face.UnitsPerEm
	return r
}

// Many is a diagram of n topics with a line of text each and nothing else, for
// measuring.
func Many(n int) *layout.Diagram {
	d := &layout.Diagram{Width: 960, Height: 97 * float64(n+1), Title: "Many"}
	line := Line("Prompt engineering", 0, 0, 24, text.Span{Text: "Prompt engineering", Weight: text.Regular})
	d.Boxes = make([]layout.Box, n)
	for i := range d.Boxes {
		y := 22.5 + 97*float64(i)
		l := line
		l.X, l.Y = 729.75, y+45.75
		d.Boxes[i] = layout.Box{ID: "many/" + strconv.Itoa(i+1), Role: layout.TopicRole, Label: line.Text,
			X: 612.25, Y: y, W: 235.5, H: 74.5, Lines: []layout.Line{l}}
	}
	return d
}
