package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The reading that agrees best is found without comparing all of them.
func TestConsensusIsThePlainOne(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 3))
	names := func(n int) (out []uint64) {
		for range n {
			out = append(out, uint64(chance.IntN(2*n)))
		}
		slices.Sort(out)
		return out
	}
	for range 300 {
		n := 1 + chance.IntN(maxVoices)
		ranks, sketches, weights, all := make([]int, n), make([]Sketch, n), make([]float64, n), 0.0
		for i := range n {
			ranks[i] = -i * chance.IntN(60)
			sketches[i] = Sketch{names(chance.IntN(3)), names(1 + chance.IntN(5)), names(chance.IntN(20))}
			if i > 0 && chance.IntN(2) == 0 {
				sketches[i].sections = sketches[chance.IntN(i)].sections
			}
		}
		slices.SortFunc(ranks, func(a, b int) int { return b - a })
		for i, r := range ranks {
			weights[i] = math.Exp(trust * float64(r-ranks[0]) / Scale)
			all += weights[i]
		}
		want, most := 0, -1.0
		for i := range n {
			u := 0.0
			for k, w := range weights {
				u += w * sketches[i].alike(sketches[k])
			}
			if u /= all; u > most+1e-9 {
				want, most = i, u
			}
		}
		got, agreement := Consensus(n, func(i int) int { return ranks[i] }, func(i int) Sketch { return sketches[i] })
		if got != want || agreement != most {
			t.Fatalf("reading %d, to %v; want %d, to %v", got, agreement, want, most)
		}
	}
}
