package workspace

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/collect"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// Place is where the files of a course are.
type Place struct {
	Root  string // the folder of the file system, as seen from the working folder
	FS    fs.FS
	Names []string // in the file system
}

// Reading are the options of reading a course at a place.
func (p Place) Reading(conf Config) courses.Options {
	prefix, title := filepath.ToSlash(p.Root), ""
	if prefix == "." {
		prefix = ""
	}
	if at, err := filepath.Abs(p.Root); err == nil {
		title = strings.NewReplacer("-", " ", "_", " ").Replace(filepath.Base(at))
	}
	return courses.Options{Prefix: prefix, Title: title, From: conf.From, Follow: conf.Follow}
}

// Locate finds the course that arguments, or without them the settings, name. A folder
// whose own settings name a course stands for that.
func (conf Config) Locate(args []string) (Place, error) {
	if len(args) > 0 && !(len(args) == 1 && isFolder(args[0]) && conf.Folder == conf.Course && len(conf.Input) > 0) {
		return locateNamed(args)
	}
	inputs, err := conf.Inputs()
	if err != nil {
		if outside := new(files.OutsideError); errors.As(err, &outside) {
			err = fmt.Errorf("%w (name it on the command line to read it all the same)", err)
		}
		return Place{}, err
	}
	if len(inputs) > 0 {
		return Place{conf.Folder, conf.FS, inputs}, nil
	}
	return NewPlace(".", []string{cmp.Or(findReadme("."), ".")}, false)
}

// locateNamed is the place of what the user names: a file may be a link to
// anywhere; of several, or of a folder, nothing outside of it is read.
func locateNamed(args []string) (Place, error) {
	if i := slices.IndexFunc(args, IsAddress); i >= 0 {
		return Place{}, fmt.Errorf("%s: this is an address, and courses are read from files (download it, or clone its repository, and name the file)", args[i])
	}
	args, err := documents(args)
	if err != nil {
		return Place{}, err
	}
	if len(args) == 1 && !isFolder(args[0]) {
		name := filepath.Clean(args[0])
		return NewPlace(filepath.Dir(name), []string{filepath.Base(name)}, true)
	}
	folder, names, err := files.Common(args)
	if err != nil {
		return Place{}, err
	}
	return NewPlace(shownFolder(folder), names, false)
}

// documents are the arguments, each once. Of several each is a document, and a folder
// stands for its README.
func documents(args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	if args = distinct(args); len(args) == 1 {
		return args, nil
	}
	for i, arg := range args {
		if !isFolder(arg) {
			continue
		}
		entries, _ := os.ReadDir(arg)
		readme, shown := findReadme(arg), filepath.ToSlash(arg)
		switch {
		case collect.Contents(files.FS(arg), ".", entries) != "":
			return nil, fmt.Errorf("%s is a course of several files, which is read by itself: name it alone, or its files", shown)
		case readme == "":
			return nil, fmt.Errorf("%s has no README: name its files, or the folder alone", shown)
		}
		args[i] = filepath.Join(arg, readme)
	}
	return distinct(args), nil
}

// distinct are the paths without those that lead to what another leads to.
func distinct(paths []string) (once []string) {
	var seen []fs.FileInfo
	for _, p := range paths {
		info, err := os.Stat(p)
		if err == nil && slices.ContainsFunc(seen, func(other fs.FileInfo) bool { return os.SameFile(info, other) }) {
			continue
		}
		if err == nil {
			seen = append(seen, info)
		}
		once = append(once, p)
	}
	return once
}

// IsAddress tells an argument that is the address of something elsewhere, and no file.
func IsAddress(arg string) bool {
	_, err := os.Lstat(arg)
	return err != nil && files.IsAddress(arg)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// NewPlace is that of files of these names in a folder, whose links may lead out of it
// if the user named them.
func NewPlace(folder string, names []string, named bool) (Place, error) {
	root, err := os.OpenRoot(folder)
	switch {
	case err == nil:
		root.Close()
	case errors.Is(err, fs.ErrNotExist):
		return Place{}, fmt.Errorf("%s: %w", filepath.ToSlash(filepath.Join(folder, names[0])), courses.ErrNoFile)
	default:
		return Place{}, fmt.Errorf("%s: %w", filepath.ToSlash(filepath.Join(folder, names[0])), files.WithoutPath(err))
	}
	if named {
		return Place{folder, files.FS(folder, names...), names}, nil
	}
	return Place{folder, files.FS(folder), names}, nil
}

// Path is that of a file in the place, as seen from the working folder.
func (p Place) Path(name string) string { return filepath.Join(p.Root, filepath.FromSlash(name)) }

// findReadme is the README of a folder, in any spelling; "" without one.
func findReadme(folder string) string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	best := ""
	for _, e := range entries { // sorted: README.md comes before readme.md
		switch name := strings.ToLower(e.Name()); {
		case e.IsDir():
		case name == "readme.md":
			return e.Name()
		case best == "" && (name == "readme.markdown" || name == "readme"):
			best = e.Name()
		}
	}
	return best
}
