package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A link is an edge between nodes by their places in the graph.
type link struct {
	from, to int
	kind     graph.EdgeKind
	reason   string
	at       int
}

// connect writes all edges: what holds what, what comes next and what is
// required, in the order of their targets. What would close a cycle is left
// out and reported.
func (b *builder) connect() {
	b.follow()
	if b.isForward() {
		b.write(b.next, b.requires)
		return
	}
	b.requires = b.breakCycles(nil, b.requires, b.reportCycle)
	b.next = b.breakCycles(b.requires, b.next, b.reportOrder)
	b.write(b.next, b.requires)
}

// isForward says whether all prerequisites stand before what needs them in the
// text. Then there is no cycle: all other edges go forward too.
func (b *builder) isForward() bool {
	back := func(l link) bool { return l.from >= l.to }
	return !slices.ContainsFunc(b.requires, back) && !slices.ContainsFunc(b.next, back)
}

// follow joins consecutive parts, and consecutive sections of a part.
func (b *builder) follow() {
	last := map[int]int{} // by what holds them
	for i, n := range b.g.Nodes {
		if n.Kind != graph.Part && n.Kind != graph.Section || b.excluded[i] {
			continue
		}
		if before, ok := last[b.parent[i]]; ok {
			b.next = append(b.next, link{from: before, to: i, kind: graph.Next})
		}
		last[b.parent[i]] = i
	}
}

// maxRounds bounds the search for cycles. A document with more is not worth
// more time than the order of its text.
const maxRounds = 20

// breakCycles takes out of links the last one of every cycle that they close
// with each other, with fixed links and with what holds what.
func (b *builder) breakCycles(fixed, links []link, tell func(link, []string)) []link {
	for range maxRounds {
		b.write(fixed, links)
		cycles := b.g.Cycles()
		if len(cycles) == 0 {
			return links
		}
		for _, ids := range cycles {
			if i := b.lastIn(ids, links); i >= 0 {
				tell(links[i], ids)
				links = slices.Delete(slices.Clone(links), i, i+1)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(links), func(l link) bool {
		if l.from >= l.to {
			tell(l, nil)
		}
		return l.from >= l.to
	})
}

// lastIn is the last of links that is a step of the cycle, or −1.
func (b *builder) lastIn(ids []string, links []link) int {
	steps := map[[2]string]bool{}
	for i, id := range ids {
		steps[[2]string{id, ids[(i+1)%len(ids)]}] = true
	}
	for i := len(links) - 1; i >= 0; i-- {
		if steps[[2]string{b.g.Nodes[links[i].from].ID, b.g.Nodes[links[i].to].ID}] {
			return i
		}
	}
	return -1
}

func (b *builder) reportCycle(l link, ids []string) {
	var chain []string
	for _, id := range ids {
		if i, ok := b.byID()[id]; ok {
			chain = append(chain, b.g.Nodes[i].Title+" ("+b.g.Nodes[i].Source.String()+")")
		}
	}
	if len(chain) > 0 {
		chain = append(chain, b.g.Nodes[b.byID()[ids[0]]].Title)
	}
	b.Report(Cycle, b.Position(l.at), "take one of the prerequisites away",
		"%q cannot come before %q: %s", b.g.Nodes[l.from].Title, b.g.Nodes[l.to].Title, strings.Join(chain, " → "))
}

func (b *builder) reportOrder(l link, _ []string) {
	b.Report(AgainstOrder, b.g.Nodes[l.from].Source, "move it, or take the prerequisite away",
		"%q stands before %q in the text but needs what comes after it", b.g.Nodes[l.from].Title, b.g.Nodes[l.to].Title)
}

func (b *builder) byID() map[string]int {
	if b.index == nil {
		b.index = make(map[string]int, len(b.g.Nodes))
		for i, n := range b.g.Nodes {
			b.index[n.ID] = i
		}
	}
	return b.index
}

// write writes the edges into the graph, sorted by their targets.
func (b *builder) write(lists ...[]link) {
	links := slices.Concat(lists...)
	slices.SortStableFunc(links, func(x, y link) int { return cmp.Compare(x.to, y.to) })
	b.g.Edges = make([]graph.Edge, 0, len(b.g.Nodes)-1+len(links))
	for i := 1; i < len(b.g.Nodes); i++ {
		n := &b.g.Nodes[i]
		b.g.Edges = append(b.g.Edges, graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
		for len(links) > 0 && links[0].to == i {
			x := links[0]
			links = links[1:]
			e := graph.Edge{From: b.g.Nodes[x.from].ID, To: n.ID, Kind: x.kind, Reason: x.reason}
			if x.reason != "" {
				e.Source = b.Position(x.at)
			}
			b.g.Edges = append(b.g.Edges, e)
		}
	}
}
