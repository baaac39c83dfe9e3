package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/files"
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
	within      string   // the folder that they must lie in; "" for those that the user named
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
// folder. When the context ends, so does the wait for it.
func openCourse(ctx context.Context, s *streams, conf config, args []string) (*course, error) {
	return await(ctx, func() (*course, error) {
		paths, within, err := chooseInputs(conf, args)
		if err != nil {
			return nil, err
		}
		c, err := readCourse(s, conf, paths, within)
		if c != nil {
			c.inputs, c.within = paths, within
		}
		return c, err
	})
}

// await returns what do does, or, as soon as the context ends, its error. What is
// not done then is left behind, for the program ends too.
func await[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// chooseInputs are the paths of a course, and the folder that they must lie in
// if not the user named them.
func chooseInputs(conf config, args []string) (paths []string, within string, err error) {
	if len(args) > 0 {
		return args, "", nil
	}
	if paths = conf.inputPaths(); len(paths) > 0 {
		for _, path := range paths {
			if _, err := files.Within(conf.folder, path); err != nil {
				return nil, "", fmt.Errorf("%s: input: %s: %w (name it on the command line to read it all the same)", conf.locateKey("input"), filepath.ToSlash(path), err)
			}
		}
		return paths, conf.folder, nil
	}
	readme, err := findReadme(".")
	if err != nil {
		readme = "."
	}
	return []string{readme}, ".", nil
}

// readCourse reads the course at the paths.
func readCourse(s *streams, conf config, paths []string, within string) (*course, error) {
	if !isSingle(paths, conf) {
		return openFiles(conf, paths, within)
	}
	src, name, err := readInput(s, paths[0], within)
	if err != nil {
		return nil, err
	}
	format, err := inputFormat(conf.from, paths[0], src)
	if err != nil {
		return nil, err
	}
	c := &course{name: name, config: conf}
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

// folder is where a course of files lies.
func (c *course) folder() string {
	if info, err := os.Stat(c.inputs[0]); err == nil && info.IsDir() {
		return c.inputs[0]
	}
	return filepath.Dir(c.files[0].name)
}

// trusted is the folder whose own name the user stands for: below it nothing
// hidden is written to.
func (c *course) trusted() string { return cmp.Or(c.within, c.folder()) }

// sources are the paths of all that was read to make the course.
func (c *course) sources() []string {
	paths := append([]string{c.config.name}, c.inputs...)
	for _, f := range c.files {
		paths = append(paths, f.name)
	}
	return paths
}

// readInput reads a text file, or stdin for "-", and refuses what cannot be text.
// A file that the user did not name lies within a folder.
func readInput(s *streams, path, within string) (src []byte, name string, err error) {
	name = filepath.ToSlash(path)
	switch {
	case path == "-":
		name = stdin
		src, err = files.All(s.in, mostInput)
	case within != "":
		src, err = files.ReadWithin(within, path, mostInput)
	default:
		src, err = files.Read(path, mostInput)
	}
	if len(src) > largeInput {
		debug.SetGCPercent(200)
	}
	var large *files.TooLargeError
	var outside *files.OutsideError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, name, fmt.Errorf("%s: no such file (name the course's Markdown file, or run this in its folder)", name)
	case errors.As(err, &large):
		return nil, name, fmt.Errorf("%s: %w, which is more than any course needs", name, err)
	case errors.As(err, &outside):
		return nil, name, fmt.Errorf("%s: %w (name the file that it links to)", name, err)
	case err != nil:
		return nil, name, fmt.Errorf("%s: %w", name, withoutPath(err))
	case len(bytes.TrimSpace(src)) == 0:
		return nil, name, fmt.Errorf("%s: the file is empty", name)
	case isBinary(src) && !metadata.IsFigure(src):
		return nil, name, fmt.Errorf("%s: this is a binary file, not text", name)
	}
	return src, name, nil
}

// withoutPath is an error of the file system without the path, which is not
// always as the user wrote it.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
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
