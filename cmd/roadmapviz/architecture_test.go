package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/roadmapviz/roadmapviz/"

// mayImport holds, for each top-level folder, the folders that it may import.
// ARCHITECTURE.md says why.
var mayImport = map[string][]string{
	"internal": {"internal"},
	"graph":    {"graph", "internal"},
	"themes":   {"themes", "internal"},
	"layout":   {"layout", "graph", "themes", "internal"},
	"render":   {"render", "layout", "graph", "themes", "internal"},
	"cmd":      {"cmd", "render", "layout", "graph", "themes", "internal"},
}

func TestImportsGoOneWay(t *testing.T) {
	root := os.DirFS("../..")
	seen := 0
	err := fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		room, _, _ := strings.Cut(path, "/")
		allowed, known := mayImport[room]
		if !known {
			t.Errorf("%s: Go code belongs into cmd, graph, internal, layout, render or themes", path)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("../..", path), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			inner, ours := strings.CutPrefix(name, module)
			if !ours {
				continue
			}
			seen++
			to, _, _ := strings.Cut(inner, "/")
			if !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s: %s may import only %s", path, inner, room, strings.Join(allowed, ", "))
			}
			// graph itself is the ground floor: nothing of ours lies below it.
			if filepath.ToSlash(filepath.Dir(path)) == "graph" && !strings.HasSuffix(path, "_test.go") {
				t.Errorf("%s imports %s: package graph imports nothing of ours", path, inner)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Fatal("no import of the module was seen: is the test looking in the right folder?")
	}
}
