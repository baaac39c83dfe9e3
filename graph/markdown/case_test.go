package markdown

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

var update = flag.Bool("update", false, "rewrite the expected files")

// caseDirs are the folders under testdata that hold a README.md.
func caseDirs(t testing.TB) []string {
	t.Helper()
	var dirs []string
	err := filepath.WalkDir("testdata", func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Name() == "README.md" {
			dirs = append(dirs, filepath.Dir(path))
		}
		return err
	})
	if err != nil || len(dirs) == 0 {
		t.Fatal("no cases", err)
	}
	return dirs
}

func caseFiles(t testing.TB) [][]byte {
	var out [][]byte
	for _, dir := range caseDirs(t) {
		src, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, src)
	}
	return out
}

// A parsed is what a case expects: the outline for people, then the graph and
// the diagnostics.
type parsed struct {
	Outline     []string     `json:"outline"`
	Diagnostics []string     `json:"diagnostics,omitempty"`
	Graph       *graph.Graph `json:"graph"`
}

// TestCases parses testdata/**/README.md and compares with want.json where one is beside it.
func TestCases(t *testing.T) {
	for _, dir := range caseDirs(t) {
		if _, err := os.Stat(filepath.Join(dir, "want.json")); err != nil {
			continue // of the outline alone: TestOutlines
		}
		name, err := filepath.Rel("testdata", dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(filepath.Join(dir, "README.md"))
			if err != nil {
				t.Fatal(err)
			}
			g, found := Parse(src, Options{File: filepath.ToSlash(name) + "/README.md"})
			checkGraph(t, g)
			got := parsed{Outline: outlineOf(g), Graph: g}
			for _, d := range found {
				if d.Code != codes.Doubt.ID && d.Code != codes.Lost.ID { // these hang on the weights
					got.Diagnostics = append(got.Diagnostics, d.String())
				}
			}
			var out bytes.Buffer
			enc := json.NewEncoder(&out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", " ")
			if err := enc.Encode(got); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, "want.json")
			if *update {
				if err := os.WriteFile(file, out.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out.Bytes(), bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
				t.Errorf("differs from %s; got\n%s", file, out.Bytes())
			}
		})
	}
}
