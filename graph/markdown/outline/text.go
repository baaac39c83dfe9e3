package outline

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// end is the comment that ends an icon and a number, or a name, where nothing
// else does.
const end = "<!-- -->"

// A writer writes an outline. exact says that its levels are to be read as what
// they are; else it is written as authors write courses.
type writer struct {
	*outline
	strings.Builder
	exact bool
	open  []int // the headings that hold what is written, see page.levels
}

// text is the outline as Markdown.
func (o *outline) text(exact bool) string {
	w := &writer{outline: o, exact: exact}
	for i := range o.nodes {
		w.close(i)
		if isItem(&o.nodes[i]) {
			w.marker(i)
			w.item(i)
		} else {
			w.heading(i)
		}
	}
	return w.String()
}

var levels = map[graph.Kind]int{graph.Course: 1, graph.Part: 2, graph.Section: 3}

// close ends the headings that do not hold a node: those of its level by
// themselves, and where that is not enough all of them with rules.
func (w *writer) close(i int) {
	p := w.index.Parent(i)
	if !isItem(&w.nodes[i]) {
		n := len(w.open)
		for n > 0 && levels[w.nodes[w.open[n-1]].Kind] >= levels[w.nodes[i].Kind] {
			n--
		}
		if n == 0 || w.open[n-1] == p {
			w.open = w.open[:n]
		}
	} else {
		for p >= 0 && isItem(&w.nodes[p]) {
			p = w.index.Parent(p)
		}
	}
	if i > 0 && isItem(&w.nodes[i-1]) && (!isItem(&w.nodes[i]) || w.holder() != p) {
		w.WriteByte('\n')
	}
	for w.exact && p >= 0 && w.holder() != p {
		w.WriteString("---\n\n")
		w.open = w.open[:len(w.open)-1]
	}
}

// holder is the heading that holds what is written next, or −1.
func (w *writer) holder() int {
	if n := len(w.open); n > 0 {
		return w.open[n-1]
	}
	return -1
}

func (w *writer) heading(i int) {
	n := &w.nodes[i]
	w.open = append(w.open, i)
	text := w.name(n, false)
	if hashes := strings.TrimRight(text, "#"); hashes != text && (hashes == "" || hashes[len(hashes)-1] == ' ') {
		text = text[:len(text)-1] + `\#` // these would be no part of it
	}
	w.WriteString(strings.Repeat("#", levels[n.Kind]) + " " + text + "\n")
	if said := w.said(i); said != "" {
		w.WriteString(said + "\n")
	}
	w.WriteByte('\n')
	if summary := oneLine(n.Summary); summary != "" {
		w.WriteString(block(summary) + "\n\n")
	}
}

// marker writes what tells resources right below a heading from its topics,
// where one sort of them begins. An exact outline needs none.
func (w *writer) marker(i int) {
	p := w.index.Parent(i)
	if w.exact || p < 0 || isItem(&w.nodes[p]) {
		return
	}
	before := graph.Topic
	siblings := w.index.Children(p)
	if at, _ := slices.BinarySearch(siblings, i); at > 0 && isItem(&w.nodes[siblings[at-1]]) {
		before = w.nodes[siblings[at-1]].Kind
	}
	if w.nodes[i].Kind == before {
		return
	}
	if isItem(&w.nodes[i-1]) {
		w.WriteByte('\n')
	}
	w.WriteString(map[graph.Kind]string{graph.Topic: "Topics", graph.Resource: "Resources"}[w.nodes[i].Kind] + ":\n\n")
}

// item writes one line of a list: a topic in bold type, or a resource below
// what it belongs to.
func (w *writer) item(i int) {
	n := &w.nodes[i]
	text := w.name(n, true)
	if n.Kind == graph.Topic {
		text = "**" + text + "**"
	}
	author, summary := oneLine(n.Author), oneLine(n.Summary)
	if author != "" {
		text += " by " + inline(author)
		if w.exact && (strings.Contains(author, ":") || strings.HasPrefix(summary, ":")) {
			text += end
		}
	}
	if summary != "" {
		text += ": " + inline(summary)
	}
	w.WriteString(strings.Repeat("  ", w.depth[i]) + "- " + w.box(n) + text)
	if said := w.said(i); said != "" {
		w.WriteString(" " + said)
	}
	w.WriteByte('\n')
}

