package markdown

import (
	"context"
	"errors"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/hostile"
)

// countdown is a context that ends when it has been asked so many times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever the context ends, it is an error and no fault.
func TestEndsAnywhere(t *testing.T) {
	src := hostile.Documents()["author's words"][:1000]
	asked := &countdown{t.Context(), 1 << 30}
	if _, _, err := ParseContext(asked, src, Options{}); err != nil {
		t.Fatal(err)
	}
	for n := range 1<<30 - asked.left {
		if _, _, err := ParseContext(&countdown{t.Context(), n}, src, Options{}); !errors.Is(err, context.Canceled) {
			t.Fatalf("a context that ends when it is asked for the %d. time: %v", n+1, err)
		}
	}
}
