package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// rowsBy makes an element of every row.
func (t *table) rowsBy(r *reader, main int) (out []*Element, left []Leftover) {
	for i := range t.rows {
		line := &t.rows[i]
		var e *Element
		if line.spanning() == nil && line.titling(main) == nil {
			e = t.row(r, line, main, -1)
		}
		if e == nil {
			left = append(left, line.left(main)...)
			continue
		}
		out = append(out, e)
	}
	uncut(out)
	return out, left
}

// groupsBy makes a group of the rows below a spanning row, or with equal cells
// in the group column. The rows before the first one are a group without a title.
func (t *table) groupsBy(r *reader, main, group int) (out []*Element, left []Leftover) {
	var rows []*Element
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
			left = append(left, line.left(main)...)
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
		rows = append(rows, e)
	}
	uncut(rows)
	return slices.DeleteFunc(out, func(g *Element) bool {
		if len(g.Kids) > 0 {
			return false
		}
		if g.Title != "" {
			left = append(left, Leftover{g.Title, g.At, Childless})
		}
		return true
	}), left
}

func (t *table) groupElement(r *reader, c *Element, line *row) *Element {
	g := r.new(Group, line.at)
	g.Label, g.URL, g.Lead, g.At = c.Label, c.URL, c.Lead, max(c.At, 0)
	return g
}

// entitle makes titles of the rows that begin with bold type and have little more, as
// "**Later** | coming soon" does, in a table that has such rows without a remark, and no
// other bold names.
func (t *table) entitle() {
	titles, wide := 0, 0
	for i := range t.rows {
		line := &t.rows[i]
		switch {
		case line.spanning() != nil:
			titles++
		case len(line.cells) > 0 && line.cells[0].bold:
		default:
			wide = max(wide, line.filled())
		}
	}
	if titles < minTitles {
		return
	}
	var found []*row
	for i := range t.rows {
		line := &t.rows[i]
		if len(line.cells) == 0 || !line.cells[0].bold || line.spanning() != nil {
			continue
		}
		if line.filled() > 2 || line.filled() >= wide || line.cells[0].quiz || line.cells[0].Title == "" {
			return
		}
		found = append(found, line)
	}
	for _, line := range found {
		line.title = true
	}
}

// entitleBullets makes titles of the rows over those whose names begin with a bullet:
// "**Cloud**" over "- Containers" and "- Networks".
func (t *table) entitleBullets() {
	bullets := 0
	for i := range t.rows {
		if isBulleted(t.rows[i].text(0)) {
			bullets++
		}
	}
	if bullets < minBullets || isBulleted(t.rows[0].text(0)) {
		return
	}
	for i := range t.rows {
		line := &t.rows[i]
		line.title = line.title || line.text(0) != "" && !isBulleted(line.text(0))
	}
}

// minBullets is how many names show that the bullets before them tell of levels.
const minBullets = 3

// isBulleted says whether a text begins with a mark that items of lists begin with.
func isBulleted(s string) bool {
	mark, _ := utf8.DecodeRuneInString(s)
	rest, ok := strings.CutPrefix(s, string(mark)+" ")
	return ok && strings.ContainsRune("-–•◦▪‣↳└", mark) && hasLetter(rest)
}

// minTitles is how many rows without a remark prove that bold type is for titles.
const minTitles = 2

// spanning is the title of a row that is one bold or spanning cell.
func (r *row) spanning() *Element {
	if r.title {
		return &r.cells[0].Element
	}
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
	if only.quiz || only.Title == "" {
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
	if !spans || r.cells[main].quiz {
		return nil
	}
	return &r.cells[main].Element
}

// row makes an element of one row, or nil if it names nothing. The name of a
// row whose main cell is empty stands in the next cell that has one.
func (t *table) row(r *reader, line *row, main, group int) *Element {
	if main >= len(line.cells) || line.cells[main].quiz && !t.isLesson(line) {
		return nil
	}
	if line.cells[main].Title == "" {
		main = t.instead(line, main, group)
		if main < 0 || line.cells[main].quiz && !t.isLesson(line) {
			return nil
		}
	}
	c := &line.cells[main]
	e := r.new(Row, c.At)
	e.Label, e.URL, e.Lead, e.Summary, e.Raw = c.Label, c.URL, c.Lead, c.Summary, c.text
	if e.Summary == "" {
		e.Summary = c.below()
	}
	e.Want(c.Wants()...)
	e.Links = slices.Clone(c.Links)
	if len(e.Links) > 0 && e.Links[0].URL == e.URL {
		e.Links = e.Links[1:]
	}
	if line.Note != nil {
		e.Note = line.Note
	}
	if main == 0 && len(t.rows) > 1 && t.isProperties() {
		e.setAttr("detail", line.text(1)) // of a column without a name
	}
	for i := range line.cells {
		if i != main && i != group && i < len(t.columns) {
			t.columns[i].tell(e, &line.cells[i])
		}
		e.addLinks(line.cells[i].opens)
	}
	return e
}

// below is what stands in a cell below its first line.
func (c *cell) below() string {
	var lines []string
	for _, l := range c.lines[min(1, len(c.lines)):] {
		if text := squeeze(textOf(l)); hasLetter(text) && len(linksOf(l)) == 0 {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "; ")
}

// isLesson says whether a row with the name of an exam is a lesson all the same:
// something comes before it, or its author speaks of it. "Provas" are proofs, too.
func (t *table) isLesson(line *row) bool {
	for i, c := range t.columns {
		if text := line.text(i); c.role == prerequisiteColumn && hasLetter(text) && !None.Is(text) {
			return true
		}
	}
	return line.Note != nil
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
			if f.distinct*3 >= f.filled && (f.numeric+f.dates+f.series)*2 < f.filled && !IsDate(line.cells[i].text) {
				return i
			}
		}
	}
	return -1
}

// dates says whether a text of a column that counts is a date all the same: a whole
// one, or one behind the number of the row.
func (c column) dates(e *Element, text string) bool {
	return IsDate(text) && (e.Number != "" || strings.Count(Fold(text), " ") == 2)
}

// noMarks takes what stands between the digits of a number out of it.
var noMarks = strings.NewReplacer(".", "", " ", "")

// maxNumber is the length, in bytes, of the longest number that counts: others are those of
// telephones.
const maxNumber = 5

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
		if n := noMarks.Replace(cell.text); isNumber(n) && len(n) <= maxNumber && !c.dates(e, cell.text) {
			e.Number = digits(strings.TrimRight(cell.text, "."))
			return
		}
		e.setAttr(c.name, cell.text)
	case prerequisiteColumn:
		e.Want(cell.wants("column " + quote(c.name))...)
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
		if l.URL == "" || l.URL == e.URL || l.URL[0] == '#' || strings.TrimSpace(l.Text) == "" {
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
