package page

import (
	"slices"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// htmlTable opens and closes tables, rows and cells. A table in a table is text
// of the outer one's cells.
func (r *reader) htmlTable(t tag, at int) {
	h := &r.html
	switch {
	case t.name == "table" && !t.closes:
		r.flush()
		if h.table == nil {
			h.table = &table{html: true}
		}
		return
	case h.table == nil:
		return
	}
	r.closeCell()
	switch {
	case t.name == "table":
		r.closeTable()
	case t.name == "tr" && !t.closes:
		r.closeRow()
		h.row = &row{at: at}
	case t.name == "tr":
		r.closeRow()
	case !t.closes:
		if h.row == nil {
			h.row = &row{at: at}
		}
		r.last = &h.row.Note
		h.cell = &cell{head: t.name == "th", width: spanOf(t.attr("colspan")), height: spanOf(t.attr("rowspan"))}
		h.cell.At = at
		h.text = run{}
	}
}

func spanOf(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 3 && s[i] >= '0' && s[i] <= '9'; i++ {
		n = 10*n + int(s[i]-'0')
	}
	return max(n, 1)
}

func (r *reader) closeCell() {
	h := &r.html
	if h.cell == nil {
		return
	}
	c := r.cell(h.text.spans, h.cell.At)
	c.head, c.width, c.height = h.cell.head, h.cell.width, h.cell.height
	if h.row != nil {
		h.table.reach(h.row)
		h.row.cells = append(h.row.cells, c)
	}
	h.cell, h.text = nil, run{}
}

func (r *reader) closeRow() {
	h := &r.html
	if h.row == nil || h.table == nil {
		return
	}
	h.table.reach(h.row)
	line := *h.row
	h.row = nil
	if len(line.cells) > len(h.table.columns) {
		if own := line.own(); len(own) == len(h.table.columns) {
			line.cells, h.table.held = own, nil // the cells above claim more rows than they have
		}
	}
	heads := h.table.columns == nil && (len(h.table.rows) == 0 || h.table.isTitled()) && line.isHeader()
	if heads {
		line.widen()
	}
	h.table.hold(&line)
	if len(line.cells) == 0 {
		return
	}
	if heads {
		if h.table.isTitled() {
			h.table.title, h.table.rows = h.table.rows[0].spanning(), nil
		}
		h.table.header, h.table.columns = line, r.columns(line.cells)
		return
	}
	h.table.rows = append(h.table.rows, line)
}

// reach adds the cells of rows above that reach down to where a row goes on.
func (t *table) reach(r *row) {
	for t.held[len(r.cells)].rows > 0 {
		if t.reached++; t.reached > maxReached {
			t.held = nil
			return
		}
		i := len(r.cells)
		x := t.held[i]
		r.cells = append(r.cells, x.cell)
		if x.rows--; x.rows == 0 {
			delete(t.held, i)
		} else {
			t.held[i] = x
		}
	}
}

// own are the cells that a row does not share with the ones above it.
func (r *row) own() []cell {
	var out []cell
	for _, c := range r.cells {
		if c.height > 0 {
			out = append(out, c)
		}
	}
	return out
}

// maxReached bounds, for a table, how often a cell stands in a further row:
// two thousand rows of five such cells. A few bytes can ask for a million.
const maxReached = 10_000

// hold notes the cells of a row that reach down into the next ones.
func (t *table) hold(r *row) {
	for i, c := range r.cells {
		if c.height > 1 {
			if t.held == nil {
				t.held = map[int]held{}
			}
			c.height = 0
			t.held[i] = held{c, r.cells[i].height - 1}
		}
	}
}

// isTitled says whether the only row so far is a title over all columns.
func (t *table) isTitled() bool {
	return len(t.rows) == 1 && len(t.rows[0].cells) == 1 && t.rows[0].cells[0].head && t.rows[0].spanning() != nil
}

// isHeader says whether the first row of an HTML table heads its columns. One of header
// cells may name several columns at once.
func (r *row) isHeader() bool {
	wide := 0
	for _, c := range r.cells {
		if !c.head && (!c.bold || c.width > 1) {
			return false
		}
		wide += c.width - 1
	}
	return len(r.cells) > 1 && wide <= maxWide
}

// maxWide bounds how many columns a header has beyond its cells.
const maxWide = 40

// widen gives a row an empty cell for every further column that a cell spans.
func (r *row) widen() {
	var out []cell
	for _, c := range r.cells {
		further := c.width - 1
		c.width = 1
		out = append(out, c)
		for range further {
			out = append(out, cell{width: 1, height: c.height})
		}
	}
	r.cells = out
}

// isHeadedByNames says whether the first row of an HTML table without header cells heads it:
// it holds names alone, of several columns, and every other row lists something. One that
// counts ("Week 1") or that its author says something of is a row.
func (t *table) isHeadedByNames() bool {
	if len(t.rows) < 3 || len(t.rows[0].cells) < 3 || t.rows[0].Note != nil || hasDigit(t.rows[0].cells[0].Title) {
		return false
	}
	for _, c := range t.rows[0].cells {
		if c.height != 1 || len(c.lines) > 1 || c.URL != "" || !hasLetter(c.Title) || utf8.RuneCountInString(c.Title) > maxName {
			return false
		}
	}
	for _, line := range t.rows[1:] {
		if !slices.ContainsFunc(line.cells, func(c cell) bool { return len(c.lines) > 1 }) {
			return false
		}
	}
	return true
}

func (r *reader) closeTable() {
	h := &r.html
	if h.table == nil {
		return
	}
	r.closeCell()
	r.closeRow()
	t := h.table
	h.table = nil
	if t.columns == nil && t.isHeadedByNames() {
		t.rows[0].widen()
		t.header, t.columns, t.rows = t.rows[0], r.columns(t.rows[0].cells), t.rows[1:]
	}
	width := 0
	for _, line := range t.rows {
		width = max(width, len(line.cells))
	}
	for len(t.columns) < width {
		t.columns = append(t.columns, column{})
	}
	if len(t.rows) > 0 {
		if t.reached > maxReached {
			r.Report(codes.TooLong, r.Position(t.rows[0].at), "write the cells out in each row", "the cells of the table reach into too many rows; the later rows are read without them")
		}
		before := r.at
		if t.title != nil {
			l := r.new(Line, t.title.At)
			l.Label, l.Lead, l.Raw = t.title.Label, BoldLead, t.title.Raw
			r.at.add(l)
		}
		r.at.add(r.tableElement(t, t.rows[0].at))
		r.at = before
	}
}

// htmlList opens and closes lists and items. In a table cell they only break
// lines.
func (r *reader) htmlList(t tag, at int) {
	h := &r.html
	if h.cell != nil {
		if len(h.text.spans) > 0 {
			h.text.add(" ", "", at, breaks|hard)
		}
		return
	}
	switch {
	case t.name == "li":
		r.closeItem()
		if len(h.lists) == 0 && !t.closes { // an item without a list
			r.flush()
			h.lists = append(h.lists, htmlList{list: r.new(List, at), bare: true})
			h.lists[0].list.HTML = true
		}
		if n := len(h.lists); n > 0 && !t.closes {
			h.lists[n-1].open = r.new(Item, at)
			r.last = &h.lists[n-1].open.Note
		}
	case !t.closes:
		if len(h.lists) == 0 {
			r.flush()
		}
		r.closeLead()
		if len(h.lists) < maxDepth {
			l := r.new(List, at)
			l.HTML, l.Ordered = true, t.name == "ol"
			h.lists = append(h.lists, htmlList{list: l})
		}
	case len(h.lists) > 0:
		r.closeItem()
		n := len(h.lists) - 1
		done := h.lists[n].list
		h.lists = h.lists[:n]
		switch {
		case len(done.Kids) == 0:
		case n > 0 && h.lists[n-1].open != nil:
			h.lists[n-1].open.add(done)
		case n > 0 && len(h.lists[n-1].list.Kids) > 0: // written behind the item that it belongs to
			above := h.lists[n-1].list.Kids
			above[len(above)-1].add(done)
		default:
			r.at.add(done)
		}
	}
}

// closeLead makes the open text the lead of the open item.
func (r *reader) closeLead() {
	h := &r.html
	if n := len(h.lists); n > 0 && h.lists[n-1].open != nil && len(h.text.spans) > 0 {
		it := h.lists[n-1].open
		if it.Title == "" {
			r.lead(it, h.text.spans)
			r.last = &it.Note
		}
	}
	h.text = run{}
}

func (r *reader) closeItem() {
	h := &r.html
	if len(h.lists) == 0 {
		return
	}
	l := &h.lists[len(h.lists)-1]
	if l.open == nil {
		return
	}
	r.closeLead()
	if l.open.Title != "" {
		l.list.add(l.open)
	} else {
		for _, k := range l.open.Kids {
			l.list.add(k)
		}
	}
	l.open = nil
}
