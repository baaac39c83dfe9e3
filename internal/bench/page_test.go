//go:build linux

package main

import (
	"os"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// The page shows what was measured, and nothing else.
func TestPage(t *testing.T) {
	path := "../../" + page
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	filled, err := fill(text, "machines")
	if err != nil {
		t.Fatal(err)
	}
	golden.File(t, path, filled)
}
