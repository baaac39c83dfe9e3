//go:build !unix

package files

import (
	"io/fs"
	"os"
)

// keepOwner has nothing to do: a new file has the owner of its folder's rules.
func keepOwner(*os.File, fs.FileInfo) {}

// keepMode has nothing to do: a file that can be replaced is not read-only.
func keepMode(*os.File, fs.FileInfo) error { return nil }
