package build

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// names are the IDs that were handed out. An ID begins with that of what holds
// the node, so it is unique in the graph if it is so among its siblings, and a
// document's IDs need no table of all of them.
type names struct {
	below   []siblings // by place
	ids     []string
	prev    []int32                // by ID: the one that the same parent gave before, or −1
	many    map[int]*graph.Slugger // the same by parent, where there are more than a few
	given   *graph.Slugger         // all IDs, once a file gives its own
	scratch []byte
}

type siblings struct {
	last  int32 // in ids
	count int32
}

// fewSiblings is how many IDs are quicker to compare than to look up.
const fewSiblings = 12

// untitled is the name of a node without a letter in its title.
const untitled = "node"

// course takes the ID of the course, so that no part has it.
func (b *Builder) course() string {
	if b.names.given == nil {
		b.names.unique(0, graph.CourseID)
	}
	return graph.CourseID
}

// Take is an ID that a file gives, or the first of id-1, id-2, … if that was
// taken. It is for files in which any node may have any ID: all of them have
// to be taken before the first name is made. That of the course is taken.
func (b *Builder) Take(id string) string {
	if b.names.given == nil {
		b.names.given = new(graph.Slugger)
		b.names.given.Unique(graph.CourseID)
	}
	return b.names.given.Unique(id)
}

// Name is the ID of a node below another: the parent's ID and the slug of its
// title, shortened if that is long, or the first of wanted-1, wanted-2, … if
// that was taken. It is taken then, whether a node gets it or not.
func (b *Builder) Name(parent int, title string) (id, wanted string) {
	return b.name(parent, title, graph.MaxElement)
}

// NameAs is the same with a name that an author chose, which is not shortened.
func (b *Builder) NameAs(parent int, name string) (id, wanted string) {
	return b.name(parent, name, len(name))
}

func (b *Builder) name(parent int, name string, most int) (id, wanted string) {
	s := b.names.scratch[:0]
	if parent > 0 {
		s = append(append(s, b.Graph.Nodes[parent].ID...), '/')
	}
	b.names.scratch = appendSlug(s, name, most)
	wanted = string(b.names.scratch)
	if b.names.given != nil {
		return b.names.given.Unique(wanted), wanted
	}
	return b.names.unique(parent, wanted), wanted
}

// unique is the ID, or the first of id-1, id-2, … that no sibling has.
func (n *names) unique(parent int, id string) string {
	for len(n.below) <= parent {
		n.below = append(n.below, siblings{last: -1})
	}
	s := &n.below[parent]
	switch {
	case s.count < fewSiblings:
		wanted := id
		for i := 1; n.has(s.last, id); i++ {
			id = wanted + "-" + strconv.Itoa(i)
		}
	case s.count == fewSiblings:
		if n.many == nil {
			n.many = map[int]*graph.Slugger{}
		}
		n.many[parent] = new(graph.Slugger)
		for i := s.last; i >= 0; i = n.prev[i] {
			n.many[parent].Unique(n.ids[i])
		}
		fallthrough
	default:
		id = n.many[parent].Unique(id)
	}
	n.ids, n.prev = append(n.ids, id), append(n.prev, s.last)
	s.last, s.count = int32(len(n.ids)-1), s.count+1
	return id
}

// has compares from the end, where IDs of siblings differ.
func (n *names) has(last int32, id string) bool {
	for i := last; i >= 0; i = n.prev[i] {
		if other := n.ids[i]; len(other) == len(id) && other[len(id)-1] == id[len(id)-1] && other == id {
			return true
		}
	}
	return false
}

// Slug is the last element of the ID that [Builder.Name] makes of a title.
func Slug(title string) string { return string(appendSlug(nil, title, graph.MaxElement)) }

// appendSlug appends the last element of a node's ID, which is never empty.
func appendSlug(b []byte, name string, most int) []byte {
	start := len(b)
	b = graph.AppendSlug(b, strings.TrimSpace(name))
	s := bytes.Trim(b[start:], "-")
	if len(s) > most {
		s = s[:len(graph.Shorten(string(s), most))]
	}
	if len(s) == 0 {
		return append(b[:start], untitled...)
	}
	return b[:start+copy(b[start:], s)]
}
