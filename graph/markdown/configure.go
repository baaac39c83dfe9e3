package markdown

import (
	"context"
	"maps"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// configure gives every entry what a configuration says about it, by the ID
// that it has before that moves anything.
func configure(ctx context.Context, course *Entry, nodes map[string]Note) {
	if len(nodes) == 0 {
		return
	}
	ids := slices.Sorted(maps.Keys(nodes))
	byID, now := maps.Clone(nodes), today(ctx, course, ids)
	for _, id := range ids {
		if _, other := byID[now[id]]; !other {
			byID[now[id]] = nodes[id]
		}
	}
	b := newBuilder(ctx, course, byID)
	var known []string
	for _, id := range ids {
		d := b.document()
		if b.used[id] || b.used[now[id]] || d == nil || d.Full(codes.UnknownNode) {
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

// today are the IDs that nodes have now for those that somebody wrote.
func today(ctx context.Context, course *Entry, ids []string) map[string]string {
	now := make(map[string]string, len(ids))
	var b *builder
	for _, id := range ids {
		if now[id] = id; graph.ShortID(id) == id {
			continue
		}
		if b == nil {
			b = newBuilder(ctx, course, map[string]Note{})
		}
		now[id] = b.today(id)
	}
	return now
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
		e.ask(level)
	}
}
