package png

const blockSize = 32 << 10

// blocks are pieces of memory, of blockSize bytes each, that can be used again.
type blocks [][]byte

// take is an empty block.
func (b *blocks) take() []byte {
	last := len(*b) - 1
	if last < 0 {
		return make([]byte, 0, blockSize)
	}
	block := (*b)[last]
	*b = (*b)[:last]
	return block
}
