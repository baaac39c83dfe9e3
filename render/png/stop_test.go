package png

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
)

// brief is a context that ends when it was looked at so many times.
type brief struct {
	context.Context
	looks int
}

func (b *brief) Err() error {
	if b.looks--; b.looks < 0 {
		return context.Canceled
	}
	return nil
}

// Packing large pictures takes long, and is left in the middle.
func TestPackingLooksAtItsContext(t *testing.T) {
	s := newSurvey()
	white := bytes.Repeat([]byte{255}, 400)
	for range 1000 {
		s.row(white)
	}
	ctx := &brief{t.Context(), 2}
	p := picture{width: 100, height: 1000}
	if err := p.pack(ctx, io.Discard, s.pixels(), &s.runs); !errors.Is(err, context.Canceled) || ctx.looks != -1 {
		t.Errorf("%v, with %d looks left", err, ctx.looks)
	}
}
