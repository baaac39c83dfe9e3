package page

import (
	"strings"
)

// clockEnd is where the time of day, or the time in a film, that a text begins
// with ends: "9:05", "10:03:47", "9h30", "1:15 PM", "09.15 Uhr"; 0 if it begins
// with none. sure says whether it can be nothing else: "09.15" alone may count.
func clockEnd(s string) (end int, sure bool) {
	if rest, open := strings.CutPrefix(s, "??:??"); open { // nobody knows yet
		tail := strings.TrimLeft(rest, " ")
		return len(s) - len(tail) + clockWord(tail), true
	}
	i := digitsEnd(s, 0)
	if i == 0 || i > 2 {
		return 0, false
	}
	mark := ""
	for _, m := range [...]string{":", "：", "h", "."} {
		if strings.HasPrefix(s[i:], m) {
			mark = m
		}
	}
	if mark == "." && (i == 1 || s[:i] > "24") {
		return 0, false
	}
	end = i
	for n := 0; n < 2 && mark != "" && strings.HasPrefix(s[end:], mark); n++ {
		from := end + len(mark)
		if digitsEnd(s, from) != from+2 || s[from] > '5' {
			break
		}
		end = from + 2
	}
	if end == i || end < len(s) && IsAlphanumeric(s[end]) && clockWord(s[end:]) == 0 {
		return 0, false
	}
	sure = mark != "."
	tail := strings.TrimLeft(s[end:], " ")
	if n := clockWord(tail); n > 0 {
		end, sure = len(s)-len(tail)+n, true
	}
	return end, sure
}

// digitsEnd is where the digits end that stand at i.
func digitsEnd(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

// clockWord is the length of what a text begins with if it belongs to a time: "AM",
// "p.m.", "Uhr"; or 0.
func clockWord(s string) int {
	for _, word := range [...]string{"am", "pm", "a.m.", "p.m.", "uhr"} {
		if n := len(word); len(s) >= n && strings.EqualFold(s[:n], word) && (len(s) == n || !IsAlphanumeric(s[n])) {
			return n
		}
	}
	return 0
}

// clocksEnd is where the time, or the span of time, that a text begins with ends:
// "09:00", "9:15 AM – 10:00 AM", "9h00 à 10h30"; 0 if it begins with none.
func clocksEnd(s string) int {
	end, sure := clockEnd(s)
	if end == 0 {
		return 0
	}
	second := strings.TrimLeft(s[end:], " -–—~～→")
	if word, rest, _ := strings.Cut(second, " "); len(word) < 4 && !hasDigit(word) { // "to", "bis", "à"
		second = rest
	}
	if n, _ := clockEnd(second); n > 0 && len(second) < len(s)-end {
		return len(s) - len(second) + n
	}
	if !sure {
		return 0
	}
	return end
}

// cutClock splits off the time, or the span of time, that a text begins with:
// "09:00 Welcome", "[1:02:30] Loops", "9:15 AM – 10:00 AM — Kneading". when is ""
// if there is none.
func cutClock(s string) (when, rest string) {
	s = strings.TrimLeft(s, " ")
	from := 0
	if s != "" && (s[0] == '[' || s[0] == '(') {
		from = 1
	}
	end := clocksEnd(s[from:])
	if end == 0 {
		return "", s
	}
	end += from
	rest = strings.TrimLeft(s[end:], " -–—:：|,;•·.)]")
	return s[from:end], strings.TrimLeft(strings.TrimPrefix(rest, "o "), " ") // "09:00 o Welcome"
}

// cutClock takes the time off the front of an item or a heading that goes on
// behind it, and notes it.
func (e *Element) cutClock(spans []span) []span {
	s := spans[0]
	if s.url != "" || s.style&(picture|breaks) != 0 {
		return spans
	}
	when, rest := cutClock(s.text)
	if when == "" || !hasLetter(rest) && !hasLetter(textOf(spans[1:])) {
		return spans
	}
	e.setAttr("when", when)
	if rest == "" {
		return spans[1:]
	}
	s.at, s.text = s.at+len(s.text)-len(rest), rest
	return append([]span{s}, spans[1:]...)
}

// cutHours takes the times without a mark off items: "900-930: Welcome", "1345-1545:
// Loops". All of a list that begin so have to be such, and one with a single digit for
// the hour: "1450-1500: Printing" is no time of day.
func cutHours(items []*Element) {
	var timed []*Element
	single := false
	for _, it := range items {
		span := BeforeColon(it.Raw)
		if span == "" || strings.Trim(span, "0123456789 -–—") != "" {
			continue
		}
		from, to, _ := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(span, "–", "-"), "—", "-"), "-")
		if !isHour(from) || to != "" && !isHour(to) {
			return
		}
		single = single || len(strings.TrimSpace(from)) == 3
		timed = append(timed, it)
	}
	if !single || len(timed) < 3 {
		return
	}
	for _, it := range timed {
		span := BeforeColon(it.Raw)
		if rest, ok := strings.CutPrefix(it.Title, span); ok && hasLetter(rest) {
			it.setAttr("when", strings.TrimSpace(span))
			it.Label = NewLabel(strings.TrimLeft(rest, ":： "))
		}
	}
}

// isHour says whether a text is a time of day without a mark between, in steps of five
// minutes: "900", "1345".
func isHour(s string) bool {
	s = strings.TrimSpace(s)
	n := len(s)
	return (n == 3 || n == 4) && isNumber(s) && (n == 3 || s[:2] < "24") && s[n-2] < '6' && (s[n-1] == '0' || s[n-1] == '5')
}
