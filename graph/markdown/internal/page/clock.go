package page

import "strings"

// clockEnd is where the time of day, or the time in a film, that a text begins
// with ends: "9:05", "10:03:47", "9h30", "1:15 PM"; 0 if it begins with none.
func clockEnd(s string) int {
	i := digitsEnd(s, 0)
	if i == 0 || i > 2 {
		return 0
	}
	mark := ""
	for _, m := range [...]string{":", "：", "h"} {
		if strings.HasPrefix(s[i:], m) {
			mark = m
		}
	}
	end := i
	for n := 0; n < 2 && mark != "" && strings.HasPrefix(s[end:], mark); n++ {
		from := end + len(mark)
		if digitsEnd(s, from) != from+2 {
			break
		}
		end = from + 2
	}
	if end == i || end < len(s) && IsAlphanumeric(s[end]) && !isHalfDay(s[end:]) {
		return 0
	}
	if half := strings.TrimLeft(s[end:], " "); isHalfDay(half) {
		end = len(s) - len(half) + len("AM")
	}
	return end
}

// digitsEnd is where the digits end that stand at i.
func digitsEnd(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

// isHalfDay says whether a text begins with "AM" or "PM".
func isHalfDay(s string) bool {
	return len(s) >= 2 && (s[0]|0x20 == 'a' || s[0]|0x20 == 'p') && s[1]|0x20 == 'm' && (len(s) == 2 || !IsAlphanumeric(s[2]))
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
	end := clockEnd(s[from:])
	if end == 0 {
		return "", s
	}
	end += from
	second := strings.TrimLeft(s[end:], " -–—~～→")
	if n := clockEnd(second); n > 0 {
		end = len(s) - len(second) + n
	}
	return s[from:end], strings.TrimLeft(s[end:], " -–—:：|,.)]")
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
