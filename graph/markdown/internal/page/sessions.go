package page

import (
	"strings"
	"sync"
)

// sessions are the columns of a table of weeks that each tell what is done on a
// day of them: "Week | Tuesday lecture | Thursday lecture | Friday lab". nil
// where there are no two, or none tells more than marks do.
func (t *table) sessions() []int {
	if len(t.columns) < 3 || !t.counts(0) {
		return nil
	}
	var out []int
	tells := false
	for i, c := range t.columns {
		f := t.facts[i]
		if i > 0 && isDay(c.name) && f.filled > 0 && (f.numeric+f.dates+f.series)*2 < f.filled {
			out = append(out, i)
			tells = tells || f.distinct > 1 && f.length > 6*f.filled
		}
	}
	if len(out) < 2 || !tells {
		return nil
	}
	return out
}

// shortDays are the abbreviations of the days of a week. Many are words besides, so that
// only the whole name of a column is one of them, and only beside another.
const shortDays = " mo tu we th fr sa su lu ma me mi je ju jo ve vi sa di do " + // English, French, Spanish, Romanian
	"mar mer jeu ven sam dim gio sab seg ter qua qui sex " + // French, Italian, Portuguese
	"so wo vr za zo mån tis ons tor tors fre lör sön man tir lør søn ti ke to pe la " + // German, Dutch, the Nordic languages
	"pon wt śr czw pt sob nd po út st čt pá ne sze csüt pén szo uto sri čet pet ned " + // Polish, Czech, Hungarian, South Slavic
	"пт сб вс нд нед δευ τρι τετ πεμ παρ " +
	"pzt sal çar per cum sen sel rab kam jum sab min t2 t3 t4 t5 t6 t7 " + // Turkish, Indonesian, Vietnamese
	"月 火 水 木 金 土 日 월 화 수 목 금 토 일 "

// isDay says whether a column is named after a day of the week.
func isDay(name string) bool {
	return hasWeekday(name) || shortDaySet()[Fold(name)]
}

var shortDaySet = sync.OnceValue(func() map[string]bool { return setOf(shortDays) })

// hasWeekday says whether a word of a text is a day of the week.
func hasWeekday(s string) bool {
	for word := range strings.FieldsSeq(Fold(s)) {
		if isWeekday(word) {
			return true
		}
	}
	return false
}

// weeksBy makes an element of every row that holds what is done in each of its
// sessions.
func (t *table) weeksBy(r *reader, sessions []int) (out []*Element, left []Leftover) {
	for i := range t.rows {
		line := &t.rows[i]
		e := t.row(r, line, 0, -1)
		if e == nil {
			left = append(left, line.left(0)...)
			continue
		}
		if isNumber(e.Title) {
			e.Title = squeeze(t.columns[0].name + " " + e.Title)
		}
		for _, j := range sessions {
			if j < len(line.cells) && hasLetter(line.cells[j].Title) {
				left = append(left, line.cells[j].into(r, e)...)
			}
		}
		out = append(out, e)
	}
	return out, left
}
