package main

import (
	"go/ast"
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

// ownEscapes are the functions of the program that write with package fmt:
// files that have their own rules of what must be escaped, and words of our own.
var ownEscapes = map[string]string{
	"checkGitHub": "workflow commands", "writeGitHub": "workflow commands",
	"checkMarkdown": "Markdown", "compareFormats": "Markdown",
	"write": "HTML in Markdown", "writeHTMLOutline": "HTML in Markdown",
	"starter": "YAML", "writeInputs": "YAML", "writeLeftOut": "YAML", "writeNodes": "YAML", "writeRows": "YAML",
	"explainCode": "our own page", "describeFormats": "help", "show": "a number that is wiped out",
}

// TestTextGoesThroughOneWriter holds commands to package terminal: what fmt
// writes is not escaped.
func TestTextGoesThroughOneWriter(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	used := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			in := ""
			switch d := d.(type) {
			case *ast.FuncDecl:
				in = d.Name.Name
			case *ast.GenDecl:
				if v, ok := d.Specs[0].(*ast.ValueSpec); ok {
					in = v.Names[0].Name
				}
			}
			ast.Inspect(d, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && isPrint(s) {
					if used[in] = true; ownEscapes[in] == "" {
						t.Errorf("%s: %s writes with fmt.%s: terminal.Print escapes what must not reach a terminal", name, in, s.Sel.Name)
					}
				}
				return true
			})
		}
	}
	for in := range ownEscapes {
		if !used[in] {
			t.Errorf("%s does not write with fmt any more", in)
		}
	}
}

func isPrint(s *ast.SelectorExpr) bool {
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == "fmt" && (strings.HasPrefix(s.Sel.Name, "Fprint") || strings.HasPrefix(s.Sel.Name, "Print"))
}
