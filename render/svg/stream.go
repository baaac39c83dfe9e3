package svg

import (
	"context"
	"io"
	"math"

	"github.com/roadmapviz/roadmapviz/internal/inorder"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// How much of the body is held, in bytes of a figure that is drawn once at most, and in
// pieces of one that is drawn twice.
const (
	mostHeld   = 1 << 20
	piecesHeld = 8
)

// stream is where a figure is written to, and what of it is held meanwhile.
type stream struct {
	out   io.Writer
	err   error  // its first one
	held  int    // the most that a body is held of
	large bool   // the body is not held: what is drawn is only noted, to be drawn again
	notes []note // of the pieces that were drawn
}

// note is what was counted before a piece of the body.
type note struct{ told, shadowedLines int }

func (c *canvas) notePiece() {
	c.notes = append(c.notes, note{len(c.fonts.told), c.shadowedLines})
}

// drain makes room in the body of a large figure, between two groups: what it refers to is
// known by then.
func (c *canvas) drain() {
	if c.large || len(c.body) > c.held && !c.page { // whose groups are yet to be arranged
		c.large, c.body = true, c.body[:0]
	}
}

// again is a canvas that draws a piece once more, with all defined that it refers to. It
// shares that with others, none of which changes it.
func (c *canvas) again(n int, body []byte) *canvas {
	piece, from := *c, c.notes[n]
	piece.large, piece.held = false, math.MaxInt
	piece.body, piece.defs, piece.boxes, piece.beside = body[:0], nil, nil, nil
	piece.shadowedLines, piece.fonts.retells, piece.fonts.next = from.shadowedLines, true, from.told
	return &piece
}

// writePieces writes the body of a large figure, some pieces at a time.
func (c *canvas) writePieces(ctx context.Context, d *layout.Diagram, t *themes.Theme) error {
	bodies := make([][]byte, piecesHeld)
	for first := 0; first < len(c.notes) && c.err == nil; first += piecesHeld {
		some := min(piecesHeld, len(c.notes)-first)
		err := inorder.Each(ctx, some, func(i int) error {
			piece := c.again(first+i, bodies[i])
			err := render.PaintPiece(ctx, d, t, piece.verbs(), first+i)
			bodies[i] = piece.body
			return err
		})
		if err != nil {
			return err
		}
		for _, body := range bodies[:some] {
			c.write(body)
		}
	}
	return nil
}

// write writes what is done. After an error nothing follows.
func (c *canvas) write(b []byte) {
	if c.err == nil {
		_, c.err = c.out.Write(b)
	}
}
