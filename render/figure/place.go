package figure

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/files"
)

// A Place is where options are written down, by people who need not be trusted: in
// a document, in settings, or in a figure.
type Place struct {
	// FS is the file system that nothing leads out of; Prefix is put before its
	// names in messages.
	FS     fs.FS
	Prefix string
	// Folder is the one in FS that paths are seen from; "" is its root.
	Folder string
}

// find is where in the file system a name leads that is written at the place, or an
// error that says that this is outside of it.
func (at Place) find(name string) (string, error) {
	file := strings.ReplaceAll(name, `\`, "/")
	if !path.IsAbs(file) {
		file = path.Join(at.Folder, file)
	}
	outside := &files.OutsideError{Folder: path.Clean(at.Prefix)}
	if !fs.ValidPath(file) {
		return "", outside
	}
	if at.FS == nil { // nothing can be read there, which who reads says
		return file, nil
	}
	if _, err := fs.Stat(at.FS, file); errors.As(err, &outside) {
		return "", err
	}
	return file, nil
}
