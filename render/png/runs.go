package png

import "encoding/binary"

// runs are a picture as stretches of pixels of one colour within a row, from the top left
// on, packed as varints: for each twice its place in the table of colours, and one more if
// its length follows. Most are a single pixel, at the edge of a glyph, and take two bytes.
type runs struct {
	blocks [][]byte
	spare  blocks // that were read
	lost   bool
}

const (
	// mostRuns is how many bytes of runs are kept. Those of a figure of usual colours are
	// about a tenth of its pixels at scale 1, and less at higher ones.
	mostRuns = 16 << 20
	longest  = 7 // bytes that a run takes at most
)

// add adds a stretch of n pixels. When there are too many, all are dropped.
func (r *runs) add(place, n int) {
	if r.lost {
		return
	}
	last := len(r.blocks) - 1
	if last < 0 || len(r.blocks[last])+longest > blockSize {
		if len(r.blocks) == mostRuns/blockSize {
			*r = runs{lost: true}
			return
		}
		r.blocks = append(r.blocks, r.spare.take())
		last++
	}
	b, head := r.blocks[last], uint64(place)<<1
	if n == 1 {
		r.blocks[last] = binary.AppendUvarint(b, head)
	} else {
		r.blocks[last] = binary.AppendUvarint(binary.AppendUvarint(b, head|1), uint64(n))
	}
}

// all calls do with each stretch in turn, until it reports false. The runs are gone then.
func (r *runs) all(do func(place, n int) bool) {
	for i, block := range r.blocks {
		for b := block; len(b) > 0; {
			head, size := binary.Uvarint(b)
			b = b[size:]
			n := uint64(1)
			if head&1 > 0 {
				n, size = binary.Uvarint(b)
				b = b[size:]
			}
			if !do(int(head>>1), int(n)) {
				return
			}
		}
		r.blocks[i] = nil
		r.spare = append(r.spare, block[:0])
	}
}
