package markdown

import (
	"maps"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// configure gives every entry what a configuration says about it, by the ID
// that it has before that moves anything.
func configure(course *Entry, nodes map[string]Note) {
	if len(nodes) == 0 {
		return
	}
	byID := maps.Clone(nodes)
	for id, note := range nodes {
		if _, other := nodes[graph.ShortID(id)]; !other { // it was written before IDs were shortened
			byID[graph.ShortID(id)] = note
		}
	}
	b := newBuilder(course, byID)
	var known []string
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		d := b.document()
		if b.used[id] || b.used[graph.ShortID(id)] || d == nil || d.Full(codes.UnknownNode) {
			continue
		}
		if known == nil {
			known = slices.Sorted(maps.Keys(b.byID()))
			known = known[:min(len(known), maxNearest)]
		}
		d.Report(codes.UnknownNode, graph.Position{File: d.File}, nearest.Hint(id, known), "the configuration names a node %q that does not exist", id)
	}
	relevel(course)
}

// configure notes what a configuration says about an entry. What was said
// before is stronger: it stands in the document.
func (e *Entry) configure(note *Note, at graph.Position) {
	if e.doc != nil {
		e.doc.CheckNote(*note, at)
	}
	m := e.with()
	m.notes = slices.Insert(m.notes, 0, note)
	if level := levelOf(note.Level); level > 0 && (e.Note == nil || e.Note.Level == "") {
		e.level = level
	}
}
