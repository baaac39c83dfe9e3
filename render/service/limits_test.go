package service

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// gateOf is a gate with small limits.
func gateOf(l Limits) *gate { return newGate(l.withDefaults()) }

func TestGateLetsInWhatThereIsRoomFor(t *testing.T) {
	g := gateOf(Limits{Parallel: 8, Memory: 100, Wait: time.Minute, Queue: 100})
	var now, most atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			err := g.do(context.Background(), 30, func(context.Context, *room) error {
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				time.Sleep(time.Millisecond)
				now.Add(-1)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 3 { // 3 of 30 bytes are 90 of 100
		t.Errorf("%d works of 30 bytes were done at a time where there are 100", most.Load())
	}
	if g.running.Load() != 0 || g.waiting.Load() != 0 || g.taken.Load() != 0 {
		t.Errorf("%d are running, %d waiting, %d bytes taken when all is done", g.running.Load(), g.waiting.Load(), g.taken.Load())
	}
}

func TestGateRefuses(t *testing.T) {
	g := gateOf(Limits{Parallel: 1, Memory: 100, Wait: 20 * time.Millisecond, Queue: 1, Time: 20 * time.Millisecond})
	if err := g.do(context.Background(), 101, nil); !errors.Is(err, errMemory) {
		t.Errorf("a work of more memory than there is: %v", err)
	}
	untilDone := func(ctx context.Context, _ *room) error { <-ctx.Done(); return ctx.Err() }
	if err := g.do(context.Background(), 1, untilDone); !errors.Is(err, errTime) {
		t.Errorf("a work that takes too long: %v", err)
	}
	release, entered, first := make(chan bool), make(chan bool), make(chan error)
	go func() {
		first <- g.do(context.Background(), 1, func(context.Context, *room) error { close(entered); <-release; return nil })
	}()
	<-entered
	ctx, cancel := context.WithCancel(context.Background())
	second := make(chan error)
	g.limits.Wait = time.Minute // nothing runs yet that reads it
	go func() { second <- g.do(ctx, 1, untilDone) }()
	for g.waiting.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := g.do(context.Background(), 1, untilDone); !errors.Is(err, errQueue) {
		t.Errorf("a work that comes when the queue is full: %v", err)
	}
	cancel()
	if err := <-second; !errors.Is(err, context.Canceled) {
		t.Errorf("a work whose client is gone while it waits: %v", err)
	}
	g.limits.Wait = 10 * time.Millisecond
	if err := g.do(context.Background(), 1, untilDone); !errors.Is(err, errWaited) {
		t.Errorf("a work that waits too long: %v", err)
	}
	close(release)
	if err := <-first; err != nil {
		t.Error(err)
	}
}

// A work that panics gives its room back.
func TestGateSurvivesPanics(t *testing.T) {
	g := gateOf(Limits{Parallel: 1, Memory: 10})
	for range 3 {
		func() {
			defer func() { recover() }()
			g.do(context.Background(), 10, func(context.Context, *room) error { panic("fault") })
		}()
	}
	if err := g.do(context.Background(), 10, func(context.Context, *room) error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestReceive(t *testing.T) {
	g := gateOf(Limits{Body: 300_000, Memory: 1})
	src := bytes.Repeat([]byte("0123456789"), 30_000)
	got, free, err := g.receive(inPieces{bytes.NewReader(src)})
	if err != nil || !bytes.Equal(got, src) {
		t.Errorf("%d of %d bytes are read: %v", len(got), len(src), err)
	}
	free()
	_, free, err = g.receive(io.MultiReader(bytes.NewReader(src), strings.NewReader("x")))
	if !errors.Is(err, errBody) {
		t.Errorf("a byte more than allowed: %v", err)
	}
	free()
	// Two documents of this size fit.
	var frees []func()
	for range 2 {
		_, free, err := g.receive(bytes.NewReader(src))
		if err != nil {
			t.Error(err)
		}
		frees = append(frees, free)
	}
	_, free, err = g.receive(bytes.NewReader(src))
	if !errors.Is(err, errBodies) {
		t.Errorf("documents of more bytes than there is room for: %v", err)
	}
	for _, f := range append(frees, free) {
		f()
	}
	if !g.bodies.TryAcquire(2 * 300_001) {
		t.Error("not all room is given back")
	}
}

// inPieces reads in pieces of odd sizes.
type inPieces struct{ io.Reader }

func (r inPieces) Read(b []byte) (int, error) { return r.Reader.Read(b[:min(len(b), 4097)]) }

// A work takes more room when it knows what it needs, if there is that, and gives all
// of it back.
func TestRoomGrows(t *testing.T) {
	g := gateOf(Limits{Parallel: 3, Memory: 100})
	for range 3 {
		err := g.do(context.Background(), 10, func(ctx context.Context, in *room) error {
			if err := in.grow(needs{bytes: 5}); err != nil || g.taken.Load() != 10 {
				t.Errorf("a work that needs less: %v, %d bytes", err, g.taken.Load())
			}
			if err := in.grow(needs{bytes: 101}); !errors.Is(err, errMemory) {
				t.Errorf("a work that needs more than there is at all: %v", err)
			}
			if err := in.grow(needs{bytes: 60}); err != nil || g.taken.Load() != 60 {
				t.Errorf("a work that needs more: %v, %d bytes", err, g.taken.Load())
			}
			return g.do(context.Background(), 30, func(ctx context.Context, in *room) error {
				if err := in.grow(needs{bytes: 41}); err != (needs{bytes: 41}) {
					t.Errorf("a work that needs more than is left: %v", err)
				}
				return in.grow(needs{bytes: 40})
			})
		})
		if err != nil || g.taken.Load() != 0 {
			t.Errorf("in the end: %v, %d bytes", err, g.taken.Load())
		}
	}
}

// Works that need more than is left begin anew when there is room, and none keeps what
// another waits for.
func TestWorkBeginsAnew(t *testing.T) {
	g := gateOf(Limits{Parallel: 4, Memory: 100, Wait: time.Minute, Time: time.Minute})
	release, entered := make(chan bool), make(chan bool)
	ended := make(chan error, 3)
	go func() {
		ended <- g.do(context.Background(), 60, func(context.Context, *room) error { close(entered); <-release; return nil })
	}()
	<-entered
	var begun, done atomic.Int64
	for range 2 {
		go func() {
			ended <- g.do(context.Background(), 10, func(ctx context.Context, in *room) error {
				begun.Add(1)
				err := in.grow(needs{bytes: 90})
				if err == nil {
					done.Add(1)
				}
				return err
			})
		}()
	}
	for g.waiting.Load() < 2 || g.taken.Load() != 60 {
		time.Sleep(time.Millisecond)
	}
	if begun.Load() == 0 || done.Load() != 0 {
		t.Errorf("%d works have begun and %d are done while there is no room for one", begun.Load(), done.Load())
	}
	close(release)
	for range 3 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	if begun.Load() < 3 || done.Load() != 2 {
		t.Errorf("works have begun %d times, and %d are done", begun.Load(), done.Load())
	}
	if g.taken.Load() != 0 || !g.memory.TryAcquire(100) || !g.slots.TryAcquire(4) || !g.large.TryAcquire(3) {
		t.Error("not all room is given back")
	}
}

// Large works, also those that are found to be, leave a processor to the others.
func TestLargeWorksLeaveRoom(t *testing.T) {
	g := gateOf(Limits{Parallel: 2, Memory: 1000, Wait: time.Minute, Time: time.Minute})
	release, begun, ended := make(chan bool), make(chan bool, 3), make(chan error, 3)
	for first, then := range map[int64]needs{100: {bytes: 100}, 11: {bytes: 100}, 10: {bytes: 10, pixels: 4_000_000}} {
		go func() {
			ended <- g.do(context.Background(), first, func(ctx context.Context, in *room) error {
				if err := in.grow(then); err != nil {
					return err
				}
				begun <- true
				<-release
				return nil
			})
		}()
	}
	<-begun
	small := func(context.Context, *room) error { return nil }
	for range 20 {
		if err := g.do(context.Background(), 10, small); err != nil {
			t.Fatalf("a small work beside large ones: %v", err)
		}
	}
	if len(begun) > 0 {
		t.Error("two large works are done at a time on two processors")
	}
	close(release)
	for range 3 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	if g.taken.Load() != 0 || !g.slots.TryAcquire(2) || !g.large.TryAcquire(1) || !g.memory.TryAcquire(1000) {
		t.Error("not all is given back")
	}
}
