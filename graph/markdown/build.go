package markdown

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// A builder makes nodes and edges of the entries, of one document or of many.
type builder struct {
	ctx     context.Context
	made    build.Builder
	g       *graph.Graph // what was made so far
	nodes   []*Entry     // what each node was made of
	linked  func(*Document, string) *Document
	wants   []wanting
	guesses []build.Link
	index   map[string]int    // nodes by ID, see byID
	config  map[string]Note   // by ID: it only finds the entries, see configure
	used    map[string]bool   // the IDs of config that were found
	titles  map[string]bool   // see again
	long    map[string]string // IDs of earlier versions, see today
}

// wanting is a node with a prerequisite that is not resolved yet.
type wanting struct {
	node int
	doc  *Document // that names it
	want page.Want
}

// newBuilder makes a builder that has written the nodes.
func newBuilder(ctx context.Context, course *Entry, config map[string]Note) *builder {
	b := &builder{ctx: ctx, config: config, used: map[string]bool{}}
	b.made.Check = func() { until.Check(ctx) }
	b.g = &b.made.Graph
	n := count(course.entries) + 1
	b.made.Grow(n)
	b.nodes = make([]*Entry, 0, n)
	b.add(course, build.Root)
	return b
}

// count is the number of entries, with those below.
func count(entries []*Entry) int {
	n := len(entries)
	for _, e := range entries {
		n += count(e.entries)
	}
	return n
}

// add writes an entry and what is below it.
func (b *builder) add(e *Entry, parent int) {
	until.Check(b.ctx)
	n := graph.Node{
		Kind: e.kind, Title: valid(e.Title), Number: e.Number, Icon: e.Icon,
		Summary: strings.TrimSpace(valid(e.Summary)), URL: e.address(e.URL), Author: valid(e.Author), Optional: e.Optional, Status: e.Status,
		Excluded: e.why, Attributes: e.Attrs(), Source: e.source(e.At),
	}
	rough := false
	if e.doc == nil || !e.doc.Outline {
		n.Title, rough = plainTitle(n.Title)
	}
	if e.Anchor != "" && (e.URL == "" || e.kind != graph.Topic) {
		n.URL = e.address("#" + e.Anchor)
	}
	if parent != build.Root {
		n.Title = cmp.Or(n.Title, page.Untitled)
		n.ID = b.name(e, &n, parent)
	}
	if found, ok := b.config[n.ID]; ok && parent != build.Root {
		note := found // escapes, but only here
		e.configure(&note, n.Source)
		b.used[n.ID] = true
	}
	if e.Note != nil && e.Note.Skip {
		n.Excluded = whyComment
	}
	for _, note := range e.has().notes {
		annotate(&n, *note)
		if note.Skip {
			n.Excluded = whyConfig
		}
		if note.ID != "" {
			n.ID, _ = b.made.NameAs(parent, note.ID)
		}
	}
	if e.Note != nil {
		annotate(&n, *e.Note)
		if e.Note.Icon != "" {
			n.IconSource = e.source(e.Note.At)
		}
	}
	i := b.made.Add(parent, n)
	b.nodes = append(b.nodes, e)
	b.place(e, e, i)
	for _, s := range e.has().stands {
		b.place(e, s, i)
	}
	if rough && n.Label == "" && !b.made.Excluded(i) {
		b.report(i, codes.RoughMath, n.Source, `say what the figure is to show with <!-- roadmap: label="…" -->`, "mathematics is shown as plain text: %q", n.Title)
	}
	if e.kind == graph.Section && !b.made.Excluded(i) && !e.hasTopics() {
		b.report(i, codes.NoTopics, n.Source, "", "the section %q has no topics", n.Title)
	}
	for _, k := range e.entries {
		b.add(k, i)
	}
}

// name is the ID of an entry by its title, or by what its comment says.
func (b *builder) name(e *Entry, n *graph.Node, parent int) string {
	forced := e.Note != nil && e.Note.ID != ""
	id, wanted := "", ""
	if forced {
		id, wanted = b.made.NameAs(parent, e.Note.ID)
	} else {
		id, wanted = b.made.Name(parent, n.Title)
	}
	again := b.again(parent, n.Title, id, wanted)
	switch {
	case id == wanted:
	case forced:
		b.report(len(b.nodes), codes.DuplicateID, e.source(e.Note.At), "", "there is another node with the ID %q", wanted)
	case wanted == b.made.Graph.Nodes[0].ID && id == wanted+"-1": // the course's ID, which no title gave
	case n.Kind != graph.Resource && again:
		b.report(len(b.nodes), codes.DuplicateTitle, n.Source, "", "%q is there twice in the same place", n.Title)
	}
	return id
}

