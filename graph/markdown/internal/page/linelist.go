package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lines splits a run at its line breaks. The result is good until the next one.
func (r *reader) lines(spans []span) [][]span {
	r.lineRoom = appendLines(r.lineRoom[:0], spans)
	return r.lineRoom
}

// appendLines appends the lines of a run to others.
func appendLines(out [][]span, spans []span) [][]span {
	start := 0
	for i := 0; i <= len(spans); i++ {
		if i == len(spans) || spans[i].style&breaks != 0 {
			if !isBlank(spans[start:i]) {
				out = append(out, spans[start:i])
			}
			start = i + 1
		}
	}
	return out
}

// isOneLine says whether a run is one line.
func isOneLine(spans []span) bool {
	var room [2][]span
	return len(appendLines(room[:0], spans)) == 1
}

// isBlank says whether spans have no text but spaces.
func isBlank(spans []span) bool {
	for _, s := range spans {
		if s.style&(picture|raised) == 0 && strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return true
}

// linkLines reads a paragraph whose lines are links, or begin with a bullet
// that Markdown does not know, as items.
func (r *reader) linkLines(spans []span) []*Element {
	lines := r.lines(spans)
	if len(lines) == 2 && len(lines[1]) == 1 && isBare(lines[1][0]) && !isLinkLine(lines[0]) && len(textOf(lines[0])) <= maxMarker {
		it := r.new(Item, lines[0][0].at) // a name, and below it its address
		it.Prose = true
		if r.lead(it, lines[0]) {
			if it.URL == "" {
				it.URL = lines[1][0].url
			}
			return []*Element{it}
		}
	}
	bullets := 0
	for _, l := range lines {
		if len(lines) > 1 && hasBullet(l[0]) || len(lines) > 2 && hasNumber(l[0]) || len(lines) == 1 && hasOrdinal(l[0]) {
			bullets++
		}
	}
	if bullets != len(lines) {
		bullets = 0
	}
	if bullets == 0 && !areLinkLines(spans, lines) {
		return nil
	}
	return r.items(lines)
}

// areLinkLines says whether all lines are links, or nearly all of those that an
// author has ended by hand: what is not written yet has no address.
func areLinkLines(spans []span, lines [][]span) bool {
	links := 0
	for _, l := range lines {
		if isLinkLine(l) {
			links++
		} else if !isShortName(l) {
			return false
		}
	}
	byHand := !slices.ContainsFunc(spans, func(s span) bool { return s.style&(breaks|hard) == breaks })
	return links == len(lines) || byHand && links > 1 && links*3 >= len(lines)*2
}

// isShortName says whether a line is a few plain words, and does not only join its
// neighbours: "or".
func isShortName(line []span) bool {
	text := squeeze(textOf(line))
	return len(linksOf(line)) == 0 && hasLetter(text) && !isLower(text) && utf8.RuneCountInString(text) <= maxName && strings.Count(text, " ") < 8
}

// items makes an item of every line.
func (r *reader) items(lines [][]span) []*Element {
	var out []*Element
	for _, l := range lines {
		it := r.new(Item, l[0].at)
		it.Prose = true
		if r.lead(it, l) {
			out = append(out, it)
		}
	}
	return out
}

// cutBulleted splits lines with bullets that Markdown does not know, or with numbers such
// as "1.1.", off a text whose other line stands over them. Else all is first.
func cutBulleted(spans []span) (first []span, bulleted [][]span) {
	if !slices.ContainsFunc(spans, func(s span) bool { return s.style&breaks != 0 }) {
		return spans, nil
	}
	lines := appendLines(nil, spans)
	if len(lines) < 3 || hasBullet(lines[0][0]) {
		return spans, nil
	}
	for _, l := range lines[1:] {
		if !hasBullet(l[0]) && !hasDecimal(l[0]) {
			return spans, nil
		}
	}
	return lines[0], lines[1:]
}

// hasDecimal says whether a span begins with a number within another one: "1.1. Shell".
func hasDecimal(s span) bool {
	text := strings.TrimLeft(s.text, " ")
	n := decimal(text)
	return n > 0 && s.url == "" && strings.Contains(strings.TrimRight(text[:n], ".) "), ".")
}

// isBare says whether a span is an address written out.
func isBare(s span) bool {
	text := strings.TrimSpace(s.text)
	return s.url != "" && (strings.HasPrefix(text, "http") || strings.HasPrefix(text, "www."))
}

// hasBullet says whether a span begins with a mark that stands for a bullet.
func hasBullet(s span) bool {
	c, _ := utf8.DecodeRuneInString(s.text)
	return s.style&picture == 0 && s.url == "" && (strings.ContainsRune("•◦▪●○■□▸▹►➤➢✔✓✅☑☐➡→·–—", c) || hasHyphen(s.text) || hasRing([]span{s}))
}

// ringEnd is where a name begins behind the letter "o" that stands for a bullet, as in
// what is pasted from other programs; 0 without one.
func ringEnd(s string) int {
	rest, ok := strings.CutPrefix(s, "o")
	name := strings.TrimLeft(rest, " \t\u00a0")
	if !ok || name == rest {
		return 0
	}
	return len(s) - len(name)
}

// hasRing says whether a text begins with such a letter: a name that is a link, or that
// is written large, stands behind it. In some languages "o" is a word.
func hasRing(spans []span) bool {
	s := spans[0]
	end := ringEnd(s.text)
	if s.url != "" || s.style&picture != 0 || end == 0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(s.text[end:])
	return unicode.IsUpper(c) || end == len(s.text) && len(spans) > 1 && spans[1].url != ""
}

// cutRing takes a letter that stands for a bullet off a text.
func cutRing(spans []span) []span {
	if len(spans) == 0 || !hasRing(spans) {
		return spans
	}
	s := spans[0]
	end := ringEnd(s.text)
	if end == len(s.text) {
		return spans[1:]
	}
	s.at, s.text = s.at+end, s.text[end:]
	return append([]span{s}, spans[1:]...)
}

// hasHyphen says whether a line begins with a hyphen and, without the space that
// Markdown wants, a word.
func hasHyphen(s string) bool {
	name, ok := strings.CutPrefix(s, "-")
	c, n := utf8.DecodeRuneInString(name)
	return ok && unicode.IsLetter(c) && len(name) > n && name[n] != ' '
}

// hasNumber says whether a span begins with a number and a space, as items do
// that somebody has numbered by hand: "04   Access remote systems".
func hasNumber(s span) bool {
	t := strings.TrimLeft(digits(s.text), " ")
	long := len(t) - len(strings.TrimLeft(t, "0123456789"))
	rest := strings.TrimLeft(t[long:], ".):")
	return s.url == "" && s.style&picture == 0 && long > 0 && long < 4 && len(rest) > 1 && (rest[0] == ' ' || rest[0] == '\t') && hasLetter(rest)
}

// hasOrdinal says whether a span begins with a number that Markdown does not
// know to begin an item: "一、", "1、", "①".
func hasOrdinal(s span) bool {
	if s.url != "" || s.style&picture != 0 {
		return false
	}
	if ordinal(s.text) > 0 && s.text[0] >= utf8.RuneSelf || enclosed(s.text) > 0 {
		return true
	}
	t := digits(s.text)
	long := len(t) - len(strings.TrimLeft(t, "0123456789"))
	return long > 0 && long < 3 && strings.HasPrefix(t[long:], "、")
}

// isLinkLine says whether a line is a link with little else: "[Squares](…)",
// "1. [Rhombs](…) by Ada".
func isLinkLine(spans []span) bool {
	link, all, first := 0, 0, -1
	for _, s := range spans {
		if s.style&picture != 0 {
			continue
		}
		n := len(strings.TrimSpace(s.text))
		all += n
		if s.url != "" {
			link += n
			if first < 0 {
				first = all - n
			}
		}
	}
	return link > 1 && first <= 8 && link*5 >= all*3
}
