// Package changes says in words how two courses differ: what was added, removed,
// renamed and moved, and which prerequisites came and went.
package changes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// A Change is one difference between two courses, in words, and where in the new
// one's text it can be seen.
type Change struct {
	Kind graph.ChangeKind `json:"kind"`
	Text string           `json:"text"`
	File string           `json:"file,omitempty"`
	Line int              `json:"line,omitempty"`
}

// Between lists the differences, in the order of the new text. What has no place
// in that is said to be at the nearest that has, or at the given one. Two courses
// that [graph.Diff] finds equal may differ in links, numbers, order and language all the
// same; the list is then about these. It is never empty, so ask only of courses
// that differ.
func Between(old, new *graph.Graph, at graph.Position) []Change {
	w, found := compare(old, new, at)
	if changes := w.list(found); changes != nil {
		return changes
	}
	what := "the order or the identifiers"
	if old.Language != new.Language {
		what = "the language"
	}
	return []Change{{graph.Changed, what + " of the course changed", at.File, at.Line}}
}

// Beside lists the same differences, and those in summaries, resources and table
// columns, which stand beside the outline. Courses that differ in neither give nil.
func Beside(old, new *graph.Graph, at graph.Position) []Change {
	w, found := compare(old, new, at)
	return w.list(append(found, w.beside()...))
}

func compare(old, new *graph.Graph, at graph.Position) (wording, []graph.Change) {
	found := graph.Diff(old, new)
	w := wording{graph.NewIndex(old), graph.NewIndex(new), at, renames(found)}
	if len(found) == 0 {
		found = w.details()
	}
	return w, found
}

// list puts changes into words.
func (w wording) list(found []graph.Change) []Change {
	var changes []Change
	for i, c := range found {
		if c.Inner {
			continue
		}
		place := w.place(c)
		changes = append(changes, Change{c.Kind, w.text(c, found[i+1:]), place.File, place.Line})
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.Line, b.Line) })
	return changes
}

// wording puts changes into words.
type wording struct {
	old, new *graph.Index
	at       graph.Position
	renamed  map[string]string // the new IDs of renamed nodes, by their old ones
}

func renames(changes []graph.Change) map[string]string {
	ids := map[string]string{}
	for _, c := range changes {
		if c.Kind == graph.Renamed {
			ids[c.Old.ID] = c.New.ID
		}
	}
	return ids
}

// details are changes that are too small for Diff: of links and numbers.
func (w wording) details() []graph.Change {
	var found []graph.Change
	for _, n := range w.new.Graph().Nodes {
		was, ok := w.old.Node(n.ID)
		if !ok || n.Kind == graph.Resource || n.Kind == graph.Course {
			continue
		}
		var fields []string
		if was.URL != n.URL {
			fields = append(fields, "link")
		}
		if was.Number != n.Number {
			fields = append(fields, "number")
		}
		if fields != nil {
			found = append(found, graph.Change{Kind: graph.Changed, Old: was, New: n, Fields: fields})
		}
	}
	return found
}

// place is where the change can be seen in the new text.
func (w wording) place(c graph.Change) graph.Position {
	at := c.New.Source
	switch c.Kind {
	case graph.EdgeAdded:
		if at = c.Edge.Source; at.Line == 0 {
			n, _ := w.new.Node(c.Edge.To)
			at = n.Source
		}
	case graph.EdgeRemoved:
		n, _ := w.new.Node(c.Edge.To)
		at = n.Source
	case graph.Removed:
		for n, ok := c.Old, true; ok && at.Line == 0 && n.Parent != graph.CourseID; n, ok = w.old.Node(n.Parent) {
			holder, _ := w.new.Node(n.Parent)
			at = holder.Source
		}
	}
	if at.Line == 0 {
		return w.at
	}
	return at
}

func (w wording) text(c graph.Change, rest []graph.Change) string {
	switch c.Kind {
	case graph.Added:
		return named(c.New) + " added" + w.within(w.new, c.New, " to ") + inside(c, rest)
	case graph.Removed:
		return named(c.Old) + " removed" + w.within(w.old, c.Old, " from ") + inside(c, rest)
	case graph.Renamed:
		return fmt.Sprintf("%s renamed to %q", named(c.Old), c.New.Title)
	case graph.Moved:
		from, to := w.holder(w.old, c.Old), w.holder(w.new, c.New)
		if from.ID == to.ID || from.Title == to.Title || w.renamed[from.ID] == to.ID {
			return named(c.New) + " moved" + w.within(w.new, c.New, " within ")
		}
		return fmt.Sprintf("%s moved from %q to %q", named(c.New), from.Title, to.Title)
	case graph.Changed:
		return strings.Join(c.Fields, ", ") + " of " + named(c.New) + " changed"
	case graph.EdgeAdded:
		return fmt.Sprintf("%q now requires %q", title(w.new, c.Edge.To), title(w.new, c.Edge.From))
	default:
		return fmt.Sprintf("%q no longer requires %q", title(w.old, c.Edge.To), title(w.old, c.Edge.From))
	}
}

func named(n graph.Node) string { return fmt.Sprintf("%s %q", n.Kind, n.Title) }

func title(x *graph.Index, id string) string {
	n, ok := x.Node(id)
	if !ok {
		return id
	}
	return n.Title
}

func (w wording) holder(x *graph.Index, n graph.Node) graph.Node {
	h, _ := x.Node(n.Parent)
	return h
}

// within names what holds a node, but not the course.
func (w wording) within(x *graph.Index, n graph.Node, preposition string) string {
	if h := w.holder(x, n); h.ID != "" && h.Kind != graph.Course {
		return preposition + fmt.Sprintf("%q", h.Title)
	}
	return ""
}

// inside counts what came or went with a node.
func inside(c graph.Change, rest []graph.Change) string {
	id := c.New.ID + c.Old.ID + "/"
	counts := map[graph.Kind]int{}
	for _, r := range rest {
		if r.Kind == c.Kind && r.Inner && strings.HasPrefix(r.New.ID+r.Old.ID, id) {
			counts[r.New.Kind+r.Old.Kind]++
		}
	}
	var parts []string
	for _, kind := range []graph.Kind{graph.Section, graph.Topic} {
		if n := counts[kind]; n > 0 {
			parts = append(parts, words.Count(n, string(kind)))
		}
	}
	if parts == nil {
		return ""
	}
	return ", with " + strings.Join(parts, " and ")
}
