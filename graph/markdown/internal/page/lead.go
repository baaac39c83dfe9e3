package page

import (
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// lead finds the name at the front of a list item or table cell: a bold text,
// a link, or the plain text up to what explains it. What stands behind becomes
// the summary, the author and the prerequisites. It says whether there was
// anything.
func (r *reader) lead(it *Element, spans []span) bool {
	number := ""
	start := 0
	for start < len(spans) && !beginsName(spans[start:]) {
		if icon := leadingIcon(spans[start]); it.Icon == "" {
			it.Icon = icon
		}
		if n := strings.Trim(Fold(spans[start].text), " "); isNumber(n) && len(n) < 5 {
			number = n
		}
		start++
	}
	if start == len(spans) {
		return false // only pictures and marks: they name nothing
	}
	spans = r.cutKind(it, r.cutBox(it, spans[start:]))
	end := boldEnd(spans)
	if n := r.counted(it, spans, end); n > 0 {
		if it.Number != "" {
			number = it.Number
		}
		spans = spans[n:]
		if end = boldEnd(spans); end == 0 {
			defer func() { it.Lead = BoldLead }()
		}
	}
	status, optional, icon := it.Status, it.Optional, it.Icon
	if end > 0 && spans[0].url != "" {
		end = max(end, linkEnd(spans))
	}
	switch {
	case end > 0:
		boldLead(it, spans[:end])
		if goesOn(spans[end:]) {
			if text := squeeze(textOf(spans)); utf8.RuneCountInString(text) <= maxGoesOn {
				it.Label, it.Raw = NewLabel(text), text
				end = len(spans)
				it.Links = append(it.Links, linksOf(spans)...)
			}
		}
	case spans[0].url != "":
		end = linkEnd(spans)
		it.Lead, it.URL = LinkLead, spans[0].url
		it.Label = NewLabel(textOf(spans[:end]))
		it.Raw = squeeze(textOf(spans[:end]))
	default:
		end = plainLead(it, spans)
	}
	it.Optional = it.Optional || optional
	if it.Status == graph.Unknown || status == graph.Done {
		it.Status = status
	}
	if it.Icon == "" {
		it.Icon = icon
	}
	if it.Number == "" {
		it.Number = number
	}
	r.behind(it, spans[end:])
	return it.Title != ""
}

// counted is how many spans at the front only count the item: "**Lesson 1.3:**"
// before a name, "**Monday:**" before what is done then; 0 if there are none.
func (r *reader) counted(it *Element, spans []span, end int) int {
	if end == 0 || end == len(spans) {
		return 0
	}
	text := squeeze(textOf(spans[:end]))
	rest := strings.TrimLeft(textOf(spans[end:]), " ")
	if len(text) > 40 || !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "：") && !startsWithDash(rest) {
		return 0
	}
	key := Fold(text)
	if !isSeries(key) && !IsDate(text) && !isWeekday(key) {
		return 0
	}
	name := strings.TrimLeft(rest, " :：-–—")
	if !hasLetter(name) {
		return 0
	}
	if i := strings.IndexAny(text, "0123456789"); i >= 0 && isSeries(key) {
		it.Number = strings.TrimRight(text[i:], " :：.")
	} else {
		it.setAttr("when", strings.TrimRight(text, " :："))
	}
	for end < len(spans) && strings.Trim(spans[end].text, " :：-–—") == "" {
		end++
	}
	if end < len(spans) && spans[end].url == "" {
		s := &spans[end]
		trimmed := strings.TrimLeft(s.text, " :：-–—")
		s.at += len(s.text) - len(trimmed)
		s.text = trimmed
	}
	return end
}

func startsWithDash(s string) bool {
	return s != "" && (s[0] == ':' || s[0] == '-' || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "："))
}

// maxGoesOn is the length, in characters, up to which a bold text and the words
// right behind it are one name.
const maxGoesOn = 70

// goesOn says whether the text behind a bold one goes on without a mark
// between: "**Fork** the repository".
func goesOn(rest []span) bool {
	text := textOf(rest)
	trimmed := strings.TrimLeft(text, " ")
	if trimmed == "" || len(rest) > 0 && rest[0].style&(breaks|picture) != 0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(trimmed)
	return isLetter(c) && !strings.ContainsAny(text, ":：.。")
}

// cutBox takes a box that GFM does not know off the front: "[~]", "[/]", "[-]"
// are in progress or given up.
func (r *reader) cutBox(it *Element, spans []span) []span {
	s := spans[0]
	if s.url != "" || len(s.text) < 4 || s.text[0] != '[' || s.text[2] != ']' || s.text[3] != ' ' || it.Box {
		return spans
	}
	switch s.text[1] {
	case '~', '/', '>':
		it.Status = graph.Doing
	case '-':
		it.Status = graph.Todo
	case 'X', 'x':
		it.Status = graph.Done
	default:
		return spans
	}
	it.Box = true
	rest := append([]span{{text: s.text[4:], at: s.at + 4, style: s.style}}, spans[1:]...)
	return rest
}

