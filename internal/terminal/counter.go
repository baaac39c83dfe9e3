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
	Out         io.Writer
	What        string // that is counted, in a word for one: "figure"
	total, done atomic.Int32
	finish      chan struct{}
	stopped     sync.WaitGroup
}

// Expect says that there will be so many more, and Step that one more is done. Many
// goroutines may do so at once.
func (c *Counter) Expect(n int) { c.total.Add(int32(n)) }
func (c *Counter) Step()        { c.done.Add(1) }

// Show begins to show how many are done, until Stop.
func (c *Counter) Show() {
	c.finish = make(chan struct{})
	if isTerminal(c.Out) {
		c.stopped.Go(c.show)
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (c *Counter) show() {
	wait := time.Second
	shown := false
	for {
		select {
		case <-c.finish:
			if shown {
				fmt.Fprint(c.Out, "\r\x1b[K")
			}
			return
		case <-time.After(wait):
			if total := int(c.total.Load()); total > 0 {
				fmt.Fprintf(c.Out, "\r%d of %s drawn", c.done.Load(), words.Count(total, c.What))
				shown = true
			}
			wait = 200 * time.Millisecond
		}
	}
}

// Stop ends that, and takes it off the terminal.
func (c *Counter) Stop() {
	close(c.finish)
	c.stopped.Wait()
}
