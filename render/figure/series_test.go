package figure

import (
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

func names(t *testing.T, members []Member) (names []string) {
	t.Helper()
	for _, m := range members {
		name, err := m.File(1)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

func TestSeries(t *testing.T) {
	g := course(t, cooking)
	for _, c := range []struct {
		parts      []string
		name, want string
	}{
		{nil, "a.svg", "a.svg"}, {nil, "{slug}.svg", "cooking.svg"}, {[]string{"baking"}, "{slug}_{page}.svg", "baking_1.svg"},
		{nil, "x/{part}.svg", "x/basics.svg x/baking.svg x/index.svg"}, {[]string{"baking"}, "{part}.svg", "baking.svg"},
		{nil, "{part}/x_{page}.svg", "basics/x_1.svg baking/x_1.svg index/x_1.svg"},
		{nil, "{part}-{section}.svg", "basics-knives.svg basics-heat.svg baking-dough.svg"},
	} {
		members, err := Series(g, Options{Parts: c.parts}, c.name)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(names(t, members), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if _, err := Series(g, Options{}, "{prat}.svg"); err == nil || !strings.Contains(err.Error(), `there is no placeholder "{prat}"; did you mean "{part}"?`) {
		t.Error(err)
	}
	index := course(t, strings.Replace(cooking, "## Baking", "## Index", 1))
	for id, file := range map[string]string{"aux": "{part}.svg", "a:b": "x_{part}.svg", "con": "{part}/x.svg", "what?": "x_{part}", "tail": "{part}. "} {
		odd := &graph.Graph{Nodes: []graph.Node{{ID: "c", Kind: graph.Course}, {ID: id, Kind: graph.Part, Parent: "c", Title: id}, {ID: id + "/s", Kind: graph.Section, Parent: id, Title: "S"}, {ID: id + "/s/t", Kind: graph.Topic, Parent: id + "/s", Title: "T"}}}
		members, err := Series(odd, Options{}, file)
		if err != nil || len(members) != 1 {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if name, err := members[0].File(1); err == nil || !strings.Contains(err.Error(), "Windows") {
			t.Errorf("%s of %s: %q (%v)", file, id, name, err)
		}
	}
	members, err := Series(index, Options{}, "{part}.svg")
	if got := strings.Join(names(t, members), " "); err != nil || got != "basics.svg index.svg index-of-parts.svg" {
		t.Error(got, err)
	}
}

// linkOf is where a click on a node's box leads.
func linkOf(d *layout.Diagram, id string) string {
	i := slices.IndexFunc(d.Boxes, func(b layout.Box) bool { return b.ID == id })
	if i < 0 {
		return "no box"
	}
	return d.Boxes[i].Link
}

// The index leads to the figures of the parts, and their titles lead back, in every
// layout, wherever the files lie and however large they are.
func TestIndexLinks(t *testing.T) {
	for _, c := range []struct {
		o                    Options
		name, there, andBack string
	}{
		{Options{}, "img/x_{part}.svg", "x_baking.svg", "x_index.svg"},
		{Options{Layout: "grid"}, "{part}/the map_{page}.svg", "../baking/the%20map_1.svg", "../index/the%20map_1.svg"},
		{Options{Preset: "card"}, "{part}.svg", "baking.svg", "index.svg"},
		{Options{Home: "../README.md"}, "{part}.svg", "baking.svg", "index.svg"},
	} {
		members, err := Series(course(t, cooking), c.o, c.name)
		if err != nil || len(members) != 3 {
			t.Fatal(len(members), err)
		}
		var pages []*layout.Diagram
		for _, m := range members {
			f, err := New(course(t, cooking), m.Options)
			if err != nil {
				t.Fatal(err)
			}
			d, _, err := f.Layout(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			pages = append(pages, d)
		}
		if got := linkOf(pages[2], "baking"); got != c.there {
			t.Errorf("%s: the index leads to %q, want %q", c.name, got, c.there)
		}
		if got := linkOf(pages[1], "baking"); got != c.andBack {
			t.Errorf("%s: the title leads to %q, want %q", c.name, got, c.andBack)
		}
		if got := linkOf(pages[2], "baking/dough"); !strings.HasSuffix(got, "#dough") {
			t.Errorf("%s: a section in the index leads to %q", c.name, got)
		}
	}
	if _, err := New(course(t, cooking), Options{Figures: "x.svg"}); err == nil || !strings.HasPrefix(err.Error(), "figures names a file for each part") {
		t.Error(err)
	}
}

func TestNoTopics(t *testing.T) {
	f, err := New(course(t, cooking), Options{Depth: NoTopics})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := f.Layout(t.Context())
	if err != nil || slices.ContainsFunc(d.Boxes, func(b layout.Box) bool { return b.Role == layout.TopicRole }) {
		t.Error(d, err)
	}
	if got := linkOf(d, "basics/heat"); got == "no box" {
		t.Error("a section is not drawn")
	}
}
