package markdown

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// The levels of entries; what is deeper is a sub-topic.
const (
	courseLevel = iota
	partLevel
	sectionLevel
	topicLevel
)

// wantedLevel is the level that a comment or the configuration gives an
// entry, or 0.
func (e *entry) wantedLevel() int {
	level := ""
	if e.Note != nil {
		level = e.Note.Level
	}
	if level == "" && e.configured != nil {
		level = e.configured.Level
	}
	return 1 + slices.Index(page.LevelValues, level)
}

// relevel moves the entries that a comment or the configuration gives a level:
// that very entry with all below it, and nothing else. What is raised stands
// by its place in the text; what is lowered belongs to the entry before it.
func (d *document) relevel(parts []*entry) []*entry {
	if !anyLevel(parts) {
		return parts
	}
	full := slices.DeleteFunc(slices.Clone(parts), func(e *entry) bool { return len(e.entries) == 0 })
	root := &entry{Element: &page.Element{}, entries: parts}
	root.entries = append(root.entries, root.raise(courseLevel)...)
	root.sort()
	d.lower(root, courseLevel)
	return slices.DeleteFunc(root.entries, func(e *entry) bool {
		return slices.Contains(full, e) && len(e.entries) == 0 // all that it held was raised
	})
}

func anyLevel(entries []*entry) bool {
	return slices.ContainsFunc(entries, func(e *entry) bool { return e.wantedLevel() > 0 || anyLevel(e.entries) })
}

func (e *entry) sort() {
	slices.SortStableFunc(e.entries, func(a, b *entry) int { return cmp.Compare(a.At, b.At) })
}

// raise takes out of what an entry of a level holds the entries that belong
// higher up, and gives those that it cannot hold itself.
func (e *entry) raise(level int) []*entry {
	var up, kept []*entry
	for _, k := range e.entries {
		for _, r := range k.raise(level + 1) {
			if r.wantedLevel() == level+1 {
				kept = append(kept, r)
			} else {
				up = append(up, r)
			}
		}
		if want := k.wantedLevel(); want > 0 && want <= level && k.kind != graph.Resource {
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
func (d *document) lower(e *entry, level int) {
	var kept []*entry
	for _, k := range e.entries {
		want := k.wantedLevel()
		if want <= level+1 || k.kind == graph.Resource {
			kept = append(kept, k)
			continue
		}
		i := len(kept) - 1
		for i >= 0 && (kept[i].kind == graph.Resource || kept[i].why != "") {
			i--
		}
		if i < 0 {
			d.Report(BadValue, d.Position(k.At), "put it behind what shall hold it", "%q cannot be a %s: nothing before it can hold it", k.Title, page.LevelValues[want-1])
			k.setLevel(level + 1)
			kept = append(kept, k)
			continue
		}
		k.setLevel(level + 2)
		kept[i].entries = append(kept[i].entries, k)
	}
	e.entries = kept
	for _, k := range kept {
		d.lower(k, level+1)
	}
}

// setLevel makes an entry one of a level, and what it holds of those below.
func (e *entry) setLevel(level int) {
	old := e.kind
	e.kind = [...]graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic}[min(level, topicLevel)]
	e.why = ""
	if old == graph.Part && len(e.entries) == 1 && e.entries[0].Title == e.Title {
		e.entries = e.entries[0].entries // the section that a part without any was given
	}
	if e.kind == graph.Part && !slices.ContainsFunc(e.entries, (*entry).hasTopics) {
		s := &entry{Element: &page.Element{Label: e.Label, At: e.At}, kind: graph.Section, entries: e.entries}
		e.entries = []*entry{s}
	}
	for _, k := range e.entries {
		if k.kind != graph.Resource {
			why := k.why
			k.setLevel(level + 1)
			k.why = why
		}
	}
}

// configure gives every entry what the configuration says about it by the ID
// that it has before anything is moved, if it moves anything.
func (d *document) configure(parts []*entry) {
	moves := false
	for _, n := range d.Config.Nodes {
		moves = moves || n.Level != ""
	}
	if !moves {
		return
	}
	quiet := *d.Document
	quiet.Reporter = &page.Reporter{}
	b := newBuilder(&document{Document: &quiet}, parts)
	b.placed = []*entry{nil} // the course
	b.addAll(parts, 0)
	for id, note := range d.Config.Nodes {
		if i, ok := b.byID()[id]; ok && i > 0 {
			b.placed[i].configured, b.placed[i].configuredID = &note, id
		}
	}
}
