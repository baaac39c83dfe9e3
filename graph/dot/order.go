package dot

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
)

// build puts the nodes in document order and links them.
func (d *decoder) build() error {
	d.builder.Graph.Language = d.file.graphs[0].attrs["language"]
	var topics, sections []*made // that stand nowhere
	for _, m := range d.order {
		switch {
		case m == d.course:
			continue
		case m.parent != nil:
			m.parent.children = append(m.parent.children, m)
		case m.Kind == graph.Section:
			sections = append(sections, m)
		default:
			topics = append(topics, m)
		}
		if m.ID != "" {
			m.ID = d.builder.Take(m.ID)
		}
	}
	d.add(build.Root, d.course)
	for _, m := range d.learning(topics) {
		d.addAll(d.builder.Home(m.Kind), []*made{m})
	}
	d.sort(sections)
	for _, m := range sections {
		d.addAll(d.builder.Home(m.Kind), []*made{m})
	}
	d.sort(d.course.children)
	d.addAll(d.course.place, d.course.children)
	for _, m := range d.order {
		if m != d.course && m.place == 0 {
			for range d.order { // up to the ring that it hangs on
				m = m.parent
			}
			return source.Errorf(d.data, m.at, "take one of the contains edges away", "%q stands in what it holds", m.ID)
		}
	}
	d.link()
	return nil
}

// addAll adds nodes with all that they hold.
func (d *decoder) addAll(parent int, siblings []*made) {
	type step struct {
		parent int
		*made
	}
	var stack []step
	push := func(parent int, siblings []*made) {
		for _, m := range slices.Backward(siblings) {
			stack = append(stack, step{parent, m})
		}
	}
	for push(parent, siblings); len(stack) > 0; {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		d.add(s.parent, s.made)
		d.sort(s.children)
		push(s.place, s.children)
	}
}

func (d *decoder) add(parent int, m *made) {
	m.place = d.builder.Add(parent, m.Node)
	for len(d.offsets) < m.place {
		d.offsets = append(d.offsets, -1) // of a home that was made
	}
	d.offsets = append(d.offsets, m.at)
}

// link adds the edges.
func (d *decoder) link() {
	ordered := false
	for _, e := range d.file.edges {
		kind, _ := d.kind(e)
		ordered = ordered || kind == graph.Next
		d.builder.Link(build.Link{
			From: d.made[e.from].place, To: d.made[e.to].place, Kind: kind, Label: d.labelOf(e), Reason: e.attrs["reason"], Guess: e.attrs["guess"], Source: place(e.attrs["source"]), At: e.at,
		})
	}
	if whole := d.course.at >= 0; !ordered && !whole {
		d.builder.Follow()
	}
}

// labelOf is what a plain graph writes on an edge.
func (d *decoder) labelOf(e edge) string {
	if !d.builder.Graph.IsPlain() {
		return ""
	}
	label := strings.NewReplacer(`\E`, e.from.id+" → "+e.to.id, `\T`, e.from.id, `\H`, e.to.id).Replace(or(e.attrs["label"], e.attrs["xlabel"]))
	return text(label, "")
}

// learning puts nodes that stand nowhere in an order to learn them in: their
// file lists edges, and where a name comes up first says little.
func (d *decoder) learning(loose []*made) []*made {
	b := build.Builder{Check: d.builder.Check}
	b.Add(build.Root, d.course.Node)
	places := map[*made]int{}
	for i, m := range loose {
		places[m] = b.Add(0, graph.Node{ID: strconv.Itoa(i)})
	}
	for _, e := range d.file.edges {
		from, to := places[d.made[e.from]], places[d.made[e.to]]
		if kind, _ := d.kind(e); kind == graph.Requires && from > 0 && to > 0 {
			b.Link(build.Link{From: from, To: to, Kind: kind})
		}
	}
	ordered := make([]*made, 0, len(loose))
	for _, i := range b.Build(nil).Order()[1:] { // behind the course
		ordered = append(ordered, loose[i-1])
	}
	return ordered
}

// sort puts siblings in the order of the file. gvpr and the like turn that of
// ours round: they write nodes in the order in which Encode names them, the last
// first. What they wrote is sorted by its places in the document, if it has any;
// what has none comes last.
func (d *decoder) sort(siblings []*made) {
	slices.SortStableFunc(siblings, func(a, b *made) int { return a.order - b.order })
	file := ""
	for _, m := range siblings {
		if m.Source.Line > 0 && file == "" {
			file = m.Source.File
		}
		if d.file.named || m.Source.Line > 0 && m.Source.File != file {
			return
		}
	}
	place := func(m *made) int {
		if m.Source.Line == 0 {
			return math.MaxInt
		}
		return m.Source.Line
	}
	slices.SortStableFunc(siblings, func(a, b *made) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Source.Column, b.Source.Column))
	})
}
