package main

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// A listing is a course as list shows it.
type listing struct {
	Title     string           `json:"title"`
	Documents []listedDocument `json:"documents"` // that were read from Markdown
	Elements  []listedElement  `json:"elements"`  // each behind what holds it

	nodes []graph.Node // by element; the zero node for what has none
}

// listedDocument says how a document is read.
type listedDocument struct {
	File      string            `json:"file"`
	Parts     string            `json:"parts,omitempty"` // what they are found among
	Sections  string            `json:"sections,omitempty"`
	Topics    string            `json:"topics,omitempty"`
	Reading   string            `json:"reading,omitempty"`
	Certainty float64           `json:"certainty"`
	InDoubt   bool              `json:"inDoubt"`
	Line      *markdown.Line    `json:"line,omitempty"` // that makes this reading sure
	Other     string            `json:"other,omitempty"`
	OtherLine *markdown.Line    `json:"otherLine,omitempty"` // that gives the other one
	Why       []markdown.Factor `json:"why,omitempty"`
}

// listedElement is an element of a course, or of a document, with its role.
type listedElement struct {
	ID        string            `json:"id,omitempty"` // none for what no graph holds
	Parent    string            `json:"parent,omitempty"`
	Depth     int               `json:"depth"`
	Role      string            `json:"role"`
	Title     string            `json:"title"`
	Source    graph.Position    `json:"source,omitzero"`
	Resources int               `json:"resources,omitempty"`
	Excluded  string            `json:"excluded,omitempty"`
	Other     string            `json:"other,omitempty"` // the runner-up among the roles
	By        string            `json:"by,omitempty"`    // what decided
	Margin    int               `json:"margin,omitempty"`
	Why       []markdown.Factor `json:"why,omitempty"`
}

// newListing makes the listing of a graph.
func newListing(g *graph.Graph) *listing {
	l := &listing{Documents: []listedDocument{}, Elements: []listedElement{}}
	x := graph.NewIndex(g)
	depth, out := make([]int, len(g.Nodes)), make([]string, len(g.Nodes))
	for i, n := range g.Nodes {
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
		e := listedElement{ID: n.ID, Parent: n.Parent, Depth: depth[i], Role: string(n.Kind), Title: n.Title, Source: n.Source, Excluded: out[i]}
		if e.Excluded != "" {
			e.Role = "out"
		}
		e.Resources = len(x.Children(i, graph.Resource))
		l.Elements, l.nodes = append(l.Elements, e), append(l.nodes, n)
	}
	return l
}

// explain says how the documents of a course are read, and why.
func (c *course) explain() []markdown.Explanation {
	var all []markdown.Explanation
	for _, f := range c.files {
		if f.isMarkdown() {
			all = append(all, markdown.Explain(f.src, f.options))
		}
	}
	return all
}

// explain adds to a listing why documents are read so, and, if all is wanted,
// the elements that no node stands for. Nodes are found by their places: what
// is made of several files has other IDs than each file by itself.
func (l *listing) explain(documents []markdown.Explanation, all bool) {
	at := map[graph.Position][]int{}
	for i, e := range l.Elements {
		at[e.Source] = append(at[e.Source], i)
	}
	strays := map[int][]listedElement{} // by what holds them
	for _, x := range documents {
		d := listedDocument{
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
				strays[p] = append(strays[p], listedElement{
					Parent: l.Elements[p].ID, Depth: l.Elements[p].Depth + 1, Role: r.Role, Title: r.Title, Source: r.Source,
					Excluded: r.Excluded, Other: r.Other, By: r.By, Margin: r.Margin, Why: r.Factors,
				})
			}
		}
	}
	l.insert(strays)
}

// insert puts elements below those that hold them, in the order of their places.
func (l *listing) insert(strays map[int][]listedElement) {
	if len(strays) == 0 {
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
				l.Elements, l.nodes, rest = append(l.Elements, rest[0]), append(l.nodes, graph.Node{}), rest[1:]
			}
			walk(k)
		}
		for _, r := range rest {
			l.Elements, l.nodes = append(l.Elements, r), append(l.nodes, graph.Node{})
		}
	}
	walk(0)
}

func isBefore(a, b graph.Position) bool {
	return a.File == b.File && (a.Line < b.Line || a.Line == b.Line && a.Column < b.Column)
}

// mostInset is how many levels are indented. A line below them says how much
// deeper it stands, so that a deep course does not make an endless text.
const mostInset = 40

// write writes an outline as an indented tree, one element a line, and, if it
// is wanted, a line for each that says why it is there.
func (l *listing) write(b *bufio.Writer, why bool) {
	if why {
		for _, d := range l.Documents {
			d.write(b)
		}
	}
	before := "" // the reason above
	for i, e := range l.Elements {
		indent := strings.Repeat("  ", min(e.Depth, mostInset))
		line := e.Title + "  - " + e.fate()
		if n := l.nodes[i]; n.ID != "" {
			line = outlineLine(n)
		}
		if deeper := e.Depth - mostInset; deeper > 0 {
			line = fmt.Sprintf("+%d %s", deeper, line)
		}
		if e.Resources > 0 {
			line += "  [" + plural(e.Resources, "resource") + "]"
		}
		terminal.Print(b, "%s%s", indent, line)
		if why && e.By != "" {
			reason := e.reason()
			if reason == before {
				terminal.Print(b, "%s  ~ likewise", indent)
			} else {
				terminal.Print(b, "%s  ~ %s", indent, reason)
			}
			before = reason
		}
	}
}

// fate says in words what becomes of an element that no node stands for.
func (e listedElement) fate() string {
	if e.Excluded == "" {
		return "only holds others"
	}
	return "left out: " + e.Excluded
}

// reason says why an element has its role.
func (e listedElement) reason() string {
	s := e.Role
	if e.Other != "" {
		s += ", or else " + e.Other
	}
	if e.By != "" {
		s += ": " + e.By
	}
	if e.Margin != 0 {
		s += fmt.Sprintf(" by %d", e.Margin)
	}
	return s + weights(e.Why)
}

func weights(why []markdown.Factor) string {
	var all []string
	for _, f := range why {
		all = append(all, fmt.Sprintf("%+d %s", f.Weight, f.What))
	}
	if len(all) == 0 {
		return ""
	}
	return "; " + strings.Join(all, "; ")
}

// write says how a document is read.
func (d listedDocument) write(b *bufio.Writer) {
	if d.Reading == "" {
		return
	}
	terminal.Print(b, "%s is read as %s, certain to %.0f %%", d.File, d.Reading, 100*d.Certainty)
	terminal.Print(b, "  parts: %s; sections: %s; topics: %s", d.Parts, d.Sections, d.Topics)
	if d.Line != nil {
		terminal.Print(b, "  to make it sure, %v", d.Line)
	}
	if d.Other != "" {
		terminal.Print(b, "  or else: %s", d.Other)
	}
	if d.OtherLine != nil {
		terminal.Print(b, "  for that, %v", d.OtherLine)
	}
	if w := weights(d.Why); w != "" {
		terminal.Print(b, "  between the two: %s", strings.TrimPrefix(w, "; "))
	}
	b.WriteByte('\n')
}
