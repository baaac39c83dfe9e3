package csv

import (
	"bytes"
	"encoding/csv"
	"io"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// What a spreadsheet would run gets an apostrophe; all other text stays.
func TestNoCellIsAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"Sets":                   "Sets",
		"a=b":                    "a=b",
		`=HYPERLINK("http://x")`: `'=HYPERLINK("http://x")`,
		"+1":                     "'+1",
		"-like":                  "'-like",
		"@home":                  "'@home",
		"\tcmd":                  "'\tcmd",
		"'tis":                   "'tis",
		"'=1":                    "''=1",
		"'":                      "'",
	} {
		g := &graph.Graph{
			Nodes: []graph.Node{{ID: "n", Title: "t", Summary: text, Attributes: map[string]string{text + "x": text}}},
			Edges: []graph.Edge{{From: "n", To: "n", Reason: text}},
		}
		nodes, edges := table(t, g, Nodes), table(t, g, Edges)
		if got := cell(nodes, "summary"); got != want {
			t.Errorf("a summary %q is written as %q, want %q", text, got, want)
		}
		if got := nodes[1][len(nodes[1])-1]; got != want {
			t.Errorf("an attribute %q is written as %q, want %q", text, got, want)
		}
		if got := cell(edges, "reason"); got != want {
			t.Errorf("a reason %q is written as %q, want %q", text, got, want)
		}
	}
}

func table(t *testing.T, g *graph.Graph, encode func(io.Writer, *graph.Graph) error) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, g); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	return rows
}

// cell is the only row's cell in a column.
func cell(rows [][]string, column string) string {
	for i, name := range rows[0] {
		if name == column {
			return rows[1][i]
		}
	}
	return "no such column"
}
