package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// siblings are the IDs below one node. An ID begins with that of what holds
// the node, so it is unique in the graph if it is so among them. They stand at
// the end of the builder's ids from start on.
type siblings struct {
	start int
	many  graph.Slugger // the same, once there are more than a few
}

// fewSiblings is how many IDs are quicker to compare than to look up.
const fewSiblings = 12

// unique is the ID, or the first of id-1, id-2, … that no sibling has. It is
// taken then.
func (b *builder) unique(id string, s *siblings) string {
	taken := b.ids[s.start:]
	if len(taken) < fewSiblings {
		free := id
		for n := 1; contains(taken, free); n++ {
			free = id + "-" + strconv.Itoa(n)
		}
		b.ids = append(b.ids, free)
		return free
	}
	if len(taken) == fewSiblings {
		for _, t := range taken {
			s.many.Unique(t)
		}
	}
	id = s.many.Unique(id)
	b.ids = append(b.ids, id)
	return id
}

// contains compares from the end, where IDs of siblings differ.
func contains(ids []string, id string) bool {
	for _, other := range ids {
		if len(other) == len(id) && other[len(id)-1] == id[len(id)-1] && other == id {
			return true
		}
	}
	return false
}

// id is the ID of a node with a title below the one with the ID path, which is
// empty for a part.
func (b *builder) id(path, title string) string {
	s := b.scratch[:0]
	if path != "" {
		s = append(append(s, path...), '/')
	}
	b.scratch = appendSlug(s, title)
	return string(b.scratch)
}

// appendSlug appends the last element of a node's ID. A title without letters
// has one too.
func appendSlug(b []byte, title string) []byte {
	start := len(b)
	b = graph.AppendSlug(b, strings.TrimSpace(title))
	s := bytes.Trim(b[start:], "-")
	if len(s) == 0 {
		return append(b[:start], "node"...)
	}
	return b[:start+copy(b[start:], s)]
}