// cutKind takes a word that says of what kind a thing is off the front:
// "Course: [Flour and water](…)". It becomes an attribute.
func (r *reader) cutKind(it *Element, spans []span) []span {
	s := spans[0]
	if s.url != "" {
		return spans
	}
	kind, number, tail := r.splitKind(s.text)
	if kind == "" {
		return spans
	}
	rest := append([]span(nil), spans...)
	rest[0].text = tail
	rest[0].at = s.at + len(s.text) - len(rest[0].text)
	for len(rest) > 0 && strings.TrimSpace(rest[0].text) == "" {
		rest = rest[1:]
	}
	if len(rest) == 0 || !beginsName(rest) {
		return spans
	}
	it.setAttr("kind", kind)
	if number != "" {
		it.Number = number
	}
	return rest
}

// splitKind splits "Course: Flour", "Lecture 3: Yeast" into the kind, its
// number and the name; kind is "" where there is none.
func (r *reader) splitKind(s string) (kind, number, rest string) {
	i := strings.IndexAny(s, ":：")
	if i < 2 || i > 40 {
		return "", "", s
	}
	n := 1
	if s[i] != ':' {
		n = len("：")
	}
	word, _ := stripEmoji(s[:i])
	word = squeeze(word)
	name := strings.TrimRight(word, "0123456789.# ")
	if number = strings.Trim(word[len(name):], " #."); name == "" || ClassOf(name, r.Language)&Kindly == 0 {
		return "", "", s
	}
	return strings.ToLower(name), number, strings.TrimLeft(s[i+n:], " ")
}

// beginsName says whether the first span begins a name. A number with nothing
// else before a link or a bold text is the number of that.
func beginsName(spans []span) bool {
	s := spans[0]
	if opensBracket(s.text) && len(spans) > 1 && spans[1].url == s.url && spans[1].style&picture == 0 {
		return true // "[Review] Of maps" comes in three spans
	}
	if !hasName(s) || s.style&bold != 0 && isAside(s.text) && len(spans) > 1 && spans[1].style&bold == 0 {
		return false
	}
	if s.style&code != 0 && s.url == "" && len(s.text) <= maxTag && standsBefore(spans[1:]) {
		return false
	}
	if s.url == "" && s.style&bold == 0 && len(s.text) < 24 && len(spans) > 1 && (spans[1].url != "" || spans[1].style&bold != 0) && spans[1].style&picture == 0 {
		return !isNumber(strings.ReplaceAll(Fold(s.text), " ", ""))
	}
	return true
}

// isAside says whether a text is all in round brackets: "(optional)".
func isAside(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 2 && (s[0] == '(' && s[len(s)-1] == ')' || strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）"))
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
	if s.style&code != 0 && s.url != "" {
		return true
	}
	if s.url == "" && s.text != "" && s.text[0] == ':' { // ":book: " is a mark
		s.text, _ = stripEmoji(s.text)
	}
	return hasLetter(s.text) || strings.ContainsAny(s.text, "$<") || len(s.text) > 1 && strings.Contains(s.text, "#")
}

func hasLetter(s string) bool {
	for _, c := range s {
		if c < 0x80 && IsAlphanumeric(byte(c)) || c >= 0x80 && isLetter(c) {
			return true
		}
	}
	return false
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

func boldLead(it *Element, spans []span) {
	text := textOf(spans)
	it.Label = NewLabel(text)
	it.Lead, it.Raw = BoldLead, squeeze(text)
	for _, s := range spans {
		if s.url != "" && s.style&picture == 0 {
			it.URL = s.url
			break
		}
	}
}

// maxPlain is the length, in characters, above which a plain item is cut at
// its first colon: longer ones are "name: explanation", not a name.
const maxPlain = 48

// plainLead names an item by its plain text, up to a link that the text
// announces ("Go: [Tour](…)"), up to a spaced dash, and in long texts up to a
// colon or the end of the first sentence. It gives the span from which on the
// text is not the name.
func plainLead(it *Element, spans []span) int {
	if spans[0].style&code == 0 && strings.Count(spans[0].text, ":") > 1 { // ":runner: Faster"
		if text, icon := stripEmoji(spans[0].text); icon != "" {
			it.Icon = icon
			spans[0].at += len(spans[0].text) - len(text)
			spans[0].text = text
		}
	}
	end := len(spans)
	for i, s := range spans {
		if s.style&hard != 0 && i > 0 {
			end = i
			break
		}
		if s.url != "" && s.style&picture == 0 && i > 0 {
			before := strings.TrimRight(textOf(spans[:i]), " *")
			if strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：") || strings.HasSuffix(before, " -") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—") {
				end = i
				break
			}
		}
	}
	text := squeeze(textOf(spans[:end]))
	if inner, ok := inBrackets(text); ok {
		text = inner
	}
	name, rest := cutCode(it, text)
	if rest == "" {
		name, rest = cutDash(text)
	}
	if rest == "" && (utf8.RuneCountInString(text) > maxPlain || Prerequisites.Is(BeforeColon(text))) {
		name, rest = cutColon(text)
	}
	if rest == "" {
		name, rest = cutSentence(text)
	}
	number := it.Number
	it.Raw = text
	if it.Label = NewLabel(name); it.Number == "" {
		it.Number = number
	}
	it.Summary = rest
	return end
}

// inBrackets is the inside of a text that is all in square brackets.
func inBrackets(s string) (string, bool) {
	if len(s) > 4 && s[0] == '[' && s[len(s)-1] == ']' && strings.IndexByte(s[1:], '[') < 0 {
		return s[1 : len(s)-1], true
	}
	return "", false
}

// cutCode takes a code such as "A1 –" or "MAF2:" off the front of a name and
// makes it the number. rest is "" if there was none.
func cutCode(it *Element, s string) (name, rest string) {
	i := 0
	for i < len(s) && i < 5 && isUpper(s[i]) {
		i++
	}
	letters := i
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
		i++
	}
	if letters == 0 || i == letters || i > 10 {
		return s, ""
	}
	tail := strings.TrimLeft(s[i:], " ")
	for _, mark := range [...]string{": ", "- ", "– ", "— "} {
		if after, ok := strings.CutPrefix(tail, mark); ok && hasLetter(after) {
			it.Number = s[:i]
			name, rest := cutDash(after)
			if rest == "" {
				rest = " "
			}
			return name, rest
		}
	}
	return s, ""
}

