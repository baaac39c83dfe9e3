package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// table makes a table of a paragraph in which a line of dashes stands below a header.
type table struct{}

func (table) Transform(p *ast.Paragraph, reader text.Reader, c parser.Context) {
	lines, src := p.Lines(), reader.Source()
	columns, below := 0, 1
	for ; below < lines.Len() && columns == 0; below++ {
		line := lines.At(below)
		columns = delimited(line.Value(src))
	}
	if columns == 0 {
		return
	}
	header := below - 2
	cells := fill(tableRow(lines.At(header), columns+1, src, c), columns)
	if cells.ChildCount() != columns {
		return
	}
	t := east.NewTable()
	t.SetPos(p.Pos())
	t.AppendChild(t, east.NewTableHeader(cells))
	for i := below; i < lines.Len(); i++ {
		t.AppendChild(t, fill(tableRow(lines.At(i), columns, src, c), columns))
	}
	parent := p.Parent()
	parent.InsertAfter(parent, p, t)
	if header == 0 {
		parent.RemoveChild(parent, p)
		return
	}
	lines.SetSliced(0, header)
	last := lines.At(header - 1)
	last.Stop-- // without its line break
	lines.Set(header-1, last)
}

// delimited is how many columns a line of dashes, such as "|:--|--:|", tells the widths
// of; 0 if it is no such line.
func delimited(line []byte) int {
	if len(bytes.Trim(line, "-:|"+spaces)) > 0 || len(bytes.Trim(line, "-")) == 0 {
		return 0
	}
	if indent, _ := util.IndentWidth(line, 0); indent > 3 { // which is code
		return 0
	}
	cells := bytes.Split(line, []byte("|"))
	if len(bytes.Trim(cells[0], spaces)) == 0 {
		cells = cells[1:]
	}
	if n := len(cells); n > 0 && len(bytes.Trim(cells[n-1], spaces)) == 0 {
		cells = cells[:n-1]
	}
	for _, cell := range cells {
		dashes := bytes.TrimSuffix(bytes.TrimPrefix(bytes.Trim(cell, spaces), []byte(":")), []byte(":"))
		if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
			return 0
		}
	}
	return len(cells)
}

// tableRow parses a line of a table, with so many cells at most.
func tableRow(line text.Segment, most int, src []byte, c parser.Context) *east.TableRow {
	at, padding := line.Start, line.Padding
	line = line.TrimLeftSpace(src)
	line = line.TrimRightSpace(src)
	row := east.NewTableRow(nil)
	row.SetPos(at)
	rest := line.Value(src)
	limit := len(rest)
	pos := 0
	if limit > 0 && rest[0] == '|' {
		pos++
	}
	if limit > 0 && rest[limit-1] == '|' {
		limit--
	}
	for ; pos < limit && row.ChildCount() < most; pos++ {
		cell := east.NewTableCell()
		cell.SetPos(at + pos - padding)
		from, escaped := pos, false
		for ; pos < limit && (rest[pos] != '|' || pos > 0 && rest[pos-1] == '\\'); pos++ {
			escaped = escaped || rest[pos] == '|'
		}
		content := text.NewSegment(line.Start+from, line.Start+pos)
		content = content.TrimLeftSpace(src)
		cell.Lines().Append(content.TrimRightSpace(src))
		row.AppendChild(row, cell)
		if escaped {
			list, _ := c.Get(pipesKey).([]ast.Node)
			c.Set(pipesKey, append(list, cell))
		}
	}
	return row
}

// fill adds the cells that a row lacks.
func fill(row *east.TableRow, columns int) *east.TableRow {
	for n := row.ChildCount(); n < columns; n++ {
		row.AppendChild(row, east.NewTableCell())
	}
	return row
}

// pipesKey is where the cells are in which a pipe is escaped.
var pipesKey = parser.NewContextKey()

// pipes takes the backslash from escaped pipes in code, where nothing else is escaped.
type pipes struct{}

func (pipes) Transform(_ *ast.Document, reader text.Reader, c parser.Context) {
	cells, _ := c.Get(pipesKey).([]ast.Node)
	for _, cell := range cells {
		ast.Walk(cell, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if t, ok := n.(*ast.Text); ok && entering && n.Parent().Kind() == ast.KindCodeSpan {
				unescapePipes(t, reader.Source())
			}
			return ast.WalkContinue, nil
		})
	}
}

// unescapePipes divides a text before the pipes in it, without their backslashes.
func unescapePipes(t *ast.Text, src []byte) {
	for {
		i := bytes.Index(src[t.Segment.Start:t.Segment.Stop], []byte(`\|`))
		if i < 0 {
			return
		}
		at := t.Segment.Start + i
		behind := ast.NewRawTextSegment(t.Segment.WithStart(at + 1))
		t.Segment = t.Segment.WithStop(at)
		t.Parent().InsertAfter(t.Parent(), t, behind)
		t = behind
	}
}
