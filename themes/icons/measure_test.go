package icons

import (
	_ "embed" // the titles
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/titles.tsv
var titles string

// tally counts guesses for titles whose icons are known.
type tally struct {
	titles   int // all
	fit      int // those that an icon of the pack fits
	guessed  int
	accepted int
	next     int // further guesses, for headings near one that has the first
	nextGood int
}

func (n *tally) add(m tally) {
	n.titles, n.fit, n.guessed, n.accepted = n.titles+m.titles, n.fit+m.fit, n.guessed+m.guessed, n.accepted+m.accepted
	n.next, n.nextGood = n.next+m.next, n.nextGood+m.nextGood
}

func (n tally) precision() float64 { return float64(n.accepted) / float64(n.guessed) }
func (n tally) recall() float64    { return float64(n.accepted) / float64(n.fit) }

// Of the guesses for real titles, at least 95 in 100 are icons that a teacher would
// accept, also where nobody looked when the keywords were chosen.
func TestPrecision(t *testing.T) {
	counts, subjects := map[string]*tally{"learn": {}, "kept": {}}, map[string]bool{}
	all, part := &tally{}, ""
	for i, l := range strings.Split(strings.TrimSpace(titles), "\n") {
		fields := strings.Split(l, "\t")
		switch {
		case l[0] == '#' && len(fields) == 3:
			part = fields[1]
			subjects[fields[2]] = true
			continue
		case l[0] == '#':
			continue
		case len(fields) != 2 || counts[part] == nil:
			t.Fatalf("line %d: want a title and icons: %q", i+1, l)
		}
		want := strings.Split(fields[1], ", ")
		n := tally{titles: 1, fit: 1}
		if fields[1] == "-" {
			want, n.fit = nil, 0
		}
		for _, icon := range want {
			if !has(icon) {
				t.Errorf("line %d: no icon %q", i+1, icon)
			}
		}
		icon := first(fields[0])
		if icon != "" {
			n.guessed = 1
		}
		if slices.Contains(want, icon) {
			n.accepted = 1
		} else if part == "learn" {
			t.Logf("%q: got %q, want %s", fields[0], icon, fields[1])
		}
		for i, g := range Guesses(fields[0]) {
			if i > 0 {
				n.next++
				if slices.Contains(want, g.Icon) {
					n.nextGood++
				} else if part == "learn" {
					t.Logf("%q: then %s for %s", fields[0], g.Icon, g.Word)
				}
			}
		}
		counts[part].add(n)
		all.add(n)
	}
	t.Logf("learn: precision %.3f, recall %.3f %+v", counts["learn"].precision(), counts["learn"].recall(), *counts["learn"])
	t.Logf("kept: precision %.3f, recall %.3f %+v", counts["kept"].precision(), counts["kept"].recall(), *counts["kept"])
	t.Logf("all: precision %.3f, recall %.3f %+v", all.precision(), all.recall(), *all)
	if all.titles < 300 || len(subjects) < 12 {
		t.Errorf("%d titles of %d subjects are too few to say", all.titles, len(subjects))
	}
	if all.precision() < 0.95 {
		t.Errorf("precision %.3f", all.precision())
	}
	if share := float64(all.nextGood) / float64(all.next); share < 0.85 {
		t.Errorf("precision of further guesses %.3f", share)
	}
}
