//go:build unix

package graphviz

import (
	"io/fs"
	"os"
	"syscall"
)

// ours tells whether a file belongs to the user that we run as.
func ours(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Geteuid()
}

// openToOthers tells whether a file's mode lets other users in.
func openToOthers(info fs.FileInfo) bool { return info.Mode().Perm()&0o077 != 0 }
