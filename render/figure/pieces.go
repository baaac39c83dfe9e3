package figure

import (
	"fmt"
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// inPieces is a graph in which every section fits a sheet: one that is too long goes
// on in others, "Title (2)", with about as many topics each. It says which sections
// have to be smaller for that than others. The error is errNoRoom if a topic does not
// fit.
func (p *printer) inPieces(g *graph.Graph) (*graph.Graph, error) {
	all, pieces := newExtracts(g), map[string]int{}
	for i := range all.sections {
		id := g.Nodes[all.sections[i]].ID
		n, err := p.piecesOf(all.of(i, i+1), id)
		if err != nil {
			return nil, err
		}
		pieces[id] = n
		if p.least[id] == 0 {
			p.small++
		}
	}
	p.around = divided(p.around, pieces, p.o.MaxTopics)
	for id, n := range pieces {
		for i := 1; i < n; i++ {
			p.least[pieceID(id, i)], p.o.Progress[pieceID(id, i)] = p.least[id], p.o.Progress[id]
		}
	}
	return divided(g, pieces, p.o.MaxTopics), nil
}

// piecesOf is how many pieces a section needs, which is alone in its graph. What is too
// wide has to be smaller: it is cut only for what is too high.
func (p *printer) piecesOf(section *graph.Graph, id string) (int, error) {
	whole, _, err := p.eachFits(section, id, 1)
	if err != nil {
		return 0, err
	}
	w, h := p.room()
	topics := len(shownTopics(graph.NewIndex(section), id, p.o.MaxTopics))
	for _, p.least[id] = range []float64{p.handy(), 0} {
		if w/whole.extent.W < p.least[id] {
			continue
		}
		least := p.least[id]
		if whole.extent.Text > 0 {
			least = max(least, p.Text/whole.extent.Text)
		}
		n := max(1, int(math.Floor(whole.extent.H*least/h))) // pieces are not much higher
		for ; n <= max(1, topics); n++ {
			if _, ok, err := p.eachFits(section, id, n); ok || err != nil {
				return n, err
			}
		}
	}
	return 0, errNoRoom
}

// eachFits tells whether each of the n pieces of a section fits. It returns the last
// sheet that it tried.
func (p *printer) eachFits(section *graph.Graph, id string, n int) (sheet fitted, fits bool, err error) {
	one := *p
	one.splitter = newSplitter(divided(section, map[string]int{id: n}, p.o.MaxTopics), p.o.MaxTopics)
	one.upTo = map[int][]fitted{}
	for i := range one.sections {
		if sheet, err = one.sheet(i, i+1); err != nil || sheet.text < p.Text || sheet.page.View.Scale < p.least[id] {
			return sheet, false, err
		}
	}
	return sheet, true, nil
}

// pieceID is the ID of the i-th piece of a section, from 0. No other node has it, for
// there is no plus sign in a slug.
func pieceID(section string, i int) string {
	if i == 0 {
		return section
	}
	return fmt.Sprint(section, layout.MoreSuffix, i+1)
}

// shownTopics are the topics of a section that are drawn, at most so many; 0 for all.
func shownTopics(x *graph.Index, section string, most int) []int {
	topics := x.Children(x.At(section), graph.Topic)
	if most > 0 && len(topics) > most+1 {
		topics = topics[:most]
	}
	return topics
}

// divided is a graph whose sections are cut into so many pieces. At most so many
// topics of a section are drawn; the rest is counted in its last piece. g is not
// changed.
func divided(g *graph.Graph, pieces map[string]int, most int) *graph.Graph {
	x := graph.NewIndex(g)
	holder := map[string]string{}    // of topics that are in a later piece
	begins := map[int][]graph.Node{} // what stands before a node
	leftOut := make([]bool, len(g.Nodes))
	for at, n := range g.Nodes {
		count := pieces[n.ID]
		if n.Kind != graph.Section || count < 2 {
			continue
		}
		shown := shownTopics(x, n.ID, most)
		last := n
		for j, t := range shown {
			i := j * count / len(shown)
			if i == 0 {
				continue
			}
			if id := pieceID(n.ID, i); last.ID != id {
				last = n
				last.ID, last.Label = id, fmt.Sprintf("%s (%d)", n.Text(), i+1)
				begins[t] = append(begins[t], last)
			}
			holder[g.Nodes[t].ID] = last.ID
		}
		if rest := x.Children(at, graph.Topic)[len(shown):]; len(rest) > 0 {
			var titles []graph.Node
			for _, t := range rest {
				titles = append(titles, g.Nodes[t])
				for _, below := range x.Subtree(t) {
					leftOut[below] = true
				}
			}
			begins[rest[0]] = append(begins[rest[0]], layout.More(last, titles))
		}
	}
	cut := *g
	cut.Nodes, cut.Edges = nil, nil
	for at, n := range g.Nodes {
		cut.Nodes = append(cut.Nodes, begins[at]...)
		if id, moved := holder[n.ID]; moved {
			n.Parent = id
		}
		if !leftOut[at] {
			cut.Nodes = append(cut.Nodes, n)
		}
	}
	for _, e := range g.Edges {
		from, to := x.At(e.From), x.At(e.To)
		if from >= 0 && to >= 0 && (leftOut[from] || leftOut[to]) {
			continue
		}
		if id, moved := holder[e.To]; moved && e.Kind == graph.Contains {
			e.From = id
		}
		cut.Edges = append(cut.Edges, e)
	}
	return &cut
}
