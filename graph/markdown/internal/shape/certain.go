package shape

import "math"

// A certain is how sure a decision is: its probability, and the logarithm of
// that, with the sign turned.
type certain struct{ sure, doubt float64 }

func doubt(p float64) float64 { return -math.Log(max(p, 1e-6)) }

// reach is how far the weights go whose functions are looked up: they are asked
// for some ten thousand times a document, most of them for few weights.
const reach = 1024

// A lookup keeps what was found for weights. What was not asked for yet is 0, and costs
// nothing but room.
type lookup struct {
	certains []certain // from −reach
	exps     []float64 // from 0 down
}

func newLookup() lookup { return lookup{make([]certain, 2*reach+1), make([]float64, 2*reach+1)} }

// certain is how sure a decision is that so much weight speaks for.
func (l *lookup) certain(x int) certain {
	if x < -reach || x > reach {
		return certainAt(x)
	}
	c := &l.certains[x+reach]
	if c.sure == 0 {
		*c = certainAt(x)
	}
	return *c
}

func certainAt(x int) certain {
	p := 1 / (1 + math.Exp(-float64(x)/Scale))
	return certain{p, doubt(p)}
}

// exp is the exponential of a weight, which is not above 0.
func (l *lookup) exp(x int) float64 {
	if x < -2*reach {
		return math.Exp(float64(x) / Scale)
	}
	e := &l.exps[-x]
	if *e == 0 {
		*e = math.Exp(float64(x) / Scale)
	}
	return *e
}
