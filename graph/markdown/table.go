package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A table is a GFM or HTML table, reduced to rows of cells.
type table struct {
	columns []column
	rows    []row
}

// A column is what the header, and then the cells, say about a column.
type column struct {
	name string // as written
	at   int
	role role
	rank int // of its name among the names of topic columns
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
	name string
	role role
}{
	{"topic", topicColumn}, {"section", groupColumn}, {"number", numberColumn}, {"prerequisites", prerequisiteColumn},
	{"status", statusColumn}, {"summary", summaryColumn}, {"link", linkColumn}, {"ignore", ignoredColumn},
}

type row struct {
	marks
	at    int
	cells []cell
}

// A cell is read in both ways: as plain text, and as a lead with what follows.
type cell struct {
	item
	text  string
	parts []string // the lines of a cell with line breaks
	bold  bool
	head  bool
	width int // columns that it spans, from 1
}

// table reads a GFM table.
func (r *reader) table(n ast.Node) *table {
	t := &table{}
	for line := n.FirstChild(); line != nil; line = line.NextSibling() {
		out := row{at: line.Pos()}
		r.last = &out.marks
		for c := line.FirstChild(); c != nil; c = c.NextSibling() {
			run := r.run(c)
			out.cells = append(out.cells, r.cell(run.spans, c.Pos()))
			r.comments(run.comments)
		}
		if _, ok := line.(*east.TableHeader); ok {
			t.columns = r.columns(out.cells)
			continue
		}
		t.rows = append(t.rows, out)
	}
	return t
}

// cell reads the content of one cell.
func (r *reader) cell(spans []span, at int) cell {
	c := cell{width: 1}
	c.at = at
	c.text = squeeze(textOf(spans))
	if c.text == "" {
		return c
	}
	c.bold = boldEnd(spans) == len(spans)
	c.links = linksOf(spans)
	if n := len(c.links); n > 0 || c.bold {
		links := c.links
		r.lead(&c.item, spans)
		c.links = links
	} else {
		c.label = newLabel(c.text)
	}
	c.at = spans[0].at
	if at >= 0 && c.at < 0 {
		c.at = at
	}
	start := 0
	for i, s := range spans {
		if s.style&breaks != 0 || i == len(spans)-1 {
			if part := squeeze(textOf(spans[start : i+1])); part != "" {
				c.parts = append(c.parts, part)
			}
			start = i + 1
		}
	}
	return c
}

// columns finds the roles of columns by the words of the header.
func (r *reader) columns(header []cell) []column {
	out := make([]column, len(header))
	seen := map[string]bool{}
	for i, c := range header {
		name := c.text
		out[i] = r.columnOf(name)
		out[i].at = c.at
		key := fold(name)
		if out[i].role == topicColumn && seen[key] {
			out[i] = column{name: name, role: linkColumn} // the second "Notebook" holds links
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
			out[i].role = otherColumn
			if words().groupColumn.has(out[i].name) {
				out[i].role = groupColumn
			}
		}
	}
	return out
}

// columnOf knows one column by its name alone. What may be the topic is
// preferred to what may be a group or a link.
func (r *reader) columnOf(name string) column {
	key := fold(name)
	c := column{name: name}
	for wanted, as := range r.options.Config.Structure.Columns {
		if fold(wanted) == key {
			for _, n := range roleNames {
				if n.name == as {
					c.role, c.rank = n.role, -1
					return c
				}
			}
		}
	}
	w := words()
	topic := w.topicColumn.rank(key)
	for _, class := range []struct {
		words *phrases
		role  role
	}{
		{w.prerequisiteColumn, prerequisiteColumn}, {w.numberColumn, numberColumn}, {w.statusColumn, statusColumn},
		{w.groupColumn, groupColumn}, {w.topicColumn, topicColumn}, {w.links, linkColumn}, {w.summaryColumn, summaryColumn},
	} {
		if class.words.has(key) {
			c.role, c.rank = class.role, topic
			if class.role == groupColumn && topic > 0 {
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

// main is the column that names the topics: the one known by its name, or the
// first with words in most cells.
func (t *table) main(group int) int {
	for i, c := range t.columns {
		if c.role == topicColumn && i != group && !t.isNumeric(i) {
			return i
		}
	}
	for i, c := range t.columns {
		if c.role == groupColumn && i != group && t.areLinks(i) {
			return i // "Chapter", with a link in every row
		}
	}
	for _, roles := range [][]role{{otherColumn}, {linkColumn}, {groupColumn, topicColumn}, {summaryColumn}} {
		for i, c := range t.columns {
			if i != group && slices.Contains(roles, c.role) && !t.isNumeric(i) && t.filled(i)*2 >= len(t.rows) {
				return i
			}
		}
	}
	return -1
}

// areLinks says whether most cells of a column are links.
func (t *table) areLinks(column int) bool {
	n := 0
	for _, r := range t.rows {
		if column < len(r.cells) && r.cells[column].lead == linkLead {
			n++
		}
	}
	return n*2 > len(t.rows)
}

// group is the column whose equal neighbours group the rows, or −1.
func (t *table) group() int {
	for i, c := range t.columns {
		if c.role != groupColumn && !(c.role == topicColumn && c.rank >= 1000) {
			continue
		}
		if c.rank == -1 && c.role == groupColumn {
			return i
		}
		runs, filled, last := 0, 0, ""
		for _, r := range t.rows {
			text := r.text(i)
			if text == "" || isQuiz(text) {
				continue
			}
			filled++
			if text != last {
				runs++
			}
			last = text
		}
		empty := len(t.rows) - t.filled(i)
		if runs > 0 && runs*5 <= (filled+empty)*4 && (filled > runs || empty >= runs) && t.main(i) >= 0 {
			return i
		}
		if m := t.main(i); m >= 0 && filled == runs && t.columns[m].role == topicColumn && t.isBroken(m) {
			return i
		}
	}
	return -1
}

// isBroken says whether most cells of a column are lists with line breaks.
func (t *table) isBroken(column int) bool {
	n := 0
	for _, r := range t.rows {
		if column < len(r.cells) && len(r.cells[column].parts) > 1 {
			n++
		}
	}
	return n*2 > len(t.rows)
}

func (t *table) isNumeric(column int) bool {
	n := 0
	for _, r := range t.rows {
		if isNumber(strings.ReplaceAll(fold(r.text(column)), " ", "")) {
			n++
		}
	}
	return n*2 > len(t.rows)
}

func (t *table) filled(column int) int {
	n := 0
	for _, r := range t.rows {
		if r.text(column) != "" {
			n++
		}
	}
	return n
}

func (r *row) text(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return r.cells[column].text
}

func isQuiz(text string) bool { return words().quiz.has(text) }
