package markdown

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// require resolves the prerequisites that were declared.
func (b *builder) require() {
	if len(b.wants) == 0 {
		return
	}
	names := newNames(b)
	seen := map[[2]int]bool{}
	for _, w := range b.wants {
		for _, from := range b.resolve(names, w) {
			pair := [2]int{from, w.node}
			if seen[pair] || from == w.node {
				continue
			}
			seen[pair] = true
			l := link{from: from, to: w.node, kind: graph.Requires, reason: w.want.reason, at: w.want.at}
			if w.want.after {
				l.kind = graph.Next
				b.next = append(b.next, l)
				continue
			}
			b.requires = append(b.requires, l)
		}
	}
}

// resolve finds the nodes that a prerequisite names: the whole text first,
// then its pieces between commas, then theirs between "and"s.
func (b *builder) resolve(names *names, w wanting) []int {
	text := strings.TrimSpace(w.want.text)
	if isNone(text) {
		return nil
	}
	if len(w.want.refs) <= 1 {
		if i := b.piece(names, w, text); i >= 0 {
			return []int{i}
		}
	}
	var out []int
	refs := w.want.refs
	for _, piece := range splitAny(text, ",", ";", "，", "、", "；", "،", " / ", "\n") {
		piece = strings.Trim(piece, " .")
		if isNone(piece) {
			continue
		}
		if i := b.piece(names, w, piece); i >= 0 {
			out = append(out, i)
			continue
		}
		var in []ref
		for len(refs) > 0 && strings.Contains(piece, strings.TrimSpace(refs[0].text)) {
			in, refs = append(in, refs[0]), refs[1:]
		}
		if found, ok := b.linked(names, w, in); ok {
			out = append(out, found...)
			continue
		}
		out = append(out, b.halves(names, w, piece)...)
	}
	return out
}

// linked resolves the links of a piece. ok says that they settle it: all lead
// to headings, or out of the document.
func (b *builder) linked(names *names, w wanting, refs []ref) (out []int, ok bool) {
	for _, l := range refs {
		if !strings.HasPrefix(l.url, "#") {
			ok = true
			if !b.outside(w, l.text, l.url) {
				b.report(External, b.position(w.want.at), "", "the prerequisite %q of %q lies outside the course", l.text, b.g.Nodes[w.node].Title)
			}
			continue
		}
		if i := b.anchor(names, w, l); i >= 0 {
			out, ok = append(out, i), true
		}
	}
	return out, ok
}

// anchor resolves a link to a heading. Its text may name a topic below it.
func (b *builder) anchor(names *names, w wanting, l ref) int {
	i, ok := b.anchors[strings.ToLower(strings.TrimPrefix(l.url, "#"))]
	if !ok || b.excluded[i] {
		return -1
	}
	if fold(l.text) != fold(b.g.Nodes[i].Title) {
		if t := names.find(l.text, w.node, func(j int) bool { return b.isBelow(j, i) }); t >= 0 {
			return t
		}
	}
	return i
}

// isBelow says whether node j is held by node i, directly or not.
func (b *builder) isBelow(j, i int) bool {
	for j > i {
		j = b.parent[j]
	}
	return j == i
}

// piece resolves one name: an anchor, an ID or a title.
func (b *builder) piece(names *names, w wanting, text string) int {
	if strings.HasPrefix(text, "#") {
		return b.anchor(names, w, ref{text: "", url: text})
	}
	for _, l := range w.want.refs {
		if strings.HasPrefix(l.url, "#") && strings.TrimSpace(l.text) == text {
			if i := b.anchor(names, w, l); i >= 0 {
				return i
			}
		}
	}
	if i, ok := b.byID()[text]; ok && !b.excluded[i] {
		return i
	}
	return names.find(text, w.node, nil)
}

// halves resolves a piece that joins several names with "and", or reports that
// it names nothing.
func (b *builder) halves(names *names, w wanting, piece string) []int {
	parts := splitAny(piece, " and ", " & ", " + ", " or ", " и ", " y ", " e ", " und ", " et ", "和", "与", "及", " و")
	var out []int
	var lost []string
	for _, p := range parts {
		if i := b.piece(names, w, strings.Trim(p, " .")); i >= 0 {
			out = append(out, i)
		} else {
			lost = append(lost, strings.TrimSpace(p))
		}
	}
	if len(out) == 0 {
		lost = []string{piece}
	}
	for _, name := range lost {
		if b.outside(w, name, "") {
			continue
		}
		hint := ""
		if near := names.nearest(name); near != "" {
			hint = "did you mean " + quote(near) + "?"
		}
		b.report(Unresolved, b.position(w.want.at), hint, "the prerequisite %q of %q is not in the course", name, b.g.Nodes[w.node].Title)
	}
	return out
}

func isNone(text string) bool {
	key := fold(text)
	return key == "" && !strings.HasPrefix(text, "#") || words().none.has(key)
}

// splitAny splits at any of the separators.
func splitAny(s string, separators ...string) []string {
	out := []string{s}
	for _, sep := range separators {
		if !strings.Contains(s, sep) {
			continue
		}
		var next []string
		for _, part := range out {
			next = append(next, strings.Split(part, sep)...)
		}
		out = next
	}
	return slices.DeleteFunc(out, func(p string) bool { return strings.TrimSpace(p) == "" })
}
