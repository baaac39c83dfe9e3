package page

import (
	"cmp"
	"slices"
	"strings"
)

// A ViewKind is a way to read a table.
type ViewKind uint8

// The ways to read a table. Which one is meant is for package shape to say;
// here stands what each would give.
const (
	ByRows    ViewKind = iota // every row is an element
	ByGroups                  // rows with equal neighbours in a column, or below a spanning row, are a group
	ByLines                   // every row holds the lines of its fullest cell
	ByColumns                 // every column is a group of its cells
	ByCells                   // every cell is an element: a grid
)

// A View is what a table holds if it is read in one way.
type View struct {
	Kind ViewKind
	Kids []*Element
	Left []Leftover // rows that it gives no element for
}

// View is what a table holds in a way to read it; nothing if it cannot be read so.
func (e *Element) View(k ViewKind) View {
	for _, v := range e.Views() {
		if v.Kind == k {
			return v
		}
	}
	return View{}
}

// tableElement makes the element of a table with all its views.
func (r *reader) tableElement(t *table, at int) *Element {
	e := r.new(Table, at)
	e.HTML = t.html
	serving := t.strip()
	t.entitle()
	t.entitleBullets()
	t.uncount(r)
	t.measure()
	cells := t.grid(r)
	if cells != nil && t.isOfLinks() { // no column tells of another
		e.view(ByCells, cells, serving)
		e.Kids = cells
		return e
	}
	main := t.mainAsBefore(r)
	sessions := t.sessions()
	if main >= 0 && sessions == nil { // else no cell names what stands in those beside it
		group := t.group(main)
		detail := t.detail(main)
		if detail >= 0 {
			main, group = detail, main
		}
		kids, left := t.rowsBy(r, main)
		e.view(ByRows, kids, left)
		if detail < 0 && group >= 0 && t.main(group) >= 0 {
			main = t.main(group)
		}
		if group >= 0 || t.spans(main) {
			kids, left := t.groupsBy(r, main, group)
			e.view(ByGroups, kids, left)
		}
	}
	if sessions != nil {
		kids, left := t.weeksBy(r, sessions)
		e.view(ByLines, kids, left)
		if !isDayPart(t.columns[sessions[0]].name) { // all mornings are no section
			e.view(ByColumns, t.columnsBy(r, sessions), nil)
		}
	} else {
		kids, left := t.linesBy(r)
		e.view(ByLines, kids, left)
		if t.isColumnar() {
			all := make([]int, len(t.columns))
			for i := range all {
				all[i] = i
			}
			e.view(ByColumns, t.columnsBy(r, all), nil)
		}
	}
	e.view(ByCells, cells, nil)
	if views := e.Views(); len(views) > 0 {
		for i := range views {
			views[i].Left = append(views[i].Left, serving...)
		}
		e.Kids = views[0].Kids
		return e
	}
	for i := range t.rows {
		e.leave(t.rows[i].left(main)...)
	}
	e.leave(serving...)
	return e
}

func (e *Element) view(k ViewKind, kids []*Element, left []Leftover) {
	for _, kid := range kids {
		kid.Parent = e
	}
	if len(kids) > 0 {
		e.With().Views = append(e.Views(), View{k, kids, left})
	}
}

