// Package listing shows a course as an outline for people who look over the
// reader's shoulder: what was read, what was left out, and, where documents were
// explained, why. It is written as text, an indented tree, or as JSON, whose keys
// stay as they are; docs/doubt.md has an example that shows all of them.
package listing

import (
	"cmp"
	"io"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/markup"
)

// A Listing is a course as an outline. Its JSON form is that of its fields; new
// ones may come, and these stay.
type Listing struct {
	Title     string     `json:"title"`
	Documents []Document `json:"documents"` // that were read from Markdown
	Elements  []Element  `json:"elements"`  // each behind what holds it

	nodes []*graph.Node // by element; the zero node for what has none
}

// A Document says how a Markdown file of the course is read.
type Document struct {
	File      string            `json:"file"`
	Parts     string            `json:"parts,omitempty"` // what they are found among
	Sections  string            `json:"sections,omitempty"`
	Topics    string            `json:"topics,omitempty"`
	Reading   string            `json:"reading,omitempty"`
	Certainty float64           `json:"certainty"` // from 0 to 1, with two decimals
	InDoubt   bool              `json:"inDoubt"`
	Line      *markdown.Line    `json:"line,omitempty"` // that makes this reading sure
	Other     string            `json:"other,omitempty"`
	OtherLine *markdown.Line    `json:"otherLine,omitempty"` // that gives the other one
	Why       []markdown.Factor `json:"why,omitempty"`
}

// An Element is a node of the course without its resources, or an element of a
// document that no node stands for, with its role: course, part, section or topic;
// frame, which only holds others; or out.
type Element struct {
	ID        string            `json:"id,omitempty"` // none for what no graph holds
	Parent    string            `json:"parent,omitempty"`
	Depth     int               `json:"depth"` // 0 for the course
	Role      string            `json:"role"`
	Title     string            `json:"title"`
	Source    graph.Position    `json:"source,omitzero"`
	Resources int               `json:"resources,omitempty"` // how many it holds
	Excluded  string            `json:"excluded,omitempty"`  // why it is out
	Other     string            `json:"other,omitempty"`     // the runner-up among the roles
	By        string            `json:"by,omitempty"`        // what decided
	Margin    int               `json:"margin,omitempty"`    // by how much
	Why       []markdown.Factor `json:"why,omitempty"`
}

// Of is the outline of a graph, without any reason but why something is left out.
// Of [graph.Graph.Drawn] it has nothing that is left out of figures.
func Of(g *graph.Graph) *Listing {
	l := &Listing{Documents: []Document{}}
	x := graph.NewIndex(g)
	depth, out := make([]int, len(g.Nodes)), make([]string, len(g.Nodes))
	many := 0
	for i := range g.Nodes {
		if g.Nodes[i].Kind != graph.Resource {
			many++
		}
	}
	l.Elements, l.nodes = make([]Element, 0, many), make([]*graph.Node, 0, many)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		out[i] = n.Excluded
		if p := x.Parent(i); p >= 0 {
			depth[i], out[i] = depth[p]+1, cmp.Or(out[i], out[p])
		}
		if n.Kind == graph.Course {
			l.Title = n.Title
		}
		if n.Kind == graph.Resource {
			continue
		}
		e := Element{ID: n.ID, Parent: n.Parent, Depth: depth[i], Role: string(n.Kind), Title: n.Title, Source: n.Source, Excluded: out[i]}
		if e.Excluded != "" {
			e.Role = "out"
		}
		e.Resources = len(x.Children(i, graph.Resource))
		l.Elements, l.nodes = append(l.Elements, e), append(l.nodes, n)
	}
	return l
}

// Explain adds why documents are read so, as [markdown.Explain] says it, and, if
// all is wanted, the elements that no node stands for. Nodes are found by their
// places, for what is made of several files has other IDs than each file by itself.
// It is to be called once.
func (l *Listing) Explain(documents []markdown.Explanation, all bool) {
	at := map[graph.Position][]int{}
	for i, e := range l.Elements {
		at[e.Source] = append(at[e.Source], i)
	}
	strays := map[int][]Element{} // by what holds them
	for _, x := range documents {
		d := Document{
			File: x.File, Parts: x.Parts, Sections: x.Sections, Topics: x.Topics,
			Reading: x.Reading.Draws, Certainty: float64(int(100*x.Certainty+0.5)) / 100, InDoubt: x.InDoubt, Line: x.Reading.Line, Why: x.Factors,
		}
		if x.Other != nil {
			d.Other, d.OtherLine = x.Other.Draws, x.Other.Line
		}
		l.Documents = append(l.Documents, d)
		home := map[string]int{} // elements by the document's own IDs
		for _, r := range x.Elements {
			i := slices.IndexFunc(at[r.Source], func(i int) bool { return l.Elements[i].Role == r.Role })
			if i >= 0 {
				i = at[r.Source][i]
				e := &l.Elements[i]
				e.Other, e.By, e.Margin, e.Why = r.Other, r.By, r.Margin, r.Factors
				home[r.ID] = i
				continue
			}
			if all && r.ID == "" && r.Title != "" {
				p := home[r.Parent]
				strays[p] = append(strays[p], Element{
					Parent: l.Elements[p].ID, Depth: l.Elements[p].Depth + 1, Role: r.Role, Title: r.Title, Source: r.Source,
					Excluded: r.Excluded, Other: r.Other, By: r.By, Margin: r.Margin, Why: r.Factors,
				})
			}
		}
	}
	l.insert(strays)
}

// insert puts elements below those that hold them, in the order of their places.
func (l *Listing) insert(strays map[int][]Element) {
	if len(strays) == 0 || len(l.Elements) == 0 {
		return
	}
	kids := make([][]int, len(l.Elements))
	up := []int{}
	for i, e := range l.Elements {
		up = up[:min(len(up), e.Depth)]
		if len(up) > 0 {
			kids[up[len(up)-1]] = append(kids[up[len(up)-1]], i)
		}
		up = append(up, i)
	}
	elements, nodes := l.Elements, l.nodes
	l.Elements, l.nodes = nil, nil
	var walk func(i int)
	walk = func(i int) {
		l.Elements, l.nodes = append(l.Elements, elements[i]), append(l.nodes, nodes[i])
		rest := strays[i]
		for _, k := range kids[i] {
			for len(rest) > 0 && isBefore(rest[0].Source, elements[k].Source) {
				l.Elements, l.nodes, rest = append(l.Elements, rest[0]), append(l.nodes, &graph.Node{}), rest[1:]
			}
			walk(k)
		}
		for _, r := range rest {
			l.Elements, l.nodes = append(l.Elements, r), append(l.nodes, &graph.Node{})
		}
	}
	walk(0)
}

func isBefore(a, b graph.Position) bool {
	return a.File == b.File && (a.Line < b.Line || a.Line == b.Line && a.Column < b.Column)
}

// JSON writes the listing as indented JSON.
func (l *Listing) JSON(w io.Writer) error { return markup.JSON(w, l) }
