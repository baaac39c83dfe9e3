package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
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
}

// View is what a table holds in a way to read it, or nil if it cannot be read so.
func (e *Element) View(k ViewKind) []*Element {
	for _, v := range e.Views {
		if v.Kind == k {
			return v.Kids
		}
	}
	return nil
}

// columnFacts are what the cells of a column have in common, in rows.
type columnFacts struct {
	filled, numeric, dates, links, bold, lines, series, files int
	runs, distinct                                            int // of filled cells
	length                                                    int // characters in all
}

// tableElement makes the element of a table with all its views.
func (r *reader) tableElement(t *table, at int) *Element {
	e := r.new(Table, at)
	e.HTML = t.html
	t.measure()
	main := t.main(-1)
	if main >= 0 {
		e.view(ByRows, t.rowsBy(r, main))
		group := t.group(main)
		if group >= 0 && t.main(group) >= 0 {
			main = t.main(group)
		}
		if group >= 0 || t.spans(main) {
			if kids := t.groupsBy(r, main, group); len(kids) > 0 {
				e.view(ByGroups, kids)
			}
		}
	}
	if kids := t.linesBy(r); kids != nil {
		e.view(ByLines, kids)
	}
	if t.isColumnar() {
		e.view(ByColumns, t.columnsBy(r))
	}
	if kids := t.grid(r); kids != nil {
		e.view(ByCells, kids)
	}
	if len(e.Views) > 0 {
		e.Kids = e.Views[0].Kids
	}
	return e
}

func (e *Element) view(k ViewKind, kids []*Element) {
	for _, kid := range kids {
		kid.Parent = e
	}
	if len(kids) > 0 {
		e.Views = append(e.Views, View{k, kids})
	}
}

// measure counts what the cells of every column have in common.
func (t *table) measure() {
	t.facts = make([]columnFacts, len(t.columns))
	for i := range t.columns {
		f := &t.facts[i]
		seen := map[string]bool{}
		last := ""
		for j := range t.rows {
			r := &t.rows[j]
			if i >= len(r.cells) || r.cells[i].text == "" || isQuiz(r.cells[i].text) {
				continue
			}
			c := &r.cells[i]
			f.filled++
			if len(c.lines) > 1 {
				f.length += utf8.RuneCountInString(textOf(c.lines[0]))
			} else {
				f.length += utf8.RuneCountInString(c.text)
			}
			key := Fold(c.text)
			switch {
			case isNumber(strings.ReplaceAll(key, " ", "")):
				f.numeric++
			case IsDate(c.text):
				f.dates++
			case len(key) < 24 && isSeries(key):
				f.series++
			}
			if len(c.Links) > 0 {
				f.links++
			}
			if isFileName(c.text) {
				f.files++
			}
			if c.bold {
				f.bold++
			}
			if len(c.lines) > 1 || len(c.Links) > 2 {
				f.lines++
			}
			if key != last {
				f.runs++
			}
			if last = key; !seen[key] {
				seen[key] = true
				f.distinct++
			}
		}
	}
}

// isFileName says whether a text is the name of a file: "part1.md".
func isFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && len(s)-dot >= 3 && len(s)-dot <= 6 && !strings.Contains(s, " ") && s[dot+1:] == strings.ToLower(s[dot+1:])
}

