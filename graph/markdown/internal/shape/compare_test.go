package shape

import (
	"slices"
	"testing"
)

// The readings of a document are those that one gets by asking every question of every
// reading.
func TestReadingsAreThePlainOnes(t *testing.T) {
	for i, s := range samples(t, 90) {
		t.Run(s.name, func(t *testing.T) {
			tree := s.again()
			for _, w := range []*Weights{learnt(), chanceWeights(uint64(i))} {
				c := tree.constraints()
				got, want := tree.compare(tree.Judge(w), c), tree.comparePlainly(w, c)
				if len(got) != len(want) {
					t.Fatalf("%d readings, want %d", len(got), len(want))
				}
				for k, x := range got {
					y := want[k]
					if x.rank != y.rank || x.way != y.way || x.Region != y.Region || x.Parts != y.Parts || x.Sections != y.Sections || !slices.Equal(x.Roles, y.Roles) {
						t.Fatalf("reading %d is %v, %v of %v and %v, and weighs %d: %v\nwant %v, %v of %v and %v, and %d: %v", k,
							x.way, x.Region.Title, Name(x.Parts), Name(x.Sections), x.rank, x.Roles,
							y.way, y.Region.Title, Name(y.Parts), Name(y.Sections), y.rank, y.Roles)
					}
				}
			}
		})
	}
}

// A keeping that no weight separates from the usual one keeps the same, and where no unit
// comes to another decision by leaning, nothing else is drawn.
func TestWhatIsSkippedDrawsTheSame(t *testing.T) {
	var skipped, made [2]int
	for i, s := range samples(t, 200) {
		tree := s.again()
		j := tree.Judge(chanceWeights(uint64(i)))
		j.fixed = tree.constraints()
		j.earlier = tree.earlier(j.fixed)
		d, other := drawing{t: tree}, kept{}
		for _, s := range tree.Schemes() {
			j.keep(&d.kept, s, usual)
			turns := j.turns
			for _, how := range [...]keeping{lax, strict} {
				if turns[how] {
					made[0]++
					continue
				}
				skipped[0]++
				if j.keep(&other, s, how); !slices.Equal(d.bare, other.bare) {
					t.Fatalf("%q: %v keeps something else, and is skipped", s.Region.Title, how)
				}
			}
			d.frame(tree)
			j.fill(&d, judged)
			if before := slices.Clone(d.filled); j.tally() {
				made[1]++
			} else {
				skipped[1]++
				if j.fill(&d, alike); !slices.EqualFunc(before, d.filled, func(a, b *filling) bool { return slices.Equal(a.roles, b.roles) }) {
					t.Fatalf("%q: to lean draws something else, and is skipped", s.Region.Title)
				}
			}
		}
	}
	for i, what := range [...]string{"keepings", "leanings"} {
		if skipped[i] == 0 || made[i] == 0 {
			t.Errorf("%d %s are skipped, and %d not", skipped[i], what, made[i])
		}
	}
}

// What ranks readings is learned from readings that nothing ranks yet.
func TestReadingsWithoutRanks(t *testing.T) {
	tree, w := madeUp(0).again(), chanceWeights(0)
	unranked := *w
	unranked.Rank = ""
	with, without := tree.Judge(w), tree.Judge(&unranked)
	for _, s := range tree.Schemes() {
		for i := range Ways {
			r, v := tree.ReadWith(s, with, i)
			if q, u := tree.ReadWith(s, without, i); !slices.Equal(r.Roles, q.Roles) || !slices.Equal(v, u) {
				t.Fatalf("%s and %s, %s: %v, %v; want %v, %v", Name(s.Parts), Name(s.Sections), WayName(i), q.Roles, u, r.Roles, v)
			}
		}
	}
}
