package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
)

// Limits bound what requests may cost. A zero field has its default.
type Limits struct {
	// Body is the most bytes of a document, also of one that is packed in an address:
	// 4 MiB.
	Body int64
	// Elements is the most elements (parts, sections, topics, resources) of a course,
	// and of those that a figure draws: 50,000.
	Elements int
	// Pixels is the most that a PNG may have: 64 million.
	Pixels int64
	// Time is how long the work of a request may take: 10 s.
	Time time.Duration
	// Wait is how long it may wait before it begins: 5 s.
	Wait time.Duration
	// Parallel is how many works are done at a time: as many as there are processors.
	Parallel int
	// Queue is how many may wait: 256.
	Queue int
	// Memory is about the most bytes that all works may use at a time, by the
	// estimate of each: 512 MiB. Documents that are being received,
	// or wait, may take a quarter of that besides.
	Memory int64
}

// DefaultLimits are those that zero fields stand for.
func DefaultLimits() Limits { return Limits{}.withDefaults() }

// withDefaults fills the zero fields.
func (l Limits) withDefaults() Limits {
	l.Body = cmp.Or(l.Body, 4<<20)
	l.Elements = cmp.Or(l.Elements, 50_000)
	l.Pixels = cmp.Or(l.Pixels, 64_000_000)
	l.Time = cmp.Or(l.Time, 10*time.Second)
	l.Wait = cmp.Or(l.Wait, 5*time.Second)
	l.Parallel = cmp.Or(l.Parallel, runtime.GOMAXPROCS(0))
	l.Queue = cmp.Or(l.Queue, 256)
	l.Memory = cmp.Or(l.Memory, 512<<20)
	return l
}

// What a service says of requests that it does not do. Each comes with a status, and
// what is said to whom it may help to ask again with a time to wait.
var (
	errQueue  = &refusal{http.StatusTooManyRequests, "queue", "too many requests are waiting", true}
	errWaited = &refusal{http.StatusServiceUnavailable, "wait", "the request has waited too long for others", true}
	errBodies = &refusal{http.StatusServiceUnavailable, "bodies", "too much is being received at the moment", true}
	errTime   = &refusal{http.StatusServiceUnavailable, "time", "the work took longer than a request may take", false}
	errMemory = &refusal{http.StatusUnprocessableEntity, "memory", "the work would take more memory than there is for all", false}
	errBody   = &refusal{http.StatusRequestEntityTooLarge, "body", "the document is too large", false}
)

// refusal is the error of a request that is not done for what it would cost.
type refusal struct {
	status int
	reason string // for metrics
	text   string
	again  bool // it may be different in a while
}

func (r *refusal) Error() string { return r.text }

// retryAfter is what those are told who may ask again, in seconds.
const retryAfter = "2"

// gate lets work in as there is room for it, in the order in which it comes.
type gate struct {
	limits  Limits
	slots   *semaphore.Weighted // processors
	large   *semaphore.Weighted // those of them that large works may have
	memory  *semaphore.Weighted // bytes
	bodies  *semaphore.Weighted // bytes
	waiting atomic.Int64
	running atomic.Int64
	taken   atomic.Int64 // bytes
}

func newGate(l Limits) *gate {
	return &gate{
		limits: l,
		slots:  semaphore.NewWeighted(int64(l.Parallel)),
		large:  semaphore.NewWeighted(int64(max(1, l.Parallel-1))),
		memory: semaphore.NewWeighted(l.Memory),
		bodies: semaphore.NewWeighted(max(l.Memory/4, 2*(l.Body+1))),
	}
}

// largeShare is the part of the memory from which a work is a large one, and largePixels
// are the pixels of a PNG, which take time and hardly any memory. One processor, if there
// are several, is left to the others: who asks for little need not wait for all that ask
// for much.
const (
	largeShare  = 16
	largePixels = 3_000_000
)

// needs is about what a work takes. It is the error of a work that needs more than it has,
// and has to begin anew with that.
type needs struct{ bytes, pixels int64 }

func (n needs) Error() string {
	return fmt.Sprintf("the work needs %d bytes for %d pixels", n.bytes, n.pixels)
}

func (g *gate) isLarge(n needs) bool {
	return n.bytes > g.limits.Memory/largeShare || n.pixels > largePixels
}

// do does work that costs about so many bytes of memory, as soon as there is room for it
// and within the time that a request may take. The error is that of the work, or says why
// it was not done. Work that finds that it needs more than there is room for begins anew
// when there is: so none holds what others wait for while it waits itself.
func (g *gate) do(ctx context.Context, bytes int64, work func(context.Context, *room) error) error {
	for n := (needs{bytes: bytes}); ; {
		err := g.once(ctx, n, work)
		more, ok := errors.AsType[needs](err)
		if !ok {
			return err
		}
		n = more
	}
}

