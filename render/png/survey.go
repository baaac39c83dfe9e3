package png

// survey is what has to be known of all of a picture before any of it can be written: its
// colours and how many pixels each has. On the way it keeps the picture as runs of them,
// so that most need not be drawn a second time.
type survey struct {
	table  hueTable
	runs   runs
	many   bool // colours, more than can be counted
	opaque bool // what was seen since then
}

func newSurvey() *survey { return &survey{table: newHueTable(), opaque: true} }

// row counts the pixels of a row.
func (s *survey) row(pix []uint8) {
	for len(pix) > 0 && !s.many {
		n := run(pix)
		i := s.table.add(pix)
		if i < 0 {
			s.many, s.runs = true, runs{lost: true}
			break
		}
		s.table.hues[i].count += n / 4
		s.runs.add(i, n/4)
		pix = pix[n:]
	}
	for ; len(pix) > 0 && s.opaque; pix = pix[4:] {
		s.opaque = pix[3] == 255
	}
}

// isOpaque tells whether no pixel lets anything shine through.
func (s *survey) isOpaque() bool {
	for _, h := range s.table.hues {
		if h.pix[3] < 255 {
			return false
		}
	}
	return s.opaque
}
