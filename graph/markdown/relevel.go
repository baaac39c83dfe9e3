package markdown

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// The levels of entries; what is deeper is a sub-topic.
const (
	courseLevel = iota
	partLevel
	sectionLevel
	topicLevel
)

// levelOf is the level that a note gives, or 0.
func levelOf(name string) int8 { return int8(1 + slices.Index(page.Levels(), name)) }

// relevel moves the entries that a comment or the configuration gives a level:
// that very entry with all below it, and nothing else. What is raised stands
// by its place in the text; what is lowered belongs to the entry before it.
func relevel(course *Entry) {
	if !anyLevel(course.entries) {
		return
	}
	full := slices.DeleteFunc(slices.Clone(course.entries), func(e *Entry) bool { return len(e.entries) == 0 })
	course.entries = append(course.entries, course.raise(courseLevel)...)
	course.sort()
	course.lower(courseLevel)
	course.entries = slices.DeleteFunc(course.entries, func(e *Entry) bool {
		return slices.Contains(full, e) && len(e.entries) == 0 // all that it held was raised
	})
}

func anyLevel(entries []*Entry) bool {
	return slices.ContainsFunc(entries, func(e *Entry) bool { return e.has().level > 0 || anyLevel(e.entries) })
}

// sort puts what an entry holds into the order of the text, if it is of one.
func (e *Entry) sort() {
	byPlace := func(a, b *Entry) int { return cmp.Compare(a.At, b.At) }
	if !slices.ContainsFunc(e.entries, func(k *Entry) bool { return k.doc != e.doc }) && !slices.IsSortedFunc(e.entries, byPlace) {
		slices.SortStableFunc(e.entries, byPlace)
	}
}

// raise takes out of what an entry of a level holds the entries that belong
// higher up, and gives those that it cannot hold itself.
func (e *Entry) raise(level int) []*Entry {
	var up, kept []*Entry
	for _, k := range e.entries {
		for _, r := range k.raise(level + 1) {
			if int(r.has().level) == level+1 {
				kept = append(kept, r)
			} else {
				up = append(up, r)
			}
		}
		if want := int(k.has().level); want > 0 && want <= level && k.kind != graph.Resource {
			k.setLevel(want)
			up = append(up, k)
			continue
		}
		kept = append(kept, k)
	}
	e.entries = kept
	e.sort()
	return up
}

// lower moves entries into the one before them. The first has none and stays.
func (e *Entry) lower(level int) {
	var kept []*Entry
	for _, k := range e.entries {
		want := int(k.has().level)
		if want <= level+1 || k.kind == graph.Resource {
			kept = append(kept, k)
			continue
		}
		i := len(kept) - 1
		for i >= 0 && (kept[i].kind == graph.Resource || kept[i].why != "") {
			i--
		}
		if i < 0 {
			k.report(codes.BadValue, k.source(k.At), "put it behind what shall hold it", "%q cannot be a %s: nothing before it can hold it", k.Title, page.Levels()[want-1])
			k.setLevel(level + 1)
			kept = append(kept, k)
			continue
		}
		k.setLevel(level + 2)
		kept[i].entries = append(kept[i].entries, k)
	}
	e.entries = kept
	for _, k := range kept {
		k.ask(0)
		k.sort()
		k.lower(level + 1)
	}
}

// setLevel makes an entry one of a level, and what it holds of those below.
func (e *Entry) setLevel(level int) {
	old := e.kind
	e.kind = [...]graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic}[min(level, topicLevel)]
	e.why = ""
	if old == graph.Part && len(e.entries) == 1 && e.entries[0].Title == e.Title {
		e.entries = e.entries[0].entries // the section that a part without any was given
	}
	if e.kind == graph.Part && !slices.ContainsFunc(e.entries, (*Entry).hasTopics) {
		s := &Entry{Element: &page.Element{Label: e.Label, At: e.At}, kind: graph.Section, doc: e.doc, entries: e.entries}
		e.entries = []*Entry{s}
	}
	for _, k := range e.entries {
		if k.kind != graph.Resource {
			why := k.why
			k.setLevel(level + 1)
			k.why = why
		}
	}
}
