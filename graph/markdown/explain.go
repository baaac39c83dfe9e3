package markdown

import (
	"context"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// An Explanation says how a document is read, and why so.
type Explanation struct {
	File string
	// Parts, Sections and Topics say in words what these are found among; they
	// are empty for a document without a course and for a book's contents.
	Parts, Sections, Topics string
	Certainty               float64  // from 0 to 1
	InDoubt                 bool     // it can as well be read otherwise
	Reading                 Reading  // the one that is taken
	Other                   *Reading // the likeliest other one; nil without one
	Factors                 []Factor // what decided between the two, the heaviest first
	Elements                []Reason // in document order
}

// A Reading is one of the ways to read a document.
type Reading struct {
	Draws string // "3 parts, 12 sections and 40 topics"
	Line  *Line  // that settles it so, of a document in doubt; nil if none does
}

// A Reason says what an element of a document is taken for, and why.
type Reason struct {
	ID     string // in the graph; empty for what has no node there
	Parent string // the ID of the nearest node that it stands below
	Title  string
	Source graph.Position
	// Role is that of the element, and Other the runner-up: part, section,
	// topic or resource; frame, which only holds others; or out. Other is
	// empty where there is none.
	Role, Other string
	Excluded    string // why it is out
	By          string // what decided; empty where nothing was to be decided
	Margin      int    // how much weight lies between the two sides of that decision
	Factors     []Factor
}

// A Factor is something that was found, in words, with its weight for what was
// decided, or against it. 64 make it e times as likely.
type Factor struct {
	What   string `json:"what"`
	Weight int    `json:"weight"`
}

// Roles of elements that are no kinds of nodes.
const (
	roleFrame = "frame"
	roleOut   = "out"
)

var roleNames = [...]string{shape.Out: roleOut, shape.Through: roleFrame, shape.Part: string(graph.Part), shape.Section: string(graph.Section), shape.Topic: string(graph.Topic)}

// Explain says how [Parse] reads a document, and why so. It takes about twice
// as long, and of a document in doubt several times. The only error is that of the
// context, when it ends.
func Explain(ctx context.Context, src []byte, o Options) (x Explanation, err error) {
	defer until.Catch(&err)
	d := newDocument(ctx, src, o)
	found := d.shape()
	x = Explanation{File: o.File, Certainty: found.Agreement, InDoubt: isDoubtful(found)}
	x.Parts, x.Sections, x.Topics = found.Words()
	if found.Reading != nil {
		d.alternatives(found, &x)
	}
	reasons := found.Explain()
	d.take(found)
	x.elements(d, Course{Root: d.course}.build(ctx), found, reasons)
	return x, nil
}

// alternatives says what the reading draws, and what the likeliest other would.
func (d *Document) alternatives(o *shape.Outline, x *Explanation) {
	this := o.Roles
	x.Reading.Draws = amounts(o, this)
	others := otherwise(o, this, mostOthers)
	if len(others) == 0 {
		x.InDoubt = false
		return
	}
	other := others[0]
	x.Other = &Reading{}
	if x.InDoubt {
		x.Reading.Line = d.keep(o, this, others)
		if roles, line := d.settle(o, this, others); line != nil {
			other, x.Other.Line = roles, line
		}
	}
	x.Other.Draws = d.unlike(o, this, other)
	x.Factors = factors(o.Why())
}

// elements says of every element what became of it, and why.
func (x *Explanation) elements(d *Document, b *builder, o *shape.Outline, reasons []shape.Reason) {
	placed := map[*page.Element]int{}
	for i, e := range b.nodes {
		placed[e.Element] = i
	}
	below := make([]int, len(o.Nodes)) // the graph's node that each is, or stands below
	left := leftovers(o)
	tell := func(at, until int) { // of what is left over above a node, before a place
		for len(left) > 0 && left[0].node < at && left[0].At < until {
			l := left[0]
			x.Elements = append(x.Elements, Reason{Parent: b.g.Nodes[below[l.node]].ID, Title: valid(l.Title), Source: d.Position(l.At), Role: roleOut, Excluded: whyLeft[l.Why]})
			left = left[1:]
		}
	}
	for i, n := range o.Nodes {
		tell(i, n.At)
		at, isNode := placed[n.Element]
		isNode = isNode && !n.IsView
		if isNode {
			below[i] = at
		} else if n.Parent != nil {
			below[i] = below[n.Parent.Index]
		}
		if k := n.Element.Kind; k == page.Root && o.Roles[i] != shape.Section || k == page.List || k == page.Table || isUnread(o, n) {
			continue
		}
		r := Reason{Title: n.Title, Source: d.Position(n.At), Role: roleNames[o.Roles[i]], By: reasons[i].By, Margin: reasons[i].Margin, Factors: factors(reasons[i].Factors)}
		if other := reasons[i].Other; other != o.Roles[i] {
			r.Other = roleNames[other]
		}
		switch node := b.g.Nodes[below[i]]; {
		case n.Parent == nil:
			r.Title, r.Source = d.Title.Title, d.Position(max(d.TitleAt, 0))
		case isNode:
			r.ID, r.Parent, r.Role = node.ID, node.Parent, string(node.Kind)
			if b.made.Excluded(at) {
				r.Role, r.Excluded = roleOut, b.excluded(at)
			}
		case r.Role == roleFrame:
			r.Parent = node.ID
		default:
			r.Parent, r.Role, r.Excluded = node.ID, roleOut, b.unplaced(n, below)
		}
		x.Elements = append(x.Elements, r)
	}
	tell(len(o.Nodes), math.MaxInt)
}

// A leftover stands below a node.
type leftover struct {
	page.Leftover
	node int
}

// leftovers are what is no node, in the order of the text. Of a table it depends on how
// that is read.
func leftovers(o *shape.Outline) []leftover {
	var out []leftover
	for i, n := range o.Nodes {
		all := n.Element.Left()
		if n.IsView {
			all = n.Element.View(n.View).Left
		}
		if len(all) == 0 || isUnread(o, n) {
			continue
		}
		for _, l := range all {
			out = append(out, leftover{l, i})
		}
	}
	slices.SortStableFunc(out, func(a, b leftover) int { return a.At - b.At })
	return out
}

// isUnread says whether a node stands in a way to read a table that was not
// taken.
func isUnread(o *shape.Outline, n *shape.Node) bool {
	for ; n.Parent != nil; n = n.Parent {
		if n.IsView {
			for _, v := range n.Parent.Kids {
				if o.Roles[v.Index] != shape.Out {
					return o.Roles[n.Index] == shape.Out
				}
			}
			return n != n.Parent.Kids[0]
		}
	}
	return false
}

// excluded says why a node of the graph is left out: by itself, or with what
// holds it.
func (b *builder) excluded(i int) string {
	for n := b.g.Nodes[i]; ; n = b.g.Nodes[b.byID()[n.Parent]] {
		if n.Excluded != "" || n.Parent == "" {
			return n.Excluded
		}
	}
}

// unplaced says why an element has no node in the graph.
func (b *builder) unplaced(n *shape.Node, below []int) string {
	for p := n; p.Parent != nil; p = p.Parent {
		switch {
		case p.Note != nil && p.Note.Skip:
			return whyComment
		case p.Element.Kind == page.List && p.IsContents():
			return whyContents
		case p.Mode == page.AsTasks:
			return whyTask
		case p.Mode == page.AsPrerequisites || p.Class&page.Prerequisites != 0:
			return whyPrerequist
		case p.Mode == page.AsResources || p.IsHead() && p.Class&(page.Aside|page.Resources) != 0:
			return whyAside
		}
	}
	switch i := below[n.Index]; {
	case b.made.Excluded(i):
		return b.excluded(i)
	case b.g.Nodes[i].Kind == graph.Topic || b.g.Nodes[i].Kind == graph.Resource:
		return whyInside
	case n.Element.Kind == page.Line:
		return whyLine
	case b.g.Nodes[i].Kind == graph.Section:
		return whyRemark
	}
	return whyStray
}

func factors(in []shape.Factor) []Factor {
	var out []Factor
	for _, f := range in {
		out = append(out, Factor(f))
	}
	return out
}
