package page

import "strings"

// sessions are the columns of a table of weeks that each tell what is done on a
// day of them: "Week | Tuesday lecture | Thursday lecture | Friday lab". nil
// where there are no two.
func (t *table) sessions() []int {
	if len(t.columns) < 3 || !t.counts(0) {
		return nil
	}
	var out []int
	for i, c := range t.columns {
		f := t.facts[i]
		if i > 0 && hasWeekday(c.name) && f.distinct > 1 && f.length > 6*f.filled && (f.numeric+f.dates+f.series)*2 < f.filled {
			out = append(out, i)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

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
				for _, k := range line.cells[j].elements(r) {
					e.add(k)
				}
			}
		}
		out = append(out, e)
	}
	return out, left
}
