package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPlain is the length, in characters, up to which a plain item is a name with
// what stands behind its colon, and with all of its sentences: what is cut away is
// missed more than what is too much.
const maxPlain = 80

// maxName is the length, in characters, up to which a text before a colon or a dash
// may be a name.
const maxName = 48

// plainLead names an item by its plain text, up to a link that the text
// announces ("Go: [Tour](…)"), up to a spaced dash, and in long texts up to a
// colon or the end of the first sentence. It gives the span from which on the
// text is not the name.
// An item that is counted is called so from end to end: "**Lesson 3:** Lists - a first look".
func plainLead(it *Element, spans []span) int {
	if spans[0].style&code == 0 && strings.Count(spans[0].text, ":") > 1 { // ":runner: Faster"
		if text, icon := stripEmoji(spans[0].text); icon != "" {
			it.Icon = icon
			spans[0].at += len(spans[0].text) - len(text)
			spans[0].text = text
		}
	}
	end, announced := len(spans), ""
	for i, s := range spans {
		if i > 0 && (s.style&hard != 0 || spans[i-1].url != "" && Prerequisites.Is(BeforeColon(s.text))) { // "[Yeast](…) Requires: Flour"
			end = i
			break
		}
		if s.url != "" && s.style&picture == 0 && i > 0 {
			before := strings.TrimRight(textOf(spans[:i]), " *")
			if open := speakerFrom(spans, i); open > 0 {
				end = i
				it.Summary = strings.Trim(squeeze(spans[i-1].text[open:]+textOf(spans[i:])), "()（）")
				spans[i-1].text = strings.TrimRight(spans[i-1].text[:open], " ")
				break
			}
			if strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：") || strings.HasSuffix(before, " -") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—") || strings.HasSuffix(before, " |") || pointsOn(before) {
				end = i
				if linkFrom(spans, i) == len(spans) && namesSomething(s) {
					announced = " " + squeeze(textOf(spans[i:]))
				}
				break
			}
			if isBare(s) && hasLetter(before) && linkFrom(spans, i) == len(spans) { // "Yeast https://…"
				end = i
				break
			}
			if hasLetter(before) && (areMaterials(spans[i:]) || linkFrom(spans, i) == len(spans) && isPictogram(s.text)) {
				end = i
				break
			}
			if open := "[(（"; before != "" && strings.ContainsRune(open, lastRune(before)) && isBracketed(spans[i:]) { // "Yeast [[slides](…)] ([video](…))"
				end = i
				spans[i-1].text = strings.TrimRight(spans[i-1].text, " "+open)
				break
			}
			if hasLetter(before) && !namesSomething(s) && linkFrom(spans, i) == len(spans) {
				it.With().tail = linksOf(spans[i:])[0] // see cutTails
			}
		}
	}
	text := squeeze(textOf(hideColons(spans[:end])))
	if inner, ok := inBrackets(text); ok {
		text = inner
	}
	text, it.Author = cutSpeaker(text)
	raw := text
	when := ""
	if date, behind := cutDash(text); IsDate(date) && hasLetter(behind) { // "3 Mar - Yeast"
		when, text = date, behind
	}
	name, rest := cutCode(it, text)
	if rest == "" && !isSeries(Fold(BeforeColon(text))) {
		if name, rest = cutDash(text); utf8.RuneCountInString(text) <= maxPlain && (it.Number != "" || isChain(name, rest)) {
			name, rest = text, ""
		}
	}
	if rest == "" && (utf8.RuneCountInString(text) > maxPlain || explains(text) || Prerequisites.Is(BeforeColon(text))) {
		if name, rest = cutFullStop(text); rest == "" || firstColon(name) >= 0 {
			name, rest = cutColon(text)
		}
	}
	if rest == "" {
		name, rest = cutSentence(text)
	}
	name, rest, raw = showColons(name), showColons(rest), showColons(raw)
	number := it.Number
	it.Links = linksOf(spans[:end])
	it.Raw = raw + announced
	if it.Label = NewLabel(name); it.Number == "" {
		it.Number = number
	}
	if when != "" {
		it.time().when = when
	}
	it.Summary = cmp.Or(rest, it.Summary)
	return end
}

