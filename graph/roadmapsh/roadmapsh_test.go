package roadmapsh

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
)

const sample = `{"title": {"page": "Page title"}, "nodes": [
 {"id": "t", "type": "title", "position": {"x": 0, "y": 0}, "data": {"label": "Go"}},
 {"id": "b", "type": "topic", "position": {"x": 0, "y": 300}, "data": {"label": "Concurrency"}},
 {"id": "a", "type": "topic", "position": {"x": 0, "y": 100}, "data": {"label": "The  Basics"}},
 {"id": "a2", "type": "subtopic", "position": {"x": 200, "y": 120}, "data": {"label": "Types"}},
 {"id": "a1", "type": "subtopic", "position": {"x": 200, "y": 90}, "data": {"label": "Syntax"}},
 {"id": "x", "type": "subtopic", "position": {"x": 200, "y": 110}, "data": {"label": "Channels"}},
 {"id": "y", "type": "subtopic", "position": {"x": 10, "y": 290}, "data": {"label": "Goroutines"}},
 {"id": "p", "type": "paragraph", "position": {"x": 1, "y": 1}, "data": {"label": "Read me"}}],
 "edges": [{"source": "a", "target": "a1"}, {"source": "a1", "target": "a2"}, {"source": "b", "target": "x"}]}`

func TestDecode(t *testing.T) {
	g, err := Decode(t.Context(), strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(); err != nil {
		t.Error(err)
	}
	const want = "course \"Go\"\n  part \"Go\"\n    section \"The Basics\"\n      topic \"Syntax\"\n      topic \"Types\"\n    section \"Concurrency\"\n      topic \"Channels\"\n      topic \"Goroutines\"\n"
	if got := graphtest.Outline(g); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"": "empty", "{}": "no roadmap", "{\"nodes\":\n[}": "2:2", "{\"nodes\": 3}": `1:11: "nodes" takes a list, not a number`, "{\"nodes\"": "1:9: the file ends too early", "#": "1:1: unexpected '#'",
	} {
		_, err := Decode(t.Context(), strings.NewReader(text))
		var syntax *graph.SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %s", text, err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(sample))
	f.Fuzz(func(t *testing.T, text []byte) {
		g, err := Decode(t.Context(), bytes.NewReader(text))
		if err == nil {
			err = g.Check()
			if err != nil {
				t.Error(err)
			}
		}
	})
}
