package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// Config is what a command goes by besides its own options: the project's settings,
// with the flags of all commands that read a course.
type Config struct {
	*settings.Settings
	Folder string       // where they lie, as seen from the working folder
	From   string       // the format of the input
	Settle bool         // look for the line that settles a doubt
	Prior  []graph.Node // of the course as it was read before
}

// FindConfig reads the settings of a folder or of the nearest one above it that has
// some.
func FindConfig(folder string) (Config, error) {
	at, err := filepath.Abs(folder)
	if err != nil {
		return Config{}, err
	}
	for ; ; at = filepath.Dir(at) {
		for _, name := range settings.Names() {
			if _, err := os.Lstat(filepath.Join(at, name)); errors.Is(err, fs.ErrNotExist) {
				continue
			}
			shown := shownFolder(at)
			found, err := settings.Find(files.FS(shown), ".", filepath.ToSlash(shown))
			return Config{Settings: found, Folder: shown}, err
		}
		if at == filepath.Dir(at) {
			return Config{Settings: &settings.Settings{}}, nil
		}
	}
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
	folders := []string{"."}
	if all == nil { // it cannot be read at the moment
		all = append(slices.Clone(args), "README.md")
	}
	for _, f := range read {
		if folder := filepath.Dir(f); !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	for _, folder := range folders {
		conf, err := FindConfig(folder)
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
