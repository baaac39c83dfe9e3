package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/render/metadata"
)

// mostInput bounds what is read, in bytes: no course is larger, and everything
// after is linear in it.
const mostInput = 256 << 20

// largeInput is the size in bytes from which memory matters more than the time
// to collect garbage.
const largeInput = 1 << 20

// course is a document that was read.
type course struct {
	name        string   // as shown in messages
	inputs      []string // the paths that were named, or found
	config      config
	graph       *graph.Graph
	diagnostics []graph.Diagnostic
	files       []courseFile // that were read
	parts       []string     // the IDs of the nodes that a figure as input is of
	partial     bool         // a figure as input shows only some of the course
}

// stdin is what the document from "-" is called in messages.
const stdin = "stdin"

// courseFile is a file of a course.
type courseFile struct {
	name    string // its path, as shown in messages; "stdin" for that
	src     []byte
	format  string           // the one it was read as, when that is not Markdown
	options markdown.Options // that it was read with, when it is
}

// isMarkdown tells documents from graphs, and from the settings of a site,
// which say what belongs to a course too.
func (f courseFile) isMarkdown() bool {
	return f.format == "" && !strings.HasSuffix(f.name, ".yml") && !strings.HasSuffix(f.name, ".yaml")
}

// openCourse reads the course that the arguments name: a file of any format that
// is read, "-" for stdin, a folder, or several Markdown files; or without
// arguments what the configuration names, or else the README here, or else this
// folder.
func openCourse(s *streams, conf config, args []string) (*course, error) {
	paths := args
	if len(paths) == 0 {
		paths = conf.inputPaths()
	}
	if len(paths) == 0 {
		paths = []string{"."}
		if readme, err := findReadme("."); err == nil {
			paths[0] = readme
		}
	}
	if !isSingle(paths, conf) {
		return openFiles(conf, paths)
	}
	src, name, err := readInput(s, paths[0])
	if err != nil {
		return nil, err
	}
	format, err := inputFormat(conf.from, paths[0], src)
	if err != nil {
		return nil, err
	}
	c := &course{name: name, inputs: paths, config: conf}
	if format.Name != fromMarkdown {
		c.files = []courseFile{{name: name, src: src, format: format.Name}}
		g, diagnostics, err := openGraph(format, c.files[0])
		if err != nil {
			return nil, err
		}
		c.graph, c.diagnostics = g, conf.judge(diagnostics)
		return c, nil
	}
	c.files = []courseFile{{name: name, src: src}}
	if metadata.IsFigure(src) {
		return figureCourse(conf, name, src)
	}
	options := markdown.Options{File: name, Config: conf.document(paths), Settle: conf.settle, Prior: conf.prior}
	c.files[0].options = options
	g, diagnostics := markdown.Parse(src, options)
	c.graph, c.diagnostics = g, conf.judge(diagnostics)
	return c, nil
}

// readInput reads a text file, or stdin for "-", and refuses what cannot be text.
func readInput(s *streams, path string) (src []byte, name string, err error) {
	var r io.Reader
	if path == "-" {
		r, name = s.in, stdin
	} else {
		name = filepath.ToSlash(path)
		f, err := os.Open(path)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil, name, fmt.Errorf("%s: no such file (name the course's Markdown file, or run this in its folder)", name)
			}
			return nil, name, fmt.Errorf("%s: %w", name, errors.Unwrap(err))
		}
		defer f.Close()
		r = f
	}
	src, err = io.ReadAll(io.LimitReader(r, mostInput+1))
	if len(src) > largeInput {
		debug.SetGCPercent(200)
	}
	switch {
	case err != nil:
		return nil, name, fmt.Errorf("%s: %w", name, err)
	case len(src) > mostInput:
		return nil, name, fmt.Errorf("%s: larger than %d MiB, which is more than any course needs", name, mostInput>>20)
	case len(bytes.TrimSpace(src)) == 0:
		return nil, name, fmt.Errorf("%s: the file is empty", name)
	case isBinary(src) && !metadata.IsFigure(src):
		return nil, name, fmt.Errorf("%s: this is a binary file, not text", name)
	}
	return src, name, nil
}

// isBinary reports a NUL byte near the start, which no text file has. (UTF-16
// has them too, and is not Markdown that any site would show.)
func isBinary(src []byte) bool {
	return bytes.IndexByte(src[:min(len(src), 8000)], 0) >= 0
}

// findReadme is the README of a folder, in any spelling.
func findReadme(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	best := ""
	for _, e := range entries { // sorted: README.md comes before readme.md
		switch name := strings.ToLower(e.Name()); {
		case e.IsDir():
		case name == "readme.md":
			return filepath.Join(folder, e.Name()), nil
		case best == "" && (name == "readme.markdown" || name == "readme"):
			best = filepath.Join(folder, e.Name())
		}
	}
	if best == "" {
		return "", fmt.Errorf("no README.md in %s (name the course's Markdown file, or write input: FILE into roadmapviz.yaml)", where(folder))
	}
	return best, nil
}

func where(folder string) string {
	if folder == "." {
		return "this folder"
	}
	return filepath.ToSlash(folder)
}
