package files

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// FS is the file system of a folder, which has only folders and regular files.
// Links lead where they may, which is nowhere outside: errors may be an
// [*OutsideError] or a [*DanglingError]. The named files are those that the user
// names; they may be links to anywhere, and pipes.
//
// It holds nothing open, so that there may be any number of them. It has the method
// Writable: see [Writable].
func FS(path string, named ...string) fs.FS {
	f := folder{path, ".", map[string]bool{}}
	for _, name := range named {
		f.named[name] = true
	}
	return f
}

// folder is the file system of a folder below a root.
type folder struct {
	root  string          // a path of the operating system
	at    string          // a path with slashes from the root
	named map[string]bool // from the root
}

// find is where a name leads, as seen from the root.
func (f folder) find(op, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	base := filepath.Join(f.root, filepath.FromSlash(f.at))
	real, err := Within(base, filepath.Join(base, filepath.FromSlash(name)))
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.FromSlash(f.at), real), nil
}

// path is a named file's as the operating system knows it, or "".
func (f folder) path(name string) string {
	if full := path.Join(f.at, name); f.named[full] {
		return filepath.Join(f.root, filepath.FromSlash(full))
	}
	return ""
}

func (f folder) Open(name string) (fs.File, error) {
	if path := f.path(name); path != "" {
		return os.Open(path)
	}
	real, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(f.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return open(root, real)
}

func (f folder) Stat(name string) (fs.FileInfo, error) {
	if path := f.path(name); path != "" {
		return os.Stat(path)
	}
	real, err := f.find("stat", name)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(f.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.Stat(real)
}

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	real, err := f.find("readdir", name)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(f.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return fs.ReadDir(root.FS(), filepath.ToSlash(real))
}

// Sub is the file system of a folder in this one, which nothing leaves either.
func (f folder) Sub(dir string) (fs.FS, error) {
	if !fs.ValidPath(dir) {
		return nil, &fs.PathError{Op: "sub", Path: dir, Err: fs.ErrInvalid}
	}
	f.at = path.Join(f.at, dir)
	return f, nil
}

func (f folder) Writable(name string) error {
	full := filepath.Join(f.root, filepath.FromSlash(f.at), filepath.FromSlash(name))
	return Visible(f.root, full)
}

// Writable returns an error for a file that is not to be written: one with a name on
// the way there that [Hidden] refuses, links followed where the file system knows of
// them.
func Writable(fsys fs.FS, name string) error {
	if f, ok := fsys.(interface{ Writable(name string) error }); ok {
		return f.Writable(name)
	}
	return Hidden(name)
}

// ReadFrom is the content of a regular file of a file system. The error may be
// [ErrNotRegular], a [*TooLargeError], or the file system's own.
func ReadFrom(fsys fs.FS, name string, most int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return allOf(f, name, most)
}

// A Place is a file of a file system.
type Place struct {
	FS   fs.FS
	Name string
}

// Same tells whether two places are of the same file. Where the operating system
// does not know, names of the same file system are compared.
func Same(a, b Place) bool {
	one, err1 := fs.Stat(a.FS, a.Name)
	other, err2 := fs.Stat(b.FS, b.Name)
	if err1 != nil || err2 != nil {
		return false
	}
	if one.Sys() == nil || other.Sys() == nil {
		return path.Clean(a.Name) == path.Clean(b.Name)
	}
	return os.SameFile(one, other)
}
