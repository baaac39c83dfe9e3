package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// columnFacts are what the cells of a column have in common, in rows.
type columnFacts struct {
	filled, numeric, dates, links, bold, lines, series, counted, files, people, materials, romans int
	runs, distinct                                                                                int  // of filled cells
	length                                                                                        int  // characters in all
	quizzes                                                                                       int  // cells that say that there is no lesson, and are counted nowhere else
	labels                                                                                        bool // its links are called alike in several cells: "slides", "code"
	amounts                                                                                       bool // all cells are a number and a unit: "20 min"
}

// isMaterial says whether all cells are links that are called alike: "Notebook", each time,
// or "PDF" and "Video".
func (f *columnFacts) isMaterial() bool {
	return f.links == f.filled && f.filled > 1 && (f.distinct == 1 && f.lines == 0 || f.labels && f.materials == f.filled)
}

// measure counts what the cells of every column have in common.
func (t *table) measure() {
	t.facts = make([]columnFacts, len(t.columns))
	for i := range t.columns {
		f := &t.facts[i]
		seen := map[string]bool{}
		var units, names map[string]bool // of amounts, and of links
		amounts, links := 0, 0
		var key, last []byte // folded
		for j := range t.rows {
			r := &t.rows[j]
			if i >= len(r.cells) || r.cells[i].text == "" {
				continue
			}
			if r.cells[i].quiz {
				f.quizzes++
				continue
			}
			c := &r.cells[i]
			f.filled++
			if len(c.lines) > 1 {
				f.length += utf8.RuneCountInString(textOf(c.lines[0]))
			} else {
				f.length += utf8.RuneCountInString(c.text)
			}
			key = AppendFold(key[:0], c.text)
			if len(c.lines) > 1 && isSeries(Fold(textOf(c.lines[0]))) { // "Week 3", and below it its days
				f.counted++
			}
			switch {
			case isNumbers(key):
				f.numeric++
			case IsDate(c.text), isWeekday(string(key)):
				f.dates++
			case t.columns[i].divides() && utf8.RuneCountInString(c.text) <= maxAbbreviated && len(c.Links) == 0:
				f.series++ // "W" for Wednesday
			case len(key) < 24 && mayCount(key) && (isSeries(string(key)) || isSpan(string(key))):
				f.series++
			}
			if f.romans == f.filled-1 && c.text == roman(f.filled) {
				f.romans++
			}
			if unit := unitOf(c.text); unit != "" {
				units = with(units, unit)
				amounts++
			}
			if len(c.Links) > 0 {
				f.links++
				links += len(c.Links)
				for _, l := range c.Links {
					names = with(names, l.Text)
				}
				if !slices.ContainsFunc(c.Links, func(l Ref) bool { return !isMaterialName(ClassOf(l.Text, "")) }) {
					f.materials++
				}
				if IsProfile(c.Links[0].URL) {
					f.people++
				}
			}
			if isFileName(c.text) {
				f.files++
			}
			if c.bold {
				f.bold++
			}
			if len(c.lines) > 1 || len(c.Links) > 2 || t.columns[i].role == topicColumn && c.isOfLinks() && !strings.Contains(c.Title, c.Links[1].Text) {
				f.lines++
			}
			if string(key) != string(last) {
				f.runs++
			}
			if !seen[string(key)] {
				seen[string(key)] = true
				f.distinct++
			}
			key, last = last, key
		}
		f.labels = links > 2 && links > f.links && 2*len(names) <= links+1
		if f.romans == f.filled && f.filled > 2 {
			f.numeric = f.filled
		}
		f.amounts = amounts == f.filled && 2*len(units) <= amounts
		t.named = t.named || t.names(i)
	}
	t.measureAmounts()
}

// with adds a text to a set, which may not be there yet: most columns need none.
func with(set map[string]bool, text string) map[string]bool {
	if set == nil {
		set = map[string]bool{}
	}
	set[text] = true
	return set
}

// measureAmounts takes cells such as "20 min" for numbers where another column has anything
// else.
func (t *table) measureAmounts() {
	if !slices.ContainsFunc(t.facts, func(f columnFacts) bool { return !f.amounts && f.filled > f.numeric+f.dates+f.series }) {
		return
	}
	for i := range t.facts {
		if f := &t.facts[i]; f.amounts {
			f.numeric = f.filled
		}
	}
}

