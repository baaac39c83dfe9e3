//go:build unix

package files

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A pipe without a writer would be waited for, and a device need not end. The
// test would not end either.
func TestNothingSpecialIsOpened(t *testing.T) {
	folder := shelf(t)
	pipe := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip("no pipe can be made here:", err)
	}
	link(t, "/dev/zero", filepath.Join(folder, "zero"))
	fsys := FS(folder)
	if _, err := ReadFrom(fsys, "pipe", 10); !errors.Is(err, ErrNotRegular) {
		t.Errorf("a pipe: %v", err)
	}
	if _, err := fs.ReadFile(fsys, "pipe"); !errors.Is(err, ErrNotRegular) {
		t.Errorf("a pipe in the file system: %v", err)
	}
	if _, err := fs.ReadFile(fsys, "zero"); err == nil {
		t.Error("a device in the file system was read")
	}
	if text, err := fs.ReadFile(fsys, "a.txt"); err != nil || string(text) != "inside" {
		t.Errorf("%q, %v", text, err)
	}
	var outside *OutsideError
	if _, err := ReadFrom(fsys, "zero", 10); !errors.As(err, &outside) {
		t.Errorf("a device: %v", err)
	}
	var large *TooLargeError
	if _, err := Read("/dev/zero", 1000); !errors.As(err, &large) {
		t.Errorf("a device that the user names: %v", err)
	}
	if err := WriteWithin(folder, pipe, nil, false); !errors.Is(err, ErrNotRegular) {
		t.Errorf("writing to a pipe: %v", err)
	}
}

// A pipe may have no reader for long: what ends the program does not wait for that.
func TestDraftOfPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip("no pipe can be made here:", err)
	}
	written := make(chan error)
	go func() {
		d := NewDraft(pipe)
		_, err := d.Write([]byte("text"))
		written <- cmp.Or(err, d.Close(), d.Commit())
	}()
	time.Sleep(50 * time.Millisecond) // in which it comes to wait
	if !writes.TryLock() {
		t.Fatal("the program could not be ended while a pipe has no reader")
	}
	writes.Unlock()
	if text, err := os.ReadFile(pipe); err != nil || string(text) != "text" {
		t.Errorf("%q, %v", text, err)
	}
	if err := <-written; err != nil {
		t.Error(err)
	}
}

func TestOwnerStays(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root gives files away")
	}
	folder := shelf(t)
	path := filepath.Join(folder, "a.txt")
	if err := os.Chown(path, 1234, 4321); err != nil {
		t.Skip("files cannot be given away here:", err)
	}
	if err := Write(path, []byte("new"), false); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if s := info.Sys().(*syscall.Stat_t); s.Uid != 1234 || s.Gid != 4321 {
		t.Errorf("it belongs to %d:%d now", s.Uid, s.Gid)
	}
}
