package workspace

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// Config is what a command goes by besides its own options: the project's settings,
// with the flags of all commands that read a course.
type Config struct {
	*settings.Settings
	Folder string       // where they lie, or would, as seen from the working folder
	Course string       // the folder of the course, from which they were looked for, as seen from there
	From   string       // the format of the input
	Settle bool         // look for the line that settles a doubt
	Prior  []graph.Node // of the course as it was read before
}

// FindConfig reads the settings of the course that the arguments name: those of the
// folder that holds all of it, or of the nearest one above that has some. The folder
// of no arguments, and of what comes from a pipe, is the working folder.
func FindConfig(args []string) (Config, error) {
	if len(args) == 0 || slices.ContainsFunc(args, isPipe) {
		args = []string{"."}
	}
	if named, err := documents(args); err == nil { // else what reads them says so
		args = named
	}
	at, _, err := files.Common(args)
	if err != nil {
		return Config{}, err
	}
	course := shownFolder(at)
	for ; ; at = filepath.Dir(at) {
		for _, name := range settings.Names() {
			if _, err := os.Lstat(filepath.Join(at, name)); errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
				continue
			}
			shown := shownFolder(at)
			found, err := settings.Find(files.FS(shown), ".", filepath.ToSlash(shown))
			return Config{Settings: found, Folder: shown, Course: course}, err
		}
		if at == filepath.Dir(at) {
			conf := Config{Settings: &settings.Settings{}, Folder: ".", Course: course}
			if !filepath.IsLocal(course) {
				conf.Folder = course
			}
			return conf, nil
		}
	}
}

// isPipe tells an argument that stands for no file in a folder: stdin, and what a shell
// makes of <(command).
func isPipe(arg string) bool {
	info, err := os.Stat(arg)
	return arg == "-" || err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// unread are diagnostics of settings that somebody may believe to be these: those with
// a name that is not read, and those of the working folder for a course elsewhere.
func (conf Config) unread() (found []graph.Diagnostic) {
	if conf.Course == "" {
		return nil // no settings were looked for
	}
	look := func(folder string) {
		found = append(found, settings.Unread(files.FS(folder), ".", filepath.ToSlash(folder))...)
	}
	look(conf.Course)
	switch {
	case conf.Name != "" || conf.Course == ".":
	case filepath.IsLocal(conf.Course):
		look(".")
	default:
		if here, err := FindConfig(nil); err == nil && here.Name != "" {
			found = append(found, codes.UnreadConfig.At(graph.Position{File: here.Name}, "put settings beside the course, or above it",
				"these settings are not for %s, which lies outside of their folder", filepath.ToSlash(conf.Course)))
		}
	}
	return found
}

// shownFolder is an absolute folder as the user would write it.
func shownFolder(folder string) string {
	if here, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(here, folder); err == nil {
			return rel
		}
	}
	return folder
}

// Watched are the files that the result depends on, the courses' first: what is read,
// and the settings of its folders with what they name.
func Watched(read, args []string) []string {
	all := slices.Clone(read)
	near, _ := FindConfig(args)
	folders := []string{cmp.Or(near.Course, ".")}
	if all == nil { // it cannot be read at the moment
		all = append(slices.Clone(args), "README.md")
	}
	for _, f := range read {
		if folder := filepath.Dir(f); !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	for _, folder := range folders {
		conf, err := FindConfig([]string{folder})
		if err == nil && read == nil {
			for _, name := range conf.Input {
				all = append(all, filepath.Join(conf.Folder, filepath.FromSlash(name)))
			}
		}
		var o figure.Options
		if err == nil && conf.Apply(&o, nil) == nil {
			all = append(all, NamedFiles(&o)...)
		}
		if conf.Settings != nil && conf.Name != "" {
			all = append(all, filepath.FromSlash(conf.Name))
		}
		for _, name := range settings.Names() {
			all = append(all, filepath.Join(folder, name))
		}
	}
	return all
}

// NamedFiles are the paths of the files that options name, as seen from the working
// folder.
func NamedFiles(o *figure.Options) (paths []string) {
	for _, f := range o.NamedFiles() {
		paths = append(paths, filepath.FromSlash(f.String()))
	}
	return paths
}
