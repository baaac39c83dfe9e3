package inorder

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// jobs are n, which give their numbers, the first of them last.
func jobs(n int, weight int64, do func(i int)) iter.Seq[Job[int]] {
	return func(yield func(Job[int]) bool) {
		for i := range n {
			if !yield(Job[int]{weight, func(context.Context, func(int64)) int {
				do(i)
				return i
			}}) {
				return
			}
		}
	}
}

func TestRunKeepsTheOrder(t *testing.T) {
	for _, limits := range []Limits{{1, 1}, {2, 100}, {100, 1}, {3, 2}, {1000, 1000}, {0, 50}} {
		next := 0
		var flying, most atomic.Int32
		for task := range Run(t.Context(), jobs(300, 1, func(i int) {
			for now := flying.Add(1); now > most.Load(); {
				most.Store(now)
			}
			if i%7 == 0 {
				time.Sleep(time.Millisecond)
			}
			flying.Add(-1)
		}), limits) {
			got, err := task.Wait(t.Context())
			if err != nil || got != next {
				t.Fatalf("%v: %d comes after %d: %v", limits, got, next-1, err)
			}
			next++
		}
		if next != 300 || int(most.Load()) > runtime.GOMAXPROCS(0) {
			t.Errorf("%v: %d done, %d at once", limits, next, most.Load())
		}
	}
}

// What is begun and not yet handed on is bounded, also while the caller takes its time.
func TestRunBoundsWhatIsInFlight(t *testing.T) {
	for _, c := range []struct {
		limits Limits
		weight func(i int) int64
		most   int32
	}{
		{Limits{5, 1 << 30}, func(int) int64 { return 1 }, 5},
		{Limits{50, 30}, func(int) int64 { return 10 }, 3},
		{Limits{50, 30}, func(i int) int64 { return 1000 }, 1},
	} {
		var begun, over atomic.Int32
		all := func(yield func(Job[int]) bool) {
			for i := range 60 {
				if !yield(Job[int]{c.weight(i), func(context.Context, func(int64)) int {
					if now := begun.Add(1) - over.Load(); now > c.most {
						t.Errorf("%v: %d in flight, not %d", c.limits, now, c.most)
					}
					return i
				}}) {
					return
				}
			}
		}
		for task := range Run(t.Context(), all, c.limits) {
			task.Wait(t.Context())
			time.Sleep(100 * time.Microsecond)
			over.Add(1)
		}
	}
}

// A job that turns out to be heavy keeps others from being begun until it is over.
func TestRunWeighsAgain(t *testing.T) {
	var over atomic.Bool
	heavy := make(chan struct{})
	all := func(yield func(Job[bool]) bool) {
		if yield(Job[bool]{1, func(_ context.Context, hold func(int64)) bool {
			hold(100)
			close(heavy)
			return true
		}}) {
			<-heavy
			yield(Job[bool]{1, func(context.Context, func(int64)) bool { return over.Load() }})
		}
	}
	for task := range Run(t.Context(), all, Limits{10, 10}) {
		if ok, err := task.Wait(t.Context()); !ok || err != nil {
			t.Error("it did not wait", err)
		}
		time.Sleep(time.Millisecond)
		over.Store(true)
	}
}

func TestRunStops(t *testing.T) {
	before := runtime.NumGoroutine()
	// The caller has seen enough.
	var done atomic.Int32
	for task := range Run(t.Context(), jobs(1_000_000, 1, func(int) { done.Add(1) }), Limits{Weight: 100}) {
		if i, _ := task.Wait(t.Context()); i == 10 {
			break
		}
	}
	if n := done.Load(); n > 200 {
		t.Errorf("%d were done of which nobody will hear", n)
	}
	// The context ends, in the middle of a job that does not look at it.
	ctx, cancel := context.WithCancel(t.Context())
	stuck := make(chan struct{})
	seen, err := 0, error(nil)
	for task := range Run(ctx, jobs(1000, 1, func(i int) {
		if i == 3 {
			cancel()
			<-stuck
		}
	}), Limits{Weight: 100}) {
		if _, err = task.Wait(ctx); err != nil {
			break
		}
		seen++
	}
	close(stuck)
	if seen > 3 || !errors.Is(ctx.Err(), context.Canceled) {
		t.Error(seen, err)
	}
	for wait := 0; runtime.NumGoroutine() > before && wait < 1000; wait++ {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines are left", n-before)
	}
}

// However deep things are done within each other, no more are at work than there are
// processors, and all are done.
func TestEachWithinRun(t *testing.T) {
	var working, most, done atomic.Int32
	work := func(int) error {
		for now := working.Add(1); now > most.Load(); {
			most.Store(now)
		}
		time.Sleep(50 * time.Microsecond)
		working.Add(-1)
		done.Add(1)
		return nil
	}
	all := func(yield func(Job[error]) bool) {
		for range 50 {
			if !yield(Job[error]{1, func(ctx context.Context, _ func(int64)) error {
				return Each(ctx, 10, work)
			}}) {
				return
			}
		}
	}
	for task := range Run(t.Context(), all, Limits{Weight: 100}) {
		if err, late := task.Wait(t.Context()); err != nil || late != nil {
			t.Error(err, late)
		}
	}
	if done.Load() != 500 || int(most.Load()) > runtime.GOMAXPROCS(0) {
		t.Errorf("%d done, %d at once", done.Load(), most.Load())
	}
}

func TestEach(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	for _, n := range []int{0, 1, 2, 100} {
		var done atomic.Int32
		err := Each(ctx, n, func(i int) error {
			done.Add(1)
			if i%40 == 1 {
				return fmt.Errorf("%d", i)
			}
			return nil
		})
		want := map[int]string{2: "1", 100: "1 41 81"}[n]
		if got := ""; err != nil {
			if got = strings.ReplaceAll(err.Error(), "\n", " "); got != want {
				t.Errorf("%d: %q, want %q", n, got, want)
			}
		} else if want != "" {
			t.Errorf("%d: no error, want %q", n, want)
		}
		if int(done.Load()) != n {
			t.Errorf("%d of %d were done", done.Load(), n)
		}
	}
	cancel()
	if err := Each(ctx, 2, func(int) error { panic("begun") }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
