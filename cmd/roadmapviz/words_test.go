package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// commandWords are words of a command line.
var commandWords = regexp.MustCompile(`(^|[ ('])--[a-z%]|-o '|\broadmapviz (badge|check|diff|explain|export|icons|init|inspect|lint|list|mark|next|order|path|render|serve|stats|sync|themes) ?`)

// TestLibrariesDoNotKnowTheCommand: what can be had as a library says what is wrong of
// options, by their names; how to give them on a command line says the command.
func TestLibrariesDoNotKnowTheCommand(t *testing.T) {
	// What is read on GitHub, in the text of documents and in CI, is of the command; the benchmark runs it.
	excused := []string{"graph/markdown/", "render/figure/pages/", "render/figure/settings/starter.go", "render/service/about.go", "internal/bench/", "internal/git/"}
	files := 0
	for _, folder := range []string{"graph", "layout", "render", "themes", "internal"} {
		err := filepath.WalkDir(filepath.Join("..", "..", folder), func(name string, e fs.DirEntry, err error) error {
			path := strings.TrimPrefix(filepath.ToSlash(name), "../../")
			for _, prefix := range excused {
				if strings.HasPrefix(path, prefix) {
					return err
				}
			}
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, src, 0)
			if err != nil {
				return err
			}
			files++
			ast.Inspect(file, func(n ast.Node) bool {
				if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING {
					if value, _ := strconv.Unquote(text.Value); commandWords.MatchString(value) {
						t.Errorf("%v: %q has words of a command line", set.Position(n.Pos()), value)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 100 {
		t.Errorf("only %d files were read", files)
	}
}
