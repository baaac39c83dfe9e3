package page

import (
	"html"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	sentence "github.com/roadmapviz/roadmapviz/internal/words"
)

// noteKeys are the keys of an annotation.
var noteKeys = []string{"id", "label", "icon", "requires", "after", "status", "optional", "side", "skip", "part", "section", "topic", "figure", outlineMark}

// comments takes the comments that begin at offsets as said about *r.last.
func (r *reader) comments(starts []int) {
	for _, at := range starts {
		r.comment(at)
	}
}

// comment takes the comment that begins at an offset as said about *r.last, if it
// is an annotation.
func (r *reader) comment(at int) {
	if r.origin != nil {
		at = r.origin(at)
	}
	c := r.commentAt(at)
	if c == nil || c.kind != Annotation && c.kind != Figure {
		return
	}
	c.read = true
	if *r.last == nil {
		*r.last = &Note{}
	}
	note := *r.last
	note.At = at + len("<!--")
	for i, s := range settings(c.says) {
		s.Position = r.Position(c.saysAt + i)
		r.setNote(note, s)
		if s.Key == Figure {
			return // what follows is about the picture
		}
	}
}

// reportUnread tells of annotations that stand where nothing is read.
func (d *Document) reportUnread() {
	for _, c := range d.comments {
		if c.kind == Annotation && !c.read {
			d.Report(codes.UnreadComment, d.Position(c.at), "write it right below a heading, or in an item", "nothing stands here that this annotation could speak of")
		}
	}
}

func (r *reader) setNote(n *Note, s Setting) {
	needs, value := true, html.UnescapeString(s.Value) // a comment cannot hold "-->"
	switch s.Key {
	case "id":
		n.ID = value
	case "label":
		n.Label = value
	case "icon":
		n.Icon = value
	case "requires":
		n.Requires = joinList(n.Requires, value)
	case "after":
		n.After = joinList(n.After, value)
	case "status":
		n.Status = strings.ToLower(value)
		r.CheckNote(Note{Status: n.Status}, s.Position)
	case "side":
		n.Side = strings.ToLower(value)
		r.CheckNote(Note{Side: n.Side}, s.Position)
	case "optional", "skip", "figure", outlineMark:
		needs = false
		yes, ok := s.Bool()
		if !ok {
			r.Report(codes.BadValue, s.Position, "it is one of true, yes, false, no, or nothing", "%q is no value for %q", value, s.Key)
		}
		switch s.Key {
		case "optional":
			n.Optional = yes
		case "skip":
			n.Skip = yes
		case outlineMark:
			n.Outline = yes
		default:
			n.Figure = yes
		}
	case "part", "section", "topic":
		needs = false
		switch {
		case s.HasValue:
			r.Report(codes.BadValue, s.Position, "write "+quote(s.Key)+" alone", "the key %q takes no value", s.Key)
		case n.Level != "" && n.Level != s.Key:
			r.Report(codes.BadValue, s.Position, "leave one of them out", "this is to be a %s and a %s; the last counts", n.Level, s.Key)
		}
		n.Level = s.Key
	default:
		r.unknownKey(s.Key, s.Position)
		return
	}
	if needs && value == "" {
		r.Report(codes.BadValue, s.Position, `write `+s.Key+`="…"`, "the key %q needs a value", s.Key)
	}
}

func joinList(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

func (r *Reporter) unknownKey(key string, at graph.Position) {
	r.Report(codes.UnknownKey, at, nearest.Choice(key, noteKeys), "there is no annotation key %q", short(key))
}

// CheckNote reports values that their keys cannot take.
func (r *Reporter) CheckNote(n Note, at graph.Position) {
	for _, c := range []struct {
		key, value string
		known      []string
	}{
		{"status", n.Status, graph.Statuses()},
		{"side", n.Side, graph.Sides()},
		{"level", n.Level, levelNames},
	} {
		if c.value != "" && !slices.Contains(c.known, c.value) {
			r.Report(codes.BadValue, at, nearest.Choice(c.value, c.known), "there is no %s %q", c.key, c.value)
		}
	}
}

// short is a piece of a document for a message.
func short(s string) string { return sentence.Short(s, 60) }