// linesBy makes of every row an element that holds the lines, or the links, of
// its fullest cell, and in a timetable of every cell behind the first; nil where
// few rows have such a cell.
func (t *table) linesBy(r *reader) (out []*Element, left []Leftover) {
	full, most := -1, 0
	for i, f := range t.facts {
		if t.columns[i].role == prerequisiteColumn || t.columns[i].role == statusColumn || i == 0 && t.counts(i) || f.isMaterial() {
			continue
		}
		score := f.lines * 4
		switch t.columns[i].role {
		case topicColumn:
			score *= 3
		case linkColumn, summaryColumn:
			score = score * 2 / 3
		}
		if i == 0 {
			score-- // more likely to name the rows
		}
		if (f.isFull() || f.lines*3 >= f.filled && f.lines > 1 && t.columns[i].role == topicColumn || f.lines > 0 && t.isProperties()) && score > most {
			full, most = i, score
		}
	}
	timetable := t.isTimetable()
	if timetable && full < 0 {
		full = 1
	}
	if full < 0 {
		return nil, nil
	}
	main := t.main(full)
	if timetable {
		main = 0
	}
	if t.counts(0) && main > 0 && t.facts[main].isFull() && t.columns[main].role == otherColumn {
		main = 0 // the one beside it is as good
	}
	if main > 0 && t.counts(0) && ClassOf(t.columns[main].name, r.Language)&(Tasks|Quiz) != 0 {
		main = 0 // what is to be done for a week does not name it
	}
	if main > 0 && t.counts(0) && t.facts[main].distinct*3 <= t.facts[main].filled*2 {
		main = 0 // what recurs does not name rows
	}
	if main > full && t.facts[main].isFull() {
		main = -1 // holds lines as well
	}
	for i, f := range t.facts {
		if main < 0 && i != full && f.filled*2 > len(t.rows) {
			main = i
		}
	}
	if main < 0 {
		return nil, nil
	}
	for i := range t.rows {
		line := &t.rows[i]
		var e *Element
		if full < len(line.cells) {
			e = t.row(r, line, main, full)
		}
		if e == nil {
			left = append(left, line.left(main)...)
			continue
		}
		if isNumber(e.Title) {
			e.Title = squeeze(t.columns[main].name + " " + e.Title)
		}
		for i := range line.cells {
			if i != full && (i == main || i >= len(t.columns) || t.columns[i].role != otherColumn || t.columns[full].role != otherColumn || !timetable && !t.facts[i].isFull()) {
				continue // of several columns that nothing is known of, each is as good
			}
			left = append(left, line.cells[i].into(r, e)...)
		}
		out = append(out, e)
	}
	return out, left
}

// isProperties says whether a table has no header but says in its first column what
// stands in the second.
func (t *table) isProperties() bool {
	if len(t.columns) != 2 || t.columns[0].name != "" || t.columns[1].name != "" {
		return false
	}
	f := t.facts[0]
	return f.filled == len(t.rows) && f.links == 0 && f.lines == 0 && f.length <= maxProperty*f.filled
}

// maxProperty is how long the names of properties are at most on average, in characters.
const maxProperty = 20

// isFull says whether many cells of a column hold lines.
func (f columnFacts) isFull() bool { return f.lines > 0 && f.lines*5 >= f.filled*2 }

// into adds the elements of a cell to that of its row, and gives what it has instead.
func (c *cell) into(r *reader, e *Element) []Leftover {
	if c.quiz {
		return []Leftover{{cmp.Or(NewLabel(c.text).Title, c.text), max(c.At, 0), NoLesson}}
	}
	for _, k := range c.elements(r) {
		e.add(k)
	}
	return nil
}

// elements makes elements of the lines of a cell, or of its links where these
// are nearly all of it.
func (c *cell) elements(r *reader) []*Element {
	if c.text == "" {
		return nil
	}
	var out []*Element
	for _, l := range c.lines {
		e := r.new(Cell, l[0].at)
		if r.lead(e, l) {
			out = append(out, e)
		}
	}
	if out != nil {
		return out
	}
	if c.isOfLinks() {
		for _, l := range c.Links {
			e := r.new(Cell, l.At)
			e.Label, e.URL, e.Lead = NewLabel(l.Text), l.URL, LinkLead
			if e.Title != "" {
				out = append(out, e)
			}
		}
		return out
	}
	return append(out, c.element(r))
}

// isOfLinks says whether a cell is several links, or nearly.
func (c *cell) isOfLinks() bool {
	size := 0
	for _, l := range c.Links {
		size += len(l.Text)
	}
	_, rest, _ := strings.Cut(c.text, c.Title)
	return len(c.Links) > 1 && size*3 >= len(c.text)*2 && !strings.HasPrefix(strings.TrimSpace(rest), "(")
}

