package icons

import (
	"encoding/binary"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// TestTable: guess.idx is the table of guess.tsv. With -update it is written, for the
// runs after that one.
func TestTable(t *testing.T) {
	rows := map[string]int{}
	var order []string
	at := 0
	for l := range strings.Lines(keywords) {
		if rank, rest, _ := strings.Cut(strings.TrimSuffix(l, "\n"), "\t"); len(rank) == 1 {
			if _, words, ok := strings.Cut(rest, "\t"); ok {
				for keyword := range strings.SplitSeq(words, ", ") {
					key := string(appendKeyword(nil, keyword))
					if _, twice := rows[key]; !twice {
						order = append(order, key)
					}
					rows[key] = at
				}
			}
		}
		at += len(l)
	}
	if 2*len(order) > tableSlots {
		t.Fatalf("%d keywords in %d slots: make these twice as many", len(order), tableSlots)
	}
	out := make([]byte, 4*tableSlots)
	for _, key := range order {
		slot := hash([]byte(key)) % tableSlots
		for binary.LittleEndian.Uint32(out[4*slot:]) != 0 {
			slot = (slot + 1) % tableSlots
		}
		binary.LittleEndian.PutUint32(out[4*slot:], uint32(len(out)))
		out = append(out, key+"\t"+strconv.Itoa(rows[key])+"\n"...)
	}
	golden.File(t, "guess.idx", out)
}

// appendKeyword appends a keyword of the table in the form of the table's keys.
func appendKeyword(text []byte, keyword string) []byte {
	if stem, ok := strings.CutSuffix(keyword, "*"); ok {
		return append(append(text, stem...), '*')
	}
	if keyword[0] == '=' || keyword[0] == '~' {
		return appendWords(append(text, keyword[0]), keyword[1:])
	}
	return appendWords(text, keyword)
}
