package page

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// noteKeys are the keys of an annotation.
var noteKeys = []string{"id", "label", "icon", "requires", "after", "status", "optional", "side", "skip", "part", "section", "topic", "figure"}

// The values of the keys that take no other.
var (
	statusValues = []string{"todo", "doing", "done"}
	sideValues   = []string{"left", "right"}
	LevelValues  = []string{"part", "section", "topic"}
)

// comments takes the annotations among HTML comments as said about r.last.
func (r *reader) comments(found []comment) {
	for _, c := range found {
		r.comment(c)
	}
}

func (r *reader) comment(c comment) {
	text := strings.TrimLeft(c.text, " \t\n")
	rest, ok := strings.CutPrefix(text, "roadmap:")
	if !ok {
		return
	}
	at := c.at + len(c.text) - len(rest)
	if r.last.Note == nil {
		r.last.Note = &Note{}
	}
	r.last.NoteAt = c.at
	r.parseNote(r.last.Note, rest, at)
}

// parseNote reads `key=value key="a value" key` into a note.
func (r *reader) parseNote(n *Note, s string, at int) {
	i := 0
	for {
		for i < len(s) && strings.IndexByte(" \t\n,", s[i]) >= 0 {
			i++
		}
		if i >= len(s) {
			return
		}
		start := i
		for i < len(s) && strings.IndexByte(" \t\n,=", s[i]) < 0 {
			i++
		}
		key, value, has := s[start:i], "", false
		if i < len(s) && s[i] == '=' {
			opens := i + 1
			closed := false
			value, i, closed = noteValue(s, opens)
			has = true
			if !closed {
				r.Report(BadValue, r.Position(at+opens), "close it before the comment ends", "the quotation mark before the value of %q is not closed", key)
			}
		}
		r.setNote(n, key, value, has, at+start)
		if strings.EqualFold(key, "figure") {
			return // what follows is about the picture
		}
	}
}

// noteValue reads a value from s[i:]: in single, double or typographic quotes,
// or up to the next space. It says whether the quotes are closed.
func noteValue(s string, i int) (value string, next int, closed bool) {
	for _, q := range []struct{ open, close string }{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"„", "“"}, {"«", "»"}} {
		if strings.HasPrefix(s[i:], q.open) {
			start := i + len(q.open)
			if n := strings.Index(s[start:], q.close); n >= 0 {
				return s[start : start+n], start + n + len(q.close), true
			}
			return s[start:], len(s), false
		}
	}
	n := strings.IndexAny(s[i:], " \t\n")
	if n < 0 {
		n = len(s) - i
	}
	return s[i : i+n], i + n, true
}

func (r *reader) setNote(n *Note, key, value string, has bool, at int) {
	needs := true
	switch strings.ToLower(key) {
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
		r.CheckNote(Note{Status: n.Status}, r.Position(at))
	case "side":
		n.Side = strings.ToLower(value)
		r.CheckNote(Note{Side: n.Side}, r.Position(at))
	case "optional", "skip", "figure":
		needs = false
		yes := !has || value != "false" && value != "no"
		if has && yes && value != "true" && value != "yes" {
			r.Report(BadValue, r.Position(at), "it is one of true, yes, false, no, or nothing", "%q is no value for %q", value, key)
		}
		switch strings.ToLower(key) {
		case "optional":
			n.Optional = yes
		case "skip":
			n.Skip = yes
		default:
			n.Figure = yes
		}
	case "part", "section", "topic":
		needs = false
		level := strings.ToLower(key)
		switch {
		case has:
			r.Report(BadValue, r.Position(at), "write "+quote(level)+" alone", "the key %q takes no value", key)
		case n.Level != "" && n.Level != level:
			r.Report(BadValue, r.Position(at), "leave one of them out", "this is to be a %s and a %s; the last counts", n.Level, level)
		}
		n.Level = level
	default:
		r.unknownKey(key, r.Position(at))
		return
	}
	if needs && value == "" {
		r.Report(BadValue, r.Position(at), `write `+key+`="…"`, "the key %q needs a value", key)
	}
}

func joinList(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

func (r *Reporter) unknownKey(key string, at graph.Position) {
	hint := "the keys are " + strings.Join(noteKeys, ", ")
	if near := graph.Nearest(key, noteKeys); near != "" {
		hint = "did you mean " + quote(near) + "?"
	}
	r.Report(UnknownKey, at, hint, "there is no annotation key %q", key)
}

// CheckNote reports values that their keys cannot take.
func (r *Reporter) CheckNote(n Note, at graph.Position) {
	for _, c := range []struct {
		key, value string
		known      []string
	}{
		{"status", n.Status, statusValues},
		{"side", n.Side, sideValues},
		{"level", n.Level, LevelValues},
	} {
		if c.value != "" && !slices.Contains(c.known, c.value) {
			r.Report(BadValue, at, "it is one of "+strings.Join(c.known, ", "), "%q is no value for %q", c.value, c.key)
		}
	}
}
