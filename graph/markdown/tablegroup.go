package markdown

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A tableGroup is a section that a table makes: the rows below a spanning
// row, or with equal cells in the group column. The rows before the first one
// have no title.
type tableGroup struct {
	item
	rows []*item
}

// groups takes a table apart into sections with their topics. A table without
// groups gives one section without a title.
func (t *table) groups() []tableGroup {
	if t.isColumnar() {
		return t.byColumns()
	}
	group := t.group()
	main := t.main(group)
	if main < 0 {
		return nil
	}
	var out []tableGroup
	last := ""
	for i := range t.rows {
		r := &t.rows[i]
		title := r.spanning()
		if title == nil {
			title = r.titling(main)
		}
		if title != nil {
			out = append(out, tableGroup{item: *title})
			last = ""
			continue
		}
		name := r.text(group)
		items := t.items(r, main, group)
		if len(items) == 0 {
			continue
		}
		if len(out) == 0 || group >= 0 && name != "" && name != last {
			g := tableGroup{}
			if group >= 0 && group < len(r.cells) {
				g.item = r.cells[group].item
				if isNumber(g.title) {
					g.title = t.columns[group].name + " " + g.title
				}
			}
			out = append(out, g)
		}
		if name != "" {
			last = name
		}
		g := &out[len(out)-1]
		g.rows = append(g.rows, items...)
	}
	return out
}

// isColumnar says whether the columns are the sections: no header has a known
// role, and nearly every cell is a link.
func (t *table) isColumnar() bool {
	if len(t.columns) < 2 || len(t.rows) < 2 {
		return false
	}
	for _, c := range t.columns {
		if c.role != otherColumn || c.name == "" {
			return false
		}
	}
	links, cells := 0, 0
	for _, r := range t.rows {
		for _, c := range r.cells {
			if c.text != "" {
				cells++
				if len(c.links) > 0 && c.lead != plainLead {
					links++
				}
			}
		}
	}
	return cells > 0 && links*5 >= cells*4
}

// byColumns makes a section of every column.
func (t *table) byColumns() []tableGroup {
	out := make([]tableGroup, len(t.columns))
	for i, c := range t.columns {
		out[i].label, out[i].at = newLabel(c.name), c.at
		for j := range t.rows {
			if r := &t.rows[j]; i < len(r.cells) && r.cells[i].title != "" {
				it := r.cells[i].item
				it.links = nil
				out[i].rows = append(out[i].rows, &it)
			}
		}
	}
	return out
}

// spanning is the title of a row that is one bold or spanning cell.
func (r *row) spanning() *item {
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
	if isQuiz(only.text) {
		return nil
	}
	return &only.item
}

// titling is the title of a row that has a Roman number, or none, before one
// bold cell, and spans columns.
func (r *row) titling(main int) *item {
	if main >= len(r.cells) || !r.cells[main].bold {
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
	return &r.cells[main].item
}

// items are the topics of one row: one, or one for each line where the rows
// are grouped and the cell is a list.
func (t *table) items(r *row, main, group int) []*item {
	if main >= len(r.cells) || r.text(main) == "" || isQuiz(r.text(main)) || r.cells[main].title == "" {
		return nil
	}
	c := &r.cells[main]
	if group >= 0 && len(c.parts) > 1 && t.isBroken(main) {
		var out []*item
		for _, part := range c.parts {
			out = append(out, &item{label: newLabel(part), at: c.at})
		}
		return out
	}
	it := c.item
	it.links = nil
	if r.note != nil {
		it.marks = r.marks
	}
	for i := range r.cells {
		if i != main && i != group && i < len(t.columns) {
			t.columns[i].tell(&it, &r.cells[i])
		}
	}
	return []*item{&it}
}

// tell adds what a further column says to a topic.
func (c column) tell(it *item, cell *cell) {
	if cell.text == "" && len(cell.links) == 0 {
		return
	}
	if c.name == "" && isNumber(cell.text) {
		c.role = numberColumn
	}
	switch c.role {
	case ignoredColumn:
	case numberColumn:
		if isNumber(strings.NewReplacer(".", "", " ", "").Replace(cell.text)) {
			it.number = cell.text
			return
		}
		it.setAttr(c.name, cell.text)
	case prerequisiteColumn:
		it.wants = append(it.wants, want{text: cell.text, refs: cell.links, at: cell.at, reason: "column " + quote(c.name)})
	case statusColumn:
		it.status = cellStatus(cell.text)
	case summaryColumn:
		if it.summary == "" {
			it.summary = cell.text
		}
	default:
		if len(cell.links) > 0 {
			it.addLinks(cell.links)
			return
		}
		it.setAttr(c.name, cell.text)
	}
}

func (it *item) setAttr(name, text string) {
	if name == "" || text == "" {
		return
	}
	if it.attrs == nil {
		it.attrs = map[string]string{}
	}
	it.attrs[strings.ToLower(name)] = text
}

// addLinks makes resources of links.
func (it *item) addLinks(links []ref) {
	for _, l := range links {
		if l.url == "" || l.url[0] == '#' || strings.TrimSpace(l.text) == "" {
			continue
		}
		if it.url == "" && it.title == l.text {
			it.url = l.url
			continue
		}
		it.kids = append(it.kids, &item{label: newLabel(l.text), lead: linkLead, at: l.at, url: l.url, mode: asResources})
	}
}

// cellStatus reads a status cell: words, a tick or a box.
func cellStatus(text string) graph.Status {
	if s := statusOf(fold(text)); s != graph.Unknown {
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