// cutDash splits "name - explanation". The dash needs spaces around it.
func cutDash(s string) (name, rest string) {
	for _, dash := range []string{" - ", " – ", " — ", " // "} {
		if i := strings.Index(s, dash); i > 0 && i < 60 && !isNumberOnly(s[:i]) && !isSeries(Fold(s[:i])) && isOutside(s, i) {
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

func BeforeColon(s string) string {
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
	if i > 0 && utf8.RuneCountInString(s[:i]) <= maxPlain && !isSeries(Fold(s[:i])) && isOutside(s, i) {
		return s[:i], strings.TrimSpace(s[i+n:])
	}
	return s, ""
}

// maxName is the length, in characters, above which a name is cut at the end
// of its first clause.
const maxName = 112

// maxSentences is the length, in characters, up to which several sentences are
// one name.
const maxSentences = 80

// isOutside says whether byte i of a text stands in no bracket.
func isOutside(s string, i int) bool {
	return strings.Count(s[:i], "(") <= strings.Count(s[:i], ")") && strings.Count(s[:i], "[") <= strings.Count(s[:i], "]")
}

// cutSentence names a text of several sentences by its first one, and a very
// long one by its first clause.
func cutSentence(s string) (name, rest string) {
	for _, stop := range [...]string{"。", "！", "؟ "} {
		if i := strings.Index(s, stop); i > 24 && i+len(stop) < len(s) && isOutside(s, i) {
			return s[:i], strings.TrimSpace(s[i+len(stop):])
		}
	}
	if utf8.RuneCountInString(s) > maxSentences {
		for _, stop := range [...]string{". ", "! ", "; "} {
			if i := strings.Index(s, stop); i > 24 && isOutside(s, i) && (s[i-1] >= 'a' && s[i-1] <= 'z' || s[i-1] >= utf8.RuneSelf) && s[i-2] != '.' && !strings.HasSuffix(s[:i], "etc") {
				return s[:i], strings.TrimSpace(s[i+len(stop):])
			}
		}
	}
	if utf8.RuneCountInString(s) > maxName {
		for _, comma := range [...]string{", ", "，", "、", "، "} {
			if i := strings.Index(s, comma); i > 40 && isOutside(s, i) {
				return s[:i], strings.TrimSpace(s[i+len(comma):])
			}
		}
	}
	return s, ""
}

// behind reads what stands behind the lead: author, summary, links to what
// comes first, marks such as "(optional)".
func (r *reader) behind(it *Element, spans []span) {
	if len(spans) == 0 {
		return
	}
	text := squeeze(textOf(spans))
	text = it.readTail(text)
	if it.Lead == LinkLead || it.Lead == BoldLead {
		it.Author, text = splitAuthor(text)
	}
	if s := strings.TrimLeft(text, " :：-–—,;،.|*"); it.Summary == "" {
		it.Summary = s
	}
	r.wantsOf(it, spans)
	it.Links = append(it.Links, linksOf(spans)...)
}

// readTail takes "(optional)", "[in progress]" and the like from the front of
// the text behind a lead.
func (it *Element) readTail(s string) string {
	for s != "" && (s[0] == '(' || s[0] == '[') {
		end := strings.IndexAny(s, ")]")
		if end < 0 {
			break
		}
		l := Label{}
		if !l.drops(s[:end+1]) || s[0] == '[' && !l.Optional && l.Status == graph.Unknown {
			break
		}
		it.Optional = it.Optional || l.Optional
		if l.Status != graph.Unknown {
			it.Status = l.Status
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
	if !ok || len(word) > 20 || !Author.Is(word) {
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

func (it *Element) setAttr(name, text string) {
	if name == "" || text == "" {
		return
	}
	if it.Attrs == nil {
		it.Attrs = map[string]string{}
	}
	it.Attrs[strings.ToLower(name)] = text
}
