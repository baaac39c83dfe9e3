package report

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

func at(file string, line int, s graph.Severity, message string) graph.Diagnostic {
	return graph.Diagnostic{Position: graph.Position{File: file, Line: line}, Severity: s, Code: "RV003", Message: message}
}

func TestSortGoesByPlaces(t *testing.T) {
	var got []string
	for _, d := range Sort([]graph.Diagnostic{
		at("b.md", 9, graph.Info, "1"), at("a.md", 3, graph.Info, "2"), at("b.md", 2, graph.Error, "3"), at("", 0, graph.Info, "4"), at("b.md", 9, graph.Info, "1"),
	}) {
		got = append(got, d.Message)
	}
	if s := strings.Join(got, " "); s != "4 3 1 2" {
		t.Error(s)
	}
}

func TestPrinterSaysAllOnceAndBoundsWhatIsMild(t *testing.T) {
	var b strings.Builder
	p := Printer{Out: &b}
	var found []graph.Diagnostic
	for i := range 33 {
		found = append(found, at("a.md", i+1, graph.Warning, "odd"), at("a.md", i+1, graph.Info, "mild"))
	}
	for i := range 20 {
		found = append(found, at("b.md", i+1, graph.Error, "wrong"))
	}
	p.Print(found, graph.Warning)
	p.Print(found, graph.Warning)
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 30 || p.Left() != 23 {
		t.Errorf("%d lines and %d left of 33 warnings and 20 errors:\n%s", len(lines), p.Left(), b.String())
	}
	if last := fmt.Sprint(found[len(found)-1]); lines[29] != last || strings.Contains(b.String(), "mild") {
		t.Errorf("%s", b.String())
	}
}

// Of a long address there is the beginning, and a sign that it is no more.
func TestUnlinkedIsShort(t *testing.T) {
	long := "ihttp://example.org/" + strings.Repeat("x", 60)
	found := Unlinked(&graph.Graph{Nodes: []graph.Node{{Title: "A", URL: long}, {Title: "B", URL: "ihttp://x"}, {Title: "C", URL: "http://x"}}})
	if len(found) != 2 || !strings.Contains(found[0].Message, strconv.Quote(long[:60]+"…")) || !strings.Contains(found[1].Message, `"ihttp://x"`) {
		t.Error(found)
	}
}
