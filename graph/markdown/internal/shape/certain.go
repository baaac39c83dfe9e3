package shape

import "math"

// A certain is how sure a decision is: its probability, and the logarithm of
// that, with the sign turned.
type certain struct{ sure, doubt float64 }

func doubt(p float64) float64 { return -math.Log(max(p, 1e-6)) }

// A certainty is how sure a judge was of what it decided so far.
type certainty struct {
	sure, doubt float64 // the sums of the probabilities, and of their logarithms
	n           int
}

func (c *certainty) add(p certain) {
	c.sure += p.sure
	c.n++
	c.doubt += p.doubt
}

// A lookup keeps what was last found for weights that are alike in their last digits: it is
// asked for some thousand times a document, most of them for few weights.
type lookup [256]struct {
	weight int
	certain
}

// certain is how sure a decision is that so much weight speaks for.
func (l *lookup) certain(x int) certain {
	c := &l[x&255]
	if c.weight != x || c.sure == 0 {
		c.weight, c.certain = x, certainAt(x)
	}
	return c.certain
}

func certainAt(x int) certain {
	p := 1 / (1 + math.Exp(-float64(x)/Scale))
	return certain{p, doubt(p)}
}