// isSeries says whether a folded text is a word with a number and no more:
// "week 3", "第3章".
func isSeries(key string) bool {
	digits := strings.IndexAny(key, "0123456789")
	return digits > 0 && strings.Trim(key[digits:], "0123456789 章节課课周天日回주차강장") == "" && strings.Count(key[:digits], " ") <= 1
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
		case topicColumn:
			score = 130 - min(c.rank, 1000)/40
			if c.rank >= 1000 {
				score = 75
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
		case summaryColumn:
			score = 34
		case numberColumn:
			score = 20
		case prerequisiteColumn, statusColumn, ignoredColumn:
			continue
		}
		score += 10*f.links/f.filled + 14*f.bold/f.filled
		if !c.fixed {
			score -= 90*f.numeric/f.filled + 70*f.dates/f.filled + 30*f.series/f.filled + 40*f.files/f.filled
			if f.distinct*2 < f.filled {
				score -= 25
				if f.links*2 > f.filled {
					score -= 30 // the same word, each time with another address
				}
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
		score -= 3 * min(i, 8)
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// group is the column whose equal neighbours group the rows, or −1.
func (t *table) group(main int) int {
	best, most := -1, 0
	for i, c := range t.columns {
		f := t.facts[i]
		if c.fixed && c.role == groupColumn {
			return i
		}
		if i == main && t.main(i) < 0 || f.filled == 0 || c.fixed {
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

// spans says whether rows that are one bold or spanning cell stand over others.
func (t *table) spans(main int) bool {
	for i := range t.rows {
		if t.rows[i].spanning() != nil || t.rows[i].titling(main) != nil {
			return true
		}
	}
	return false
}

// rowsBy makes an element of every row.
func (t *table) rowsBy(r *reader, main int) []*Element {
	var out []*Element
	for i := range t.rows {
		if t.rows[i].spanning() != nil || t.rows[i].titling(main) != nil {
			continue
		}
		if e := t.row(r, &t.rows[i], main, -1); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// groupsBy makes a group of the rows below a spanning row, or with equal cells
// in the group column. The rows before the first one are a group without a title.
func (t *table) groupsBy(r *reader, main, group int) []*Element {
	var out []*Element
	last := ""
	for i := range t.rows {
		line := &t.rows[i]
		title := line.spanning()
		if title == nil {
			title = line.titling(main)
		}
		if title != nil {
			out = append(out, t.groupElement(r, title, line))
			last = ""
			continue
		}
		name := line.text(group)
		e := t.row(r, line, main, group)
		if e == nil {
			continue
		}
		if len(out) == 0 || group >= 0 && name != "" && name != last {
			g := r.new(Group, line.at)
			if group >= 0 && group < len(line.cells) {
				g = t.groupElement(r, &line.cells[group].Element, line)
				if isNumber(g.Title) {
					g.Title = t.columns[group].name + " " + g.Title
				}
			}
			out = append(out, g)
		}
		if name != "" {
			last = name
		}
		out[len(out)-1].add(e)
	}
	return slices.DeleteFunc(out, func(g *Element) bool { return len(g.Kids) == 0 })
}

func (t *table) groupElement(r *reader, c *Element, line *row) *Element {
	g := r.new(Group, line.at)
	g.Label, g.URL, g.Lead, g.At = c.Label, c.URL, c.Lead, max(c.At, 0)
	return g
}

// spanning is the title of a row that is one bold or spanning cell.
func (r *row) spanning() *Element {
	var only *cell
	for i := range r.cells {
		if r.cells[i].text != "" {
			if only != nil {
				return nil
			}
			only = &r.cells[i]
		}
	}
	if only == nil || only != &r.cells[0] || !(only.bold && (len(r.cells) > 1 || only.width > 1) || only.width > 1 || only.head && len(r.cells) > 1) {
		return nil
	}
	if isQuiz(only.text) || only.Title == "" {
		return nil
	}
	return &only.Element
}

// titling is the title of a row that has a Roman number, or none, before one
// bold cell, and spans columns.
func (r *row) titling(main int) *Element {
	if main < 0 || main >= len(r.cells) || !r.cells[main].bold {
		return nil
	}
	spans := false
	for i := range r.cells {
		c := &r.cells[i]
		if i < main && strings.Trim(c.text, "IVXLC. ") != "" {
			return nil
		}
		spans = spans || c.width > 1
	}
	if !spans || isQuiz(r.cells[main].text) {
		return nil
	}
	return &r.cells[main].Element
}

// row makes an element of one row, or nil if it names nothing. The name of a
// row whose main cell is empty stands in the next cell that has one.
func (t *table) row(r *reader, line *row, main, group int) *Element {
	if main >= len(line.cells) || isQuiz(line.text(main)) {
		return nil
	}
	if line.cells[main].Title == "" {
		other := t.instead(line, main, group)
		if other < 0 {
			return nil
		}
		main = other
	}
	c := &line.cells[main]
	e := r.new(Row, c.At)
	e.Label, e.URL, e.Lead, e.Summary, e.Raw, e.Wants = c.Label, c.URL, c.Lead, c.Summary, c.text, c.Wants
	e.Links = slices.Clone(c.Links)
	if len(e.Links) > 0 && e.Links[0].URL == e.URL {
		e.Links = e.Links[1:]
	}
	if line.Note != nil {
		e.Marks = line.Marks
	}
	for i := range line.cells {
		if i != main && i != group && i < len(t.columns) {
			t.columns[i].tell(e, &line.cells[i])
		}
	}
	return e
}

// instead is the column that names a row whose main cell is empty, or −1.
func (t *table) instead(line *row, main, group int) int {
	for i := range line.cells {
		if i == main || i == group || i >= len(t.columns) || line.cells[i].Title == "" {
			continue
		}
		f := t.facts[i]
		switch t.columns[i].role {
		case otherColumn, summaryColumn, topicColumn:
			if (f.numeric+f.dates+f.series)*2 < f.filled && !IsDate(line.cells[i].text) {
				return i
			}
		}
	}
	return -1
}

// tell adds what a further column says to an element.
func (c column) tell(e *Element, cell *cell) {
	if cell.text == "" && len(cell.Links) == 0 {
		return
	}
	if c.name == "" && isNumber(cell.text) {
		c.role = numberColumn
	}
	switch c.role {
	case ignoredColumn:
	case numberColumn:
		if isNumber(strings.NewReplacer(".", "", " ", "").Replace(cell.text)) {
			e.Number = cell.text
			return
		}
		e.setAttr(c.name, cell.text)
	case prerequisiteColumn:
		e.Wants = append(e.Wants, cell.wants("column "+quote(c.name))...)
	case statusColumn:
		e.Status = cellStatus(cell.text)
	case summaryColumn:
		if e.Summary == "" {
			e.Summary = cell.text
		}
		e.addLinks(cell.Links)
	default:
		if len(cell.Links) > 0 {
			e.addLinks(cell.Links)
			return
		}
		e.setAttr(c.name, cell.text)
	}
}

// wants are the prerequisites that a cell names: one for each of its lines.
func (c *cell) wants(reason string) []Want {
	if len(c.lines) < 2 {
		return []Want{{Text: c.text, Refs: c.Links, At: c.At, Reason: reason}}
	}
	var out []Want
	for _, l := range c.lines {
		out = append(out, Want{Text: squeeze(textOf(l)), Refs: linksOf(l), At: c.At, Reason: reason})
	}
	return out
}

// addLinks keeps the links of a further column: the first one is the address of
// an element that has none and is called so.
func (e *Element) addLinks(links []Ref) {
	for _, l := range links {
		if l.URL == "" || l.URL[0] == '#' || strings.TrimSpace(l.Text) == "" {
			continue
		}
		if e.URL == "" && e.Title == l.Text {
			e.URL = l.URL
			continue
		}
		e.Links = append(e.Links, l)
	}
}

// cellStatus reads a status cell: words, a tick or a box.
func cellStatus(text string) graph.Status {
	if s := statusOf(ClassOf(text, "")); s != graph.Unknown {
		return s
	}
	switch {
	case strings.ContainsAny(text, "✅✓✔☑"), text == "x", text == "X", text == "[x]":
		return graph.Done
	case strings.ContainsAny(text, "🚧⏳🔄"):
		return graph.Doing
	}
	return graph.Todo
}

// linesBy makes of every row an element that holds the lines, or the links, of
// its fullest cell; nil where few rows have such a cell.
func (t *table) linesBy(r *reader) []*Element {
	full, most := -1, 0
	for i, f := range t.facts {
		if t.columns[i].role == prerequisiteColumn || t.columns[i].role == statusColumn {
			continue
		}
		score := f.lines * 4
		switch t.columns[i].role {
		case topicColumn:
			score *= 3
		case linkColumn, summaryColumn:
			score = score * 2 / 3
		}
		if f.lines*5 >= f.filled*2 && f.lines > 0 && score > most {
			full, most = i, score
		}
	}
	if full < 0 {
		return nil
	}
	main := t.main(full)
	if main < 0 {
		for i, f := range t.facts {
			if i != full && f.filled*2 > len(t.rows) {
				main = i
				break
			}
		}
	}
	if main < 0 {
		return nil
	}
	var out []*Element
	for i := range t.rows {
		line := &t.rows[i]
		if full >= len(line.cells) || main >= len(line.cells) {
			continue
		}
		e := t.row(r, line, main, full)
		if e == nil {
			continue
		}
		if isNumber(e.Title) {
			e.Title = squeeze(t.columns[main].name + " " + e.Title)
		}
		for _, k := range line.cells[full].elements(r) {
			e.add(k)
		}
		out = append(out, e)
	}
	return out
}

// elements makes elements of the lines of a cell, or of its links where these
// are nearly all of it.
func (c *cell) elements(r *reader) []*Element {
	if c.text == "" || isQuiz(c.text) {
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
	size := 0
	for _, l := range c.Links {
		size += len(l.Text)
	}
	if len(c.Links) > 1 && size*3 >= len(c.text)*2 {
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

func (c *cell) element(r *reader) *Element {
	e := r.new(Cell, c.At)
	e.Label, e.URL, e.Lead, e.Summary, e.Raw = c.Label, c.URL, c.Lead, c.Summary, c.text
	if len(c.Links) > 0 && c.Links[0].URL == c.URL {
		e.Links = c.Links[1:]
	}
	return e
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

// columnsBy makes a group of every column.
func (t *table) columnsBy(r *reader) []*Element {
	var out []*Element
	for i, c := range t.columns {
		g := r.new(Group, max(c.at, 0))
		g.Label = NewLabel(c.name)
		for j := range t.rows {
			if line := &t.rows[j]; i < len(line.cells) && line.cells[i].Title != "" {
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
// header is such a cell too.
func (t *table) grid(r *reader) []*Element {
	for _, c := range t.columns {
		if c.name != "" {
			return nil
		}
	}
	var out []*Element
	links, all := 0, 0
	for i := range t.rows {
		for j := range t.rows[i].cells {
			c := &t.rows[i].cells[j]
			if c.Title == "" && len(c.Images) == 0 {
				continue
			}
			e := c.element(r)
			if e.Title == "" {
				e.Label = NewLabel(c.Images[0].Alt)
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
	if links*3 < all*2 {
		return nil
	}
	return out
}
