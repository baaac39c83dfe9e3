package page

import (
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
)

// counted is how many spans at the front only count the item: "**Lesson 1.3:**" or
// "**Lesson 3.**" before a name, "**Monday:**" before what is done then; 0 if there are none.
func (r *reader) counted(it *Element, spans []span, end int) int {
	if end == 0 || end == len(spans) {
		return 0
	}
	text := squeeze(textOf(spans[:end]))
	if strings.IndexByte(text, '.') > 0 {
		number := digits(text)
		if n := decimal(number + " "); n > 0 && n >= len(number) && hasLetter(textOf(spans[end:])) { // "**4.3** Yeast"
			it.Number = strings.Trim(number, "#().: ")
			return end
		}
	}
	if len(text) > 40 {
		return 0
	}
	var room [64]byte
	key := AppendFold(room[:0], text)
	isDay := IsDate(text) || isWeekday(string(key))
	isCount := !isDay && mayCount(key) && isSeries(string(key))
	if !isCount && !isDay || isCode(text) {
		return 0
	}
	if s := &spans[end]; isCount { // "**Film 2** (10 min): Salt"
		behind := strings.TrimLeft(s.text, " ")
		if remark := remarkBefore(behind); remark != "" {
			it.Summary = strings.Trim(remark, "()")
			s.at += len(s.text) - len(behind) + len(remark)
			s.text = behind[len(remark):]
		}
	}
	rest := strings.TrimLeft(textOf(spans[end:]), " ")
	if !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "：") && !(isCount && strings.HasSuffix(text, ".")) && !startsWithDash(rest) {
		return 0
	}
	name := strings.TrimLeft(rest, " :：-–—")
	if !hasLetter(name) {
		return 0
	}
	if number := fromDigit(text); number != "" && isCount {
		it.Number = strings.TrimRight(number, " :：.")
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

// remarkBefore is a short text in brackets before a colon or a dash, "" if there is none.
func remarkBefore(s string) string {
	end := strings.IndexByte(s, ')') + 1
	if s == "" || s[0] != '(' || end < 3 || end > maxRemark || !startsWithDash(strings.TrimLeft(s[end:], " ")) {
		return ""
	}
	return s[:end]
}

// maxRemark is the length, in bytes, of the longest text in brackets that only remarks.
const maxRemark = 24

// cutQuotes takes the quotation marks off a name that stands in them from end to end, as
// many do behind a count: `**Film 2**: "Salt"`.
func cutQuotes(s string) string {
	for _, marks := range [...][2]string{{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}, {"「", "」"}} {
		inner, opens := strings.CutPrefix(s, marks[0])
		if inner, closes := strings.CutSuffix(inner, marks[1]); opens && closes && hasLetter(inner) && !strings.Contains(inner, marks[0]) && !strings.Contains(inner, marks[1]) {
			return strings.Trim(inner, " \u00a0")
		}
	}
	return s
}

// isCode says whether a text is capital letters and a number without a space
// between: "HTML5" is the name of a thing, and counts nothing.
func isCode(s string) bool {
	word := strings.TrimRight(strings.TrimRight(s, " :："), "0123456789")
	return len(word) > 1 && strings.IndexFunc(word, func(c rune) bool { return c < 'A' || c > 'Z' }) < 0
}

// cutBox takes a box that GFM does not know off the front: "[~]", "[/]" and "[>]"
// are in progress, "[-]" is given up, "[!]" and the like are to do, as note-taking
// programs have it. In the lines of a cell GFM knows none, nor the bullet before it.
func (r *reader) cutBox(it *Element, spans []span) []span {
	if len(spans) == 0 {
		return spans
	}
	s := spans[0]
	if rest := strings.TrimLeft(s.text, "-*+ "); strings.HasPrefix(rest, "[") {
		s.at, s.text = s.at+len(s.text)-len(rest), rest
	}
	if s.url != "" || len(s.text) < 4 || s.text[0] != '[' || s.text[2] != ']' || s.text[3] != ' ' || it.Box {
		return spans
	}
	switch s.text[1] {
	case '~', '/', '>':
		it.Status = graph.Doing
	case '-':
		it.Status = graph.Skipped
	case 'X', 'x':
		it.Status = graph.Done
	case ' ', '!', '?', '*':
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
	colon := colonBehind(spans) // "**Course**: …"
	if colon != "" && (ClassOf(s.text, r.Language)&Kindly == 0 || isLonger(spans[1:], maxHeadLine)) {
		return spans
	}
	kind, number, tail := r.splitKind(s.text + colon)
	if kind == "" {
		return spans
	}
	rest := append([]span(nil), spans...)
	if colon != "" {
		behind := strings.TrimLeft(rest[1].text, " ")[len(colon):]
		rest[1].at += len(rest[1].text) - len(behind)
		rest[1].text = behind
		it.Lead = BoldLead // as the names are that stand beside it
	}
	rest[0].text = tail
	rest[0].at = s.at + len(s.text) - len(rest[0].text)
	for len(rest) > 0 && strings.TrimSpace(rest[0].text) == "" {
		rest = rest[1:]
	}
	if len(rest) == 0 || !beginsName(rest) || rest[0].url != "" && linkEnd(rest) == len(rest) && !namesSomething(rest[0]) || number == "" && onlyCounts(textOf(rest)) {
		return spans
	}
	it.setAttr("kind", kind)
	if number != "" {
		it.Number = number
	} else if s.style&bold != 0 {
		it.With().boldKind = s.text
	}
	return rest
}

// isLonger says whether a text is longer than so many bytes.
func isLonger(spans []span, most int) bool {
	for _, s := range spans {
		if most -= len(s.text); most < 0 {
			return true
		}
	}
	return false
}

// colonBehind is the colon right behind a bold word, or ""; of those that count, see counted.
func colonBehind(spans []span) string {
	if len(spans) < 2 || hasDigit(spans[0].text) || spans[0].style&bold == 0 || spans[1].style&(bold|breaks|picture) != 0 || spans[1].url != "" {
		return ""
	}
	for _, colon := range [...]string{":", "："} {
		if strings.HasPrefix(strings.TrimLeft(spans[1].text, " "), colon) {
			return colon
		}
	}
	return ""
}

// keepBoldKinds gives an item the bold word back for a name that seemed to be its kind, if
// no other item has it and most of its list begin with bold names:
// "**Documentation:** write down what you see" beside "**Debugging:** step through it".
func (d *Document) keepBoldKinds() {
	times := map[string]int{}
	var found []*Element
	d.Root.Each(func(e *Element) {
		if word := e.has().boldKind; word != "" {
			found = append(found, e)
			times[Fold(word)]++
		}
	})
	for _, it := range found {
		word := it.has().boldKind
		if times[Fold(word)] > 1 {
			continue
		}
		names := 0
		for _, k := range it.Parent.Kids {
			if k.Lead == BoldLead && k.colon != noColon {
				names++
			}
		}
		if names > 1 && 2*names > len(it.Parent.Kids) {
			delete(it.Attrs(), "kind")
			it.Label, it.Summary, it.Raw, it.Lead, it.URL = NewLabel(word), it.Raw, word, BoldLead, ""
		}
	}
}

// onlyCounts says whether a text names nothing but where to find a thing: "chapters 3
// and 4, section 5.1".
func onlyCounts(s string) bool {
	words, numbers := 0, 0
	for w := range strings.FieldsSeq(s) {
		switch w = strings.Trim(w, ",;.()"); {
		case w == "" || isJoint(w):
		case isNumber(noMarks.Replace(w)):
			if words == 0 {
				return false
			}
			numbers++
		default:
			words++
		}
	}
	return words > 0 && words <= numbers
}

// noNumber takes the sign for "number" out of what counts: "Project n° 3".
var noNumber = strings.NewReplacer("n°", "", "N°", "", "nº", "", "Nº", "", "№", "")

// cutRoman takes a Roman numeral off the end of a text: "Lecture IV".
func cutRoman(s string) (rest, roman string) {
	i := strings.LastIndexByte(s, ' ')
	if i <= 0 || len(s)-i > 6 || strings.Trim(s[i+1:], "IVX") != "" {
		return s, ""
	}
	return s[:i], s[i+1:]
}

// splitKind splits "Course: Flour", "Lecture 3: Yeast" into the kind, its
// number and the name; kind is "" where there is none.
func (r *reader) splitKind(s string) (kind, number, rest string) {
	i := firstColon(s)
	if i < 2 || i > 40 {
		return "", "", s
	}
	n := 1
	if s[i] != ':' {
		n = len("：")
	}
	word, _ := stripEmoji(s[:i])
	word = squeeze(noNumber.Replace(word))
	if open := TrailingBracket(word); open > 0 { // "Session 1 (2 Sep): …"
		word = strings.TrimRight(word[:open], " ")
	}
	name := strings.TrimRightFunc(word, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(".# ", r) })
	number = strings.Trim(digits(word[len(name):]), " #.")
	if rest, roman := cutRoman(name); roman != "" && number == "" {
		name, number = rest, roman
	}
	if name == "" || ClassOf(name, r.Language)&Kindly == 0 {
		return "", "", s
	}
	return strings.ToLower(name), number, strings.TrimLeft(s[i+n:], " ")
}