func (c *cell) element(r *reader) *Element {
	e := r.new(Cell, c.At)
	e.Label, e.URL, e.Lead, e.Summary, e.Raw = c.Label, c.URL, c.Lead, c.Summary, c.text
	if len(c.Links) > 0 && c.Links[0].URL == c.URL {
		e.Links = c.Links[1:]
	}
	return e
}

// isGrid says whether the cells of a header are links, as those below it are.
func (r *row) isGrid() bool {
	links := 0
	for i := range r.cells {
		c := &r.cells[i]
		if len(c.Links) == 0 && c.text != "" && !isNumber(c.text) {
			return false
		}
		links += min(1, len(c.Links))
	}
	return links > 1
}

// isColumnar says whether the columns can be groups: no header has a known
// role, and nearly every cell is short or a link.
func (t *table) isColumnar() bool {
	if len(t.columns) < 2 || len(t.rows) < 2 {
		return false
	}
	for i, c := range t.columns {
		f := t.facts[i]
		if c.role != otherColumn || c.name == "" || f.numeric > 0 || f.dates > 0 || f.filled == 0 || f.length/f.filled > 40 || f.runs*5 < f.filled*4 {
			return false
		}
	}
	return true
}

// columnsBy makes a group of every one of some columns.
func (t *table) columnsBy(r *reader, columns []int) []*Element {
	var out []*Element
	for _, i := range columns {
		c := t.columns[i]
		g := r.new(Group, max(c.at, 0))
		g.Label = NewLabel(c.name)
		for j := range t.rows {
			if line := &t.rows[j]; i < len(line.cells) && hasLetter(line.cells[i].Title) {
				g.add(line.cells[i].element(r))
			}
		}
		if len(g.Kids) > 0 && g.Title != "" {
			out = append(out, g)
		}
	}
	return out
}

// grid makes an element of every cell of a table without a header, or whose
// header is such cells too, or the days of a week, or only counts the cells of
// its one row.
func (t *table) grid(r *reader) []*Element {
	rows, calendar := t.rows, t.isCalendar() || t.isCounted()
	if t.header.isGrid() {
		rows = append([]row{t.header}, rows...)
	} else if !calendar && slices.ContainsFunc(t.columns, func(c column) bool { return c.name != "" }) {
		return nil
	}
	var out []*Element
	links, all := 0, 0
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if c.Title == "" && len(c.Images()) == 0 || isNumber(c.text) {
				continue
			}
			e := c.element(r)
			if e.Title == "" {
				e.Label = NewLabel(c.Images()[0].Alt)
			}
			if e.Title == "" {
				continue
			}
			all++
			if len(c.Links) > 0 || c.bold {
				links++
			}
			out = append(out, e)
		}
	}
	if links*3 < all*2 && !calendar {
		return nil
	}
	return out
}

// isOfLinks says whether all columns hold links, but for those of numbers.
func (t *table) isOfLinks() bool {
	for _, f := range t.facts {
		if f.links*3 < f.filled*2 && f.numeric < f.filled {
			return false
		}
	}
	return len(t.facts) > 1
}

// isCalendar says whether the columns are the days of a week.
func (t *table) isCalendar() bool {
	for _, c := range t.columns {
		if !isWeekday(strings.Trim(Fold(c.name), " 0123456789")) {
			return false
		}
	}
	return len(t.columns) > 2
}

// isCounted says whether a table is one row below "Chapter 1", "Chapter 2" ….
func (t *table) isCounted() bool {
	for _, c := range t.columns {
		if !isSeries(Fold(c.name)) {
			return false
		}
	}
	return len(t.columns) > 1 && len(t.rows) == 1
}

// isTimetable says whether a table has a column that counts, and behind it
// several of links that nothing else is known of: what is done on which day.
func (t *table) isTimetable() bool {
	if len(t.columns) < 3 || !t.counts(0) {
		return false
	}
	for i, f := range t.facts[1:] {
		if t.columns[i+1].role != otherColumn || f.links*2 < f.filled {
			return false
		}
	}
	return true
}
