package png

import (
	"context"
	"errors"
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

// Packing large pictures takes longest, and is left in the middle.
func TestDeflateLooksAtItsContext(t *testing.T) {
	ctx := &brief{t.Context(), 2}
	if _, err := deflate(ctx, make([]byte, 8<<20)); !errors.Is(err, context.Canceled) || ctx.looks != -1 {
		t.Errorf("%v, with %d looks left", err, ctx.looks)
	}
}
