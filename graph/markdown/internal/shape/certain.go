package shape

import (
	"math"
	"sync"
)

// A certain is how sure a decision is: its probability, and the logarithm of
// that, with the sign turned.
type certain struct{ sure, doubt float64 }

func doubt(p float64) float64 { return -math.Log(max(p, 1e-6)) }

// reach is how far the weights go whose functions are looked up: they are asked
// for some ten thousand times a document.
const reach = 1024

var certains = sync.OnceValue(func() []certain {
	out := make([]certain, 2*reach+1)
	for i := range out {
		out[i] = certainAt(i - reach)
	}
	return out
})

// certainOf is how sure a decision is that so much weight speaks for.
func certainOf(x int) certain {
	if x < -reach || x > reach {
		return certainAt(x)
	}
	return certains()[x+reach]
}

func certainAt(x int) certain {
	p := 1 / (1 + math.Exp(-float64(x)/Scale))
	return certain{p, doubt(p)}
}

var exps = sync.OnceValue(func() []float64 {
	out := make([]float64, 2*reach+1)
	for i := range out {
		out[i] = math.Exp(float64(-i) / Scale)
	}
	return out
})

// exp is the exponential of a weight, which is not above 0.
func exp(x int) float64 {
	if x < -2*reach {
		return math.Exp(float64(x) / Scale)
	}
	return exps()[-x]
}
