package files

import (
	"os"
	"path/filepath"
)

// Common is the folder that holds all paths, or the one path that is a folder
// itself, as an absolute path, with the paths as seen from there, with slashes.
func Common(paths []string) (folder string, names []string, err error) {
	absolute := make([]string, len(paths))
	for i, p := range paths {
		if absolute[i], err = filepath.Abs(p); err != nil {
			return "", nil, err
		}
	}
	folder = absolute[0]
	if info, err := os.Stat(folder); len(paths) > 1 || err != nil || !info.IsDir() {
		folder = filepath.Dir(folder)
	}
	for _, p := range absolute {
		for !isWithin(folder, p) && folder != filepath.Dir(folder) {
			folder = filepath.Dir(folder)
		}
	}
	for _, p := range absolute {
		rel, err := filepath.Rel(folder, p)
		if err != nil {
			return "", nil, err
		}
		names = append(names, filepath.ToSlash(rel))
	}
	return folder, names, nil
}

func isWithin(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}
