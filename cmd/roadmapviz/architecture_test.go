package main

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
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

// imports holds which packages some packages may import; internal is all that lies
// there. Tests of a package may import more.
var imports = map[string][]string{
	"graph":          {"internal"}, // the ground floor
	"graph/metadata": {"graph", "graph/json", "internal"},
}

// importedBy holds which folders, with all that lies in them, may import some
// folders: figures are made of formats, and no format knows of figures.
var importedBy = map[string][]string{
	"render/figure":          {"render/figure", "render/service", "cmd"},
	"render/figure/settings": {"render/figure/settings", "render/figure/pages", "render/service", "cmd"},
	"render/figure/pages":    {"render/figure/pages", "cmd"},
	"graph/formats":          {"graph/formats", "graph/course", "render/service", "cmd"},
	"render/formats":         {"render/formats", "render/figure", "render/service", "cmd"},
	"layout/engines":         {"layout", "render", "cmd"},
}

// within tells whether a path is a folder or lies in it.
func within(folder, path string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

func TestImportsGoOneWay(t *testing.T) {
	root := os.DirFS("../..")
	seen := 0
	err := fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		room, _, _ := strings.Cut(path, "/")
		if within("internal/bench", path) { // a program, which nothing imports
			room = "cmd"
		}
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
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			from := filepath.ToSlash(filepath.Dir(path))
			if allowed, bounded := imports[from]; bounded && !slices.ContainsFunc(allowed, func(folder string) bool {
				return inner == folder || folder == "internal" && within(folder, inner)
			}) {
				t.Errorf("%s imports %s: package %s may import only %s", path, inner, from, strings.Join(allowed, ", "))
			}
			if allowed, bounded := importedBy[inner]; bounded && !slices.ContainsFunc(allowed, func(folder string) bool { return within(folder, from) }) {
				t.Errorf("%s imports %s, which is only for %s", path, inner, strings.Join(allowed, ", "))
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

// Only programs for users lie below cmd: 'go install …/cmd/...', by which they get those
// that roadmapviz runs, puts all of them on their path.
func TestProgramsOfUsers(t *testing.T) {
	programs := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly)
		if err == nil && file.Name.Name == "main" {
			programs[filepath.Base(filepath.Dir(path))] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got, want := slices.Sorted(maps.Keys(programs)), []string{"roadmapviz", "roadmapviz-graphviz", "roadmapviz-serve"}
	if !slices.Equal(got, want) {
		t.Errorf("the programs below cmd are %q, not %q", got, want)
	}
}

// wellKnown are the methods that need no comment: their contracts are those of
// interfaces that everybody knows.
var wellKnown = []string{"Error", "Unwrap", "String", "UnmarshalYAML", "MarshalJSON", "UnmarshalJSON"}

// Every package that others can import says what it is for, shows how it is used in
// an example that runs, and says of every name what it means.
func TestPublicPackagesAreDocumented(t *testing.T) {
	seen := 0
	for _, room := range []string{"graph", "layout", "render", "themes"} {
		err := filepath.WalkDir("../../"+room, func(folder string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || !e.IsDir():
				return err
			case e.Name() == "internal" || e.Name() == "testdata":
				return fs.SkipDir
			}
			names, err := filepath.Glob(folder + "/*.go")
			if err != nil || len(names) == 0 || strings.HasSuffix(folder, "test") { // a helper of tests
				return err
			}
			seen++
			return holdDocumented(t, names)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 30 {
		t.Errorf("only %d packages were seen", seen)
	}
}

func holdDocumented(t *testing.T, names []string) error {
	var examples []*doc.Example
	about := false
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		if strings.HasSuffix(name, "_test.go") {
			examples = append(examples, doc.Examples(file)...)
			continue
		}
		about = about || file.Doc != nil
		for _, d := range file.Decls {
			for _, bare := range withoutComment(d) {
				t.Errorf("%s: %s has no comment", name, bare)
			}
		}
	}
	if !about {
		t.Errorf("%s: the package has no comment", filepath.Dir(names[0]))
	}
	if !slices.ContainsFunc(examples, func(e *doc.Example) bool { return e.Output != "" }) {
		t.Errorf("%s: the package has no example that is run", filepath.Dir(names[0]))
	}
	return nil
}

// withoutComment are the exported names of a declaration that have no comment. One
// before a group is for all of it.
func withoutComment(d ast.Decl) (bare []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && isExportedMethod(d) && !(d.Recv != nil && slices.Contains(wellKnown, d.Name.Name)) {
			bare = append(bare, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					bare = append(bare, s.Name.Name)
				}
			case *ast.ValueSpec:
				if s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					bare = append(bare, s.Names[0].Name)
				}
			}
		}
	}
	return bare
}

// isExportedMethod tells functions, and methods of types that others see.
func isExportedMethod(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	of := d.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	name, ok := of.(*ast.Ident)
	return !ok || name.IsExported()
}

// ARCHITECTURE.md names folders that there are, and all of internal.
func TestArchitectureNamesTheFolders(t *testing.T) {
	page, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`((?:cmd|graph|internal|layout|render|themes)(?:/[a-z-]+)*)`").FindAllSubmatch(page, -1) {
		folder := string(m[1])
		if named[folder] = true; folder != "internal" {
			if info, err := os.Stat("../../" + folder); err != nil || !info.IsDir() {
				t.Errorf("there is no folder %s", folder)
			}
		}
	}
	inner, err := os.ReadDir("../../internal")
	if err != nil || len(named) < 30 {
		t.Fatalf("%d folders are named (%v)", len(named), err)
	}
	for _, e := range inner {
		if !named["internal/"+e.Name()] {
			t.Errorf("internal/%s is not named", e.Name())
		}
	}
}

// ownEscapes are the functions that write with package fmt, by package and name:
// formats that have their own rules of what must be escaped, and words of our own.
var ownEscapes = map[string]string{
	"changes.writeMarkdown": "Markdown",
	"pages.writeGitHub":     "workflow commands", "pages.writeMarkdown": "Markdown",
	"settings.Starter": "YAML", "settings.writeInputs": "YAML", "settings.writeLeftOut": "YAML", "settings.writeNodes": "YAML", "settings.writeRows": "YAML",
	"main.explainCode": "our own page", "main.describeFormats": "help", "terminal.show": "a number that is wiped out",
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
