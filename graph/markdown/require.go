package markdown

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// require resolves the prerequisites that were declared.
func (b *builder) require() {
	if len(b.wants) == 0 {
		return
	}
	names := newNames(b)
	seen := make([]int, len(b.g.Nodes)) // by node: the last one that required it
	for _, w := range b.wants {
		until.Check(b.ctx)
		q := &question{builder: b, wanting: w, names: names, refs: w.want.Refs}
		q.resolve()
		for _, a := range q.answers {
			if seen[a.node] == w.node || a.node == w.node {
				continue
			}
			seen[a.node] = w.node // the wants of a node stand together, and the course has none
			l := build.Link{From: a.node, To: w.node, Kind: graph.Requires, Reason: w.want.Reason, Guess: a.guess, Source: w.source()}
			if w.want.After {
				l.Kind = graph.Next
			}
			if l.Guess != "" {
				b.guesses = append(b.guesses, l)
			}
			b.made.Link(l)
		}
	}
}

// source is the place of a prerequisite.
func (w wanting) source() graph.Position {
	if w.doc == nil {
		return graph.Position{}
	}
	return w.doc.Position(w.want.At)
}

// A question is a prerequisite while the nodes that it names are looked for.
type question struct {
	*builder
	wanting
	names   *names
	refs    []page.Ref // that are not answered yet
	answers []answer
	last    string // the piece that was answered last
}

// An answer is a node that comes first. guess is what the text calls it, if
// that is not its name.
type answer struct {
	node  int
	guess string
}

// separators part the names in a prerequisite, one after the other: what is
// between those of one kind is looked for as a whole before it is parted at the
// next.
var separators = [...][]string{
	{"\n", ";", "；"},
	{",", "，", "、", "،"},
	{" / "},
	{" and ", " & ", " + ", " or ", " и ", " y ", " e ", " und ", " et ", "和", "与", "及", " و"},
}

// resolve finds the nodes that a prerequisite names and reports what names none.
func (q *question) resolve() {
	if q.want.Noted && q.ids(q.want.Text) {
		return
	}
	var lost []string
	if areOnlyLinks(q.want.Text, q.refs) {
		for _, l := range q.want.Refs {
			lost = append(lost, q.ask(l.Text, 0)...)
		}
	} else if lost = q.ask(q.want.Text, 0); lost != nil {
		if whole := (&question{builder: q.builder, wanting: q.wanting, names: q.names}); whole.cover(q.want.Text) {
			q.answers, lost = whole.answers, nil
		}
	}
	for _, name := range lost {
		if q.full(q.node, codes.Unresolved) {
			return // what takes longest is to find what is near
		}
		q.report(q.node, codes.Unresolved, q.source(), q.names.nearest(name), "the prerequisite %q of %q is not in the course", name, q.g.Nodes[q.node].Title)
	}
}

// ask finds what a text names: the whole text first, then its pieces between
// the separators from one on. What names nothing comes back.
func (q *question) ask(text string, from int) (lost []string) {
	text = trimPiece(text)
	if isNone(text) || q.whole(text) || q.url(text) != "" && q.links(text) {
		return nil
	}
	for k := from; k < len(separators); k++ {
		last := k == len(separators)-1
		if last && q.links(text) {
			return nil
		}
		cuts := cut(text, separators[k])
		if len(cuts) < 2 {
			continue
		}
		before := len(q.answers)
		for i := 0; i < len(cuts); i++ {
			if n := q.run(text, cuts[i:]); n > 0 {
				i += n - 1
				continue
			}
			lost = append(lost, q.ask(cuts[i].of(text), k+1)...)
		}
		if last && len(q.answers) == before {
			break
		}
		return lost
	}
	if q.span(text) {
		return nil
	}
	return []string{text}
}

// answer notes a node that a text names.
func (q *question) answer(i int, text, guess string) bool {
	if i < 0 {
		return false
	}
	q.answers, q.last = append(q.answers, answer{i, guess}), text
	for k, l := range q.refs {
		if strings.TrimSpace(l.Text) == text {
			q.refs = q.refs[k+1:]
			break
		}
	}
	return true
}

// whole answers a text that is one name: an anchor, an ID, a title or an
// address. A number may stand for the last name with another one at its end:
// "Calculus 1A, 1B".
func (q *question) whole(text string) bool {
	if strings.HasPrefix(text, "#") && q.answer(q.anchor(page.Ref{URL: text}), text, "") {
		return true
	}
	if i := q.id(text); i >= 0 {
		return q.answer(i, text, "")
	}
	url := q.url(text)
	if strings.HasPrefix(url, "#") && q.answer(q.anchor(page.Ref{Text: text, URL: url}), text, "") {
		return true
	}
	i, guessed := q.names.find(text, q.node, nil)
	if i >= 0 && !guessed {
		return q.answer(i, text, "")
	}
	if url != "" && q.answer(q.at(url), text, "") {
		return true
	}
	if word := strings.LastIndexByte(q.last, ' '); word > 0 && isOrdinal(text) {
		if next := q.last[:word+1] + text; q.named(next) {
			return true
		}
	}
	if q.answer(i, text, text) || q.answer(q.names.part(text, q.node), text, text) {
		return true
	}
	if open := page.TrailingBracket(text); open > 0 { // "Rope work (or equivalent)", "a year of it (Rope work)"
		return q.named(strings.TrimSpace(text[:open])) || q.named(strings.Trim(text[open:], "()[]（）【】"))
	}
	return false
}

