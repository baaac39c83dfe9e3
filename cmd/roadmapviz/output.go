package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// writeOutput writes a finished result to a path, or to stdout for "-". A
// regular file appears whole or not at all: the bytes go to a temporary file
// beside it, which then takes its name. What is no regular file, such as
// /dev/full, is written to directly, for a rename would replace it.
func writeOutput(path string, stdout io.Writer, data []byte) error {
	if path == "-" {
		_, err := stdout.Write(data)
		return err
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return fmt.Errorf("%s is a directory: name a file in it", path)
		}
		return os.WriteFile(path, data, 0o666)
	}
	// A link stays a link: what it points to is replaced.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return replaceFile(path, data)
}

// replaceFile writes data to a temporary file in the folder of path and gives
// it that name. The folder is made when it is missing.
func replaceFile(path string, data []byte) (err error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	mode := os.FileMode(0o666)
	old, statErr := os.Stat(path)
	if statErr == nil {
		mode = old.Mode().Perm()
	}
	temp, err := createTemp(folder, filepath.Base(path), mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(temp.Name())
		}
	}()
	if _, err = temp.Write(data); err != nil {
		temp.Close()
		return err
	}
	if err = temp.Sync(); err != nil {
		temp.Close()
		return err
	}
	if err = temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// createTemp makes a new file for the given mode, under the process's umask.
// (os.CreateTemp would make it readable by its owner alone.)
func createTemp(folder, base string, mode os.FileMode) (*os.File, error) {
	for i := 0; ; i++ {
		name := filepath.Join(folder, fmt.Sprintf(".%s.%d-%d.tmp", base, os.Getpid(), i))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil || !os.IsExist(err) || i > 1000 {
			return f, err
		}
	}
}
