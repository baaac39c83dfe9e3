package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/roadmapviz/roadmapviz/layout/text"
)

// job is one run of a program.
type job struct {
	program string
	args    []string
	env     []string // nil means ours
	stdin   []byte
	// keepOpen leaves the program's standard input open after stdin was
	// written, until it ends: it takes the end of its input for our death.
	keepOpen   bool
	timeout    time.Duration
	mostOutput int // bytes
}

// brokenError says that a program broke down: it crashed, or wrote what it
// never should.
type brokenError struct{ what, program string }

func (e *brokenError) Error() string { return filepath.Base(e.program) + ": " + e.what }

// grace is how long a killed program's output is waited for.
const grace = 2 * time.Second

// run starts the program, waits for its end and returns what it wrote. At the
// deadline, when ctx is cancelled and when it writes too much, it is killed
// together with all that it started.
func (j job) run(ctx context.Context) ([]byte, error) {
	// Where the system kills the program with us, it does so when the thread
	// ends that started it (see attributes).
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()

	timed, stop := context.WithTimeout(ctx, j.timeout)
	defer stop()
	out := &bounded{most: j.mostOutput, full: stop}
	errs := &bounded{most: 16 << 10, full: func() {}}
	cmd := exec.CommandContext(timed, j.program, j.args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = j.env, out, errs
	cmd.SysProcAttr, cmd.WaitDelay = attributes(), grace
	cmd.Cancel = func() error { return killAll(cmd.Process) }
	if j.keepOpen {
		in, err := cmd.StdinPipe()
		if err != nil {
			return nil, err
		}
		defer in.Close()
		// Ends when all is written, or when Wait closes the pipe.
		go in.Write(j.stdin)
	} else {
		cmd.Stdin = bytes.NewReader(j.stdin)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s cannot be started: %w", j.program, cause(err))
	}
	err := cmd.Wait()
	if err != nil {
		killAll(cmd.Process) // what it started and left behind
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case out.overflow:
		return nil, &brokenError{fmt.Sprintf("more than %d MB of output", j.mostOutput>>20), j.program}
	case errors.Is(timed.Err(), context.DeadlineExceeded):
		return nil, fmt.Errorf("no layout within %v; draw fewer parts, or take a native layout such as roadmap: %w", j.timeout, context.DeadlineExceeded)
	case err != nil:
		return out.kept, &brokenError{reason(err, string(errs.kept)), j.program}
	}
	return out.kept, nil
}

// reason puts the exit status and the first thing that the program said into words.
func reason(err error, said string) string {
	for line := range strings.Lines(said) {
		if line = strings.TrimSpace(line); line != "" {
			return text.Shorten(line, 300) + " (" + err.Error() + ")"
		}
	}
	return err.Error()
}

// cause is an error without the words of package exec around it.
func cause(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}

// bounded keeps the first bytes that are written to it, and calls full when
// there are more.
type bounded struct {
	kept     []byte
	most     int
	full     func()
	overflow bool
}

func (b *bounded) Write(p []byte) (int, error) {
	room := b.most - len(b.kept)
	if len(p) > room && !b.overflow {
		b.overflow = true
		b.full()
	}
	b.kept = append(b.kept, p[:min(len(p), room)]...)
	return len(p), nil
}
