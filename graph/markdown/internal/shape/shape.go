// Package shape finds what the elements of a document are: parts, sections and
// topics of the course, or something beside it. It makes whole readings of the
// document, looks at what each would draw, and takes the one that a teacher
// would draw.
package shape

import (
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// An Outline is a document with a role for every node.
type Outline struct {
	*Tree
	Roles   []Role
	Reading *Reading
	Other   *Reading // the most likely one that draws something else; nil without one
	// Agreement is how well all likely readings agree with this one, from 0 to
	// 1: below a half, it is as likely wrong as right.
	Agreement float64
	chosen    ranking   // the reading with its rank
	all       []ranking // that were compared, best first; none of a long document
	judge     *learned  // that compared them
}

// maxNodes bounds the nodes that readings are compared on. Of longer documents
// the beginnings of all lists are enough to know their kind.
const maxNodes = 5000

// Read finds the outline of a document. What it was read as before, if that is
// known, stays as it is where the text leaves a choice.
func Read(d *page.Document, was Prior) *Outline {
	many := size(d.Root)
	if many <= maxNodes {
		t := &Tree{Doc: d, was: was}
		t.plant(many)
		return t.outline(t.constraints())
	}
	t, w := thin(d), learnt()
	t.was = was
	some := t.outline(t.constraints())
	full := &Tree{Doc: d, was: was, read: some.viewsRead()}
	full.plant(many)
	o := &Outline{Tree: full, Roles: make([]Role, len(full.Nodes)), judge: full.Judge(w)}
	if some.Reading != nil {
		o.chosen, o.Agreement = some.chosen, some.Agreement
		o.chosen.Reading = full.again(some.chosen, w)
		o.Reading = o.chosen.Reading
		copy(o.Roles, o.Reading.Roles)
	}
	full.constraints().force(full, o.Roles)
	return o
}

// outline is the outline of a tree under constraints.
func (t *Tree) outline(c constraints) *Outline {
	o := &Outline{Tree: t, Roles: make([]Role, len(t.Nodes)), judge: t.Judge(learnt())}
	o.all = t.compare(o.judge, c)
	if len(o.all) == 0 {
		c.force(t, o.Roles)
		return o
	}
	var keys stock[uint64]
	best, agreement := Consensus(len(o.all), func(i int) int { return o.all[i].rank }, func(i int) Sketch { return t.sketch(o.all[i].Reading, &keys) })
	o.chosen, o.Reading, o.Agreement = o.all[best], o.all[best].Reading, agreement
	for _, other := range o.all {
		if other.Reading != o.Reading {
			o.Other = other.Reading
			break
		}
	}
	copy(o.Roles, o.Reading.Roles)
	c.force(t, o.Roles)
	return o
}

// A Word is one thing more that the author of a document may say.
type Word struct {
	Node  *Node // that a comment speaks of, or nil
	Role  Role  // which it says that this is; Out: it is left out
	Level int   // of the headings that are parts, or 0
}

// With is the outline of the document if its author said one thing more.
func (o *Outline) With(w Word) *Outline {
	t := *o.Tree
	if w.Level > 0 {
		doc := *t.Doc
		doc.Config.Structure.Level = w.Level
		t.Doc = &doc
	}
	c := t.constraints()
	if w.Node != nil {
		c.fix(w.Node.Element, w.Role)
	}
	return t.outline(c)
}

// nearly is how much less the rank of a reading may be that is nearly as likely
// as another.
const nearly = 2 * Scale

// Others are the roles in the other readings, the likeliest first, and how many
// of these are nearly as likely as that.
func (o *Outline) Others() (roles [][]Role, near int) {
	best := 0
	for _, x := range o.all {
		if x.Reading == o.Reading {
			continue
		}
		if len(roles) == 0 {
			best = x.rank
		}
		roles = append(roles, x.Roles)
		near += b2i(x.rank > best-nearly)
	}
	return roles, near
}

// viewsRead are the ways in which tables are read, as sets of bits, with the
// first one of each, which counts where none is. A table that is not read at
// all is not among them: it may still be, with more of the document.
func (o *Outline) viewsRead() map[*page.Element]uint8 {
	read := map[*page.Element]uint8{}
	for _, n := range o.Nodes {
		if n.IsView && o.Roles[n.Index] != Out {
			read[n.Element] |= 1<<n.View | 1<<n.Views()[0].Kind
		}
	}
	return read
}

// Alike is how alike two ways to give roles to the nodes are in what they would
// draw, from 0 to 1.
func (t *Tree) Alike(a, b []Role) float64 {
	return t.Sketch(&Reading{Roles: a}).alike(t.Sketch(&Reading{Roles: b}))
}

// Signature tells readings apart by what they draw.
func (r *Reading) Signature() string {
	out := make([]byte, len(r.Roles))
	for i, x := range r.Roles {
		if x >= Part {
			out[i] = byte(x)
		}
	}
	return string(out)
}

// again makes a reading of another tree on this one.
func (t *Tree) again(x ranking, w *Weights) *Reading {
	var region *Node
	for _, n := range t.Nodes {
		if n.Element == x.Region.Element && n.IsView == x.Region.IsView {
			region = n
			break
		}
	}
	j := t.Judge(w)
	j.fixed = t.constraints()
	j.earlier = t.earlier(j.fixed)
	s := t.schemeLike(x.Scheme, region)
	j.prepare(s, x.way)
	return t.Read(s, j)
}

// thin is the tree of a long document with the beginnings of its lists.
func thin(d *page.Document) *Tree {
	t := &Tree{Doc: d, most: 12}
	t.plant(maxNodes)
	return t
}
