package markdown

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Every element of a document is told of once: with the role that its node has
// in the graph, or with the reason why it has none.
func TestEveryElementIsExplained(t *testing.T) {
	for _, dir := range caseDirs(t) {
		src, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		o := Options{File: filepath.ToSlash(dir) + "/README.md"}
		g, found := Parse(src, o)
		nodes := map[string]graph.Node{}
		for _, n := range g.Nodes {
			nodes[n.ID] = n
		}
		drawn := map[string]bool{}
		for _, n := range g.Drawn().Nodes {
			drawn[n.ID] = true
		}
		x, _ := Explain(t.Context(), src, o)
		told := map[graph.Position]int{}
		for _, r := range x.Elements {
			told[r.Source]++
			n, ok := nodes[r.ID]
			switch {
			case ok != (r.ID != "") || nodes[r.Parent].ID != r.Parent:
				t.Errorf("%s: %q is in no graph: %+v", dir, r.ID, r)
			case (r.Role == roleOut) != (r.Excluded != ""):
				t.Errorf("%s: %q is %s: %q", dir, r.Title, r.Role, r.Excluded)
			case ok && (n.Source != r.Source || drawn[r.ID] && r.Role != string(n.Kind) || !drawn[r.ID] && r.Role != roleOut):
				t.Errorf("%s: %+v is told of as %+v", dir, n, r)
			}
		}
		d := page.Read(src, page.Options{File: o.File})
		d.Root.Each(func(e *page.Element) {
			if e.Kind != page.List && e.Kind != page.Table && told[d.Position(e.At)] == 0 {
				t.Errorf("%s: nothing is told of %q", dir, e.Title)
			}
		})
		doubt := false
		for _, f := range found {
			doubt = doubt || f.Code == codes.Doubt.ID
		}
		if doubt != x.InDoubt || x.InDoubt && x.Other == nil {
			t.Errorf("%s: in doubt %v, told %v", dir, doubt, x.InDoubt)
		}
	}
}
