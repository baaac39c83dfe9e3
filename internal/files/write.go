package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
)

// Durable is for what cannot be made again: it is on the disk before it takes
// the place of the old file, so that it survives a power failure, which costs
// some milliseconds.
type Durable bool

// WriteError says that a file cannot be written, and what the system has against it.
type WriteError struct {
	Path string // as it was named
	Err  error
}

func (e *WriteError) Error() string {
	reason := e.Err
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(reason, &at):
		reason = at.Err
	case errors.As(reason, &link):
		reason = link.Err
	}
	return fmt.Sprintf("%s cannot be written: %v", filepath.ToSlash(e.Path), reason)
}

func (e *WriteError) Unwrap() error { return e.Err }

// unwritable is an error of the system as a [WriteError]. Ours say themselves what
// is wrong.
func unwritable(path string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	var number syscall.Errno
	if errors.As(err, &at) || errors.As(err, &link) || errors.As(err, &number) {
		return &WriteError{path, err}
	}
	return err
}

// Check returns an error for a path that the user names and that cannot be
// written to, before anything is: a folder, or a link that leads nowhere.
func Check(path string) error {
	_, err := target(path)
	return unwritable(path, err)
}

// target is what a path leads to that can be written to: the file itself if it
// is no regular one, for links in /dev lead to what has no path.
func target(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return "", fmt.Errorf("%s is a directory: name a file in it", filepath.ToSlash(path))
	case err == nil && !info.Mode().IsRegular():
		return path, nil
	case err != nil && IsAddress(path):
		return "", fmt.Errorf("%s is an address: name a file", path)
	}
	return resolve(path)
}

// Write puts data into the file at a path that the user names. A regular file
// appears whole or not at all: the bytes go to a temporary file beside it, which
// then takes its name. Folders are made where they are missing, and what a link
// points to is replaced, not the link. What is no regular file, such as
// /dev/full, is written to as it is, for another file must not take its place.
// The error is a [*WriteError] where the system refuses.
func Write(path string, data []byte, durable Durable) error {
	return unwritable(path, write(path, data, durable))
}

func write(path string, data []byte, durable Durable) error {
	real, regular, err := place(path)
	if err != nil {
		return err
	}
	if !regular {
		return os.WriteFile(path, data, 0o666)
	}
	root, err := os.OpenRoot(filepath.Dir(real))
	if err != nil {
		return err
	}
	defer root.Close()
	return replace(root, filepath.Base(real), data, durable)
}

// place is the target of a path, whose folder it makes, and whether a regular file is or
// can be there.
func place(path string) (real string, regular bool, err error) {
	if real, err = target(path); err != nil {
		return "", false, err
	}
	if info, err := os.Stat(real); err == nil && !info.Mode().IsRegular() {
		return real, false, nil
	}
	return real, true, os.MkdirAll(filepath.Dir(real), 0o777)
}

// WriteWithin does the same for a path that a document or a setting names. What
// it leads to lies in the folder, is a regular file if there is one, and has no
// name on the way there that [Hidden] refuses.
func WriteWithin(folder, path string, data []byte, durable Durable) error {
	root, name, err := enter(folder, path)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := Hidden(name); err != nil {
		return err
	}
	if info, err := root.Stat(name); err == nil && !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: path, Err: ErrNotRegular}
	}
	if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return replace(root, name, data, durable)
}

// writes is held by what replaces a file, and by [Stop] for good.
var writes sync.RWMutex

// Stop waits for the files that are being replaced, and lets no other follow; of drafts
// nothing is left. The program can then end in the middle of anything, and nothing is
// left half done.
func Stop() {
	writes.Lock()
	drafts.Range(func(d, _ any) bool {
		d.(*Draft).drop()
		return true
	})
}

// replace writes a temporary file beside the named one and gives it its name,
// mode and, where that is allowed, owner.
func replace(root *os.Root, name string, data []byte, durable Durable) error {
	writes.RLock()
	defer writes.RUnlock()
	t, err := begin(root, name)
	if err != nil {
		return err
	}
	if _, err = t.file.Write(data); err == nil {
		err = t.end(durable)
	}
	if err == nil {
		err = root.Rename(t.temp, name)
	}
	if err != nil {
		t.file.Close()
		root.Remove(t.temp)
	}
	return err
}

// temporary is a file that is to take the place of another.
type temporary struct {
	file *os.File
	temp string      // its name
	old  fs.FileInfo // of the other; nil if there is none
}

func begin(root *os.Root, name string) (t temporary, err error) {
	mode := fs.FileMode(0o666)
	if old, err := root.Stat(name); err == nil {
		t.old, mode = old, old.Mode().Perm()
	}
	t.file, t.temp, err = create(root, name, mode)
	return t, err
}

// end closes the file when it is whole.
func (t temporary) end(durable Durable) error {
	if t.old != nil {
		keepOwner(t.file, t.old)
		if err := keepMode(t.file, t.old); err != nil {
			return err
		}
	}
	if durable {
		if err := t.file.Sync(); err != nil {
			return err
		}
	}
	return t.file.Close()
}

// create makes a new file beside the named one, with a mode less what the user's
// new files lack. (os.CreateTemp would make it readable by its owner alone.)
func create(root *os.Root, name string, mode fs.FileMode) (*os.File, string, error) {
	for i := 0; ; i++ {
		temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(name), os.Getpid(), i))
		f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil || !os.IsExist(err) || i > 1000 {
			return f, temp, err
		}
	}
}
