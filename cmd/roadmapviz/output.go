package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/internal/files"
)

// writeOutput writes a finished result to a path that the user names, or to
// stdout for "-".
func writeOutput(path string, stdout io.Writer, data []byte) error {
	if path == "-" {
		_, err := stdout.Write(data)
		return err
	}
	return files.Write(path, data, false)
}

// output is where a large result goes piece by piece: a [files.Draft], or stdout.
type output interface {
	io.WriteCloser
	Commit() error
	Discard()
}

func newOutput(path string, out io.Writer) output {
	if path == "-" {
		return stdout{out}
	}
	return files.NewDraft(path)
}

type stdout struct{ io.Writer }

func (stdout) Close() error  { return nil }
func (stdout) Commit() error { return nil }
func (stdout) Discard()      {}

// guard refuses outputs that are inputs, or cannot be written to, before any is
// written.
func guard(outputs []string, inputs ...string) error {
	for _, out := range outputs {
		if out == "-" {
			continue
		}
		if in := sameFile(out, inputs); in != "" {
			return flags.Usagef("%s is read here and would be overwritten: name another file for the result", filepath.ToSlash(out))
		}
		if err := files.Check(out); err != nil {
			return err
		}
	}
	return nil
}

// sameFile is which of the paths leads to the same file as the first, or "".
func sameFile(path string, others []string) string {
	wanted, err := os.Stat(path)
	if err != nil {
		return ""
	}
	for _, other := range others {
		if info, err := os.Stat(other); other != "" && err == nil && os.SameFile(info, wanted) {
			return other
		}
	}
	return ""
}
