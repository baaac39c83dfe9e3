package metadata

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
)

// The names of options that decide how much of a graph is drawn: the layout, for
// those other than the default one may draw more, and the levels of topics.
const (
	LayoutOption = "layout"
	DepthOption  = "depth"
	focusOption  = "focus"
)

// Shown is the part of the graph that is drawn: no resources, and topics only
// down to the depth of the options.
func (f Figure) Shown() *graph.Graph {
	depth, err := strconv.Atoi(f.Options[DepthOption])
	if err != nil {
		depth = 1
	}
	g := &graph.Graph{Language: f.Graph.Language, Form: f.Graph.Form}
	levels := make(map[string]int, len(f.Graph.Nodes)) // of topics, by ID; −1 is not shown
	for _, n := range f.Graph.Nodes {
		level := levels[n.Parent]
		switch {
		case level < 0, n.Kind == graph.Resource:
			level = -1
		case n.Kind == graph.Topic:
			level++
		}
		if level > depth && !g.IsPlain() {
			level = -1
		}
		levels[n.ID] = level
		if level >= 0 {
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, e := range f.Graph.Edges {
		if levels[e.From] >= 0 && levels[e.To] >= 0 {
			g.Edges = append(g.Edges, e)
		}
	}
	return g
}

// Prior are the nodes that the figure shows, without that of the course if they are
// not all of it: what the course was, for reading it again.
func (f Figure) Prior() []graph.Node {
	whole := len(f.Parts) == 0 && f.Options[focusOption] == ""
	return slices.DeleteFunc(slices.Clone(f.Graph.Drawn().Nodes), func(n graph.Node) bool { return n.Kind == graph.Course && !whole })
}

// Fingerprint is the SHA-256 of what the picture shows, in hex: the texts, order,
// kinds, icons, links and states of what is drawn, the edges, the options, and
// [Version]. Summaries, resources and positions are no part of it, so that a
// change of prose alone leaves it as it is.
func (f Figure) Fingerprint() string {
	g := f.Shown()
	c := canon{make([]byte, 0, 128*(1+len(g.Nodes)))}
	c.number(Version)
	c.number(len(f.Options))
	for _, name := range slices.Sorted(maps.Keys(f.Options)) {
		c.strings(name, f.Options[name])
	}
	c.strings(g.Language)
	everything := f.Options[LayoutOption] != "" || g.IsPlain()
	if g.IsPlain() {
		c.strings(string(g.Form))
	}
	for i := range g.Nodes {
		if n := &g.Nodes[i]; n.Kind != graph.Course || everything {
			c.node(n, everything)
		}
	}
	for _, e := range g.Edges {
		if e.Kind != graph.Contains {
			c.strings(string(e.Kind), e.From, e.To)
			if g.IsPlain() {
				c.strings(e.Label)
			}
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
	if n.Implied {
		c.strings("implied")
	}
	c.number(len(n.Attributes))
	for _, name := range slices.Sorted(maps.Keys(n.Attributes)) {
		c.strings(name, n.Attributes[name])
	}
}
