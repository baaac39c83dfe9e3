package cards_test

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/cards"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
)

// TestPlace: cards overlap nothing, and groups hold what is in them and nothing
// else, whichever nodes are groups.
func TestPlace(t *testing.T) {
	for seed := range uint64(40) {
		g := graphtest.Random(60, seed)
		x := graph.NewIndex(g)
		for _, all := range []bool{false, true} {
			group := func(i int) bool {
				return len(x.Children(i)) > 0 && (all || g.Nodes[i].Kind == graph.Part)
			}
			deck := cards.Deck{
				Index: x, Gap: 10, Head: 20, Group: group,
				Shown: func(int) bool { return true },
				Size:  func(i int) (float64, float64) { return 100, 30 + float64(i%3)*10 },
			}
			boxes := deck.Place()
			for i, a := range boxes {
				for j, b := range boxes[i+1:] {
					j += i + 1
					apart := a.X+a.W <= b.X || b.X+b.W <= a.X || a.Y+a.H <= b.Y || b.Y+b.H <= a.Y
					within := b.X > a.X && b.X+b.W < a.X+a.W && b.Y > a.Y && b.Y+b.H < a.Y+a.H
					switch holds := group(i) && isAbove(x, i, j); {
					case holds && !within:
						t.Fatalf("seed %d: group %s %v does not hold %s %v", seed, g.Nodes[i].ID, a, g.Nodes[j].ID, b)
					case !holds && !apart:
						t.Fatalf("seed %d: %s %v and %s %v overlap", seed, g.Nodes[i].ID, a, g.Nodes[j].ID, b)
					}
				}
			}
		}
	}
}

func isAbove(x *graph.Index, outer, inner int) bool {
	for _, a := range x.Ancestors(inner) {
		if a == outer {
			return true
		}
	}
	return false
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"", 1}, {"Linear Algebra", 1}, {"Introduction to probability and statistics for engineers", 3}, {"线性代数与微积分", 1}} {
		if got := cards.Lines(c.text, 15); got != c.want {
			t.Errorf("%q takes %d lines, want %d", c.text, got, c.want)
		}
	}
}
