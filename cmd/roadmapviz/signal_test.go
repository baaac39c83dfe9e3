//go:build linux

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// started is the real program, in a folder of its own, which ends with the test.
func started(t *testing.T, folder string, stderr any, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// The test's own program is roadmapviz when it is called so.
	program := filepath.Join(t.TempDir(), "roadmapviz")
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, args...)
	c.Dir = folder
	c.Stderr = stderr.(io.Writer)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	return c
}

// ended waits for the program, but not forever.
func ended(t *testing.T, c *exec.Cmd) {
	t.Helper()
	late := time.AfterFunc(time.Minute, func() {
		t.Error("it has not ended within a minute")
		c.Process.Kill()
	})
	defer late.Stop()
	c.Wait()
}

// A program that waits for its input ends at the first signal.
func TestSignalWhileReading(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		folder := t.TempDir()
		pipe := filepath.Join(folder, "course.md")
		if err := syscall.Mkfifo(pipe, 0o666); err != nil {
			t.Skip("no pipe can be made here:", err)
		}
		var errs bytes.Buffer
		c := started(t, folder, &errs, "list", "course.md")
		w, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits until the program reads
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		c.Process.Signal(s)
		ended(t, c)
		if code := c.ProcessState.ExitCode(); code != 128+int(s) || errs.String() != "roadmapviz: stopped: "+s.String()+"\n" {
			t.Errorf("%v: exit status %d\n%s", s, code, errs.String())
		}
	}
}

// A program that does not get to its end is killed by another signal.
func TestSecondSignalKills(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "course.md")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip("no pipe can be made here:", err)
	}
	// Nobody reads what it says at the end, and there is no room for it.
	empty, full, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	defer full.Close()
	fd := int(full.Fd())
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = syscall.Write(fd, make([]byte, 1))
	}
	syscall.SetNonblock(fd, false)
	c := started(t, folder, full, "list", "course.md")
	w, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	done := make(chan struct{})
	go func() {
		defer close(done)
		ended(t, c)
	}()
	for again := true; again; {
		c.Process.Signal(syscall.SIGTERM) // of two at once, one may be lost
		select {
		case <-done:
			again = false
		case <-time.After(50 * time.Millisecond):
		}
	}
	if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() || status.Signal() != syscall.SIGTERM {
		t.Errorf("it ended with %v", c.ProcessState)
	}
}

// A program that is ended while it writes leaves whole files, and no others.
func TestSignalWhileWriting(t *testing.T) {
	s := shelf{folder: t.TempDir()}
	img := filepath.Join(s.folder, "img")
	if err := os.Mkdir(img, 0o777); err != nil {
		t.Fatal(err)
	}
	for version := range 10 {
		s.write(t, version)
		changes, err := fsnotify.NewWatcher()
		if err != nil {
			t.Skip("changes cannot be seen here:", err)
		}
		if err := changes.Add(img); err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		c := started(t, s.folder, &errs, "sync")
		<-changes.Events
		c.Process.Signal(syscall.SIGTERM)
		ended(t, c)
		changes.Close()
		code := c.ProcessState.ExitCode()
		if status := c.ProcessState.Sys().(syscall.WaitStatus); status.Signaled() { // it was done, and about to end
			code = 128 + int(status.Signal())
		}
		if code != 0 && code != 128+int(syscall.SIGTERM) {
			t.Errorf("exit status %d\n%s", code, errs.String())
		}
		s.figures(t, "stopped")
		if left, _ := filepath.Glob(filepath.Join(img, ".*")); len(left) > 0 {
			t.Fatalf("left behind: %v", left)
		}
	}
}

// endless is an input that never ends, and whose reader is told to stop.
type endless struct{ stop context.CancelFunc }

func (e endless) Read([]byte) (int, error) {
	e.stop()
	select {}
}

// Every command that reads a course stops reading with its context.
func TestCommandsLookAtTheirContext(t *testing.T) {
	for _, command := range []string{"list", "render", "export", "order", "stats", "lint", "next", "path --to x", "init -o -"} {
		ctx, cancel := context.WithCancel(t.Context())
		args := append(strings.Fields(command), "-")
		var errs bytes.Buffer
		if code := execute(ctx, &streams{in: endless{cancel}, out: io.Discard, err: newMessages(&errs), args: args}); code == exitOK || errs.Len() > 0 {
			t.Errorf("%s: exit status %d\n%s", command, code, errs.String())
		}
		cancel()
	}
}
