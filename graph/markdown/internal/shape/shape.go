// Package shape finds what the elements of a document are: parts, sections and
// topics of the course, or something beside it. It makes whole readings of the
// document, looks at what each would draw, and takes the one that a teacher
// would draw.
package shape

import (
	"cmp"
	"slices"

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
	best, agreement := Consensus(len(o.all), func(i int) int { return o.all[i].rank }, func(i int) Sketch { return t.Sketch(o.all[i].Reading) })
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

// draws says whether a reading draws anything that is a course: a topic, or
// several sections that hold something.
func (r *Reading) draws() bool {
	sections := 0
	for _, role := range r.within() {
		switch role {
		case Topic:
			return true
		case Section:
			sections++
		}
	}
	return sections > 1
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

// A register knows readings by what they draw.
type register struct {
	seen map[string]bool
	key  []byte // of the last one that was asked for
}

// add says whether a reading is the first that draws what it draws.
func (x *register) add(r *Reading) bool {
	x.key = x.key[:0]
	for i, role := range r.within() {
		if role >= Part {
			i += r.Region.Index
			x.key = append(x.key, byte(i), byte(i>>8), byte(role))
		}
	}
	if x.seen[string(x.key)] {
		return false
	}
	x.seen[string(x.key)] = true
	return true
}

// A ranking is a reading with its rank and the way that it was made in.
type ranking struct {
	*Reading
	way  way
	rank int
}

// compare makes all readings of a tree, best first. Of those that draw the
// same, the first speaks for all.
func (t *Tree) compare(j *learned, c constraints) []ranking {
	j.fixed, j.earlier = c, t.earlier(c)
	j.ready()
	var out []ranking
	var d drawing
	sections, drawn := register{seen: map[string]bool{}}, register{seen: map[string]bool{}}
	for _, s := range t.Schemes() {
		if !c.allows(s) {
			continue
		}
		var last kept
		repeats := false
		for _, w := range ways {
			t.Doc.Check()
			if last.Reading == nil || last.keeps != w.keeps {
				last = j.keep(s, w.keeps)
				repeats = !sections.add(last.Reading)
			}
			if repeats { // all that follows is the same
				continue
			}
			r := t.readIn(last, j, w.mode)
			if !r.draws() || !drawn.add(r) {
				j.room = r.Roles
				continue
			}
			j.draw(r, &d)
			out = append(out, ranking{r, w, sum(j.w.Rank, j.ask.rank.ask(&d)) + c.rank(t, r) + j.earlier.rank(r)})
		}
	}
	slices.SortStableFunc(out, func(a, b ranking) int { return cmp.Compare(b.rank, a.rank) })
	return out
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
	kept := j.keep(t.schemeLike(x.Scheme, region), x.way.keeps)
	if x.way.mode == alike {
		t.readIn(kept, j, judged)
	}
	return t.readIn(kept, j, x.way.mode)
}

// thin is the tree of a long document with the beginnings of its lists.
func thin(d *page.Document) *Tree {
	t := &Tree{Doc: d, most: 12}
	t.plant(maxNodes)
	return t
}