// namesSomething says whether a link is called as a thing is, and not "PDF", "here" or by
// its address.
func namesSomething(s span) bool {
	return !isBare(s) && hasLetter(s.text) && !isNumber(strings.TrimSpace(s.text)) && ClassOf(s.text, "")&(LinkColumn|Media|Filler|Resources) == 0
}

// isPictogram says whether a text is but a picture.
func isPictogram(s string) bool {
	rest, icon := stripEmoji(s)
	return icon != "" && strings.TrimSpace(rest) == ""
}

// areMaterials says whether a text is nothing but links to several things that a lesson
// comes with: "Yeast [slides](…) [video](…)".
func areMaterials(spans []span) bool {
	links := 0
	for _, s := range spans {
		switch {
		case s.url == "" || s.style&picture != 0:
			if strings.Trim(s.text, " \n,;|/·&+-–—") != "" {
				return false
			}
		case namesSomething(s) && ClassOf(s.text, "")&(Tasks|Quiz) == 0:
			return false
		default:
			links++
		}
	}
	return links > 1
}

// cutSpeaker takes who speaks off the end of a name: "Yeast; A. Baker & O. Miller".
func cutSpeaker(s string) (name, author string) {
	i := strings.LastIndex(s, "; ")
	if i <= 0 {
		return s, ""
	}
	author = s[i+2:]
	for j, word := range strings.Fields(author) {
		isInitial := len(word) >= 2 && isUpper(word[0]) && word[1] == '.'
		if j == 0 && !isInitial || !isInitial && !isAnd(word) && !unicode.IsUpper(firstRune(word)) {
			return s, ""
		}
	}
	return s[:i], author
}

// hidden stands for a colon that is part of a program while a text is cut.
const hidden = "\ue003"

// hideColons hides the colons in code spans, which end no name.
func hideColons(spans []span) []span {
	isProgram := func(s span) bool { return s.style&code != 0 && strings.Contains(s.text, ":") }
	if !slices.ContainsFunc(spans, isProgram) {
		return spans
	}
	out := slices.Clone(spans)
	for i, s := range out {
		if isProgram(s) {
			out[i].text = strings.ReplaceAll(s.text, ":", hidden)
		}
	}
	return out
}

