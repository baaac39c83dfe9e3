package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// lead finds the name at the front of a list item or table cell: a bold text,
// a link, or the plain text up to what explains it. What stands behind becomes
// the summary, the author and the prerequisites. It says whether there was
// anything.
func (r *reader) lead(it *item, spans []span) bool {
	number := ""
	start := 0
	for start < len(spans) && !beginsName(spans[start:]) {
		if icon := leadingIcon(spans[start]); it.icon == "" {
			it.icon = icon
		}
		if n := strings.Trim(fold(spans[start].text), " "); isNumber(n) && len(n) < 5 {
			number = n
		}
		start++
	}
	if start == len(spans) {
		return false // only pictures and marks: they name nothing
	}
	spans = spans[start:]
	status, optional, icon := it.status, it.optional, it.icon
	end := boldEnd(spans)
	if end > 0 && spans[0].url != "" {
		end = max(end, linkEnd(spans))
	}
	switch {
	case end > 0:
		r.boldLead(it, spans[:end])
	case spans[0].url != "":
		end = linkEnd(spans)
		it.lead, it.url = linkLead, spans[0].url
		it.label = newLabel(textOf(spans[:end]))
	default:
		end = r.plainLead(it, spans)
	}
	it.optional = it.optional || optional
	if it.status == graph.Unknown || status == graph.Done {
		it.status = status
	}
	if it.icon == "" {
		it.icon = icon
	}
	if it.number == "" {
		it.number = number
	}
	r.behind(it, spans[end:])
	return it.title != ""
}

// beginsName says whether the first span begins a name. A number with nothing
// else before a link or a bold text is the number of that.
func beginsName(spans []span) bool {
	s := spans[0]
	if opensBracket(s.text) && len(spans) > 1 && spans[1].url == s.url && spans[1].style&picture == 0 {
		return true // "[Review] Of maps" comes in three spans
	}
	if !hasName(s) {
		return false
	}
	if s.style&code != 0 && len(s.text) <= maxTag && standsBefore(spans[1:]) {
		return false
	}
	if s.url == "" && s.style&bold == 0 && len(s.text) < 24 && len(spans) > 1 && (spans[1].url != "" || spans[1].style&bold != 0) && spans[1].style&picture == 0 {
		return !isNumber(strings.ReplaceAll(fold(s.text), " ", ""))
	}
	return true
}

func opensBracket(s string) bool {
	s = strings.TrimSpace(s)
	return s == "[" || s == "("
}

// maxTag is the length of a code span that only tags the name behind it, as in
// "`A` [AVL Tree](avl)" for "advanced".
const maxTag = 3

// standsBefore says whether a link or a bold text follows, after spaces.
func standsBefore(spans []span) bool {
	for _, s := range spans {
		if s.url != "" || s.style&bold != 0 {
			return s.style&picture == 0
		}
		if strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return false
}

// hasName says whether a span holds letters or digits that can begin a name.
func hasName(s span) bool {
	if s.style&picture != 0 || s.style&raised != 0 {
		return false
	}
	if s.url == "" && s.text != "" && s.text[0] == ':' { // ":book: " is a mark
		s.text, _ = stripEmoji(s.text)
	}
	return hasLetter(s.text) || strings.ContainsAny(s.text, "$<") || len(s.text) > 1 && strings.Contains(s.text, "#")
}

func leadingIcon(s span) string {
	if s.style&picture != 0 {
		return ""
	}
	_, icon := stripEmoji(s.text)
	return icon
}

// boldEnd is where the bold text that a run begins with ends, 0 if it begins
// with none.
func boldEnd(spans []span) int {
	end := 0
	for i, s := range spans {
		if s.style&bold == 0 && (s.style&raised == 0 || end == 0) && (strings.TrimSpace(s.text) != "" || s.style&breaks != 0) {
			break
		}
		if s.style&bold != 0 {
			end = i + 1
		}
	}
	if end > 0 && spans[0].style&bold == 0 {
		return 0
	}
	return end
}

// linkEnd is where the link that a run begins with ends.
func linkEnd(spans []span) int {
	end := 1
	for end < len(spans) && spans[end].url == spans[0].url {
		end++
	}
	return end
}

func (r *reader) boldLead(it *item, spans []span) {
	text := textOf(spans)
	it.label = newLabel(text)
	it.lead = boldLead
	if isSentence(text) {
		it.lead = plainLead
	}
	for _, s := range spans {
		if s.url != "" && s.style&picture == 0 {
			it.url = s.url
			break
		}
	}
}

// maxPlain is the length, in characters, above which a plain item is cut at
// its first colon: longer ones are "name: explanation", not a name.
const maxPlain = 48

// plainLead names an item by its plain text, up to a link that the text
// announces ("Go: [Tour](…)"), up to a spaced dash, and in long texts up to a
// colon. It gives the span from which on the text is not the name.
func (r *reader) plainLead(it *item, spans []span) int {
	end := len(spans)
	for i, s := range spans {
		if s.url != "" && s.style&picture == 0 && i > 0 {
			before := strings.TrimRight(textOf(spans[:i]), " *")
			if strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：") || strings.HasSuffix(before, " -") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—") {
				end = i
			}
			break
		}
	}
	text := squeeze(textOf(spans[:end]))
	name, rest := cutDash(text)
	if rest == "" && (utf8.RuneCountInString(text) > maxPlain || words().prerequisites.has(beforeColon(text))) {
		name, rest = cutColon(text)
	}
	it.raw = text
	it.label = newLabel(name)
	it.summary = rest
	return end
}

