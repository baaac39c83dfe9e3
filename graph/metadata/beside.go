package metadata

import (
	"encoding/hex"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Everything is a digest of all that is known of a course but its places in a
// document, for figures that show more of it than a picture does: [Figure.Fingerprint]
// knows of no summaries and resources.
func Everything(g *graph.Graph) string {
	c := newCanon()
	c.strings(g.Language, string(g.Form))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		c.node(n, true)
		c.strings(n.Summary, n.Author, n.Excluded)
	}
	for _, e := range g.Edges {
		c.strings(string(e.Kind), e.From, e.To, e.Label, e.Reason, e.Guess)
	}
	return c.short()
}

// Lines is a digest of where the elements of a course stand in its documents, for
// figures that lead there.
func Lines(g *graph.Graph) string {
	c := newCanon()
	for i := range g.Nodes {
		c.strings(g.Nodes[i].Source.File)
		c.number(g.Nodes[i].Source.Line)
	}
	return c.short()
}

func (c *canon) short() string { return hex.EncodeToString(c.sum()[:8]) }
