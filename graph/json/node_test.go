package json

import (
	"bytes"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// An address that must not be followed is kept, but not where programs look for
// links.
func TestUnlinked(t *testing.T) {
	for _, address := range []string{"javascript:alert(1)", "//example.org", "data:text/html,x", "ftp://example.org", " https://example.org "} {
		g := &graph.Graph{Nodes: []graph.Node{{ID: "course", Kind: graph.Course, Title: "C", URL: address}}, Edges: []graph.Edge{}}
		var b bytes.Buffer
		if err := Encode(&b, g); err != nil {
			t.Fatal(err)
		}
		if text := b.String(); strings.Contains(text, `"url"`) || !strings.Contains(text, `"unlinked":"`+address+`"`) {
			t.Errorf("%q is written as\n%s", address, text)
		}
		again, _, err := Decode(t.Context(), &b)
		if err != nil || again.Nodes[0].URL != address {
			t.Errorf("%q is read as %+v, %v", address, again, err)
		}
	}
}
