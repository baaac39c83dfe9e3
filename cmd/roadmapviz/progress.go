package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/roadmapviz/roadmapviz/internal/words"
)

// progress counts on a terminal what is done, once that takes longer than a
// second. Nothing of it stays there.
type progress struct {
	out     io.Writer
	total   int
	done    atomic.Int32
	finish  chan struct{}
	stopped sync.WaitGroup
}

func startProgress(m *messages, total int) *progress {
	p := &progress{out: m, total: total, finish: make(chan struct{})}
	if total > 0 && !m.quiet && isTerminal(m.out) {
		p.stopped.Go(p.show)
	}
	return p
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (p *progress) step() { p.done.Add(1) }

func (p *progress) show() {
	wait := time.Second
	shown := false
	for {
		select {
		case <-p.finish:
			if shown {
				fmt.Fprint(p.out, "\r\x1b[K")
			}
			return
		case <-time.After(wait):
			fmt.Fprintf(p.out, "\r%d of %s drawn", p.done.Load(), words.Count(p.total, "figure"))
			shown, wait = true, 200*time.Millisecond
		}
	}
}

func (p *progress) stop() {
	close(p.finish)
	p.stopped.Wait()
}
