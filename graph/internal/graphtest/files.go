package graphtest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Files reads every file of testdata with the extension and compares what
// [Describe] says of it with the text file beside it, or writes that.
func Files(t *testing.T, extension string, update bool, decode func(context.Context, io.Reader) (*graph.Graph, []graph.Diagnostic, error)) {
	files, err := filepath.Glob(filepath.Join("testdata", "*"+extension))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), extension), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			g, diagnostics, err := decode(t.Context(), bytes.NewReader(src))
			if err == nil {
				if err := g.Check(); err != nil {
					t.Error(err)
				}
			}
			got, golden := Describe(g, diagnostics, err), strings.TrimSuffix(file, extension)+".txt"
			if update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// Describe is what was read of a file: the outline with IDs, the edges that it
// does not imply, what is odd, or the error.
func Describe(g *graph.Graph, diagnostics []graph.Diagnostic, err error) string {
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	x := graph.NewIndex(g)
	for i, n := range g.Nodes {
		fmt.Fprintf(&b, "%s%s %q %s\n", strings.Repeat("  ", len(x.Ancestors(i))), n.Kind, n.Title, n.ID)
	}
	for _, e := range g.Edges {
		if e.Kind != graph.Contains {
			fmt.Fprintf(&b, "%s → %s %s\n", e.From, e.To, e.Kind)
		}
	}
	for _, d := range diagnostics {
		fmt.Fprintln(&b, d)
	}
	return b.String()
}