// cutDash splits "name - explanation". The dash needs spaces around it.
func cutDash(s string) (name, rest string) {
	for _, dash := range []string{" - ", " – ", " — ", " // "} {
		if i := strings.Index(s, dash); i > 0 && i < 60 && !isNumberOnly(s[:i]) {
			return s[:i], strings.TrimSpace(s[i+len(dash):])
		}
	}
	return s, ""
}

// isNumberOnly says whether the text is a number with its mark: "01 - Intro"
// is not a name with an explanation.
func isNumberOnly(s string) bool {
	for _, c := range s {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 {
			return false
		}
	}
	return true
}

func beforeColon(s string) string {
	if i := strings.IndexAny(s, ":："); i >= 0 {
		return s[:i]
	}
	return ""
}

// cutColon splits "name: explanation" where the name is short.
func cutColon(s string) (name, rest string) {
	i, n := strings.Index(s, ": "), 2
	if i < 0 {
		i, n = strings.Index(s, "："), len("：")
	}
	if i > 0 && utf8.RuneCountInString(s[:i]) <= maxPlain {
		return s[:i], strings.TrimSpace(s[i+n:])
	}
	return s, ""
}

// behind reads what stands behind the lead: author, summary, links to what
// comes first, marks such as "(optional)".
func (r *reader) behind(it *item, spans []span) {
	if len(spans) == 0 {
		return
	}
	text := squeeze(textOf(spans))
	text = it.readTail(text)
	if it.lead == linkLead || it.lead == boldLead {
		it.author, text = splitAuthor(text)
	}
	if s := strings.TrimLeft(text, " :：-–—,;،.|*"); it.summary == "" {
		it.summary = s
	}
	r.wantsOf(it, spans)
	for _, s := range spans {
		if s.url == "" || s.style&picture != 0 {
			continue
		}
		if it.lead == plainLead || s.url[0] == '#' {
			it.links = append(it.links, ref{s.text, s.url, s.at})
		}
	}
}

// readTail takes "(optional)", "[in progress]" and the like from the front of
// the text behind a lead.
func (it *item) readTail(s string) string {
	for s != "" && (s[0] == '(' || s[0] == '[') {
		end := strings.IndexAny(s, ")]")
		if end < 0 {
			break
		}
		l := label{}
		if !l.drops(s[:end+1]) || s[0] == '[' && !l.optional && l.status == graph.Unknown {
			break
		}
		it.optional = it.optional || l.optional
		if l.status != graph.Unknown {
			it.status = l.status
		}
		s = strings.TrimSpace(s[end+1:])
	}
	return s
}

// splitAuthor takes "by NAME" from the front of the text behind a link. The
// name ends at a colon, a dash, a bracket or a sentence.
func splitAuthor(s string) (author, rest string) {
	trimmed := strings.TrimLeft(s, " ,，(")
	word, after, ok := strings.Cut(trimmed, " ")
	if !ok || !words().author.has(word) || len(word) > 20 {
		return "", s
	}
	end := len(after)
	for _, stop := range []string{":", "：", " - ", " – ", " — ", "(", ")", "（", ", ", ". ", " | "} {
		if i := strings.Index(after, stop); i >= 0 && i < end {
			end = i
		}
	}
	name := strings.TrimSpace(after[:end])
	if name == "" || utf8.RuneCountInString(name) > 60 {
		return "", s
	}
	return strings.TrimSuffix(name, "."), strings.TrimLeft(after[end:], ")")
}
