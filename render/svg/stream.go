package svg

import "io"

// How much of the body is held, in bytes: of a figure that is drawn once at most, and of
// one that is drawn twice about.
const (
	mostHeld  = 1 << 20
	piecemeal = 32 << 10
)

// stream is where a figure is written to, and what of it is held meanwhile.
type stream struct {
	out   io.Writer // nil when the figure is drawn for the first time
	err   error     // its first one
	held  int       // the most that a body is held of
	large bool      // the body was not held, and is to be drawn again
}

// drain makes room in the body of a large figure, between two groups. The first time, what
// was drawn is dropped: what it refers to is known by then.
func (c *canvas) drain() {
	switch size := len(c.body); {
	case c.page: // whose groups are yet to be arranged
	case c.out != nil && size > piecemeal:
		c.write(c.body)
		c.body = c.body[:0]
	case c.out == nil && (size > c.held || c.large && size > piecemeal):
		c.large, c.body = true, c.body[:0]
	}
}

// again makes the canvas draw the same once more, with all defined that it refers to.
func (c *canvas) again() {
	c.body, c.defs, c.shadowedLines, c.fonts.retells = c.body[:0], nil, 0, true
}

// write writes what is done. After an error nothing follows.
func (c *canvas) write(b []byte) {
	if c.err == nil {
		_, c.err = c.out.Write(b)
	}
}
