package metadata

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// LayoutOption is the name of the option that chooses a layout. Layouts other
// than the default one may draw more of a graph.
const LayoutOption = "layout"

// Fingerprint is the SHA-256 of what the picture shows, in hex: the texts, order,
// kinds, icons, links and states of what is drawn, the edges, the options, and
// [Version]. Summaries, resources and positions are no part of it, so that a
// change of prose alone leaves it as it is.
func (f Figure) Fingerprint() string {
	c := canon{make([]byte, 0, 128*(1+len(f.Graph.Nodes)))}
	c.number(Version)
	c.number(len(f.Options))
	for _, name := range slices.Sorted(maps.Keys(f.Options)) {
		c.strings(name, f.Options[name])
	}
	c.strings(f.Graph.Language)
	everything := f.Options[LayoutOption] != ""
	resources := map[string]bool{}
	for i := range f.Graph.Nodes {
		switch n := &f.Graph.Nodes[i]; {
		case n.Kind == graph.Resource:
			resources[n.ID] = true
		case n.Kind != graph.Course || everything:
			c.node(n, everything)
		}
	}
	for _, e := range f.Graph.Edges {
		if e.Kind != graph.Contains && !resources[e.From] && !resources[e.To] {
			c.strings(string(e.Kind), e.From, e.To)
		}
	}
	sum := sha256.Sum256(c.buf)
	return hex.EncodeToString(sum[:])
}

// canon collects the canonical bytes: every string has its length before it, so
// that no two lists of strings have the same bytes.
type canon struct{ buf []byte }

func (c *canon) number(n int) { c.buf = binary.AppendUvarint(c.buf, uint64(n)) }

func (c *canon) strings(values ...string) {
	for _, s := range values {
		c.number(len(s))
		c.buf = append(c.buf, s...)
	}
}

func (c *canon) node(n *graph.Node, everything bool) {
	optional := ""
	if n.Optional {
		optional = "optional"
	}
	c.strings(string(n.Kind), n.ID, n.Parent, n.Title, n.Label, n.Number, n.Icon, n.URL, optional, string(n.Status), n.Side)
	if !everything {
		return
	}
	c.number(len(n.Attributes))
	for _, name := range slices.Sorted(maps.Keys(n.Attributes)) {
		c.strings(name, n.Attributes[name])
	}
}
