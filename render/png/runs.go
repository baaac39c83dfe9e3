package png

// runs are a picture as stretches of pixels of one colour within a row, from the top left
// on, packed: for each a place in the table of colours and a length, which mostly fit
// into a byte each.
type runs struct {
	blocks [][]byte
	lost   bool
}

const (
	runBlock = 32 << 10
	// mostRuns is how many bytes of runs are kept. Those of a figure of usual colours are
	// a tenth of its pixels at scale 1, and a thirtieth at scale 3.
	mostRuns = 16 << 20
	longest  = 7 // bytes that a run takes at most
)

// add adds a stretch of n pixels. When there are too many, all are dropped.
func (r *runs) add(place, n int) {
	if r.lost {
		return
	}
	last := len(r.blocks) - 1
	if last < 0 || len(r.blocks[last])+longest > runBlock {
		if len(r.blocks) == mostRuns/runBlock {
			*r = runs{lost: true}
			return
		}
		r.blocks = append(r.blocks, make([]byte, 0, runBlock))
		last++
	}
	b := r.blocks[last]
	if place >= 0x80 {
		b = append(b, byte(place)|0x80, byte(place>>7)) // maxColors fits
	} else {
		b = append(b, byte(place))
	}
	for n >= 0x80 {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	r.blocks[last] = append(b, byte(n))
}

// all calls do with each stretch in turn, until it reports false.
func (r *runs) all(do func(place, n int) bool) {
	for _, b := range r.blocks {
		for i := 0; i < len(b); {
			place, n := int(b[i]), 0
			i++
			if place >= 0x80 {
				place = place&0x7f | int(b[i])<<7
				i++
			}
			for shift := 0; ; shift += 7 {
				n |= int(b[i]&0x7f) << shift
				i++
				if b[i-1] < 0x80 {
					break
				}
			}
			if !do(place, n) {
				return
			}
		}
	}
}
