package page

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// maxHeadLine bounds the length of a line that stands over something, in characters.
const maxHeadLine = 200

// maxMarker bounds the length of a line whose words say what it is for, in bytes.
const maxMarker = 90

// headLine makes a line of a paragraph that stands over what follows as a
// heading does: a bold one, one that ends with a colon before a list, or
// one that says what it announces ("Resources"). Other paragraphs give nil.
func (r *reader) headLine(spans []span, listed bool) *Element {
	first := spans
	for i, s := range spans {
		if s.style&breaks != 0 {
			first = spans[:i]
			break
		}
	}
	if len(first) == 0 {
		return nil
	}
	text := squeeze(textOf(first))
	end := boldEnd(first)
	isBold := end == len(first) || end > 0 && end == len(first)-1 && isColon(first[end].text) // "**Topics**:"
	if text == "" || len(text) > 4*maxHeadLine || utf8.RuneCountInString(text) > maxHeadLine {
		return nil
	}
	name, rest, colon := cutMarker(text)
	mode := AsIs
	if len(name) <= maxMarker {
		mode = r.modeOf(Fold(name))
	}
	l := r.new(Line, spans[0].at)
	switch {
	case mode == AsPrerequisites && colon && rest != "":
		l.Label, l.Mode = NewLabel(name), mode
		l.Want(Want{Text: rest, Refs: linksOf(spans), At: spans[0].at, Reason: "line " + quote(name)})
		return l
	case mode != AsIs && rest == "" && (colon || isBold || listed):
	case mode != AsIs && colon && isAllLinks(rest, first):
	case mode != AsIs && colon && isBold:
	case isBold && (len(first) == len(spans) || len(text) <= maxMarker):
	case listed && !isBold && end > 0 && len(first) == len(spans) && isRemark(textOf(first[end:])):
		tail := first[end:]
		l.Label, l.Raw, l.Lead, l.Summary = NewLabel(textOf(first[:end])), text, BoldLead, strings.Trim(squeeze(textOf(tail)), "()")
		l.Links = linksOf(tail)
		if n := r.counted(l, first, end); n > 0 { // "**Lesson 3**: Yeast"
			number := l.Number
			l.Label, l.Summary = NewLabel(textOf(first[n:])), ""
			l.Number = cmp.Or(number, l.Number)
		}
		if l.Title == "" {
			return nil
		}
		l.Closed = ClassOf(l.Title, r.Language)&(Meta|Remark) != 0 // "**Goal**: know your rivers."
		return l
	case listed && !isBold && !colon && len(first) == len(spans) && isShortLine(text):
	case listed && isCounted(text) && len(first) == len(spans) && !isSentence(text):
	case listed && rest == "" && colon && len(first) == len(spans):
		l.Prose = isSentence(text) || strings.Count(text, " ") > 8
	default:
		return nil
	}
	l.Label, l.Mode = NewLabel(text), mode
	if kind, number, name := r.splitKind(text); kind != "" && mode == AsIs && hasLetter(name) {
		l.Label = NewLabel(name)
		l.Number = cmp.Or(number, l.Number)
		l.setAttr("kind", kind)
	}
	if l.Title == "" {
		return nil
	}
	if isBold {
		l.Lead = BoldLead
	}
	if l.Raw = text; rest != "" && !isBold && !isCounted(text) {
		l.Label, l.Raw = NewLabel(name), name
	}
	if mode == AsResources || !isBold {
		l.Links = linksOf(first)
	} else {
		for _, s := range first {
			if s.url != "" && s.style&picture == 0 {
				l.URL = s.url
				break
			}
		}
	}
	if len(first) < len(spans) {
		tail := spans[len(first):]
		l.Summary = squeeze(textOf(tail))
		l.Links = append(l.Links, linksOf(tail)...)
		l.Want(r.sentenceWants(tail)...)
		l.Paras = 1
	}
	l.Closed = rest != "" && mode != AsIs
	return l
}

func isColon(s string) bool {
	s = strings.TrimSpace(s)
	return s == ":" || s == "："
}

// isShortLine says whether a text right before a list is short enough to stand
// over it, and no sentence. One with an emoji in front is meant to be seen.
func isShortLine(s string) bool {
	longest := 60
	if _, icon := stripEmoji(s); icon != "" && !startsWithLetter(s) {
		longest = maxTitle
	}
	return utf8.RuneCountInString(s) <= longest && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "。") && !strings.HasSuffix(s, "!")
}

// isRemark says whether the text behind a bold one only remarks on it: it is in
// brackets, or stands behind a dash or a colon.
func isRemark(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "(") && strings.HasSuffix(strings.TrimRight(s, ":"), ")") || startsWithDash(s)
}

// isAllLinks says whether what stands behind a line's colon is but links.
func isAllLinks(rest string, spans []span) bool {
	n := 0
	for _, s := range spans {
		if s.url != "" && s.style&picture == 0 {
			n += len(strings.TrimSpace(s.text))
		}
	}
	return n > 0 && n*10 >= len(rest)*7
}

// opens says how far a line reaches: 1 for a bold one, up to the next bold one
// or rule; 2 for one that announces a list; 0 for one that says all itself.
func (e *Element) opens() int {
	switch {
	case e.Closed || e.Mode == AsPrerequisites && len(e.Wants()) > 0:
		return 0
	case e.Lead == BoldLead && e.Mode == AsIs:
		return 1
	}
	return 2
}

// cutMarker splits "Resources: …" at its colon.
func cutMarker(s string) (name, rest string, colon bool) {
	i := firstColon(s)
	for i >= 0 && shortcode(s[i:]) > 0 { // ":books: Resources:"
		n := i + shortcode(s[i:])
		j := firstColon(s[n:])
		if j < 0 {
			i = -1
			break
		}
		i = n + j
	}
	if i < 0 {
		return s, "", false
	}
	return s[:i], strings.TrimLeft(s[i:], ":： *"), true
}

// modeOf knows a marking line by its words: the whole, or for up to five words
// its first or last one ("Recommended videos", "Resources for beginners").
func (r *reader) modeOf(key string) Mode {
	if m := modeOf(ClassOf(key, r.Language)); m != AsIs {
		return m
	}
	spaces := strings.Count(key, " ")
	if spaces == 0 || spaces > 4 {
		return AsIs
	}
	first, last := key[:strings.IndexByte(key, ' ')], key[strings.LastIndexByte(key, ' ')+1:]
	switch m := modeOf(ClassOf(last, r.Language)); m {
	case AsResources, AsTopics, AsTasks:
		return m
	}
	if ClassOf(first, r.Language)&Resources != 0 && first != "read" && first != "watch" {
		return AsResources
	}
	return AsIs
}

func modeOf(c Class) Mode {
	switch {
	case c&Resources != 0:
		return AsResources
	case c&Topics != 0:
		return AsTopics
	case c&Tasks != 0:
		return AsTasks
	case c&Prerequisites != 0:
		return AsPrerequisites
	}
	return AsIs
}
