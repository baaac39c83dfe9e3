package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A table is a GFM or HTML table, reduced to rows of cells.
type table struct {
	columns []column
	title   *Element // that stands over the header, or nil
	header  row
	rows    []row
	html    bool
	facts   []columnFacts // by column, see measure
	named   bool          // a column names the rows by its links alone, see names
	before  int           // the column that names the rows of the first table with this header, or −1
	held    map[int]held  // cells that reach into the next rows, by column
	reached int           // how often a cell stood in a further row
}

// A column is what the header, and then the cells, say about a column.
type column struct {
	name  string // as written
	at    int
	role  role
	rank  int // of its name among the names of topic columns
	fixed bool
	next  bool // it is called as a topic column, and another one better
}

type role uint8

const (
	otherColumn role = iota
	topicColumn
	groupColumn
	numberColumn
	prerequisiteColumn
	statusColumn
	summaryColumn
	linkColumn
	ignoredColumn
)

// roleNames are the roles by the names that a configuration gives them.
var roleNames = []struct {
	name  string
	role  role
	class Class
}{
	{"topic", topicColumn, TopicColumn}, {"section", groupColumn, GroupColumn}, {"number", numberColumn, NumberColumn},
	{"prerequisites", prerequisiteColumn, PrerequisiteColumn}, {"status", statusColumn, StatusColumn},
	{"summary", summaryColumn, SummaryColumn}, {"link", linkColumn, LinkColumn}, {"ignore", ignoredColumn, IgnoredColumn},
}

// ColumnRoles are the roles that a configuration can give to columns.
func ColumnRoles() []string {
	names := make([]string, len(roleNames))
	for i, r := range roleNames {
		names[i] = r.name
	}
	return names
}

type row struct {
	Note  *Note
	at    int
	cells []cell
	title bool // over the rows below, with a remark, see entitle
}

// A cell is read in both ways: as plain text, and as a lead with what follows.
type cell struct {
	Element
	text   string
	lines  [][]span // of a cell with line breaks
	bold   bool
	head   bool
	quiz   bool  // it only says that there is a quiz, or the like
	opens  []Ref // what its pictures link to
	width  int   // columns that it spans, from 1
	height int   // rows that it reaches into, from 1; 0 in those
}

// A held is a cell that reaches into the next rows.
type held struct {
	cell cell
	rows int
}

// table reads a GFM table.
func (r *reader) table(n ast.Node) *Element {
	t := &table{}
	for line := n.FirstChild(); line != nil; line = line.NextSibling() {
		out := row{at: line.Pos(), cells: make([]cell, 0, line.ChildCount())}
		r.last = &out.Note
		for c := line.FirstChild(); c != nil; c = c.NextSibling() {
			run := r.run(c)
			out.cells = append(out.cells, r.cell(run.spans, c.Pos()))
			r.comments(run.comments)
		}
		if _, ok := line.(*east.TableHeader); ok {
			t.header, t.columns = out, r.columns(out.cells)
			continue
		}
		t.rows = append(t.rows, out)
	}
	for next := n.NextSibling(); next != nil; next = n.NextSibling() { // behind a blank line it may go on
		rows, headed := r.pipes(next)
		if rows == nil || headed || len(rows[0].cells) != len(t.columns) || t.isBehind(&rows[0]) {
			break
		}
		t.rows = append(t.rows, rows...)
		n.Parent().RemoveChild(n.Parent(), next)
	}
	return r.tableElement(t, n.Pos())
}

// isBehind says whether a row counts what comes before the last number of a table: what
// is crossed out so is no piece of it.
func (t *table) isBehind(line *row) bool {
	first, ok := amount(line.text(0))
	for i := len(t.rows) - 1; ok && i >= 0; i-- {
		if last, counts := amount(t.rows[i].text(0)); counts {
			return first <= last
		}
	}
	return false
}

// cell reads the content of one cell.
func (r *reader) cell(spans []span, at int) cell {
	c := cell{width: 1, opens: picturesTo(spans)}
	c.At = at
	blank := func(s span) bool { return squeeze(s.text) == "" && s.style&picture == 0 } // a &nbsp;, the end of a <div>
	for len(spans) > 1 && blank(spans[0]) {
		spans = spans[1:]
	}
	for len(spans) > 1 && blank(spans[len(spans)-1]) {
		spans = spans[:len(spans)-1]
	}
	c.text = squeeze(textOf(spans))
	if len(c.text) > 2 && strings.Trim(c.text, "-–—=_") == "" { // a line drawn between rows
		c.text = ""
		return c
	}
	if c.text == "" {
		for _, s := range spans { // a picture that is a link names it
			if s.style&picture != 0 {
				c.Picture(r.newPicture(s))
			}
		}
		return c
	}
	c.quiz = len(c.text) < maxQuiz && Quiz.Is(c.text)
	c.bold = boldEnd(spans) == len(spans)
	lines := nameLines(r.lines(spans))
	if len(lines) == 1 {
		spans = lines[0]
	}
	if len(lines) > 1 {
		for _, l := range lines {
			c.lines = append(c.lines, append([]span(nil), l...))
		}
		if c.bold = boldEnd(lines[0]) == len(lines[0]); !c.bold {
			spans = lines[0]
		}
	}
	links := linksOf(spans)
	if len(links) > 0 || c.bold || c.lines != nil {
		r.lead(&c.Element, spans)
	} else if n := r.counted(&c.Element, spans, boldEnd(spans)); n > 0 { // "**Lesson 3:** Yeast"
		number := c.Number
		c.Label = NewLabel(textOf(spans[n:]))
		c.Number = cmp.Or(number, c.Number)
	} else {
		name := c.text
		if when, rest := cutDay(name); when != "" {
			c.setAttr("when", when)
			name = rest
		}
		name, c.Summary = cutSentence(name)
		c.Label = NewLabel(name)
	}
	c.Raw = c.text
	c.Links = nil
	if c.lines == nil {
		c.Links = links
	}
	for _, l := range c.lines {
		c.Links = append(c.Links, linksOf(l)...)
	}
	c.At = spans[0].at
	if at >= 0 && c.At < 0 {
		c.At = at
	}
	return c
}

