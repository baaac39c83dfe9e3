package graphviz

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// manner is how one engine is spoken to, so that its picture of a course is a
// good one. The attributes are explained at https://graphviz.org/doc/info/attrs.html.
//
// Overlaps are removed by scaling: the other ways differ between the Graphviz
// in roadmapviz-graphviz, which has no triangulation, and an installed one.
type manner struct {
	name  string
	most  int    // boxes that it places in about ten seconds
	graph string // attributes of the graph
	ties  [relations]tie
	// wider holds attributes of the graph to try in turn as long as boxes overlap.
	wider []string
	// hub puts the course in the middle where there are several parts.
	hub bool
	// ordered keeps the topics of a section in their order, half of them on
	// each side of the way to the next section.
	ordered bool
	// apart keeps parts apart from each other.
	apart bool
	// rings closes the row of a part's title and sections to a ring.
	rings bool
	// tables sets sections as cards in rows, see [dotWriter.table].
	tables bool
	// clockwise turns engines around that go against the clock.
	clockwise bool
}

// relation is what a link is to a layout.
type relation int

const (
	opens    relation = iota // from a title to the first section of its part
	heads                    // from a title to another section, or from the course to a part
	contains                 // from a section to a topic, or from a topic to a sub-topic
	next                     // from a section to the one after it
	joins                    // from the last section of a part to the next title
	requires                 // from a prerequisite
	relations
)

// tie says what an engine makes of the links of one relation. The zero tie
// leaves them out.
type tie struct {
	use        use
	attributes string
}

type use int

const (
	unused  use = iota
	holding     // keeps things together, and is not drawn
	drawn
)

// manners are the engines, sorted by name.
var manners = []manner{{
	// The title and the sections of each part stand in a ring, the topics outside.
	// (Prerequisites would be taken for parts of the ring.)
	name: "circo", most: 2500, graph: "splines=true mindist=0.6", wider: []string{"mindist=1.4", "mindist=2.8"},
	rings: true, clockwise: true,
	ties: [relations]tie{
		opens: {drawn, ""}, contains: {drawn, ""}, next: {drawn, ""},
	},
}, {
	// The sections go down the page, each with its topics below it in a row.
	// Parts stand side by side. (Clusters of sections would push the way from
	// section to section aside.)
	name: "dot", most: 3000, graph: "splines=true nodesep=0.36 ranksep=0.75 ordering=out", ordered: true, apart: true,
	ties: [relations]tie{
		opens: {holding, "weight=20"}, contains: {drawn, "weight=2"}, next: {drawn, "weight=20"}, requires: {drawn, "constraint=false"},
	},
}, {
	// The sections wind over the page, each among its topics.
	// (Clusters would become stairs of boxes.)
	name: "fdp", most: 250, graph: `splines=true overlap="20:ortho" sep="+16" esep="+8" K=2`,
	ties: [relations]tie{
		opens: {holding, ""}, contains: {drawn, ""}, next: {drawn, ""}, joins: {holding, ""}, requires: {drawn, "weight=0.1"},
	},
}, {
	name: "neato", most: 1000, graph: `splines=true overlap=scale sep="+16" esep="+8"`, hub: true,
	ties: [relations]tie{
		opens: {drawn, "len=7"}, heads: {drawn, "len=7"}, contains: {drawn, "len=4"}, next: {drawn, "len=6"}, requires: {drawn, "len=8"},
	},
}, {
	// Each section is a card with its topics; the cards stand in rows.
	name: "osage", most: 2500, graph: `splines=true pack=36 packmode="array_lu1"`, tables: true,
	ties: [relations]tie{next: {drawn, ""}, requires: {drawn, ""}},
}, {
	name: "sfdp", most: 2500, graph: `splines=true overlap=ortho sep="+16" esep="+8" K=3 levels=0`, hub: true,
	ties: [relations]tie{
		opens: {drawn, ""}, heads: {drawn, ""}, contains: {drawn, ""}, next: {drawn, ""}, requires: {drawn, ""},
	},
}, {
	// The title in the middle, the sections in a ring, the topics in a ring around them.
	name: "twopi", most: 2500, graph: `splines=true overlap=scale sep="+16" esep="+8" ranksep=4 root=n0`, hub: true, clockwise: true,
	ties: [relations]tie{
		opens: {drawn, ""}, heads: {drawn, ""}, contains: {drawn, ""}, next: {drawn, "weight=0"}, requires: {drawn, "weight=0"},
	},
}}

// tie is what the engine makes of a link.
func (m manner) tie(c *content, l link) tie {
	from, to := c.cards[l.from].role, c.cards[l.to].role
	switch {
	case l.kind == graph.Leads:
		return tie{use: drawn}
	case c.Graph.IsPlain() && from == layout.SectionRole && m.apart: // a cluster draws it
		return tie{}
	case l.kind == graph.Requires:
		return m.ties[requires]
	case l.kind == graph.Next && to == layout.TitleRole:
		return m.ties[joins]
	case l.kind == graph.Next:
		return m.ties[next]
	case from != layout.TitleRole:
		return m.ties[contains]
	case to == layout.SectionRole && l.to == l.from+1:
		return m.ties[opens]
	default:
		return m.ties[heads]
	}
}

// columns is the number of columns for n cards that are somewhat taller than
// wide, on a page that is wider than tall.
func columns(n int) int {
	rows := math.Ceil(float64(n) / math.Ceil(math.Sqrt(1.6*float64(n))))
	return int(math.Ceil(float64(n) / rows))
}
