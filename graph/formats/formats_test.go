package formats

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
)

func encoded(t testing.TB, f Format, g *graph.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Encode(t.Context(), &b, g); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

func samples() []*graph.Graph {
	graphs := []*graph.Graph{graphtest.Sample()}
	for seed := range uint64(20) {
		graphs = append(graphs, graphtest.Random(30, seed))
	}
	return graphs
}

func TestTable(t *testing.T) {
	if !slices.IsSorted(Names()) {
		t.Errorf("the names are not sorted: %q", Names())
	}
	extensions := map[string]bool{}
	for _, f := range All() {
		if f.Encode == nil && f.Decode == nil {
			t.Errorf("%s does nothing", f.Name)
		}
		for _, e := range f.Extensions {
			if extensions[e] {
				t.Errorf("two formats have %s", e)
			}
			extensions[e] = true
			if got, ok := ByExtension("dir/FILE" + strings.ToUpper(e)); !ok || got.Name != f.Name {
				t.Errorf("%s is found as %q", e, got.Name)
			}
		}
		if got, ok := Lookup(f.Name); !ok || got.Name != f.Name {
			t.Errorf("%s is not found", f.Name)
		}
	}
	if _, ok := Lookup("docx"); ok {
		t.Error("docx is found")
	}
	if _, ok := ByExtension("README"); ok {
		t.Error("a format without extension is found")
	}
}

// Every format writes the same bytes twice, fails when the writer does, and
// does not change the graph.
func TestEveryFormat(t *testing.T) {
	for _, f := range All() {
		if f.Encode == nil {
			continue
		}
		for i, g := range samples() {
			before := encoded(t, mustLookup(t, "json"), g)
			once, twice := encoded(t, f, g), encoded(t, f, g)
			if !bytes.Equal(once, twice) {
				t.Errorf("%s, %d: two runs differ", f.Name, i)
			}
			if after := encoded(t, mustLookup(t, "json"), g); !bytes.Equal(before, after) {
				t.Errorf("%s, %d: the graph was changed", f.Name, i)
			}
			if !bytes.HasSuffix(once, []byte("\n")) {
				t.Errorf("%s, %d: the last line has no end", f.Name, i)
			}
		}
		r, w := io.Pipe()
		r.Close()
		if err := f.Encode(t.Context(), w, graphtest.Random(3000, 1)); err == nil {
			t.Errorf("%s: a closed pipe is no error", f.Name)
		}
	}
}

func mustLookup(t testing.TB, name string) Format {
	f, ok := Lookup(name)
	if !ok {
		t.Fatal(name)
	}
	return f
}

func TestXMLFormats(t *testing.T) {
	for _, c := range []struct{ name, node, edge string }{{"graphml", "node", "edge"}, {"gexf", "node", "edge"}, {"opml", "outline", ""}} {
		for i, g := range samples() {
			count := map[string]int{}
			d := xml.NewDecoder(bytes.NewReader(encoded(t, mustLookup(t, c.name), g)))
			for {
				token, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s, %d: %v", c.name, i, err)
				}
				if e, ok := token.(xml.StartElement); ok {
					count[e.Name.Local]++
				}
			}
			nodes := len(g.Nodes)
			if c.edge == "" {
				nodes-- // the course is the document
			} else if count[c.edge] != len(g.Edges) {
				t.Errorf("%s, %d: %d edges, want %d", c.name, i, count[c.edge], len(g.Edges))
			}
			if count[c.node] != nodes {
				t.Errorf("%s, %d: %d nodes, want %d", c.name, i, count[c.node], nodes)
			}
		}
	}
}

func TestJSONFormats(t *testing.T) {
	for i, g := range samples() {
		var cy struct {
			Elements struct {
				Nodes, Edges []struct{ Data map[string]any }
			}
		}
		if err := json.Unmarshal(encoded(t, mustLookup(t, "cytoscape"), g), &cy); err != nil {
			t.Fatal(err)
		}
		if len(cy.Elements.Nodes) != len(g.Nodes) || len(cy.Elements.Edges) != len(g.Edges) {
			t.Errorf("cytoscape, %d: %d nodes, %d edges", i, len(cy.Elements.Nodes), len(cy.Elements.Edges))
		}
		var canvas struct {
			Nodes []struct {
				ID, Type            string
				X, Y, Width, Height int
			}
			Edges []struct{ FromNode, ToNode string }
		}
		if err := json.Unmarshal(encoded(t, mustLookup(t, "jsoncanvas"), g), &canvas); err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for j, n := range canvas.Nodes {
			known[n.ID] = true
			for _, m := range canvas.Nodes[:j] {
				if n.Type == "text" && m.Type == "text" && n.X < m.X+m.Width && m.X < n.X+n.Width && n.Y < m.Y+m.Height && m.Y < n.Y+n.Height {
					t.Errorf("jsoncanvas, %d: %s and %s overlap", i, n.ID, m.ID)
				}
			}
		}
		for _, e := range canvas.Edges {
			if !known[e.FromNode] || !known[e.ToNode] {
				t.Errorf("jsoncanvas, %d: an edge ends nowhere", i)
			}
		}
	}
}

func TestCSV(t *testing.T) {
	for i, g := range samples() {
		nodes, err := csv.NewReader(bytes.NewReader(encoded(t, mustLookup(t, "csv"), g))).ReadAll()
		if err != nil || len(nodes) != len(g.Nodes)+1 {
			t.Errorf("%d: %d rows, %v", i, len(nodes), err)
		}
		for j, n := range g.Nodes {
			if row := nodes[j+1]; unguarded(row[0]) != n.ID || unguarded(row[3]) != n.Title {
				t.Errorf("%d: row %q", i, row)
			}
		}
		edges, err := csv.NewReader(bytes.NewReader(encoded(t, mustLookup(t, "csv-edges"), g))).ReadAll()
		if err != nil || len(edges) != len(g.Edges)+1 {
			t.Errorf("%d: %d rows, %v", i, len(edges), err)
		}
	}
}

// unguarded is a cell without the apostrophe that keeps it from being a formula.
func unguarded(cell string) string {
	if start := strings.TrimLeft(cell, "'"); start != cell && start != "" && strings.ContainsAny(start[:1], "=+-@\t\r") {
		return cell[1:]
	}
	return cell
}

// The formats that are read back keep the outline.
func TestRoundTrips(t *testing.T) {
	for _, f := range All() {
		if f.Encode == nil || f.Decode == nil {
			continue
		}
		for i, g := range samples() {
			text := encoded(t, f, g)
			got, _, err := f.Decode(t.Context(), bytes.NewReader(text))
			if err != nil {
				t.Fatalf("%s, %d: %v\n%s", f.Name, i, err, text)
			}
			if got, want := graphtest.Outline(got), graphtest.Outline(g); got != want {
				t.Errorf("%s, %d:\n%s\nwant\n%s", f.Name, i, got, want)
			}
		}
	}
}

var updateGoldens = flag.Bool("update", false, "write the golden files anew")

// The sample in every format, as people would read it.
func TestGoldens(t *testing.T) {
	for _, f := range All() {
		if f.Encode == nil {
			continue
		}
		file := filepath.Join("testdata", "sample."+f.Name)
		got := encoded(t, f, graphtest.Sample())
		if *updateGoldens {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s (%v); run with -update and look at it", f.Name, file, err)
		}
	}
}
