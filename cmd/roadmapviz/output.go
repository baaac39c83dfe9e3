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
	return replaceFile(path, data, false)
}

// replaceFile writes data to a temporary file in the folder of path and gives
// it that name. The folder is made when it is missing. A durable file is on the
// disk before it takes the name, so that it survives a power failure, which
// costs some milliseconds; use it for what cannot be made again. A link stays a
// link: what it points to is replaced.
func replaceFile(path string, data []byte, durable bool) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
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
	if durable {
		if err = temp.Sync(); err != nil {
			temp.Close()
			return err
		}
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
