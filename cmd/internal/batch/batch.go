// Package batch goes through many documents, several at once, and everything looks as if
// it had gone through one after the other.
package batch

import (
	"context"
	"iter"
	"os"
	"slices"
	"sync"

	"github.com/roadmapviz/roadmapviz/internal/inorder"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// inFlight bounds the texts and figures that are kept at a time, in bytes. What is made
// of a text takes some fifty times as much.
const inFlight = 4 << 20

// Source is what may be a document.
type Source[D any] struct {
	Size int64 // of its text in bytes, as far as that is known
	// Open reads it, on any goroutine, and once more if files that it reads were
	// written meanwhile. With an error there may be a document all the same.
	Open func(context.Context) (D, error)
	// Reads are the files that were read of it and that others may write; nil if nobody
	// knows them.
	Reads func(D) []string
	// Settle tells in its turn whether it is a document or an error at all; nil for what
	// is.
	Settle func() bool
}

// Turn is a document whose turn it is.
type Turn[D any] struct {
	Document D
	Err      error
	Finish   func() error // what begin returned

	source Source[D]
	began  int // how many files were written before
	reads  []string
}

// Work is what is done with every document.
type Work[D any] struct {
	// Begin is called with a document that was opened, at any time before its turn, on
	// any goroutine; it says what it holds in bytes. What it returns is for the turn.
	Begin func(ctx context.Context, d D, hold func(weight int64)) func() error
	// Written are the files that were written in a turn.
	Written *Written
	// Counter is shown while the next turn is waited for.
	Counter *terminal.Counter
	// Ahead is how many documents are read before the turn of the first of them is
	// over: 1 reads one after the other, and 0 as many as the processors can use.
	Ahead int
}

// InTurn gives documents and errors in the order of their sources. What was read before
// a file was written that it depends on has been read again, and begun again. When the
// context ends, its error is the last; what goes on is left behind.
func (w Work[D]) InTurn(ctx context.Context, sources iter.Seq[Source[D]]) iter.Seq2[*Turn[D], error] {
	return func(yield func(*Turn[D], error) bool) {
		jobs := func(yield func(inorder.Job[*Turn[D]]) bool) {
			for s := range sources {
				if !yield(w.job(s)) {
					return
				}
			}
		}
		for task := range inorder.Run(ctx, jobs, inorder.Limits{Jobs: w.Ahead, Weight: inFlight}) {
			w.Counter.Show()
			t, err := task.Wait(ctx)
			if err == nil && w.Written.since(t.began, t.reads) {
				t, err = inorder.Begin(ctx, w.job(t.source)).Wait(ctx)
			}
			if w.Counter.Stop(); err != nil {
				break
			}
			if (t.source.Settle == nil || t.source.Settle()) && !yield(t, nil) {
				return
			}
		}
		if ctx.Err() != nil {
			yield(nil, ctx.Err())
		}
	}
}

// job is to open a document and to begin with it.
func (w Work[D]) job(s Source[D]) inorder.Job[*Turn[D]] {
	return inorder.Job[*Turn[D]]{Weight: s.Size, Do: func(ctx context.Context, hold func(int64)) *Turn[D] {
		t := &Turn[D]{source: s, began: w.Written.count()}
		t.Document, t.Err = s.Open(ctx)
		if s.Reads != nil {
			t.reads = s.Reads(t.Document)
		}
		if t.Err == nil {
			t.Finish = w.Begin(ctx, t.Document, hold)
		}
		return t
	}}
}

// Written are the files that were written, in their order.
type Written struct {
	mu    sync.Mutex
	files []os.FileInfo
}

// Add adds one.
func (w *Written) Add(path string) {
	if info, err := os.Stat(path); err == nil {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.files = append(w.files, info)
	}
}

func (w *Written) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.files)
}

// since tells whether one of the files, or any file if they are nil, was written after
// so many others. It goes by the files, not by their names, of which they may have several.
func (w *Written) since(began int, paths []string) bool {
	w.mu.Lock()
	late := w.files[began:]
	w.mu.Unlock()
	return len(late) > 0 && (paths == nil || slices.ContainsFunc(paths, func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && slices.ContainsFunc(late, func(f os.FileInfo) bool { return os.SameFile(f, info) })
	}))
}
