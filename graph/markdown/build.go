package markdown

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A builder makes nodes and edges of the entries.
type builder struct {
	*document
	made    build.Builder
	g       *graph.Graph // what was made so far
	wants   []wanting
	guesses []build.Link
	anchors map[string]int  // nodes by anchor
	index   map[string]int  // nodes by ID, see byID
	used    map[string]bool // the IDs of the configuration that were found
	placed  []*entry        // per node; not kept if nil
}

// wanting is a node with a prerequisite that is not resolved yet.
type wanting struct {
	node int
	want page.Want
}

// newBuilder makes a builder that has written the course node.
func newBuilder(d *document, parts []*entry) *builder {
	b := &builder{document: d, anchors: map[string]int{}, used: map[string]bool{}}
	b.g = &b.made.Graph
	b.g.Language = d.declaredLanguage()
	b.g.Nodes = make([]graph.Node, 0, 1+count(parts))
	b.course()
	return b
}

// build makes the graph of the outline. It keeps the entries of the nodes if
// they are asked for.
func (d *document) build(parts []*entry, places bool) *builder {
	d.configure(parts)
	parts = d.relevel(parts)
	b := newBuilder(d, parts)
	if places {
		b.placed = []*entry{nil} // the course
	}
	b.addAll(parts, 0)
	b.findLanguage()
	b.require()
	b.connect()
	b.unusedNotes()
	d.check(b.g, &b.made)
	return b
}

// count is the number of entries, with those below.
func count(entries []*entry) int {
	n := len(entries)
	for _, e := range entries {
		n += count(e.entries)
	}
	return n
}

// course writes the first node.
func (b *builder) course() {
	n := graph.Node{ID: graph.CourseID, Kind: graph.Course, Title: b.Title.Title, Number: b.Title.Number, Icon: b.Title.Icon}
	if b.TitleHeading != nil {
		n.URL = "#" + b.TitleHeading.Anchor
		b.anchors[b.TitleHeading.Anchor] = 0
	}
	if b.TitleAt >= 0 {
		n.Source = b.Position(b.TitleAt)
	}
	n.Summary = b.Root.Summary
	if note := b.Root.Note; note != nil {
		annotate(&n, *note)
	}
	b.made.Add(build.Root, n)
	b.images(b.Root.Images, n.ID)
}

// addAll writes the entries that a node holds.
func (b *builder) addAll(entries []*entry, parent int) {
	for _, e := range entries {
		b.add(e, parent)
	}
}

// add writes an entry and what is below it.
func (b *builder) add(e *entry, parent int) {
	n := graph.Node{
		Kind: e.kind, Title: cmp.Or(valid(e.Title), page.Untitled), Number: e.Number, Icon: e.Icon,
		Summary: valid(e.Summary), URL: e.URL, Author: valid(e.Author), Optional: e.Optional, Status: e.Status,
		Excluded: e.why, Attributes: e.Attrs, Source: b.Position(e.At),
	}
	if e.Anchor != "" && (e.URL == "" || e.kind != graph.Topic) {
		n.URL = "#" + e.Anchor
	}
	last, forced := n.Title, false
	if e.Note != nil {
		annotate(&n, *e.Note)
		if e.Note.Skip {
			n.Excluded = whyComment
		}
		if e.Note.ID != "" {
			last, forced = e.Note.ID, true
		}
	}
	wanted := ""
	if n.ID, wanted = b.made.Name(parent, last); n.ID != wanted {
		switch {
		case forced:
			b.Report(DuplicateID, b.Position(e.NoteAt), "", "there is another node with the ID %q", wanted)
		case n.Kind != graph.Resource:
			b.Report(DuplicateTitle, n.Source, "", "%q is there twice in the same place", n.Title)
		}
	}
	note := b.configured(&n, e, parent)
	i := b.made.Add(parent, n)
	if b.placed != nil {
		b.placed = append(b.placed, e)
	}
	if e.Anchor != "" {
		b.anchors[e.Anchor] = i
	}
	b.images(e.images, n.ID)
	if !b.made.Excluded(i) {
		b.collectWants(e, i, note)
	}
	if byPlace := func(x, y *entry) int { return cmp.Compare(x.At, y.At) }; !slices.IsSortedFunc(e.entries, byPlace) {
		slices.SortStableFunc(e.entries, byPlace)
	}
	b.addAll(e.entries, i)
}

// configured adds what the configuration says about a node, as far as its
// comment says nothing. The result is nil if it says nothing.
func (b *builder) configured(n *graph.Node, e *entry, parent int) *Note {
	id, comment := cmp.Or(e.configuredID, n.ID), e.Note
	found, ok := b.Config.Nodes[id]
	if !ok {
		return nil
	}
	note := found // escapes, but only here
	b.used[id] = true
	b.CheckNote(note, n.Source)
	annotate(n, note)
	if comment != nil {
		annotate(n, *comment)
	}
	if note.Skip {
		n.Excluded = whyConfig
	}
	if note.ID != "" {
		n.ID, _ = b.made.Name(parent, note.ID)
	}
	return &note
}

// unusedNotes reports the IDs of the configuration that no node has.
func (b *builder) unusedNotes() {
	for _, id := range slices.Sorted(maps.Keys(b.Config.Nodes)) {
		if b.used[id] {
			continue
		}
		hint := ""
		if near := graph.Nearest(id, slices.Sorted(maps.Keys(b.byID()))); near != "" {
			hint = "did you mean " + quote(near) + "?"
		}
		b.Report(UnknownNode, graph.Position{File: b.File}, hint, "the configuration names a node %q that does not exist", id)
	}
}

// collectWants notes the prerequisites of a node: those of the text, of its
// comment and of the configuration.
func (b *builder) collectWants(e *entry, i int, configured *Note) {
	for _, w := range e.Wants {
		b.wants = append(b.wants, wanting{i, w})
	}
	for _, from := range []struct {
		note   *Note
		reason string
		at     int
	}{{e.Note, "comment", e.NoteAt}, {configured, "configuration", e.At}} {
		if from.note == nil {
			continue
		}
		if s := from.note.Requires; s != "" {
			b.wants = append(b.wants, wanting{i, page.Want{Text: s, At: from.at, Reason: from.reason}})
		}
		if s := from.note.After; s != "" {
			b.wants = append(b.wants, wanting{i, page.Want{Text: s, At: from.at, Reason: from.reason, After: true}})
		}
	}
}

func (b *builder) images(images []page.Picture, id string) {
	for _, p := range images {
		b.g.Images = append(b.g.Images, graph.Image{Node: id, URL: p.URL, Alt: valid(p.Alt), Source: b.Position(p.At)})
	}
}

// annotate sets what a note says about a node.
func annotate(n *graph.Node, note Note) {
	if note.Label != "" {
		n.Label = valid(note.Label)
	}
	if note.Icon != "" {
		n.Icon = valid(page.IconName(note.Icon))
	}
	switch s := graph.Status(note.Status); s {
	case graph.Todo, graph.Doing, graph.Done:
		n.Status = s
	}
	if note.Side == "left" || note.Side == "right" {
		n.Side = note.Side
	}
	n.Optional = n.Optional || note.Optional
}

func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\ufffd")
}
