package timeline

import (
	"strconv"
	"strings"
	"unicode"
)

// Hours reads how long something takes, such as "2 weeks", "90 min", "1-2 days"
// (the mean) or "3h", in hours of learning: a day has 8 of them, a week 40, a
// month 160. A bare number counts hours. What it cannot read is not ok, as is
// what takes no time.
func Hours(s string) (hours float64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	first, rest, ok := number(s)
	if !ok {
		return 0, false
	}
	last := first
	if after, ranged := strings.CutPrefix(strings.TrimLeft(rest, " "), "-"); ranged {
		if last, rest, ok = number(strings.TrimSpace(after)); !ok {
			return 0, false
		}
	}
	unit, ok := unitOf(strings.Trim(rest, " .+~"))
	hours = (first + last) / 2 * unit
	return hours, ok && hours > 0
}

// number cuts a decimal number off the front of s.
func number(s string) (value float64, rest string, ok bool) {
	s = strings.TrimLeft(strings.ReplaceAll(s, "–", "-"), "~≈ ")
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' })
	if end < 0 {
		end = len(s)
	}
	value, err := strconv.ParseFloat(s[:end], 64)
	return value, s[end:], err == nil
}

// unitOf is the number of hours in a unit, which may be shortened.
func unitOf(word string) (hours float64, ok bool) {
	word, _, _ = strings.Cut(word, " ")
	switch strings.TrimSuffix(word, "s") {
	case "", "h", "hr", "hour":
		return 1, true
	case "m", "min", "minute":
		return 1. / 60, true
	case "d", "day":
		return 8, true
	case "w", "wk", "week":
		return 40, true
	case "mo", "month":
		return 160, true
	}
	return 0, false
}
