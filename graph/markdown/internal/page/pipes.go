package page

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// pipes are the rows of a paragraph that is meant for a table: all its lines stand
// between bars, but Markdown sees no table, for the line below the header is missing, or
// has fewer columns, or a blank line has cut the table in two. It is nil for others.
// headed says that the first row is a header.
func (r *reader) pipes(n ast.Node) (rows []row, headed bool) {
	p, ok := n.(*ast.Paragraph)
	if !ok {
		return nil, false
	}
	lines := p.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimSpace(r.src[s.Start:s.Stop])
		if len(line) < 3 || line[0] != '|' || strings.Count(line, "|") < 2 {
			return nil, false
		}
	}
	run := r.run(p)
	rest := run.spans
	for i := range lines.Len() {
		var line []span
		line, rest = cutLine(rest)
		if i == 1 && isRule(textOf(line)) {
			headed = true
			continue
		}
		rows = append(rows, r.pipeRow(line, lines.At(i).Start))
	}
	return rows, headed
}

// cutLine splits the first line off a run.
func cutLine(spans []span) (line, rest []span) {
	for i, s := range spans {
		if s.style&breaks != 0 {
			return spans[:i], spans[i+1:]
		}
	}
	return spans, nil
}

// isRule says whether a text is the line below the header of a table.
func isRule(s string) bool { return strings.Contains(s, "-") && strings.Trim(s, " |:-") == "" }

// pipeRow reads a row of cells with bars before, between and behind them.
func (r *reader) pipeRow(line []span, at int) row {
	out := row{at: at}
	var open []span
	first := true
	end := func() {
		if !first {
			out.cells = append(out.cells, r.cell(open, at))
		}
		open, first = nil, false
	}
	for _, s := range line {
		if s.url != "" || s.style&(picture|code) != 0 {
			open = append(open, s)
			continue
		}
		for {
			i := strings.IndexByte(s.text, '|')
			if i < 0 {
				break
			}
			if before := s; i > 0 {
				before.text = s.text[:i]
				open = append(open, before)
			}
			end()
			s.text = s.text[i+1:]
			if s.at >= 0 {
				s.at += i + 1
			}
		}
		if s.text != "" {
			open = append(open, s)
		}
	}
	if strings.TrimSpace(textOf(open)) != "" {
		end() // no bar stands behind the last cell
	}
	return out
}

// isHeaderOf says whether a row without a rule below it says what columns hold: several
// of them have a role by their names.
func isHeaderOf(columns []column) bool {
	known := 0
	for _, c := range columns {
		if c.role != otherColumn {
			known++
		}
	}
	return known > 1
}

// pipeTable reads such a paragraph as a table of several rows, with those that blank lines
// have cut off it, and says whether it is one.
func (r *reader) pipeTable(n ast.Node) bool {
	if r.goesOn[n] {
		return true
	}
	rows, headed := r.pipes(n)
	if len(rows) < 2 || !headed && len(rows[0].cells) < 2 {
		return false
	}
	if _, below := n.PreviousSibling().(*east.Table); below && !headed {
		return false // what the table before does not go on in was left behind
	}
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		more, isOwn := r.pipes(next)
		if more == nil || isOwn || len(more[0].cells) != len(rows[0].cells) {
			break
		}
		if r.goesOn == nil {
			r.goesOn = map[ast.Node]bool{}
		}
		rows, r.goesOn[next] = append(rows, more...), true
	}
	t := &table{}
	if headed || isHeaderOf(r.columns(rows[0].cells)) {
		t.header, t.columns, rows = rows[0], r.columns(rows[0].cells), rows[1:]
	}
	t.rows = rows
	for _, line := range rows {
		for len(t.columns) < len(line.cells) {
			t.columns = append(t.columns, column{})
		}
	}
	r.at.add(r.tableElement(t, n.Pos()))
	return true
}
