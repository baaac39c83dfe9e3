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
			// graph itself is the ground floor: nothing of ours lies below it but internal.
			if to != "internal" && filepath.ToSlash(filepath.Dir(path)) == "graph" && !strings.HasSuffix(path, "_test.go") {
				t.Errorf("%s imports %s: package graph imports nothing of ours but internal", path, inner)
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

// ownEscapes are the functions that write with package fmt, by package and name:
// formats that have their own rules of what must be escaped, and words of our own.
var ownEscapes = map[string]string{
	"changes.writeMarkdown": "Markdown",
	"pages.writeGitHub":     "workflow commands", "pages.writeMarkdown": "Markdown",
	"settings.Starter": "YAML", "settings.writeInputs": "YAML", "settings.writeLeftOut": "YAML", "settings.writeNodes": "YAML", "settings.writeRows": "YAML",
	"main.explainCode": "our own page", "main.describeFormats": "help", "main.show": "a number that is wiped out",
	"report.writeGitHub": "workflow commands", "report.writeMarkdown": "Markdown",
	"markup.String": "workflow commands", "terminal.Escape": "escapes",
}

// TestTextGoesThroughOneWriter holds commands, and the packages that write for
// terminals, to package terminal: what fmt writes is not escaped.
func TestTextGoesThroughOneWriter(t *testing.T) {
	used, seen := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir("../..", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		if !writesForTerminals(name, file) {
			return nil
		}
		seen[file.Name.Name] = true
		for _, d := range file.Decls {
			in := file.Name.Name + "." + nameOf(d)
			ast.Inspect(d, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && isPrint(s) {
					if used[in] = true; ownEscapes[in] == "" {
						t.Errorf("%s: %s writes with fmt.%s: terminal.Print escapes what must not reach a terminal", name, in, s.Sel.Name)
					}
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for in := range ownEscapes {
		if !used[in] {
			t.Errorf("%s does not write with fmt any more", in)
		}
	}
	for _, name := range []string{"main", "report", "listing"} {
		if !seen[name] {
			t.Errorf("package %s was not looked at", name)
		}
	}
}

// writesForTerminals tells the files of the command, of the package that reports,
// and all that know the one writer.
func writesForTerminals(name string, file *ast.File) bool {
	switch filepath.ToSlash(filepath.Dir(name)) {
	case "../../cmd/roadmapviz", "../../graph/report", "../../internal/terminal":
		return true
	}
	return slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool {
		return i.Path.Value == strconv.Quote(module+"internal/terminal")
	})
}

// nameOf is the name of a function, or of the first variable of a declaration.
func nameOf(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return d.Name.Name
	case *ast.GenDecl:
		if v, ok := d.Specs[0].(*ast.ValueSpec); ok {
			return v.Names[0].Name
		}
	}
	return ""
}

func isPrint(s *ast.SelectorExpr) bool {
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == "fmt" && (strings.HasPrefix(s.Sel.Name, "Fprint") || strings.HasPrefix(s.Sel.Name, "Print"))
}
