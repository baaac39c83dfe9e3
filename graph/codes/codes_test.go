package codes_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

func TestEveryRuleHasItsPageAndEveryPageItsRule(t *testing.T) {
	for _, r := range codes.All() {
		if page := r.Page(); len(page) < 100 || !strings.HasSuffix(page, "\n") || strings.HasPrefix(page, "#") {
			t.Errorf("%s: the page wants text, a last newline and no heading: %q", r.Code, page)
		}
		if r.Title == "" || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: title %q", r.Code, r.Title)
		}
	}
	files, err := os.ReadDir("pages")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := codes.Lookup(strings.TrimSuffix(f.Name(), ".md")); !ok {
			t.Errorf("pages/%s is the page of no rule", f.Name())
		}
	}
	if names := codes.Names(); !slices.IsSorted(names) {
		t.Errorf("the rules are not in order: %v", names)
	}
	if _, ok := codes.Lookup("RV000"); ok {
		t.Error("RV000 was found")
	}
}

// Every code that stands in the sources is in the register, and every code in
// the register stands in a source, so that none is explained that nobody reports.
func TestRegisterAndSourcesAgree(t *testing.T) {
	code := regexp.MustCompile(`"(RV\d{3})"`)
	used := map[string]string{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "graph/codes/") {
			return err
		}
		src, err := fs.ReadFile(root, path)
		for _, m := range code.FindAllSubmatch(src, -1) {
			used[string(m[1])] = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for c, path := range used {
		if _, ok := codes.Lookup(c); !ok {
			t.Errorf("%s uses %s, which is not in the register", path, c)
		}
	}
	for _, c := range codes.Names() {
		if used[c] == "" {
			t.Errorf("nothing reports %s", c)
		}
	}
}
