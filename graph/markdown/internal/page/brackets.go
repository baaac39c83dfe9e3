package page

import (
	"slices"
	"strings"
)

// cutBraces takes a bold remark in braces off the end: "Loops **{in Python}**".
func (it *Element) cutBraces(spans []span) []span {
	n := len(spans) - 1
	for n > 0 && strings.TrimSpace(spans[n].text) == "" && spans[n].style&picture == 0 {
		n-- // what stands before a comment
	}
	if n > 0 && spans[n].style&bold != 0 && spans[n-1].style&bold == 0 && strings.HasPrefix(spans[n].text, "{") && strings.HasSuffix(spans[n].text, "}") {
		it.Summary = spans[n].text
		return spans[:n]
	}
	return spans
}

// cutLinked takes brackets with nothing but links in them off the front of a name, and
// keeps the links: "[[film](…), [slides](…)] Knots".
func (e *Element) cutLinked(spans []span) []span {
	whole := spans
	var links []Ref
	for len(spans) > 0 && opensBracket(spans[0].text) && spans[0].url == "" {
		end := 1
		for end < len(spans) && (spans[end].url != "" || !hasLetter(spans[end].text)) && !closesBracket(spans[end].text) && spans[end].style&(picture|breaks) == 0 {
			end++
		}
		inside := linksOf(spans[:end])
		if len(inside) == 0 || end == len(spans) || spans[end].url != "" || !closesBracket(spans[end].text) {
			break
		}
		if links == nil {
			spans = slices.Clone(spans)
		}
		links = append(links, inside...)
		spans = spans[end:]
		s := &spans[0]
		rest := strings.TrimLeft(s.text, " ])")
		rest = strings.TrimLeft(rest, " ,:-–—")
		if s.at, s.text = s.at+len(s.text)-len(rest), rest; rest == "" {
			spans = spans[1:]
		}
	}
	if len(links) == 0 || len(spans) == 0 || !hasLetter(textOf(spans)) || spans[0].style&(breaks|picture) != 0 {
		return whole
	}
	e.Links = append(e.Links, links...)
	return spans
}

// closesBracket says whether a text begins with a bracket that closes.
func closesBracket(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && (s[0] == ']' || s[0] == ')')
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

// maxIssue is the length, in bytes, up to which the text behind the number of an
// issue is its title.
const maxIssue = 200

// isReference says whether a link is only the number of an issue, or a code in brackets,
// and the text behind it says what that is about: "[#12](…) A faster start",
// "[[T1L2]](…) - Loops".
func isReference(spans []span) bool {
	link := linkEnd(spans)
	if spans[0].url == "" || link == len(spans) {
		return false
	}
	text, next := textOf(spans[:link]), spans[link]
	issue := strings.TrimSpace(text)
	if word, number, ok := strings.Cut(issue, " #"); ok && tracked[strings.ToLower(word)] { // "issue #12"
		issue = "#" + number
	}
	isIssue := len(issue) > 1 && (issue[0] == '#' || issue[0] == '!') && isNumber(issue[1:])
	code, bracketed := inBrackets(text)
	return (isIssue || bracketed && codeEnd(code) == len(code)) &&
		next.url == "" && next.style&(breaks|picture) == 0 && hasLetter(next.text) && len(textOf(spans)) <= maxIssue
}

// tracked is what trackers call that which they number.
var tracked = map[string]bool{"issue": true, "pr": true, "pull request": true, "mr": true, "merge request": true, "bug": true, "ticket": true}

// speakerFrom is where a bracket opens, in the span before a link, that tells at the end
// of a text what that leads to: "Yeast (guest: [A. Baker](…))"; 0 if there is none.
func speakerFrom(spans []span, link int) int {
	before := spans[link-1].text
	open := max(strings.LastIndexByte(before, '('), strings.LastIndex(before, "（"))
	if open <= 0 || strings.ContainsAny(before[open:], ")）") || !hasLetter(textOf(spans[:link-1])+before[:open]) || firstColon(before[open:]) < 0 {
		return 0
	}
	last := strings.TrimRight(textOf(spans[link:]), " .")
	if !strings.HasSuffix(last, ")") && !strings.HasSuffix(last, "）") {
		return 0
	}
	return open
}

// isBracketed says whether spans are links in brackets, from the first link on,
// and nothing else.
func isBracketed(spans []span) bool {
	closed := false
	for _, s := range spans {
		if s.url != "" || s.style&picture != 0 {
			continue
		}
		if strings.Trim(s.text, " []()（）|,;./·、，\n") != "" {
			return false
		}
		closed = closed || strings.HasPrefix(s.text, "]") || strings.HasPrefix(s.text, ")") || strings.HasPrefix(s.text, "）")
	}
	return closed
}

// inBrackets is the inside of a text that is all in square brackets.
func inBrackets(s string) (string, bool) {
	if len(s) > 4 && s[0] == '[' && s[len(s)-1] == ']' && strings.IndexByte(s[1:], '[') < 0 {
		return s[1 : len(s)-1], true
	}
	return "", false
}

// isOutside says whether byte i of a text stands in no bracket and no quotation.
func isOutside(s string, i int) bool {
	for _, b := range [...][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"「", "」"}, {"《", "》"}, {"“", "”"}} {
		if strings.Count(s[:i], b[0]) > strings.Count(s[:i], b[1]) {
			return false
		}
	}
	return (strings.Count(s[:i], `"`)%2 == 0 || strings.Count(s[i:], `"`)%2 == 0) && !isQuoted(s, i)
}

// isQuoted says whether byte i of a text stands between single quotation marks, which open
// behind a space and close before none: "label it 'May - end'".
func isQuoted(s string, i int) bool {
	open := strings.LastIndex(s[:i], " '")
	if open < 0 || strings.Contains(s[open+2:i], "' ") {
		return false
	}
	end := strings.IndexByte(s[i:], '\'')
	return end >= 0 && (i+end+1 == len(s) || !IsAlphanumeric(s[i+end+1]))
}
