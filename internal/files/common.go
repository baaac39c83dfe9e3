package files

import (
	"os"
	"path"
	"path/filepath"
	"strings"
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

func isWithin(folder, file string) bool {
	rel, err := filepath.Rel(folder, file)
	return err == nil && filepath.IsLocal(rel)
}

// SplitPattern is the folder that all files of a pattern lie in, as a path with slashes,
// and the rest of the pattern.
func SplitPattern(pattern string) (folder, inner string) {
	inner = pattern
	for first, rest, more := strings.Cut(inner, "/"); more && !strings.ContainsAny(first, "*?["); first, rest, more = strings.Cut(inner, "/") {
		folder, inner = folder+first+"/", rest
	}
	return path.Clean(folder), inner
}
