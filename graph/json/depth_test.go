package json

import (
	"fmt"
	"strings"
	"testing"
)

// nested is a file whose topics stand in each other, so many levels below the
// course.
func nested(levels int) string {
	var b strings.Builder
	b.WriteString(`{"roadmapviz": 1, "nodes": [
{"id": "course", "kind": "course", "title": "Course"},
{"id": "1", "kind": "part", "title": "Part", "parent": "course"},
{"id": "2", "kind": "section", "title": "Section", "parent": "1"}`)
	for i := 3; i <= levels; i++ {
		fmt.Fprintf(&b, ",\n{\"id\": \"%d\", \"kind\": \"topic\", \"title\": \"Topic\", \"parent\": \"%d\"}", i, i-1)
	}
	b.WriteString("]}\n")
	return b.String()
}

func TestDepthIsBounded(t *testing.T) {
	if g, _, err := Decode(t.Context(), strings.NewReader(nested(maxDepth))); err != nil || len(g.Nodes) != maxDepth+1 {
		t.Errorf("at the limit: %v", err)
	}
	for _, levels := range []int{maxDepth + 1, 100 * maxDepth} {
		_, _, err := Decode(t.Context(), strings.NewReader(nested(levels)))
		if want := `1003:1: node "1001": stands more than 1000 levels deep (nest less deeply)`; err == nil || err.Error() != want {
			t.Errorf("%d levels: %v\nwant %s", levels, err, want)
		}
	}
	// Nor is the text itself nested without end.
	deep := `{"roadmapviz": 1, "nodes": [{"id": ` + strings.Repeat("[", 1_000_000)
	if _, _, err := Decode(t.Context(), strings.NewReader(deep)); err == nil || !strings.Contains(err.Error(), "too many brackets") {
		t.Errorf("a million brackets: %v", err)
	}
}
