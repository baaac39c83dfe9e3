package pages

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Figures that were drawn when IDs were not shortened are out of date, and still
// of what they were of.
func TestLongIDsOfFigures(t *testing.T) {
	const harbour = "The harbour and everything in it that a new hand must know before the first night out at sea"
	const readme = "# Boats\n\n## " + harbour + "\n\n### Tides\n\n- **Ebb**: down.\n- **Flood**: up.\n\n## Nets\n\n![Roadmap](part.svg)\n\n![Roadmap](focus.svg)\n\n### Knots\n\n- **Bowline**: one.\n- **Sheet bend**: two.\n"
	g, _ := markdown.Parse([]byte(readme), markdown.Options{})
	long := strings.NewReplacer("\n"+graph.ShortID(graph.Slug(harbour)), "\n"+graph.Slug(harbour))
	old := *g
	old.Nodes, old.Edges, old.Images = append([]graph.Node(nil), g.Nodes...), append([]graph.Edge(nil), g.Edges...), nil
	rename := func(id *string) { *id = strings.TrimPrefix(long.Replace("\n"+*id), "\n") }
	for i := range old.Nodes {
		rename(&old.Nodes[i].ID)
		rename(&old.Nodes[i].Parent)
	}
	for i := range old.Edges {
		rename(&old.Edges[i].From)
		rename(&old.Edges[i].To)
	}
	fsys := fstest.MapFS{"README.md": {Data: []byte(readme)}}
	for name, o := range map[string]figure.Options{
		"part.svg":  {Parts: []string{graph.Slug(harbour)}},
		"focus.svg": {Focus: graph.Slug(harbour) + "/tides", Highlight: []string{graph.Slug(harbour) + "/tides/ebb"}},
	} {
		data, _, err := figure.Draw(t.Context(), &old, o, "svg")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), graph.Slug(harbour)) {
			t.Fatal("the figure has no long ID")
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	d, err := Open(t.Context(), fsys, []string{"README.md"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	changes, err := d.Changes(t.Context())
	if err != nil || len(changes) != 2 {
		t.Fatal(len(changes), err)
	}
	for _, c := range changes {
		drawn, err := metadata.Read(c.New)
		if err != nil {
			t.Fatal(err)
		}
		x := graph.NewIndex(drawn.Graph)
		if short := graph.ShortID(graph.Slug(harbour)); x.At(short+"/tides") < 0 || x.At("nets") >= 0 {
			t.Errorf("%s is drawn of %v", c.Path, graph.IDs(drawn.Graph.Nodes))
		}
		fsys[c.Path] = &fstest.MapFile{Data: c.New}
	}
	if d, err = Open(t.Context(), fsys, []string{"README.md"}, Options{}); err != nil || len(d.Stale()) > 0 {
		t.Error("the new figures are out of date: ", err)
	}
}

// Two parts whose titles begin with the same words have the same ID but for a number
// today: a figure of the second stays one of that.
func TestLongIDsThatBeginAlike(t *testing.T) {
	const start = "Everything that a new hand must know before the first night out at sea in "
	const readme = "# Boats\n\n## " + start + "spring\n\n### Tides\n\n- **Ebb**: down.\n- **Flood**: up.\n\n## " + start + "winter\n\n### Ice\n\n- **Floe**: one.\n- **Pack**: two.\n\n![Roadmap](part.svg)\n"
	old := &graph.Graph{Nodes: []graph.Node{{ID: "course", Kind: graph.Course, Title: "Boats"}}}
	add := func(parent, title string, kind graph.Kind) string {
		id := strings.TrimPrefix(parent+"/"+graph.Slug(title), "course/")
		old.Nodes = append(old.Nodes, graph.Node{ID: id, Kind: kind, Parent: parent, Title: title})
		return id
	}
	for season, names := range map[string][]string{"spring": {"Tides", "Ebb", "Flood"}, "winter": {"Ice", "Floe", "Pack"}} {
		section := add(add("course", start+season, graph.Part), names[0], graph.Section)
		add(section, names[1], graph.Topic)
		add(section, names[2], graph.Topic)
	}
	for _, o := range []figure.Options{{Parts: []string{graph.Slug(start + "winter")}}, {Parts: []string{graph.Slug(start+"winter") + "/ice"}, Highlight: []string{graph.Slug(start+"winter") + "/ice/floe"}}} {
		data, _, err := figure.Draw(t.Context(), old, o, "svg")
		if err != nil {
			t.Fatal(err)
		}
		fsys := fstest.MapFS{"README.md": {Data: []byte(readme)}, "part.svg": {Data: data}}
		d, err := Open(t.Context(), fsys, []string{"README.md"}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		changes, err := d.Changes(t.Context())
		if err != nil || len(changes) != 1 {
			t.Fatal(len(changes), err)
		}
		drawn, err := metadata.Read(changes[0].New)
		if err != nil || !strings.Contains(strings.Join(graph.IDs(drawn.Graph.Nodes), " "), "-1/ice/floe") || len(d.Figures[0].Changes) > 1 {
			t.Errorf("drawn is %q with the changes %v, %v", graph.IDs(drawn.Graph.Nodes), d.Figures[0].Changes, err)
		}
	}
}
