//go:build unix

package files

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the owner and group of another. Only some users may do
// that, and for the others it is no mistake: whoever writes a file owns it.
func keepOwner(f *os.File, old fs.FileInfo) {
	was, ok := old.Sys().(*syscall.Stat_t)
	if !ok {
		return
	}
	if f.Chown(int(was.Uid), int(was.Gid)) != nil {
		f.Chown(-1, int(was.Gid))
	}
}

// keepMode gives a file the mode of another.
func keepMode(f *os.File, old fs.FileInfo) error { return f.Chmod(old.Mode().Perm()) }
