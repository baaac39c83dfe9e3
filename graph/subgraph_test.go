package graph

import (
	"reflect"
	"strings"
	"testing"
)

func TestSelect(t *testing.T) {
	g := course(sample)
	g.Images = []Image{{Node: "fundamentals", URL: "a.png"}, {Node: "the-engineer", URL: "b.png"}}
	before := course(sample)
	before.Images = g.Images
	part, err := g.Select("fundamentals/python")
	if err != nil {
		t.Fatal(err)
	}
	if err := part.Check(); err != nil {
		t.Error(err)
	}
	var names []string
	for _, n := range part.Nodes {
		names = append(names, n.ID)
	}
	if got, want := strings.Join(names, " "), "course fundamentals fundamentals/python fundamentals/python/basics fundamentals/python/numpy"; got != want {
		t.Errorf("nodes %s,\nwant %s", got, want)
	}
	if len(part.Edges) != 5 || len(part.Images) != 1 {
		t.Errorf("%d edges, %d images, want 5 and 1", len(part.Edges), len(part.Images))
	}
	if !reflect.DeepEqual(g, before) {
		t.Error("Select changed its graph")
	}
	if whole, _ := g.Select(CourseID); !reflect.DeepEqual(whole.Nodes, g.Nodes) || !reflect.DeepEqual(whole.Edges, g.Edges) {
		t.Error("selecting the course loses something")
	}
	if _, err := g.Select("fundamentals/pyton"); err == nil || !strings.Contains(err.Error(), "fundamentals/python") {
		t.Errorf("unknown id: %v", err)
	}
}

func TestSelectExcluded(t *testing.T) {
	part, err := course(sample).Select("notebooks")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(part.Drawn().Nodes); got != 4 {
		t.Errorf("%d nodes are drawn, want 4", got)
	}
}

func TestDrawn(t *testing.T) {
	g := course(sample)
	drawn := g.Drawn()
	if err := drawn.Check(); err != nil {
		t.Error(err)
	}
	if got, want := len(drawn.Nodes), len(g.Nodes)-3; got != want {
		t.Errorf("%d nodes, want %d", got, want)
	}
	joined := false
	for _, e := range drawn.Edges {
		joined = joined || e.Kind == Next && e.From == "fundamentals" && e.To == "the-engineer"
	}
	if !joined {
		t.Error("the parts around the excluded one are not joined")
	}
	if again := drawn.Drawn(); !reflect.DeepEqual(again, drawn) {
		t.Error("Drawn is not idempotent")
	}
}
