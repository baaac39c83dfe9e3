package metadata

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
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
	g := &graph.Graph{Language: f.Graph.Language, Form: f.Graph.Form}
	seen := f.sight()
	for i := range f.Graph.Nodes {
		if seen.node(i) {
			g.Nodes = append(g.Nodes, f.Graph.Nodes[i])
		}
	}
	for i := range f.Graph.Edges {
		if seen.edge(i) {
			g.Edges = append(g.Edges, f.Graph.Edges[i])
		}
	}
	return g
}

// sight tells which elements of a graph are shown, by their positions.
type sight struct {
	index  *graph.Index
	levels []int // of the nodes: how many topics each is in, itself counted; −1 is not shown
}

func (f Figure) sight() sight {
	depth, err := strconv.Atoi(f.Options[DepthOption])
	if err != nil {
		depth = 1
	}
	s := sight{f.Index.Of(f.Graph), make([]int, len(f.Graph.Nodes))}
	for i := range f.Graph.Nodes {
		n, level := &f.Graph.Nodes[i], 0
		if above := s.index.Parent(i); above >= 0 && above < i {
			level = s.levels[above]
		}
		switch {
		case level < 0, n.Kind == graph.Resource:
			level = -1
		case n.Kind == graph.Topic:
			level++
		}
		if level > depth && !f.Graph.IsPlain() {
			level = -1
		}
		s.levels[i] = level
	}
	return s
}

func (s sight) node(i int) bool { return s.levels[i] >= 0 }

func (s sight) edge(i int) bool {
	from, to := s.index.Ends(i)
	return (from < 0 || s.node(from)) && (to < 0 || s.node(to))
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
	c, seen := newCanon(), f.sight()
	c.number(Version)
	c.number(len(f.Options))
	for _, name := range slices.Sorted(maps.Keys(f.Options)) {
		c.strings(name, f.Options[name])
	}
	c.strings(f.Graph.Language)
	plain := f.Graph.IsPlain()
	everything := f.Options[LayoutOption] != "" || plain
	if plain {
		c.strings(string(f.Graph.Form))
	}
	for i := range f.Graph.Nodes {
		if n := &f.Graph.Nodes[i]; seen.node(i) && (n.Kind != graph.Course || everything) {
			c.node(n, everything)
		}
	}
	for i := range f.Graph.Edges {
		if e := &f.Graph.Edges[i]; e.Kind != graph.Contains && seen.edge(i) {
			c.strings(string(e.Kind), e.From, e.To)
			if plain {
				c.strings(e.Label)
			}
		}
	}
	return hex.EncodeToString(c.sum())
}

// canon digests the canonical bytes: every string has its length before it, so
// that no two lists of strings have the same bytes.
type canon struct {
	hash hash.Hash
	buf  []byte
}

// digested is how many bytes are digested at once, about.
const digested = 4 << 10

func newCanon() *canon { return &canon{sha256.New(), make([]byte, 0, digested+digested/4)} }

func (c *canon) sum() []byte {
	c.hash.Write(c.buf)
	return c.hash.Sum(nil)
}

func (c *canon) number(n int) { c.buf = binary.AppendUvarint(c.buf, uint64(n)) }

func (c *canon) strings(values ...string) {
	for _, s := range values {
		c.number(len(s))
		c.buf = append(c.buf, s...)
	}
	if len(c.buf) > digested {
		c.hash.Write(c.buf)
		c.buf = c.buf[:0]
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
