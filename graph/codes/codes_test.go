package codes_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

func TestEveryCodeHasItsPageAndEveryPageItsCode(t *testing.T) {
	for _, c := range codes.All() {
		if page := c.Page(); len(page) < 100 || !strings.HasSuffix(page, "\n") || strings.HasPrefix(page, "#") {
			t.Errorf("%s: the page wants a text of 100 bytes or more, a last newline and no heading: %q", c.ID, page)
		}
		if c.Title == "" || strings.HasSuffix(c.Title, ".") {
			t.Errorf("%s: title %q", c.ID, c.Title)
		}
	}
	files, err := os.ReadDir("pages")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := codes.Lookup(strings.TrimSuffix(f.Name(), ".md")); !ok {
			t.Errorf("pages/%s is the page of no code", f.Name())
		}
	}
	if names := codes.Names(); !slices.IsSorted(names) {
		t.Errorf("the codes are not in order: %v", names)
	}
	if _, ok := codes.Lookup("RV000"); ok {
		t.Error("RV000 was found")
	}
}

// Every code is in the list and is reported somewhere, and none is made
// elsewhere, so that nothing is reported that is not explained, nor explained
// that nobody reports.
func TestRegisterAndSourcesAgree(t *testing.T) {
	src, err := os.ReadFile("codes.go")
	if err != nil {
		t.Fatal(err)
	}
	reported := map[string]bool{} // by the name of the variable
	for _, m := range regexp.MustCompile(`(?m)^\t(\w+) += Code\{"(\w+)"`).FindAllSubmatch(src, -1) {
		reported[string(m[1])] = false
		if _, ok := codes.Lookup(string(m[2])); !ok {
			t.Errorf("%s is not in the list of all codes", m[1])
		}
	}
	if len(reported) != len(codes.All()) {
		t.Errorf("%d codes have a name, %d are in the list", len(reported), len(codes.All()))
	}
	use := regexp.MustCompile(`\bcodes\.([A-Z]\w*)(\.ID\b|\{)?`)
	literal := regexp.MustCompile(`"RV\d{3}"`)
	root := os.DirFS("../..")
	err = fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "graph/codes/") {
			return err
		}
		src, err := fs.ReadFile(root, path)
		if c := literal.Find(src); c != nil {
			t.Errorf("%s writes %s itself: name the code by its variable", path, c)
		}
		for _, m := range use.FindAllSubmatch(src, -1) {
			name, how := string(m[1]), string(m[2])
			if name == "Code" && how == "{" {
				t.Errorf("%s makes a code of its own", path)
			}
			if _, is := reported[name]; is && how == "" { // with .ID it is only compared
				reported[name] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, yes := range reported {
		if !yes {
			t.Errorf("nothing reports %s", name)
		}
	}
}

func TestADiagnosticIsMadeOfItsCode(t *testing.T) {
	at := graph.Position{File: "a.md", Line: 2, Column: 3}
	for want, d := range map[string]graph.Diagnostic{
		`a.md:2:3: info RV003: the section "100%" has no topics (write some)`: codes.NoTopics.At(at, "write some", "the section %q has no topics", "100%"),
		`warning RV005: round it goes`:                                        codes.Cycle.As(graph.Warning).At(graph.Position{}, "", "round it goes"),
	} {
		if d.String() != want {
			t.Errorf("%s, want %s", d, want)
		}
	}
	if codes.Cycle.Severity != graph.Error {
		t.Error("the register has changed")
	}
}

func TestAReporterKeepsSomeOfEachCodeInOrder(t *testing.T) {
	var r codes.Reporter
	for line := 1000; line > 0; line-- {
		r.Report(codes.NoTopics, graph.Position{Line: line}, "", "nothing")
	}
	r.Report(codes.Lost, graph.Position{Line: 1}, "", "much")
	found := r.Sorted()
	if len(found) != 201 || !r.Full(codes.NoTopics) || r.Full(codes.Lost) || found[0].Code != codes.Lost.ID || found[200].Position.Line != 1000 {
		t.Errorf("%d diagnostics: %v …", len(found), found[:min(len(found), 3)])
	}
}
