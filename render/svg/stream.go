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

// redrawn is a canvas that draws pieces once more, with all defined that they refer to. It
// shares that with others, none of which changes it.
type redrawn struct {
	*canvas
	pieces *render.Pieces
}

func (c *canvas) redrawn(d *layout.Diagram, t *themes.Theme) *redrawn {
	again := *c
	again.large, again.held, again.fonts.retells = false, math.MaxInt, true
	again.body, again.defs, again.boxes, again.beside = nil, nil, nil, nil
	return &redrawn{&again, render.NewPieces(d, t, again.verbs())}
}

func (r *redrawn) draw(ctx context.Context, n int) error {
	r.body, r.shadowedLines, r.fonts.next = r.body[:0], r.notes[n].shadowedLines, r.notes[n].told
	return r.pieces.Paint(ctx, n)
}

// writePieces writes the body of a large figure, some pieces at a time.
func (c *canvas) writePieces(ctx context.Context, d *layout.Diagram, t *themes.Theme) error {
	some := make([]*redrawn, min(piecesHeld, len(c.notes)))
	for i := range some {
		some[i] = c.redrawn(d, t)
	}
	for first := 0; first < len(c.notes) && c.err == nil; first += len(some) {
		some = some[:min(len(some), len(c.notes)-first)]
		if err := inorder.Each(ctx, len(some), func(i int) error { return some[i].draw(ctx, first+i) }); err != nil {
			return err
		}
		for _, piece := range some {
			c.write(piece.body)
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