func (w *writer) box(n *graph.Node) string {
	switch {
	case n.Status == graph.Done:
		return "[x] "
	case n.Status != graph.Unknown || w.tasks && n.Kind == graph.Topic:
		return "[ ] "
	}
	return ""
}

// name is the name of a heading or item, with its icon and number, as a link
// where it leads somewhere.
func (w *writer) name(n *graph.Node, item bool) string {
	icon, number, title := "", oneLine(n.Number), title(n)
	front := ""
	if isWritten(n.Icon) {
		icon, front = n.Icon, n.Icon+" "
	}
	if number != "" {
		front += number + ". "
	}
	link := destination(n.URL)
	bare := item && link == "" && n.Kind == graph.Resource
	escaped := inline
	if bare {
		escaped = block
	}
	text := escaped(front + title)
	asIcon, asNumber, asTitle := page.SplitName(front + title)
	mistaken := asIcon != icon || asNumber != number || asTitle != title
	ambiguous := bare && (strings.Contains(title, ":") || n.Author != "" || strings.HasPrefix(oneLine(n.Summary), ":"))
	if w.exact && (mistaken || ambiguous || link != "" && strings.EqualFold(title, "x")) { // "[x]" is a box
		text = inline(strings.TrimSpace(front))
		if text != "" {
			text += " "
		}
		text += end + inline(title)
		if bare {
			text = "*" + text + end + "*" // a line that began with a comment would be HTML
		}
	}
	if link != "" {
		text = "[" + text + "](" + link + ")"
	}
	return text
}

// isWritten says whether an icon can stand before a name. Others are named in a
// comment.
func isWritten(icon string) bool {
	found, _, _ := page.SplitName(icon + " x")
	return icon != "" && found == icon && oneLine(icon) == icon
}

// said is the comment of a node, or "".
func (w *writer) said(i int) string {
	n := &w.nodes[i]
	var all []string
	flag := func(word string, is bool) {
		if is {
			all = append(all, word)
		}
	}
	value := func(key, text string) {
		if text != "" {
			all = append(all, key+"="+quote(text))
		}
	}
	flag("outline", w.exact && i == 0)
	value("id", w.chosen[i])
	value("label", oneLine(n.Label))
	if !isWritten(n.Icon) {
		value("icon", oneLine(n.Icon))
	}
	if n.Status == graph.Doing || n.Status == graph.Skipped || n.Status != graph.Unknown && !isItem(n) {
		value("status", string(n.Status))
	}
	flag("optional", n.Optional)
	value("side", n.Side)
	value("requires", strings.Join(w.requires[i], ", "))
	value("after", strings.Join(w.after[i], ", "))
	flag("skip", n.Excluded != "")
	if len(all) == 0 {
		return ""
	}
	return "<!-- roadmap: " + strings.Join(all, " ") + " -->"
}

// quote is a value in a comment.
func quote(text string) string {
	if isBare(text) {
		return text
	}
	return `"` + strings.NewReplacer(`"`, "&quot;", "&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text) + `"`
}

// isBare says whether a text is nothing but ASCII letters, digits and what joins
// them.
func isBare(text string) bool {
	return strings.Trim(strings.ToLower(text), "abcdefghijklmnopqrstuvwxyz0123456789-_/") == ""
}

// destination is the target of a link, or "".
func destination(url string) string {
	link := outward(url)
	if link == "" {
		return ""
	}
	link = entities(strings.ReplaceAll(link, `\`, `\\`))
	if strings.ContainsAny(link, " <>()\\\"'") {
		return "<" + strings.NewReplacer("<", `\<`, ">", `\>`).Replace(link) + ">"
	}
	return link
}
