package page

import (
	"cmp"
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
	opens := picturesTo(spans)
	spans = it.cutLinked(r.cutBox(it, spans)) // before they are skipped as marks
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
	spans = it.cutClock(r.cutBox(it, spans[start:]))
	spans = cutRing(spans)
	for len(spans) > 1 && !beginsName(spans) {
		spans = spans[1:] // what stood between the time and the name
	}
	spans = it.cutBraces(r.cutKind(it, spans))
	end := boldEnd(spans)
	isCounted := false // by a bold count
	if n := r.counted(it, spans, end); n > 0 {
		if it.Number != "" {
			number = it.Number
		}
		spans, isCounted = spans[n:], true
		end = boldEnd(spans)
	} else if n := r.countedLink(it, spans); n > 0 && end == 0 {
		if it.Number != "" {
			number = it.Number
		}
		spans = spans[n:]
	}
	status, optional, icon := it.Status, it.Optional, it.Icon
	if end > 0 && spans[0].url != "" {
		end = max(end, linkEnd(spans))
	}
	isBold := end > 0
	counting := r.countingLink(it, spans)
	switch {
	case end > 0 && isGlued(spans, end):
		end = plainLead(it, spans)
	case end > 0:
		boldLead(it, spans[:end])
		it.colon = colonIn(it.Raw, textOf(spans[end:]))
		isThing := isCountedThing(it.Raw) && startsWithDash(strings.TrimLeft(textOf(spans[end:]), " "))
		if !strings.HasSuffix(it.Raw, ":") && !strings.HasSuffix(it.Raw, "：") && !strings.HasSuffix(it.Raw, ".") && (goesOn(spans[end:]) || isThing) {
			if text := squeeze(textOf(spans)); utf8.RuneCountInString(text) <= maxGoesOn {
				it.Label, it.Raw = NewLabel(text), text
				end = len(spans)
				it.Links = append(it.Links, linksOf(spans)...)
			}
		}
	case isReference(spans):
		it.Lead, it.URL = LinkLead, spans[0].url
		spans = spans[linkEnd(spans):]
		end = len(spans)
		it.Raw = strings.TrimLeft(squeeze(textOf(spans)), " :：") // a title, which may have a colon in it
		it.Label = NewLabel(it.Raw)
	case counting > 0:
		it.Lead, it.URL = LinkLead, spans[0].url
		number = cmp.Or(it.Number, number)
		spans = spans[counting:]
		end = len(spans)
		it.Raw = squeeze(textOf(spans))
		it.Label = NewLabel(it.Raw)
	case spans[0].url != "":
		end = r.linksEnd(spans)
		it.Links = append(it.Links, linksOf(spans[linkEnd(spans):end])...)
		it.Lead, it.URL = LinkLead, spans[0].url
		if isInWord(spans, end) {
			it.Links = append(it.Links, linksOf(spans[end:])...)
			end = len(spans)
		}
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
	it.addLinks(opens)
	if isCounted {
		it.Title = cutQuotes(it.Title)
		if !isBold {
			it.Lead = BoldLead // as the names are that stand beside it
		}
	}
	return it.Title != ""
}

// A colon is one that stands between a bold name and the rest, as it is written:
// some languages put a space before it, some none behind it.
type colon uint8

const (
	noColon colon = iota
	tightColon
	spacedColon
	wideColon
)

// between are the colons with their spaces, between a name and the rest.
var between = [...]string{": ", ": ", " : ", "："}

// colonIn is the colon that a bold name ends with, or the rest begins with.
func colonIn(name, rest string) colon {
	text := strings.TrimRight(name, ":：")
	mark := name[len(text):] + strings.TrimLeft(rest, " ")
	switch {
	case strings.HasPrefix(mark, "："):
		return wideColon
	case !strings.HasPrefix(mark, ":"):
		return noColon
	case strings.HasSuffix(text, " ") || text == name && strings.HasPrefix(rest, " "):
		return spacedColon
	}
	return tightColon
}

func startsWithDash(s string) bool {
	return s != "" && (s[0] == ':' || s[0] == '-' || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "："))
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

// variation makes an emoji of a sign, and is a mark to Unicode.
const variation = 0xfe0f

func hasLetter(s string) bool {
	for _, c := range s {
		if c < 0x80 && IsAlphanumeric(byte(c)) || c >= 0x80 && c != variation && isLetter(c) {
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

// linkEnd is where the link that a run begins with ends.
func linkEnd(spans []span) int {
	end := 1
	for end < len(spans) && spans[end].url == spans[0].url {
		end++
	}
	return end
}

// linksEnd is where the name ends that a run begins with a link of, and that
// goes on with other links, or at last with a few words: "[Terms](…) + [Sets](…)",
// "[Yeast](…) and salt". "[Slides](…) and [video](…)" are no name.
func (r *reader) linksEnd(spans []span) int {
	first := linkEnd(spans)
	end := first
	for end < len(spans) && spans[end].url == "" && !isBare(spans[0]) {
		word, more, _ := strings.Cut(strings.TrimLeft(spans[end].text, " "), " ")
		if more == "" && (word == ":" || word == ";" || word == "：") { // "[Pillars](…): [Hiding](…)"
			if next := end + 1; next < len(spans) && spans[next].url != "" && spans[next].style&picture == 0 && linkFrom(spans, next) == len(spans) {
				end = len(spans)
			}
			break
		}
		if !isAnd(word) {
			break
		}
		if next := end + 1; next < len(spans) && spans[next].url != "" && spans[next].style&picture == 0 && strings.TrimSpace(more) == "" {
			end = linkFrom(spans, next)
			continue
		}
		name := more + textOf(spans[end+1:])
		if hasLetter(name) && strings.Count(name, " ") < 4 && !strings.ContainsAny(name, ":：.。(") && len(linksOf(spans[end:])) == 0 &&
			isOneLine(spans) && utf8.RuneCountInString(textOf(spans)) <= maxGoesOn {
			end = len(spans)
		}
		break
	}
	if end > first && ClassOf(textOf(spans[:end]), r.Language)&(aside|LinkColumn) != 0 {
		return first
	}
	return end
}

// isInWord says whether a sentence goes on behind a link without a space, as in scripts
// that write words together, or where endings are written behind names.
func isInWord(spans []span, end int) bool {
	if end == len(spans) || isBare(spans[0]) || spans[end].style&(breaks|picture|code|raised) != 0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(spans[end].text)
	return isLetter(c) && isOneLine(spans) && utf8.RuneCountInString(textOf(spans)) <= maxPlain
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
	if s := strings.TrimLeft(text, " :：-–—,;،.|*"); it.Summary == "" && !isBracketed(spans) {
		it.Summary = s
	}
	if word, _ := requirement(text, 0); word != "" {
		it.With().Bracket = text
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
	if it.Attrs() == nil {
		it.With().attrs = map[string]string{}
	}
	it.Attrs()[strings.ToLower(name)] = text
}
