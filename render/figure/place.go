package figure

import (
	"errors"
	"fmt"
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

// A File is one that an option names.
type File struct {
	Path string // in FS
	Place
}

// String is how messages call the file.
func (f File) String() string { return path.Join(f.Prefix, f.Path) }

// NamedFiles are the files that the options name: the theme's, the learner's and
// those of typefaces, as far as there are such.
func (o Options) NamedFiles() []File {
	var named []File
	if theme := o.ThemeFile(); theme != "" {
		named = append(named, o.themeFile(theme))
	}
	if o.Progress != "" {
		named = append(named, File{o.Progress, o.Learner})
	}
	return append(named, o.fontFiles()...)
}

// find is the file that an option names at the place, or an error that says that it
// is outside of the file system, or an address.
func (at Place) find(option, name string) (File, error) {
	file := slashed(name)
	if !path.IsAbs(file) {
		file = path.Join(at.Folder, file)
	}
	outside := &files.OutsideError{Folder: path.Clean(at.Prefix)}
	found := File{file, Place{FS: at.FS, Prefix: at.Prefix}}
	if !fs.ValidPath(file) {
		return found, fmt.Errorf("%s %s: %w", option, name, outside)
	}
	if files.IsAddress(at.Prefix) { // a flag's value in two pieces
		name = at.Prefix + strings.TrimPrefix(name, "./")
	}
	if files.IsAddress(name) && !at.has(file) {
		return found, wrong(option, "is a file, and %s is an address (download it, and name the file)", name)
	}
	if at.FS == nil { // nothing can be read there, which read says
		return found, nil
	}
	if _, err := fs.Stat(at.FS, file); errors.As(err, &outside) {
		return found, fmt.Errorf("%s %s: %w", option, name, err)
	}
	return found, nil
}

// has tells whether there is such a file.
func (at Place) has(file string) bool {
	if at.FS == nil {
		return false
	}
	_, err := fs.Stat(at.FS, file)
	return err == nil
}

// read is what the file holds that an option names, and most bounds it, in bytes.
func (f File) read(option string, most int64) ([]byte, error) {
	if f.FS == nil {
		return nil, wrong(option, "%s is a file, and none can be read here", f)
	}
	data, err := files.ReadFrom(f.FS, f.Path, most)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", option, f, files.WithoutPath(err))
	}
	return data, nil
}

// slashed is a path with the slashes of file systems.
func slashed(name string) string { return path.Clean(strings.ReplaceAll(name, `\`, "/")) }
