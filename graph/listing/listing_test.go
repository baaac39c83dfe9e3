package listing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// The text of a deep course is no more than its lines, and says how deep they are.
func TestDeepListIsLinear(t *testing.T) {
	size := func(levels int) int {
		g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "Course"}}}
		for i := range levels {
			n := graph.Node{ID: fmt.Sprint(i), Kind: graph.Topic, Title: "Topic", Parent: g.Nodes[i].ID}
			g.Nodes = append(g.Nodes, n)
		}
		var b bytes.Buffer
		if err := Of(g).Text(&b, false); err != nil {
			t.Fatal(err)
		}
		if last := fmt.Sprintf("\n%s+%d Topic\n", strings.Repeat("  ", mostInset), levels-mostInset); !strings.HasSuffix(b.String(), last) {
			t.Errorf("%d levels do not end with %q", levels, last)
		}
		return b.Len()
	}
	if a, b := size(1000), size(2000); b > 3*a {
		t.Errorf("1000 levels are %d bytes, and 2000 are %d", a, b)
	}
}

// The example of the JSON form has every key that is written, and no other.
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
	var l Listing
	if err := d.Decode(&l); err != nil {
		t.Fatal(err)
	}
	for _, of := range []reflect.Type{reflect.TypeFor[Listing](), reflect.TypeFor[Document](), reflect.TypeFor[Element](), reflect.TypeFor[markdown.Factor]()} {
		for i := range of.NumField() {
			key, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			if key != "" && !bytes.Contains(example[1], []byte(`"`+key+`": `)) {
				t.Errorf("the example lacks %q", key)
			}
		}
	}
}
