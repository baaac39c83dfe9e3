package markdown

// htmlTable opens and closes tables, rows and cells. A table in a table is text
// of the outer one's cells.
func (r *reader) htmlTable(t tag, at int) {
	h := &r.html
	switch {
	case t.name == "table" && !t.closes:
		r.flush()
		if h.table == nil {
			h.table = &table{}
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
		h.cell = &cell{head: t.name == "th", width: spanOf(t.attr("colspan"))}
		h.cell.at = at
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
	c := r.cell(h.text.spans, h.cell.at)
	c.head, c.width = h.cell.head, h.cell.width
	if h.row != nil {
		h.row.cells = append(h.row.cells, c)
	}
	h.cell, h.text = nil, run{}
}

func (r *reader) closeRow() {
	h := &r.html
	if h.row == nil || h.table == nil {
		return
	}
	line := *h.row
	h.row = nil
	if len(line.cells) == 0 {
		return
	}
	if h.table.columns == nil && len(h.table.rows) == 0 && line.isHeader() {
		h.table.columns = r.columns(line.cells)
		return
	}
	h.table.rows = append(h.table.rows, line)
}

// isHeader says whether the first row of an HTML table heads its columns.
func (r *row) isHeader() bool {
	for _, c := range r.cells {
		if !c.head && !c.bold || c.width > 1 {
			return false
		}
	}
	return len(r.cells) > 1
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
	width := 0
	for _, line := range t.rows {
		width = max(width, len(line.cells))
	}
	for len(t.columns) < width {
		t.columns = append(t.columns, column{})
	}
	if len(t.rows) > 0 {
		r.append(block{kind: tableBlock, at: t.rows[0].at, table: t})
	}
}

// htmlList opens and closes lists and items. In a table cell they only break
// lines.
func (r *reader) htmlList(t tag, at int) {
	h := &r.html
	if h.cell != nil {
		if len(h.text.spans) > 0 {
			h.text.add(" ", "", at, breaks)
		}
		return
	}
	switch {
	case t.name == "li":
		r.closeItem()
		if n := len(h.lists); n > 0 && !t.closes {
			h.lists[n-1].open = &item{at: at}
		}
	case !t.closes:
		if len(h.lists) == 0 {
			r.flush()
		}
		r.closeLead()
		if len(h.lists) < maxDepth {
			h.lists = append(h.lists, htmlList{})
		}
	case len(h.lists) > 0:
		r.closeItem()
		n := len(h.lists) - 1
		done := h.lists[n]
		h.lists = h.lists[:n]
		if n > 0 && h.lists[n-1].open != nil {
			h.lists[n-1].open.kids = append(h.lists[n-1].open.kids, done.items...)
		} else if len(done.items) > 0 {
			r.append(block{kind: listBlock, at: done.items[0].at, items: done.items})
		}
	}
}

// closeLead makes the open text the lead of the open item.
func (r *reader) closeLead() {
	h := &r.html
	if n := len(h.lists); n > 0 && h.lists[n-1].open != nil && len(h.text.spans) > 0 {
		it := h.lists[n-1].open
		r.lead(it, h.text.spans)
		r.last = &it.marks
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
	if l.open.title != "" || len(l.open.kids) > 0 {
		l.open.absorb()
		l.items = append(l.items, l.open)
	}
	l.open = nil
}
