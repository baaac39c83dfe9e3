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
	isIssue := len(text) > 1 && (text[0] == '#' || text[0] == '!') && isNumber(text[1:])
	code, bracketed := inBrackets(text)
	return (isIssue || bracketed && codeEnd(code) == len(code)) &&
		next.url == "" && next.style&(breaks|picture) == 0 && hasLetter(next.text) && len(textOf(spans)) <= maxIssue
}