// id is the node with an ID, also as it was before IDs were shortened, or −1.
func (q *question) id(text string) int {
	for _, id := range []string{text, q.today(text)} {
		if i, ok := q.byID()[id]; ok && !q.made.Excluded(i) {
			return i
		}
	}
	return -1
}

// ids answers a list of nothing but IDs, with commas between: what is exact is
// not compared with titles.
func (q *question) ids(text string) bool {
	var nodes []int
	for id := range strings.SplitSeq(text, ",") {
		i := q.id(strings.TrimSpace(id))
		if i < 0 {
			return false
		}
		nodes = append(nodes, i)
	}
	for _, i := range nodes {
		q.answer(i, "", "")
	}
	return true
}

// url is where a text that is a link leads, or "".
func (q *question) url(text string) string {
	for _, l := range q.refs {
		if strings.TrimSpace(l.Text) == text {
			return l.URL
		}
	}
	return ""
}

// named answers a name, or what is like it.
func (q *question) named(name string) bool {
	i, guessed := q.names.find(name, q.node, nil)
	if !guessed {
		return q.answer(i, name, "")
	}
	return q.answer(i, name, name)
}

// isOrdinal says whether a text is a number or letter of a series: "1B", "II".
func isOrdinal(s string) bool {
	return len(s) == 1 || len(s) <= 3 && (s[0] >= '0' && s[0] <= '9' || roman[strings.ToLower(s)] != "")
}

// run answers a name that has the separator in it, "Ships, Flags and Signals"
// in a longer list: the most pieces that are one. It gives how many they are.
func (q *question) run(text string, pieces []piece) int {
	for n := min(len(pieces)-1, maxRun); n > 1; n-- {
		name := trimPiece(text[pieces[0].start:pieces[n-1].end])
		if i, guessed := q.names.called(name, q.node, nil); i >= 0 && !guessed {
			q.answer(i, name, "")
			return n
		}
	}
	return 0
}

// maxRun bounds the pieces that may be one name.
const maxRun = 5

// span answers a range of numbers or codes: "1–3", "CS1-CS4".
func (q *question) span(text string) bool {
	for _, dash := range []string{"-", "–", "—", "~", "～"} {
		first, last, ok := strings.Cut(text, dash)
		if !ok {
			continue
		}
		from := q.names.coded(strings.TrimSpace(first), q.node, nil)
		to := q.names.coded(strings.TrimSpace(last), q.node, nil)
		if from < 0 || to <= from || q.made.Parent(from) != q.made.Parent(to) {
			continue
		}
		for i := from; i <= to; i++ {
			if q.made.Parent(i) == q.made.Parent(from) && q.g.Nodes[i].Kind == q.g.Nodes[from].Kind && !q.made.Excluded(i) {
				q.answer(i, text, "")
			}
		}
		return true
	}
	return false
}

// isBelow says whether node j is node i, or is held by it, directly or not.
func (b *builder) isBelow(j, i int) bool {
	for j > i {
		j = b.made.Parent(j)
	}
	return j == i
}

// trimPiece takes off what is no part of a name: stops, a bracket that opens or
// closes outside of it, and a word that only says what it is ("corequisite:").
func trimPiece(s string) string {
	s = strings.Trim(s, " .;,\n")
	if lead := page.BeforeColon(s); lead != "" && page.Prerequisites.Is(lead) {
		s = strings.TrimLeft(s[len(lead):], ":： ")
	}
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

func isNone(text string) bool {
	key := page.Fold(text)
	return key == "" && !strings.HasPrefix(text, "#") || page.None.Is(key)
}

// A piece is a part of a text.
type piece struct{ start, end int }

func (p piece) of(text string) string { return text[p.start:p.end] }

// cut gives the pieces between separators that are not blank.
func cut(text string, separators []string) []piece {
	var out []piece
	start := 0
	add := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, piece{start, end})
		}
	}
next:
	for i := 0; i < len(text); {
		for _, s := range separators {
			if strings.HasPrefix(text[i:], s) {
				add(i)
				i += len(s)
				start = i
				continue next
			}
		}
		i++
	}
	add(len(text))
	return out
}