// unitOf is the word behind a number, or a span of numbers, that is a whole text: "loaves"
// of "20 loaves" and "10-15 loaves", and one and the same for all that takes time; "" if it
// is something else, as "Week 3" is.
func unitOf(s string) string {
	if timingOf(s) == howLong {
		return "time"
	}
	unit := strings.TrimLeft(s, "0123456789.,-–~<>≤≥ ")
	if unit == s || hasDigit(unit) || strings.Contains(unit, " ") {
		return ""
	}
	return strings.ToLower(unit)
}

// maxAbbreviated is the length, in characters, of what stands for a day or the like.
const maxAbbreviated = 3

// divides says whether a column is known for what divides or counts rows, by its name.
func (c column) divides() bool { return c.role == groupColumn || c.role == numberColumn }

// isFileName says whether a text is the name of a file: "part1.md".
func isFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && len(s)-dot >= 3 && len(s)-dot <= 6 && !strings.Contains(s, " ") && s[dot+1:] == strings.ToLower(s[dot+1:])
}

// main is the column that names the rows: the one known by its name, or else
// the one whose cells look most like names. group is a column that cannot be it.
func (t *table) main(group int) int {
	best, most := -1, 0
	for i, c := range t.columns {
		f := t.facts[i]
		if i == group || f.filled == 0 {
			continue
		}
		score := 60
		switch c.role {
		case otherColumn:
			if c.next {
				score = 75
			}
			if c.next && t.names(i) {
				score = 110
			}
		case topicColumn:
			score = 130 - min(c.rank, 1000)/40
			if c.rank >= 1000 {
				score = 75
			}
			if f.series == f.filled || f.series*5 >= f.filled*4 && t.others(i) {
				score = 20 // "Lesson 3" only counts
			}
			if c.fixed {
				score = 1000
			}
		case groupColumn:
			score = 45
			if f.runs == f.filled && f.filled > 1 {
				score += 12
			}
		case linkColumn:
			score = 36
			if i == 0 && f.distinct == len(t.rows) {
				score = 60 // each row is a link, and the rest tells of it
			}
		case summaryColumn:
			score = 34
		case numberColumn:
			score = 20
		case prerequisiteColumn, statusColumn, ignoredColumn:
			continue
		}
		score += 10*f.links/f.filled + 14*f.bold/f.filled
		if !c.fixed {
			score -= 90*f.numeric/f.filled + 70*f.dates/f.filled + 30*f.series/f.filled + 40*f.files/f.filled + 60*f.people/f.filled
			if f.distinct*2 < f.filled {
				score -= 25
				if f.links*2 > f.filled {
					score -= 30 // the same word, each time with another address
				}
			}
			if t.named && f.distinct*3 <= f.filled*2 {
				score -= 75 // of what kind each is, not which one
			}
			if f.labels {
				score -= 40
			}
			if f.isMaterial() {
				score = min(score, 36)
			}
			if mean := f.length / f.filled; mean > 100 {
				score -= 40
			} else if mean > 60 {
				score -= 15
			}
			if f.filled*2 < len(t.rows) {
				score -= 40
			}
		}
		if i == t.before {
			score += asBefore
		}
		score -= 3 * min(i, 8)
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// asBefore is what speaks for the column that names the rows of another table with the
// same header: the tables of a course's weeks are filled alike, but for days off.
const asBefore = 30

// headerKey is what tables with the same header have in common; "" without names.
func (t *table) headerKey() string {
	var b strings.Builder
	for _, c := range t.columns {
		b.WriteString(Fold(c.name))
		b.WriteByte('|')
	}
	if key := b.String(); len(key) > len(t.columns) {
		return key
	}
	return ""
}

// mainAsBefore is the column that names the rows, by the first table with the same header
// where the cells do not say otherwise.
func (t *table) mainAsBefore(r *reader) int {
	key := t.headerKey()
	first, isKnown := r.mains[key]
	if t.before = -1; isKnown {
		t.before = first
	}
	main := t.main(-1)
	if !isKnown && key != "" && main >= 0 {
		if r.mains == nil {
			r.mains = map[string]int{}
		}
		r.mains[key] = main
	}
	return main
}

// names says whether a column holds links that are all different, and so names
// the rows, whatever it is called.
func (t *table) names(i int) bool {
	f := t.facts[i]
	return t.columns[i].role != prerequisiteColumn && f.filled == len(t.rows) && f.links == f.filled && f.distinct == f.filled && f.people+f.numeric+f.dates+f.series == 0
}

// group is the column whose equal neighbours group the rows, or −1.
func (t *table) group(main int) int {
	best, most := -1, 0
	for i, c := range t.columns {
		f := t.facts[i]
		if c.fixed && c.role == groupColumn {
			return i
		}
		if i == main && t.main(i) < 0 || f.filled == 0 || c.fixed || f.numeric > 1 && t.descends(i) || f.isMaterial() {
			continue
		}
		empty := len(t.rows) - f.filled
		recurs := f.runs*5 <= (f.filled+empty)*4 && (f.filled > f.runs || empty >= f.runs)
		score := 0
		switch {
		case (c.role == groupColumn || c.role == topicColumn && c.rank >= 1000) && recurs:
			score = 100
		case c.role == otherColumn && recurs && f.runs > 1 && f.runs*2 <= len(t.rows) && i < main && f.dates*2 < f.filled && f.distinct*5 >= f.runs*4:
			score = 50
		case c.role == numberColumn && recurs && f.runs > 1 && f.runs*2 <= len(t.rows) && i < main && f.numeric*2 < f.filled:
			score = 30
		}
		if score > 0 && i == main {
			score -= 40
		}
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// descends says whether the numbers of a column go down somewhere: they are amounts, as
// of weeks that a course takes, and count nothing. What counts may begin anew, and the
// weeks of a year end with it.
func (t *table) descends(i int) bool {
	last := 0
	for j := range t.rows {
		n, err := strconv.Atoi(strings.TrimSpace(t.rows[j].text(i)))
		if err != nil {
			continue
		}
		if n < last && n > 1 && (n > firstWeeks || last < lastWeeks) {
			return true
		}
		last = n
	}
	return false
}

// The weeks of a year that a term may end before its turn, and begin behind it.
const (
	lastWeeks  = 30
	firstWeeks = 10
)

// detail is the column that tells the rows apart which the main one names several
// at a time, with the same cell in neighbours or only in the first of them. It
// names each row, as "Lesson" does beside "Topic", or says more than the main
// column: of "Week | Chapter | Details" the last. −1 if there is none.
func (t *table) detail(main int) int {
	m := t.facts[main]
	rows := len(t.rows) - m.quizzes
	firsts := m.filled == m.runs && t.rows[0].text(main) != ""
	if m.runs < 2 || m.runs*4 > rows*3 || m.filled < rows && !firsts {
		return -1
	}
	isTopic := t.columns[main].role == topicColumn && m.runs == m.distinct && m.runs*2 <= rows
	for i, f := range t.facts {
		if i == main || !t.tellsApart(i) {
			continue
		}
		role := t.columns[i].role
		names := isTopic && (role == otherColumn || role == groupColumn)
		tells := i > main && f.length > 2*m.length && (role == otherColumn || role == summaryColumn)
		if names || tells {
			return i
		}
	}
	return -1
}

// tellsApart says whether the cells of a column are names, or texts, of which
// hardly two are the same.
func (t *table) tellsApart(i int) bool {
	f := t.facts[i]
	return f.filled*5 >= len(t.rows)*4 && f.distinct*4 >= f.filled*3 && (f.numeric+f.dates+f.series+f.files+f.people)*4 < f.filled
}

// others says whether there is another column that names each row.
func (t *table) others(i int) bool {
	for j, c := range t.columns {
		if j != i && t.tellsApart(j) && (c.role == otherColumn || c.role == groupColumn) {
			return true
		}
	}
	return false
}

// spans says whether rows that are one bold or spanning cell stand over others.
func (t *table) spans(main int) bool {
	for i := range t.rows {
		if t.rows[i].spanning() != nil || t.rows[i].titling(main) != nil {
			return true
		}
	}
	return false
}

// counts says whether the cells of a column only count or date the rows.
func (t *table) counts(i int) bool {
	f := t.facts[i]
	return f.filled > 0 && (f.numeric+f.dates+f.series+f.counted)*3 >= f.filled*2
}
