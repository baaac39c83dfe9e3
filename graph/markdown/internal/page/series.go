package page

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// isSeries says whether a folded text is a word with a number and no more:
// "week 3", "第3章", "第三天", "3주차".
func isSeries(key string) bool {
	if rest, ok := strings.CutPrefix(key, "第"); ok {
		return isCounter(rest)
	}
	digits := strings.IndexAny(key, "0123456789")
	if digits == 0 {
		counter := strings.TrimLeft(key, "0123456789")
		return counter == "주차" || counter == "주" || counter == "장" || counter == "강" || counter == "週目" || counter == "回目" || counter == "日目"
	}
	return digits > 0 && strings.Trim(key[digits:], "0123456789 章节課课周天日回주차강장") == "" && strings.Count(key[:digits], " ") <= 1
}

// mayCount says whether a folded text has what a count has.
func mayCount(key []byte) bool {
	return bytes.ContainsAny(key, "0123456789") || bytes.Contains(key, []byte("第"))
}

// isSpan says whether a folded text is from one count to another: "s1 s4",
// "day 1 day 3".
func isSpan(key string) bool {
	half := 0
	for range (strings.Count(key, " ") + 1) / 2 {
		half += strings.IndexByte(key[half:], ' ') + 1
	}
	from, to := key[:max(half-1, 0)], key[half:]
	count := func(s string) string { return strings.TrimRight(s, "0123456789") }
	return isSeries(from) && isSeries(to) && count(from) == count(to)
}

// isCounter says whether a text is a number, in digits or ideographs, and a sign
// or two for what is counted: "3章", "二 周目".
func isCounter(s string) bool {
	s = strings.TrimLeft(s, " ")
	rest := strings.TrimLeft(s, "0123456789")
	if rest == s {
		rest = strings.TrimLeft(s, "零〇一二两三四五六七八九十百")
	}
	counter := strings.TrimLeft(rest, " ")
	n := utf8.RuneCountInString(counter)
	return rest != s && n >= 1 && n <= 2 && counter[0] >= utf8.RuneSelf
}

// countedLink is how many spans at the front only count the link behind them:
// "*Part 2* - [Loops](…)", "第二天：[Loops](…)", "Chapter 2: '[Loops](…)'"; 0 if
// there are none.
func (r *reader) countedLink(it *Element, spans []span) int {
	end := 0
	for end < len(spans) && spans[end].url == "" && spans[end].style&breaks == 0 {
		end++
	}
	if end == 0 || end == len(spans) || spans[end].style&(picture|breaks) != 0 {
		return 0
	}
	text := strings.TrimRight(squeeze(textOf(spans[:end])), " '\"“‘「《")
	count := strings.TrimRight(text, " :：-–—")
	if word, roman := cutRoman(count); count == text || !isSeries(Fold(count)) && (roman == "" || strings.ContainsFunc(word, func(c rune) bool { return !isLetter(c) })) || isCode(count) || ClassOf(textOf(spans[end:linkFrom(spans, end)]), r.Language)&(Media|LinkColumn|Tasks) != 0 {
		return 0
	}
	if number := fromDigit(count); number != "" {
		it.Number = strings.TrimRight(number, " .")
	} else {
		it.setAttr("when", count)
	}
	return end
}

// linkFrom is where the link that begins at i ends.
func linkFrom(spans []span, i int) int { return i + linkEnd(spans[i:]) }

// countingLink is how many spans at the front only count what stands behind them, with a
// link to it: "[Lecture 2](…): Yeast"; 0 if there are none.
func (r *reader) countingLink(it *Element, spans []span) int {
	end := linkEnd(spans)
	if spans[0].url == "" || spans[0].style&(bold|picture) != 0 || end == len(spans) || !isOneLine(spans) || len(linksOf(spans[end:])) > 0 {
		return 0
	}
	kind, number, _ := r.splitKind(squeeze(textOf(spans[:end])) + ":")
	if kind == "" || number == "" {
		return 0
	}
	rest := strings.TrimLeft(spans[end].text, " ")
	if !startsWithDash(rest) {
		return 0
	}
	trimmed := strings.TrimLeft(rest, " :：-–—")
	if !hasLetter(trimmed + textOf(spans[end+1:])) {
		return 0
	}
	spans[end].at += len(spans[end].text) - len(trimmed)
	spans[end].text = trimmed
	it.Number = number
	return end
}
