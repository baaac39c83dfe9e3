package files

import (
	"os"
	"path/filepath"
	"sync"
)

// Draft is a file in the making, at a path that the user names. It takes its place as that
// of [Write] does, when it is committed; until then there is a temporary file beside it.
// What is no regular file gets what is written at once. Its methods are for one goroutine.
type Draft struct {
	path    string // as it was named
	real    string // where it is to be
	regular bool
	temporary
	root *os.Root // while it is written; nil before and after
}

// drafts are those that have a temporary file.
var drafts sync.Map // of *Draft

// NewDraft is a file with nothing in it, of which nothing is made until it is written to.
func NewDraft(path string) *Draft { return &Draft{path: path} }

// Write adds to the file. The error is a [*WriteError] where the system refuses.
func (d *Draft) Write(data []byte) (n int, err error) {
	if d.file == nil {
		if err := d.open(); err != nil {
			return 0, unwritable(d.path, err)
		}
	}
	if d.regular { // nothing need wait for what may have no reader, as a pipe
		writes.RLock()
		defer writes.RUnlock()
	}
	n, err = d.file.Write(data)
	return n, unwritable(d.path, err)
}

func (d *Draft) open() (err error) {
	if d.real, d.regular, err = place(d.path); err != nil {
		return err
	}
	if !d.regular {
		d.file, err = os.OpenFile(d.path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
		return err
	}
	writes.RLock()
	defer writes.RUnlock()
	if d.root, err = os.OpenRoot(filepath.Dir(d.real)); err != nil {
		return err
	}
	if d.temporary, err = begin(d.root, filepath.Base(d.real)); err != nil {
		d.root.Close()
		d.root = nil
		return err
	}
	drafts.Store(d, nil)
	return nil
}

// Close says that the file is whole. Many may be so at once, before any is committed.
func (d *Draft) Close() error {
	if d.file == nil {
		if err := d.open(); err != nil { // it is empty
			return unwritable(d.path, err)
		}
	}
	if !d.regular {
		return unwritable(d.path, d.file.Close())
	}
	writes.RLock()
	defer writes.RUnlock()
	err := d.end(false)
	d.root.Close()
	d.root = nil
	return unwritable(d.path, err)
}

// Commit puts a file that was closed into its place.
func (d *Draft) Commit() error {
	writes.RLock()
	defer writes.RUnlock()
	if !d.regular {
		return nil
	}
	root, err := os.OpenRoot(filepath.Dir(d.real))
	if err != nil {
		return unwritable(d.path, err)
	}
	defer root.Close()
	if err := root.Rename(d.temp, filepath.Base(d.real)); err != nil {
		return unwritable(d.path, err)
	}
	drafts.Delete(d)
	return nil
}

// Discard leaves nothing of a file that was not committed, and does nothing to others.
func (d *Draft) Discard() {
	writes.RLock()
	defer writes.RUnlock()
	d.drop()
}

func (d *Draft) drop() {
	if _, there := drafts.LoadAndDelete(d); !there {
		return
	}
	d.file.Close() // which may be closed
	root := d.root
	if root == nil {
		var err error
		if root, err = os.OpenRoot(filepath.Dir(d.real)); err != nil {
			return
		}
	}
	root.Remove(d.temp)
	root.Close()
}