func showColons(s string) string { return strings.ReplaceAll(s, hidden, ":") }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// cutCode takes a code such as "A1 –", "T1L2 -", "MAF2:" or "LinM99:" off the front of a
// name and makes it the number. rest is "" if there was none.
func cutCode(it *Element, s string) (name, rest string) {
	i := codeEnd(s)
	if i == 0 {
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

// codeEnd is where a code ends that a text begins with, or 0. One with small letters is
// a code by the capital before a number of two digits or more: "Vue3" is a name.
func codeEnd(s string) int {
	i, letters, small := 0, 0, false
	for i < len(s) && (isUpper(s[i]) || i > 0 && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= '0' && s[i] <= '9' || s[i] == '.')) {
		switch {
		case s[i] >= 'a':
			small = true
			letters++
		case isUpper(s[i]):
			letters++
		}
		i++
	}
	if letters == 0 || letters > 5 || i == letters || i > 10 || isUpper(s[i-1]) {
		return 0
	}
	if small && (i-letters < 2 || !isUpper(s[letters-1]) || !isNumber(s[letters:i])) {
		return 0
	}
	return i
}

// cutDash splits "name - explanation". The dash needs spaces around it.
func cutDash(s string) (name, rest string) {
	for _, dash := range []string{" - ", " – ", " — ", " -- ", " // "} {
		if i := strings.Index(s, dash); i > 0 && i < 60 && !isNumberOnly(s[:i]) && !endsWithCount(Fold(s[:i])) && isOutside(s, i) {
			return s[:i], strings.TrimSpace(s[i+len(dash):])
		}
	}
	return s, ""
}

// isChain says whether a dash joins what stands behind a colon, and so does another:
// "Pipelines: build - test - deploy".
func isChain(name, rest string) bool {
	_, tail := cutDash(rest)
	return tail != "" && firstColon(name) > 0
}

// endsWithCount says whether a folded text is up to two words and a number:
// "research talk 2".
func endsWithCount(key string) bool {
	_, rest, ok := strings.Cut(key, " ")
	return isSeries(key) || ok && isSeries(rest) && strings.Contains(rest, " ")
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
	if i := firstColon(s); i >= 0 {
		return s[:i]
	}
	return ""
}

// firstColon is where the first colon of a text stands, narrow or wide, or −1.
func firstColon(s string) int {
	i := strings.IndexByte(s, ':')
	if i < 0 {
		return strings.Index(s, "：")
	}
	if wide := strings.Index(s[:i], "："); wide >= 0 {
		return wide
	}
	return i
}

// cutColon splits "name: explanation" where the name is short.
func cutColon(s string) (name, rest string) {
	i, n := strings.Index(s, ": "), 2
	if i < 0 {
		i, n = strings.Index(s, "："), len("：")
	}
	if i > 0 && utf8.RuneCountInString(s[:i]) <= maxName && hasLetter(s[:i]) && !isSeries(Fold(s[:i])) && isOutside(s, i) {
		return s[:i], strings.TrimSpace(s[i+n:])
	}
	return s, ""
}

// explains says whether a sentence, or a work in quotation marks, stands behind the
// first colon of a text: "Rye: It ferments faster than wheat."
func explains(s string) bool {
	_, rest := cutColon(s)
	if rest == "" {
		return false
	}
	switch c, _ := utf8.DecodeRuneInString(rest); {
	case strings.ContainsRune("\"“„«「《", c):
		return !strings.ContainsRune("\"”“»」》", lastRune(strings.TrimRight(rest, ".")))
	case !unicode.IsUpper(c):
		return false
	}
	return strings.HasSuffix(rest, ".") && strings.Count(rest, " ") >= 4 && strings.Count(rest, ".") == 1 && !strings.Contains(rest, ",")
}

// endsWord says whether a text ends with a word, and not with what only looks
// like the end of a sentence: "e.g", "etc".
func endsWord(s string) bool {
	c := s[len(s)-1]
	return (c >= 'a' && c <= 'z' || c >= utf8.RuneSelf) && s[len(s)-2] != '.' && !strings.HasSuffix(s, "etc")
}

// isLower says whether a text goes on with a small letter or a digit, as it
// does behind "vs." and "pp."
func isLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || unicode.IsDigit(r)
}

// cutFullStop names a text by its first sentence where the script has a full
// stop of its own, which ends no abbreviation.
func cutFullStop(s string) (name, rest string) {
	for _, stop := range [...]string{"。", "！", "؟ "} {
		if i := strings.Index(s, stop); i > minStop && i+len(stop) < len(s) && isOutside(s, i) {
			return s[:i], strings.TrimSpace(s[i+len(stop):])
		}
	}
	return s, ""
}

// minStop is the length, in bytes, of the longest exclamation before a name:
// "你好！"
const minStop = 6

// cutSentence names a text of several sentences by its first one. A long sentence
// stays whole: people do not cut it at a comma.
func cutSentence(s string) (name, rest string) {
	if name, rest = cutFullStop(s); rest != "" {
		return name, rest
	}
	if utf8.RuneCountInString(s) > maxPlain {
		first := len(s)
		stops := []string{". ", "! "}
		if utf8.RuneCountInString(s) > maxTitle { // a semicolon joins equals
			stops = append(stops, "; ")
		}
		for _, stop := range stops {
			if i := strings.Index(s, stop); i > 24 && i < first && isOutside(s, i) && endsWord(s[:i]) && (stop == "; " || !isLower(s[i+len(stop):])) {
				first = i
			}
		}
		if first < len(s) {
			return s[:first], strings.TrimSpace(s[first+2:])
		}
	}
	return s, ""
}