// again tells that a title of the same words was in the same place. Of long ones,
// the IDs may be equal and the titles not: what tells is the whole slug.
func (b *builder) again(parent int, title, id, wanted string) bool {
	slug := title
	if len(title) > graph.MaxElement {
		slug = graph.Slug(title)
	}
	if utf8.RuneCountInString(slug) <= graph.MaxElement {
		return id != wanted && !b.titles[wanted]
	}
	if b.titles == nil {
		b.titles = map[string]bool{}
	}
	whole := b.g.Nodes[parent].ID + "/" + slug
	again := b.titles[whole]
	b.titles[whole], b.titles[id] = true, true
	return again
}

// place keeps where an entry is, or what has taken its place, and what it says
// beside itself.
func (b *builder) place(e, said *Entry, i int) {
	if d := said.doc; d != nil {
		if said == d.course {
			d.home, d.anchors = i, map[string]int{}
		}
		if said.Anchor != "" {
			d.anchors[said.Anchor] = i
		}
	}
	for _, p := range said.pictures() {
		image := graph.Image{Node: b.g.Nodes[i].ID, URL: p.URL, Alt: valid(p.Alt), Source: said.source(p.At)}
		b.g.Images = append(b.g.Images, image)
		for _, other := range p.Others {
			image.URL, image.Mode = other.URL, other.Mode
			b.g.Images = append(b.g.Images, image)
		}
	}
	if !b.made.Excluded(i) && i > 0 {
		b.collectWants(said, i)
	}
}

// report reports what is odd about a node, or the next one.
func (b *builder) report(i int, c codes.Code, at graph.Position, hint, message string, args ...any) {
	if b.config == nil {
		b.nodes[min(i, len(b.nodes)-1)].report(c, at, hint, message, args...)
	}
}

// full says whether no more of a code is reported about a node.
func (b *builder) full(i int, c codes.Code) bool {
	d := b.nodes[i].doc
	return d == nil || d.Full(c)
}

// collectWants notes the prerequisites of a node: those of the text, of its
// comment and of the configuration.
func (b *builder) collectWants(e *Entry, i int) {
	for _, w := range e.Wants() {
		b.wants = append(b.wants, wanting{i, e.doc, w})
	}
	if e.Note != nil {
		b.noteWants(e, i, e.Note, "comment", e.Note.At)
	}
	for _, note := range e.has().notes {
		b.noteWants(e, i, note, "configuration", e.At)
	}
}

func (b *builder) noteWants(e *Entry, i int, n *Note, reason string, at int) {
	if n.Requires != "" {
		b.wants = append(b.wants, wanting{i, e.doc, page.Want{Text: n.Requires, At: at, Reason: reason, Noted: true}})
	}
	if n.After != "" {
		b.wants = append(b.wants, wanting{i, e.doc, page.Want{Text: n.After, At: at, Reason: reason, After: true, Noted: true}})
	}
}

func (b *builder) byID() map[string]int {
	if b.index == nil {
		b.index = make(map[string]int, len(b.g.Nodes))
		for i, n := range b.g.Nodes {
			b.index[n.ID] = i
		}
	}
	return b.index
}

// today is the ID of a node which may have had this one before IDs were shortened.
func (b *builder) today(id string) string {
	short := graph.ShortID(id)
	if short == id {
		return id
	}
	if b.long == nil {
		b.long = b.g.LongIDs()
	}
	return cmp.Or(b.long[id], short)
}

// annotate sets what a note says about a node.
func annotate(n *graph.Node, note Note) {
	if note.Label != "" {
		n.Label = valid(note.Label)
	}
	if note.Icon != "" {
		n.Icon = valid(page.IconName(note.Icon))
	}
	if slices.Contains(graph.Statuses(), note.Status) {
		n.Status = graph.Status(note.Status)
	}
	if slices.Contains(graph.Sides(), note.Side) {
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
