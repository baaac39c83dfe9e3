package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// The examples in the pages about annotations are courses without any finding.
func TestExamplesOfAnnotationsAreRight(t *testing.T) {
	page, err := os.ReadFile("../../docs/annotations.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```markdown\n(.*?)```").FindAllSubmatch(page, -1)
	if len(examples) < 3 {
		t.Fatalf("only %d examples", len(examples))
	}
	for _, e := range examples {
		g, found := markdown.Parse(e[1], markdown.Options{File: "example.md"})
		for _, d := range found {
			t.Errorf("%v\n%s", d, e[1])
		}
		if len(graph.NewIndex(g.Drawn()).Nodes(graph.Topic)) < 2 {
			t.Errorf("the example has no topics:\n%s", e[1])
		}
	}
}

// Links between the pages lead somewhere.
func TestLinksInDocsLeadSomewhere(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	fence := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range markdown.DeadAnchors(text, markdown.Options{File: page}) {
			t.Error(d)
		}
		for _, m := range link.FindAllSubmatch(fence.ReplaceAll(text, nil), -1) {
			to, _, _ := strings.Cut(string(m[1]), "#")
			if to == "" || strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), to)); err != nil {
				t.Errorf("%s: %s leads nowhere", page, m[1])
			}
		}
	}
}

// The example of list's JSON has every key that list writes, and no other.
func TestExampleOfListIsComplete(t *testing.T) {
	page, err := os.ReadFile("../../docs/doubt.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile("(?s)```json\n(.*?)```").FindSubmatch(page)
	if example == nil {
		t.Fatal("there is no example")
	}
	d := json.NewDecoder(bytes.NewReader(example[1]))
	d.DisallowUnknownFields()
	var l listing
	if err := d.Decode(&l); err != nil {
		t.Fatal(err)
	}
	for _, of := range []reflect.Type{reflect.TypeFor[listing](), reflect.TypeFor[listedDocument](), reflect.TypeFor[listedElement](), reflect.TypeFor[markdown.Factor]()} {
		for i := range of.NumField() {
			key, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			if key != "" && !bytes.Contains(example[1], []byte(`"`+key+`": `)) {
				t.Errorf("the example lacks %q", key)
			}
		}
	}
}
