package formats

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// corpus parses the reference documents beside the repository, and skips the
// test where there are none.
func corpus(t *testing.T) map[string]*graph.Graph {
	t.Helper()
	files, err := filepath.Glob("../../../shared/corpus/*.md")
	if err != nil || len(files) == 0 {
		t.Skip("no reference documents beside the repository")
	}
	graphs := map[string]*graph.Graph{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, _ := markdown.Parse(text, markdown.Options{File: filepath.Base(file)})
		graphs[filepath.Base(file)] = g
	}
	return graphs
}

// Real courses survive the formats that are read back: JSON whole, DOT but for
// images, OPML but for what its outline cannot hold.
func TestCorpusRoundTrips(t *testing.T) {
	for name, g := range corpus(t) {
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, format := range []string{"json", "dot", "opml"} {
			f := mustLookup(t, format)
			got, _, err := f.Decode(t.Context(), bytes.NewReader(encoded(t, f, g)))
			if err != nil {
				t.Errorf("%s as %s: %v", name, format, err)
				continue
			}
			want := *g
			if format != "json" {
				want.Images = nil
			}
			if len(want.Edges) == 0 {
				want.Edges = got.Edges
			}
			if format == "opml" {
				got, want = heldByOPML(got), *heldByOPML(&want)
			}
			if !reflect.DeepEqual(got, &want) {
				t.Errorf("%s as %s: something is lost%s", name, format, difference(got, &want))
			}
		}
		if d := graph.Diff(g, g); d != nil {
			t.Errorf("%s differs from itself in %d ways", name, len(d))
		}
	}
}

// heldByOPML is a graph without what OPML cannot hold, as docs/formats.md lists
// it. IDs are counted.
func heldByOPML(g *graph.Graph) *graph.Graph {
	held := &graph.Graph{}
	ids := map[string]string{}
	for i, n := range g.Nodes {
		ids[n.ID] = strconv.Itoa(i)
		n.ID, n.Parent = ids[n.ID], ids[n.Parent]
		n.Attributes, n.Source = nil, graph.Position{}
		if n.Kind == graph.Course {
			n = graph.Node{ID: n.ID, Kind: n.Kind, Title: n.Title}
		}
		held.Nodes = append(held.Nodes, n)
	}
	for _, e := range g.Edges {
		if e.Kind == graph.Contains { // next edges are made anew
			held.Edges = append(held.Edges, graph.Edge{From: ids[e.From], To: ids[e.To], Kind: e.Kind})
		}
	}
	return held
}

func difference(got, want *graph.Graph) string {
	for i := range min(len(got.Nodes), len(want.Nodes)) {
		if !reflect.DeepEqual(got.Nodes[i], want.Nodes[i]) {
			return ": node " + want.Nodes[i].ID
		}
	}
	return " among edges or images"
}