// once does work in the room that it is thought to need.
func (g *gate) once(ctx context.Context, n needs, work func(context.Context, *room) error) error {
	in, err := g.enter(ctx, n)
	defer in.leave()
	if err != nil {
		return err
	}
	g.running.Add(1)
	defer g.running.Add(-1)
	limited, cancel := context.WithTimeoutCause(ctx, g.limits.Time, errTime)
	defer cancel()
	err = work(limited, in)
	if err != nil && errors.Is(context.Cause(limited), errTime) {
		return errTime
	}
	return err
}

// room is what a work has.
type room struct {
	gate        *gate
	slot, large bool
	bytes       int64
}

// enter waits for a processor, for a large work one of theirs, and for memory. What the
// room has has to be given back with an error, too.
func (g *gate) enter(ctx context.Context, n needs) (*room, error) {
	in := &room{gate: g}
	if n.bytes > g.limits.Memory {
		return in, tooMuch(n.bytes, g.limits.Memory)
	}
	large := g.isLarge(n)
	in.large = large && g.large.TryAcquire(1)
	in.slot = in.large == large && g.slots.TryAcquire(1)
	if in.slot && in.add(n.bytes) {
		return in, nil
	}
	if g.waiting.Add(1) > int64(g.limits.Queue) {
		g.waiting.Add(-1)
		return in, errQueue
	}
	defer g.waiting.Add(-1)
	waiting, cancel := context.WithTimeoutCause(ctx, g.limits.Wait, errWaited)
	defer cancel()
	take := func(of *semaphore.Weighted, has *bool) bool {
		*has = *has || of.Acquire(waiting, 1) == nil
		return *has
	}
	if large && !take(g.large, &in.large) || !take(g.slots, &in.slot) || g.memory.Acquire(waiting, n.bytes) != nil {
		return in, context.Cause(waiting)
	}
	in.hold(n.bytes)
	return in, nil
}

// grow makes the room as large as the work is found to need. With an error the work is
// to end with that.
func (r *room) grow(n needs) error {
	if n.bytes > r.gate.limits.Memory {
		return tooMuch(n.bytes, r.gate.limits.Memory)
	}
	n.bytes = max(n.bytes, r.bytes)
	more, large := n.bytes-r.bytes, r.gate.isLarge(n)
	r.large = r.large || large && r.gate.large.TryAcquire(1)
	if large && !r.large || more > 0 && !r.add(more) {
		return n
	}
	return nil
}

// add adds memory, if there is that much.
func (r *room) add(bytes int64) bool {
	fits := r.gate.memory.TryAcquire(bytes)
	if fits {
		r.hold(bytes)
	}
	return fits
}

// hold has more memory from now on.
func (r *room) hold(bytes int64) {
	r.bytes += bytes
	r.gate.taken.Add(bytes)
}

// leave gives all back.
func (r *room) leave() {
	if r.slot {
		r.gate.slots.Release(1)
	}
	if r.large {
		r.gate.large.Release(1)
	}
	r.gate.memory.Release(r.bytes)
	r.gate.taken.Add(-r.bytes)
}

func tooMuch(bytes, most int64) error {
	return fmt.Errorf("%w: about %d MiB of %d", errMemory, bytes>>20, most>>20)
}

// step is by how much the room for a document grows, in bytes.
const step = 4 << 10

// receive reads a document. What all of them take, until each is given back with free,
// stays within bounds, so that many slow senders cannot fill the memory. Free may be
// called again.
func (g *gate) receive(from io.Reader) (src []byte, free func(), err error) {
	var held int64
	free = func() { g.bodies.Release(held); held = 0 }
	for {
		if len(src) == cap(src) {
			more := min(max(int64(len(src)), step), g.limits.Body+1-int64(len(src)))
			if !g.bodies.TryAcquire(more) {
				return nil, free, errBodies
			}
			held += more
			grown := make([]byte, len(src), len(src)+int(more))
			copy(grown, src)
			src = grown
		}
		n, err := from.Read(src[len(src):cap(src)])
		src = src[:len(src)+n]
		switch {
		case int64(len(src)) > g.limits.Body || errors.As(err, new(*http.MaxBytesError)):
			return nil, free, fmt.Errorf("%w: it may have %d bytes", errBody, g.limits.Body)
		case err == io.EOF:
			return src, free, nil
		case err != nil:
			return nil, free, err
		}
	}
}

// body reads the body of a request likewise.
func (g *gate) body(w http.ResponseWriter, r *http.Request) (src []byte, free func(), err error) {
	if r.ContentLength > g.limits.Body { // and what has not been sent need not be
		w.Header().Set("Connection", "close")
	}
	return g.receive(http.MaxBytesReader(w, r.Body, g.limits.Body))
}
