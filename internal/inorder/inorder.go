// Package inorder does many things at once, and hands on what becomes of them in the
// order in which they were given: so that nobody sees how many processors there are.
//
// [Run] is for a stream of jobs that nobody has counted, and bounds what they hold;
// [Each] for a few things of one job. Together they never do more at once than there
// are processors, also where the one is called within the other.
package inorder

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// Job is one thing to do. What it does must not be seen by others before its turn.
type Job[T any] struct {
	// Weight is what it will hold until its turn is over, in bytes, as far as that is
	// known before.
	Weight int64
	// Do does it, on any goroutine. It looks at the context, and tells hold what it
	// holds when it knows better.
	Do func(ctx context.Context, hold func(weight int64)) T
}

// Limits bound what is in flight: begun, or waiting for its turn.
type Limits struct {
	Jobs   int   // how many; 0 is four for each processor
	Weight int64 // of all together; a job that is heavier is in flight alone
}

// Task is a job that was taken on.
type Task[T any] struct {
	job    Job[T]
	weight int64
	value  T
	done   chan struct{}
}

// Wait returns what became of the job, or, as soon as the context ends, its error.
func (t *Task[T]) Wait(ctx context.Context) (T, error) {
	select {
	case <-t.done:
		return t.value, nil
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// Begin does one job by itself, on another goroutine.
func Begin[T any](ctx context.Context, job Job[T]) *Task[T] {
	t := &Task[T]{done: make(chan struct{})}
	go func() {
		defer close(t.done)
		t.value = job.Do(ctx, func(int64) {})
	}()
	return t
}

// Run does jobs, as many at a time as there are processors, and gives each to the
// caller in the order of the jobs, who is to wait for it. What a job holds counts until
// the caller asks for the next. The jobs are asked for on another goroutine, some
// ahead.
//
// When the caller stops, no other job is begun, and Run returns when those that were
// begun are done, whose context has ended by then. When the context of the caller ends,
// so does Run, and what is not done is left behind.
func Run[T any](ctx context.Context, jobs iter.Seq[Job[T]], limits Limits) iter.Seq[*Task[T]] {
	return func(yield func(*Task[T]) bool) {
		workers := runtime.GOMAXPROCS(0)
		if limits.Jobs == 0 {
			limits.Jobs = 4 * workers
		}
		crew := make(crew, workers)
		inner, stop := context.WithCancel(context.WithValue(ctx, crewKey{}, crew))
		flight := &flight{limits: limits, landed: make(chan struct{}, 1)}
		turns, work := make(chan *Task[T], limits.Jobs), make(chan *Task[T], limits.Jobs)
		var busy sync.WaitGroup
		busy.Go(func() {
			defer close(turns)
			defer close(work)
			for job := range jobs {
				t := &Task[T]{job: job, weight: job.Weight, done: make(chan struct{})}
				if !flight.begin(inner, t.weight) {
					return
				}
				turns <- t // there is room for as many as may be in flight
				work <- t
			}
		})
		for range workers {
			busy.Go(func() {
				for t := range work {
					if inner.Err() != nil {
						return
					}
					crew <- struct{}{}
					t.value = t.job.Do(inner, func(weight int64) {
						flight.change(weight-t.weight, 0)
						t.weight = weight
					})
					<-crew
					close(t.done)
				}
			})
		}
		defer func() {
			if stop(); ctx.Err() == nil {
				busy.Wait()
			}
		}()
		for {
			select {
			case t, more := <-turns:
				if !more || !yield(t) {
					return
				}
				if ctx.Err() != nil { // its weight may still change
					return
				}
				flight.change(-t.weight, -1)
			case <-ctx.Done():
				return
			}
		}
	}
}

// flight is what is in flight.
type flight struct {
	limits Limits
	mu     sync.Mutex
	jobs   int
	weight int64
	landed chan struct{} // there may be room again
}

// begin waits until there is room for a job, unless the context ends before.
func (f *flight) begin(ctx context.Context, weight int64) bool {
	for {
		f.mu.Lock()
		fits := f.jobs == 0 || f.jobs < f.limits.Jobs && f.weight+weight <= f.limits.Weight
		if fits {
			f.jobs, f.weight = f.jobs+1, f.weight+weight
		}
		f.mu.Unlock()
		if fits {
			return ctx.Err() == nil
		}
		select {
		case <-f.landed:
		case <-ctx.Done():
			return false
		}
	}
}

func (f *flight) change(weight int64, jobs int) {
	f.mu.Lock()
	f.jobs, f.weight = f.jobs+jobs, f.weight+weight
	f.mu.Unlock()
	select {
	case f.landed <- struct{}{}:
	default:
	}
}

// crew has an element for each processor that is at work.
type crew chan struct{}

type crewKey struct{}

// Each calls do for 0 to n−1, as many at a time as there are processors that have
// nothing else to do, and joins the errors in their order. When the context ends, its
// error is that of all that were not begun.
func Each(ctx context.Context, n int, do func(int) error) error {
	idle, ok := ctx.Value(crewKey{}).(crew)
	if !ok {
		idle = make(crew, runtime.GOMAXPROCS(0)-1)
	}
	problems := make([]error, n)
	var next atomic.Int32
	var helpers sync.WaitGroup
	var work func()
	work = func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			if i+1 < n {
				select {
				case idle <- struct{}{}:
					helpers.Go(func() {
						defer func() { <-idle }()
						work()
					})
				default:
				}
			}
			if problems[i] = ctx.Err(); problems[i] == nil {
				problems[i] = do(i)
			}
		}
	}
	work()
	helpers.Wait()
	return errors.Join(problems...)
}
