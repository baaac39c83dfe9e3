package icons

import (
	"math"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/internal/lexicon"
)

// TestTable: guess.idx is the lexicon of guess.tsv. With -update it is written, for the
// runs after that one.
func TestTable(t *testing.T) {
	if len(keywords) > math.MaxUint16 {
		t.Fatal("guess.tsv is longer than the numbers of a lexicon")
	}
	rows := map[string]row{}
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
					rows[key] = row{rank[0] - '0', uint16(at)}
				}
			}
		}
		at += len(l)
	}
	var d lexicon.Draft
	for _, key := range order {
		d.Add(0, key, lexicon.Entry{Text: key, Sense: rows[key].rank, More: rows[key].place})
	}
	golden.File(t, "guess.idx", []byte(d.Lexicon()))
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
