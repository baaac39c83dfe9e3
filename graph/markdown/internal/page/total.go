package page

import "slices"

// strip takes the rows that only serve the others out of a table: those that head its
// columns once more, and totals. It gives what is told of them.
func (t *table) strip() (left []Leftover) {
	out := make([]bool, len(t.rows))
	t.markHeads(out)
	t.markTotals(out)
	i := -1
	t.rows = slices.DeleteFunc(t.rows, func(line row) bool {
		if i++; !out[i] {
			return false
		}
		for _, l := range line.left(-1) {
			left = append(left, Leftover{l.Title, l.At, Serving})
		}
		return true
	})
	return left
}

// markHeads marks the rows that head the columns once more, as tables have them that
// are long, or that titles divide: those that say what the header does, those of which
// all cells are headers where most rows are not, and below titles those without a name
// that stand there again word for word.
func (t *table) markHeads(out []bool) {
	var nameless *row // the first one
	times, heads := 0, 0
	belowTitle, recurs := false, true
	for i := range t.rows {
		line := &t.rows[i]
		if line.isHeads() {
			heads++
		}
		if line.text(0) != "" || line.filled() < 2 {
			continue
		}
		if nameless == nil {
			nameless = line
		}
		recurs = recurs && line.says(nameless)
		times++
		belowTitle = belowTitle || i > 0 && t.rows[i-1].spanning() != nil
	}
	recurs = recurs && times > 1 && belowTitle
	for i := range t.rows {
		line := &t.rows[i]
		switch {
		case line.says(&t.header), line.isHeads() && heads*2 < len(t.rows), recurs && line.text(0) == "":
			out[i] = line.filled() > 1
		}
	}
}

// says whether a row says in all cells what another one does.
func (r *row) says(other *row) bool {
	if len(r.cells) != len(other.cells) {
		return false
	}
	for i := range r.cells {
		if r.cells[i].text != other.cells[i].text {
			return false
		}
	}
	return true
}

// isHeads says whether all cells of a row are headers.
func (r *row) isHeads() bool {
	for i := range r.cells {
		if !r.cells[i].head {
			return false
		}
	}
	return len(r.cells) > 1
}

// filled is how many cells of a row have a text.
func (r *row) filled() (n int) {
	for i := range r.cells {
		if r.cells[i].text != "" {
			n++
		}
	}
	return n
}

// fewestAddends is how many rows a total is of at least.
const fewestAddends = 3

// markTotals marks the rows whose number, in some column, is the sum of those above,
// or of those since the last such row, and that lack something that all those have: so
// no word for a total has to be known.
func (t *table) markTotals(out []bool) {
	type sums struct{ all, since sum }
	columns := make([]sums, len(t.columns))
	for i := range t.rows {
		if out[i] {
			continue
		}
		j := 0
		for k := range t.rows[i].cells {
			c := &t.rows[i].cells[k]
			n, ok := amount(c.text)
			for range max(c.width, 1) {
				if ok && j < len(columns) {
					s := &columns[j]
					if s.since.is(n) && t.lacks(i, s.since.from) || s.all.is(n) && t.lacks(i, s.all.from) {
						out[i], s.since = true, sum{}
					} else {
						s.all.add(n, i)
						s.since.add(n, i)
					}
				}
				j++
			}
		}
	}
}

// A sum is one of numbers in a column.
type sum struct {
	of, rows, last int
	from           int  // the first row
	counts         bool // the numbers are 1, 2, 3 …
}

func (s *sum) add(n, row int) {
	if s.rows == 0 {
		s.from, s.counts = row, true
	}
	s.counts = s.counts && (s.rows == 0 || n == s.last+hundred)
	s.of, s.last = s.of+n, n
	s.rows++
}

func (s *sum) is(n int) bool { return n > 0 && s.rows >= fewestAddends && s.of == n && !s.counts }

// lacks says whether a row has fewer texts than the one at from, or stands out by
// bold type.
func (t *table) lacks(i, from int) bool {
	total, first := &t.rows[i], &t.rows[from]
	return total.filled() < first.filled() || total.isBold() && !first.isBold()
}

// isBold says whether a row has a bold cell.
func (r *row) isBold() bool {
	for i := range r.cells {
		if r.cells[i].bold {
			return true
		}
	}
	return false
}

// hundred is one, in hundredths.
const hundred = 100

// amount is the number that a text begins with, in hundredths: "16", "4.5 h", "880h".
func amount(s string) (n int, ok bool) {
	s = digits(s)
	end := digitsEnd(s, 0)
	if end == 0 || end > 6 {
		return 0, false
	}
	for _, c := range s[:end] {
		n = 10*n + int(c-'0')
	}
	n *= hundred
	if end+1 < len(s) && (s[end] == '.' || s[end] == ',') {
		for i, worth := end+1, 10; worth > 0 && i < len(s) && s[i] >= '0' && s[i] <= '9'; i, worth = i+1, worth/10 {
			n += int(s[i]-'0') * worth
		}
	}
	return n, true
}
