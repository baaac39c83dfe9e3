package markdown

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
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
			l := build.Link{From: from, To: w.node, Kind: graph.Requires, Reason: w.want.Reason, At: w.want.At}
			if l.Reason != "" {
				l.Source = b.Position(l.At)
			}
			if w.want.After {
				l.Kind = graph.Next
			}
			b.made.Link(l)
		}
	}
}

// resolve finds the nodes that a prerequisite names: the whole text first,
// then its pieces between commas, then theirs between "and"s.
func (b *builder) resolve(names *names, w wanting) []int {
	text := trimPiece(w.want.Text)
	if isNone(text) {
		return nil
	}
	if len(w.want.Refs) <= 1 {
		if i := b.piece(names, w, text); i >= 0 {
			return []int{i}
		}
	}
	var out []int
	refs := w.want.Refs
	pieces := splitAny(text, ",", ";", "，", "、", "；", "،", " / ", "\n")
	if areOnlyLinks(text, refs) {
		pieces = pieces[:0]
		for _, l := range refs {
			pieces = append(pieces, strings.TrimSpace(l.Text))
		}
	}
	for _, piece := range pieces {
		piece = trimPiece(piece)
		if isNone(piece) {
			continue
		}
		if i := b.piece(names, w, piece); i >= 0 {
			out = append(out, i)
			continue
		}
		var in []page.Ref
		for len(refs) > 0 && strings.Contains(piece, strings.TrimSpace(refs[0].Text)) {
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

// trimPiece takes off what is no part of a name: stops, and a bracket that
// opens or closes outside of it.
func trimPiece(s string) string {
	s = strings.Trim(s, " .;,\n")
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimRight(s, ") .")
	}
	if strings.Count(s, "(") > strings.Count(s, ")") {
		s = strings.TrimLeft(s, "( ")
	}
	return s
}

// areOnlyLinks says whether a text is links with nothing but spaces between.
func areOnlyLinks(text string, refs []page.Ref) bool {
	if len(refs) < 2 {
		return false
	}
	for _, l := range refs {
		before, after, ok := strings.Cut(text, strings.TrimSpace(l.Text))
		if !ok || strings.TrimSpace(before) != "" {
			return false
		}
		text = after
	}
	return strings.TrimSpace(text) == ""
}

// linked resolves the links of a piece. ok says that they settle it: all lead
// to headings, or out of the document.
func (b *builder) linked(names *names, w wanting, refs []page.Ref) (out []int, ok bool) {
	for _, l := range refs {
		if !strings.HasPrefix(l.URL, "#") {
			ok = true
			if !b.settled(w, l.Text, l.URL) {
				b.Report(External, b.Position(w.want.At), "", "the prerequisite %q of %q lies outside the course", l.Text, b.g.Nodes[w.node].Title)
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
func (b *builder) anchor(names *names, w wanting, l page.Ref) int {
	i, ok := b.anchors[strings.ToLower(strings.TrimPrefix(l.URL, "#"))]
	if !ok || b.made.Excluded(i) {
		return -1
	}
	if page.Fold(l.Text) != page.Fold(b.g.Nodes[i].Title) {
		if t := names.find(l.Text, w.node, func(j int) bool { return b.isBelow(j, i) }); t >= 0 {
			return t
		}
	}
	return i
}

// isBelow says whether node j is held by node i, directly or not.
func (b *builder) isBelow(j, i int) bool {
	for j > i {
		j = b.made.Parent(j)
	}
	return j == i
}

// piece resolves one name: an anchor, an ID or a title.
func (b *builder) piece(names *names, w wanting, text string) int {
	if strings.HasPrefix(text, "#") {
		return b.anchor(names, w, page.Ref{URL: text})
	}
	for _, l := range w.want.Refs {
		if strings.HasPrefix(l.URL, "#") && strings.TrimSpace(l.Text) == text {
			if i := b.anchor(names, w, l); i >= 0 {
				return i
			}
		}
	}
	if i, ok := b.byID()[text]; ok && !b.made.Excluded(i) {
		return i
	}
	if i := names.find(text, w.node, nil); i >= 0 {
		return i
	}
	if open := page.TrailingBracket(text); open > 0 { // "Rope work (or equivalent)"
		return names.find(text[:open], w.node, nil)
	}
	return -1
}

// halves resolves a piece that joins several names with "and", or reports that
// it names nothing.
func (b *builder) halves(names *names, w wanting, piece string) []int {
	parts := splitAny(piece, " and ", " & ", " + ", " or ", " и ", " y ", " e ", " und ", " et ", "和", "与", "及", " و")
	var out []int
	var lost []string
	for _, p := range parts {
		if i := b.piece(names, w, trimPiece(p)); i >= 0 {
			out = append(out, i)
		} else {
			lost = append(lost, strings.TrimSpace(p))
		}
	}
	if len(out) == 0 {
		lost = []string{piece}
	}
	for _, name := range lost {
		if b.settled(w, name, "") {
			continue
		}
		hint := ""
		if near := names.nearest(name); near != "" {
			hint = "did you mean " + quote(near) + "?"
		}
		b.Report(Unresolved, b.Position(w.want.At), hint, "the prerequisite %q of %q is not in the course", name, b.g.Nodes[w.node].Title)
	}
	return out
}

func isNone(text string) bool {
	key := page.Fold(text)
	return key == "" && !strings.HasPrefix(text, "#") || page.None.Is(key)
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