// nameLines are the lines of a cell that name something: a tick over a name is
// none. One that ends with "and" goes on in the next, as the column is narrow, and
// one with another in brackets below it does unless that counts: "(6 days)"; so does
// one that a small letter follows.
func nameLines(lines [][]span) [][]span {
	for len(lines) > 1 && !hasLetter(textOf(lines[0])) {
		lines = lines[1:]
	}
	if len(lines) > 1 && (endsWithAnd(textOf(lines[0])) || len(lines) == 2 && isBroken(lines[0], lines[1])) {
		lines = joinFirst(lines)
	}
	if len(lines) == 2 && isAside(textOf(lines[1])) && !hasDigit(textOf(lines[1])) {
		lines = joinFirst(lines)
	}
	return lines
}

// isBroken says whether two lines of a cell are one name: a capital begins the first,
// and a small letter the several words of the second.
func isBroken(above, below []span) bool {
	if boldEnd(above) > 0 || len(linksOf(above))+len(linksOf(below)) > 0 {
		return false
	}
	first, second := textOf(above), textOf(below)
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(first, " "))
	d, _ := utf8.DecodeRuneInString(strings.TrimLeft(second, " "))
	return unicode.IsUpper(c) && unicode.IsLower(d) && strings.Contains(strings.TrimSpace(second), " ") && !strings.ContainsAny(first+second, ",;:.•")
}

// joinFirst makes one line of the first two.
func joinFirst(lines [][]span) [][]span {
	joined := slices.Concat(lines[0], []span{{text: " ", at: -1}}, lines[1])
	return slices.Concat([][]span{joined}, lines[2:])
}

// endsWithAnd says whether the last of several words is "and".
func endsWithAnd(s string) bool {
	s = squeeze(s)
	i := strings.LastIndexByte(s, ' ')
	return i > 0 && isAnd(s[i+1:])
}

// columns finds the roles of columns by the words of the header.
func (r *reader) columns(header []cell) []column {
	out := make([]column, len(header))
	seen := map[string]bool{}
	for i, c := range header {
		out[i] = r.columnOf(c.text)
		out[i].at = c.At
		key := Fold(c.text)
		if out[i].role == topicColumn && seen[key] {
			out[i] = column{name: c.text, role: linkColumn} // the second "Notebook" holds links
		}
		seen[key] = true
	}
	best := -1
	for i, c := range out {
		if c.role == topicColumn && (best < 0 || c.rank < out[best].rank) {
			best = i
		}
	}
	for i := range out {
		if out[i].role == topicColumn && i != best {
			out[i].role, out[i].next = otherColumn, true
			if GroupColumn.Is(out[i].name) {
				out[i].role = groupColumn
			}
		}
	}
	return out
}

// columnOf knows one column by its name alone. What may be the topic is
// preferred to what may be a group or a link.
func (r *reader) columnOf(name string) column {
	key := Fold(name)
	c := column{name: name}
	for wanted, as := range r.Config.Structure.Columns {
		if Fold(wanted) == key {
			for _, n := range roleNames {
				if n.name == as {
					c.role, c.rank, c.fixed = n.role, -1, true
					return c
				}
			}
		}
	}
	class, rank := ClassOf(key, r.Language), topicRank(key)
	for _, as := range [...]role{prerequisiteColumn, numberColumn, statusColumn, groupColumn, topicColumn, linkColumn, summaryColumn, ignoredColumn} {
		for _, n := range roleNames {
			if n.role != as || class&n.class == 0 && !(as == prerequisiteColumn && class&Prerequisites != 0) {
				continue
			}
			c.role, c.rank = as, rank
			if as == groupColumn && class&TopicColumn != 0 {
				c.role = topicColumn // until a better one is found
				c.rank += 1000
			}
			return c
		}
	}
	if strings.HasSuffix(key, " #") || strings.TrimSpace(name) == "#" || strings.TrimSpace(name) == "№" {
		c.role = numberColumn
	}
	return c
}

func (r *row) text(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return r.cells[column].text
}

// maxQuiz bounds the length of what only says that there is a quiz, in bytes.
const maxQuiz = 60
