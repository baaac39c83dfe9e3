// Package files reads and writes files on behalf of people who do not trust
// what names them. A README, a setting or a theme may have come with a
// stranger's pull request, and with it links, devices and endless files.
//
// [Read] and [Write] are for what the user names, who may name any file.
// [ReadFrom] with [FS], and [WriteWithin], are for what a document or a setting names:
// they take only regular files, and nothing leads out of a folder, links
// included. All that is read has a limit, and all that is written is there
// whole or not at all.
package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// ErrNotRegular says that a file is a folder, a pipe, a device or the like.
var ErrNotRegular = errors.New("it is no regular file")

// TooLargeError says that a file has more bytes than it may have.
type TooLargeError struct{ Most int64 }

func (e *TooLargeError) Error() string {
	switch {
	case e.Most >= 1<<20:
		return fmt.Sprintf("larger than %d MiB", e.Most>>20)
	case e.Most >= 1<<10:
		return fmt.Sprintf("larger than %d KiB", e.Most>>10)
	}
	return fmt.Sprintf("larger than %d bytes", e.Most)
}

// All is all of r, or a [*TooLargeError] when that is more than so many bytes,
// of which not many more are read.
func All(r io.Reader, most int64) ([]byte, error) { return all(r, most, 0) }

// all does that where about so many bytes are expected.
func all(r io.Reader, most, about int64) ([]byte, error) {
	data := bytes.NewBuffer(make([]byte, 0, about+bytes.MinRead)) // with which the end is found
	_, err := data.ReadFrom(io.LimitReader(r, most+1))
	if err == nil && int64(data.Len()) > most {
		return nil, &TooLargeError{most}
	}
	return data.Bytes(), err
}

// Read is the content of a file that the user names, which may be a pipe.
func Read(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return allOf(f, path, most)
}

// allOf is the content of an open file. One that says itself that it is too large
// is not read.
func allOf(f fs.File, name string, most int64) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrNotRegular}
	}
	if !info.Mode().IsRegular() {
		return All(f, most)
	}
	if info.Size() > most {
		return nil, &TooLargeError{most}
	}
	return all(f, most, info.Size())
}

// open opens a regular file or a folder. What is neither is not touched, for
// opening a device may do something; and should a pipe take the file's place in
// between, it is opened without waiting for its other end.
func open(root *os.Root, name string) (*os.File, error) {
	special := &fs.PathError{Op: "open", Path: name, Err: ErrNotRegular}
	if info, err := root.Stat(name); err != nil {
		return nil, err
	} else if !isPlain(info) {
		return nil, special
	}
	f, err := root.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !isPlain(info) {
		f.Close()
		return nil, special
	}
	return f, nil
}

func isPlain(info fs.FileInfo) bool { return info.Mode().IsRegular() || info.IsDir() }

// WithoutPath is an error of the file system without the path, which is not always
// as the user wrote it.
func WithoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
