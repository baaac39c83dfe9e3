package until_test

import (
	"context"
	"errors"
	"io"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Work ends where the context does, with its error, and not before.
func TestCheckEndsTheWork(t *testing.T) {
	steps := func(ctx context.Context, at int, stop func()) (done int, err error) {
		defer until.Catch(&err)
		for ; done < 10; done++ {
			if done == at {
				stop()
			}
			until.Check(ctx)
		}
		return done, nil
	}
	if done, err := steps(nil, -1, nil); done != 10 || err != nil {
		t.Error(done, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if done, err := steps(ctx, 4, cancel); done != 4 || !errors.Is(err, context.Canceled) {
		t.Error(done, err)
	}
}

// What fails in the work otherwise fails as it would without.
func TestCatchLetsOthersPass(t *testing.T) {
	defer func() {
		if x := recover(); x != "other" {
			t.Error(x)
		}
	}()
	var err error
	defer until.Catch(&err)
	panic("other")
}

func TestWriterEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w := until.Writer(ctx, io.Discard)
	if _, err := w.Write(nil); err != nil {
		t.Error(err)
	}
	cancel()
	if _, err := w.Write(nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestEnderEndsTheWork(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	write := func() (err error) {
		defer until.Catch(&err)
		w := until.Ender(ctx, io.Discard)
		w.Write(nil)
		cancel()
		w.Write(nil)
		t.Error("what was written after the end goes on")
		return nil
	}
	if err := write(); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
