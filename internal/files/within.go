package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// OutsideError says that a path leads out of the folder that it must stay in.
type OutsideError struct{ Folder string }

func (e *OutsideError) Error() string {
	return "it lies outside of " + where(e.Folder)
}

func where(folder string) string {
	if folder = filepath.Clean(folder); folder != "." {
		return filepath.ToSlash(folder)
	}
	return "this folder"
}

// DanglingError says that a link leads to what does not exist.
type DanglingError struct{ Link, To string }

func (e *DanglingError) Error() string {
	return fmt.Sprintf("%s is a link to %s, which does not exist: make that, or delete the link", filepath.ToSlash(e.Link), filepath.ToSlash(e.To))
}

// Within is where a path leads from a folder, links resolved, or an
// [*OutsideError]. Its last elements need not exist.
func Within(folder, path string) (string, error) {
	if isOutside(folder, path) {
		return "", &OutsideError{folder}
	}
	base, err := resolve(folder)
	if err != nil {
		return "", err
	}
	real, err := resolve(path)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(base, real)
	if err != nil || !filepath.IsLocal(rel) {
		return "", &OutsideError{folder}
	}
	return rel, nil
}

// isOutside tells by the words of a path alone, so that nothing is said about
// the links out there.
func isOutside(folder, path string) bool {
	from, err := filepath.Abs(folder)
	if err != nil {
		return true
	}
	to, err := filepath.Abs(path)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(from, to)
	return err != nil || !filepath.IsLocal(rel)
}

// resolve is the absolute path without links. Its last elements need not exist,
// but a link must lead somewhere.
func resolve(path string) (string, error) {
	rest := ""
	for at := path; ; {
		real, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Abs(filepath.Join(real, rest))
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if info, e := os.Lstat(at); e == nil && info.Mode()&fs.ModeSymlink != 0 {
			to, _ := os.Readlink(at)
			return "", &DanglingError{at, to}
		}
		up := filepath.Dir(at)
		if up == at {
			return "", err
		}
		rest = filepath.Join(filepath.Base(at), rest)
		at = up
	}
}

// enter opens a folder and says where in it a path leads.
func enter(folder, path string) (*os.Root, string, error) {
	name, err := Within(folder, path)
	if err != nil {
		return nil, "", err
	}
	root, err := os.OpenRoot(folder)
	return root, name, err
}

// Visible returns a [*HiddenError] if a name that [Hidden] refuses lies between a
// folder and what a path leads to, which may be outside of it.
func Visible(folder, path string) error {
	base, err := resolve(folder)
	if err != nil {
		return err
	}
	real, err := resolve(path)
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(base, real)
	if err != nil {
		rel = real // on another disk
	}
	return Hidden(rel)
}
