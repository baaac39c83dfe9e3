package terminal

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/roadmapviz/roadmapviz/internal/words"
)

// Counter counts on a terminal what is done, once that takes longer than a
// second. Nothing of it stays there. Where the writer is no terminal, it says nothing.
type Counter struct {
	out     io.Writer
	total   int
	what    string
	done    atomic.Int32
	finish  chan struct{}
	stopped sync.WaitGroup
}

// Count begins to count to a total of what is told by a word for one: "figure".
func Count(out io.Writer, total int, what string) *Counter {
	c := &Counter{out: out, total: total, what: what, finish: make(chan struct{})}
	if total > 0 && isTerminal(out) {
		c.stopped.Go(c.show)
	}
	return c
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// Step counts one more. Many goroutines may do so at once.
func (c *Counter) Step() { c.done.Add(1) }

func (c *Counter) show() {
	wait := time.Second
	shown := false
	for {
		select {
		case <-c.finish:
			if shown {
				fmt.Fprint(c.out, "\r\x1b[K")
			}
			return
		case <-time.After(wait):
			fmt.Fprintf(c.out, "\r%d of %s drawn", c.done.Load(), words.Count(c.total, c.what))
			shown, wait = true, 200*time.Millisecond
		}
	}
}

// Stop ends the counting, and takes it off the terminal.
func (c *Counter) Stop() {
	close(c.finish)
	c.stopped.Wait()
}
