package saves_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/internal/saves"
)

// watch does something on every change of a file in a new folder, until the test ends.
func watch(t *testing.T, do func(ctx context.Context)) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "README.md")
	save(t, file, "one")
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- saves.Watch(ctx, func() []string { return []string{file} }, do) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return file
}

func save(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func soon[T any](t *testing.T, what string, c <-chan T) (value T) {
	t.Helper()
	select {
	case value = <-c:
	case <-time.After(10 * time.Second):
		t.Fatalf("waiting in vain until %s", what)
	}
	return value
}

// What is done for a file that is saved again meanwhile is told to stop, and ends before
// it is done anew.
func TestNewestWins(t *testing.T) {
	begun, ended := make(chan bool, 9), make(chan error, 9)
	at := make(chan bool, 1) // has one for what is being done
	file := watch(t, func(ctx context.Context) {
		select {
		case at <- true:
		default:
			t.Error("two things are done at a time")
		}
		begun <- true
		<-ctx.Done() // as if it took for ever
		<-at
		ended <- context.Cause(ctx)
	})
	for range 3 {
		soon(t, "it is begun", begun)
		save(t, file, "more")
		if err := soon(t, "it is told to stop", ended); err != context.Canceled {
			t.Error(err)
		}
	}
}

// A file that may be read again is looked at again.
func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes are none there")
	}
	done := make(chan bool, 9)
	file := watch(t, func(context.Context) { done <- true })
	soon(t, "it is done", done)
	for _, mode := range []os.FileMode{0, 0o644} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		soon(t, "it is done again", done)
	}
	// A time alone says nothing new.
	if err := os.Chtimes(file, time.Now(), time.Now()); err != nil {
		t.Fatal(err)
	}
	select {
	case <-done:
		t.Error("it is done although nothing has changed")
	case <-time.After(300 * time.Millisecond):
	}
}

// A folder that was elsewhere for a while is watched on.
func TestFolderMoves(t *testing.T) {
	done := make(chan bool, 9)
	file := watch(t, func(context.Context) { done <- true })
	soon(t, "it is done", done)
	folder := filepath.Dir(file)
	if err := errors.Join(os.Rename(folder, folder+"2"), os.Rename(folder+"2", folder)); err != nil {
		t.Fatal(err)
	}
	soon(t, "it is done again", done)
	save(t, file, "two")
	soon(t, "a change in it is seen", done)
}

// Changes that do not end are looked at, too.
func TestChangesThatGoOn(t *testing.T) {
	begun := make(chan bool, 99)
	file := watch(t, func(context.Context) { begun <- true })
	soon(t, "it is begun", begun)
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				os.WriteFile(file, []byte("more"), 0o644)
			}
		}
	}()
	soon(t, "it is done again while changes go on", begun)
	close(stop)
}
