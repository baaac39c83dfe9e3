package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// TestFit holds the reading of the labelled documents beside the module
// against the figures that were reached when the weights were learned. The
// documents are no part of the module: the test is skipped where they are not
// there.
func TestFit(t *testing.T) {
	data, err := os.ReadFile("../../testdata/fit.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ Mean, Right float64 }
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join("..", "..", "..", "..", "..", "shared")
	sum, right, all := 0.0, 0, 0
	for _, folder := range []string{"corpus", "courses"} {
		dir := filepath.Join(shared, folder)
		if _, err := os.Stat(dir); err != nil {
			t.Skip("no labelled documents: ", err)
		}
		docs, err := load(dir, filepath.Join(dir, "expected"))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			o := shape.Read(page.Read(d.src, page.Options{File: d.name + ".md"}), shape.Prior{})
			got := outline(o.Tree, &shape.Reading{Roles: o.Roles})
			best := 0.0
			for _, g := range d.golds() {
				best = max(best, g.score(got).worst())
			}
			sum += best
			all++
			if best >= isRight {
				right++
			}
		}
	}
	mean, share := sum/float64(all), float64(right)/float64(all)
	t.Logf("mean %.3f, %d of %d right", mean, right, all)
	if mean < want.Mean-0.002 || share < want.Right-0.002 {
		t.Errorf("mean %.3f, want %.3f; right %.3f, want %.3f", mean, want.Mean, share, want.Right)
	}
}
