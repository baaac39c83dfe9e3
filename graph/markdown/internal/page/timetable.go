package page

import (
	"cmp"
	"strings"
)

// cutDay splits off the date, or the day of the week, before a colon: "8 Sep:
// Yeast". when is "" if there is none.
func cutDay(s string) (when, rest string) {
	before, rest, ok := strings.Cut(s, ": ")
	if !ok || !hasLetter(rest) || !IsDate(before) && !isWeekday(Fold(before)) {
		return "", s
	}
	return before, strings.TrimLeft(rest, " ")
}

// cutDays takes the days of a week, and dates, off items: "Mon: Yeast", "Tue: Salt". Several
// of a list have to begin so, with days that are not the same.
func cutDays(items []*Element) {
	var daily []*Element
	days := map[string]bool{}
	for _, it := range items {
		if day := it.day(); day != "" {
			daily = append(daily, it)
			days[Fold(day)] = true
		}
	}
	if len(days) < 2 || 2*len(daily) < len(items) {
		return
	}
	for _, it := range daily {
		day := it.day()
		before := BeforeColon(it.Raw)
		if rest := strings.TrimLeft(it.Raw[len(before):], ":： "); hasLetter(rest) {
			if it.Title == NewLabel(before).Title { // it was cut there
				it.Summary = ""
			}
			it.setAttr("when", day)
			label := NewLabel(rest)
			it.Title, it.Number, it.Raw = label.Title, label.Number, rest
		}
	}
}

// day is the day of the week, or the date, that stands before the colon of an item; ""
// if there is none. Markdown takes the number of "5. Sept: Yeast" for that of a list.
func (e *Element) day() string {
	before := strings.TrimSpace(BeforeColon(e.Raw))
	switch {
	case before == "" || e.Lead != PlainLead:
	case isWhen(before):
		return before
	case e.Number != "" && !hasDigit(before) && IsDate(e.Number+". "+before):
		return e.Number + ". " + before
	}
	return ""
}

// minDated is how many headings begin with a date until that is no part of their names.
const minDated = 3

// cutDated takes the dates off headings of one level, and off bold lines, that are those of
// a timetable: "3/15: Yeast", "Monday, May 5 | Salt".
func (d *Document) cutDated() {
	levels := map[uint8][]*Element{} // 0 for lines
	all := map[uint8]int{}
	d.Root.Each(func(e *Element) {
		if e.Kind != Heading && (e.Kind != Line || e.Lead != BoldLead) {
			return
		}
		all[e.Level]++
		if when, _ := cutTimetabled(e.Title); when != "" {
			levels[e.Level] = append(levels[e.Level], e)
		}
	})
	for level, dated := range levels {
		if len(dated) < minDated || 2*len(dated) < all[level] {
			continue
		}
		for _, e := range dated {
			when, rest := cutTimetabled(e.Title)
			label := NewLabel(rest)
			e.setAttr("when", when)
			e.Title, e.Number = label.Title, cmp.Or(e.Number, label.Number)
		}
	}
}

// cutTimetabled splits off the date before a colon or a bar; when is "" if there is none.
// Entries of a change log have a dash behind it.
func cutTimetabled(s string) (when, rest string) {
	when, rest = cutDay(s)
	if when == "" {
		before, behind, ok := strings.Cut(s, " | ")
		if ok && hasLetter(behind) && isWhen(before) {
			return before, behind
		}
	}
	return when, rest
}

// isWhen says whether a text is a date, or names days of the week.
func isWhen(s string) bool { return IsDate(s) || areDays(Fold(s)) }

// areDays says whether a folded text names days of the week, and nothing else.
func areDays(key string) bool {
	for word := range strings.FieldsSeq(key) {
		if !isWeekday(word) && !isAmong(shortDays, word, true) && !isJoint(word) {
			return false
		}
	}
	return key != ""
}
