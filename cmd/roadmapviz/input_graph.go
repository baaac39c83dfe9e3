package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	codecs "github.com/roadmapviz/roadmapviz/graph/formats"
)

// fromMarkdown is the name of the format that courses are in by default.
const fromMarkdown = "markdown"

// fromGraph tells that the input is said to hold a graph and is no document.
func (c config) fromGraph() bool { return c.from != "" && c.from != fromMarkdown }

// readableNames are the names of the formats that a course is read from.
func readableNames() []string {
	names := []string{}
	for _, f := range codecs.All() {
		if f.Decode != nil || f.Name == fromMarkdown {
			names = append(names, f.Name)
		}
	}
	return names
}

// inputFormat is the format of an input: the one that --from names, or else the
// one that its extension tells. Everything else is Markdown.
func inputFormat(from, path string, src []byte) (codecs.Format, error) {
	if from != "" {
		f, ok := codecs.Lookup(from)
		if !ok || f.Decode == nil && f.Name != fromMarkdown {
			return f, unknown("format to read", from, readableNames())
		}
		return f, nil
	}
	f, ok := codecs.ByExtension(path)
	switch {
	case !ok:
		f, _ = codecs.Lookup(fromMarkdown)
	case f.Name == "json" && isRoadmapSh(src):
		f, _ = codecs.Lookup("roadmapsh")
	case f.Decode == nil && f.Name != fromMarkdown:
		return f, usagef("%s: %s is written, not read (the formats that are read: %s)", filepath.ToSlash(path), f.Name, strings.Join(readableNames(), ", "))
	}
	return f, nil
}

// isRoadmapSh tells roadmap.sh's JSON from our own, which says its version at
// its beginning. Both have the extension .json.
func isRoadmapSh(src []byte) bool {
	return !bytes.Contains(src[:min(len(src), 4096)], []byte(`"roadmapviz"`)) && bytes.Contains(src, []byte(`"position"`))
}

// isGraphFile tells by its name that a file holds a graph and is no document.
func isGraphFile(path string) bool {
	f, ok := codecs.ByExtension(path)
	return ok && f.Name != fromMarkdown
}

// openGraph reads a course from a file that holds a graph, and says what is odd
// in it.
func openGraph(f codecs.Format, file courseFile) (*graph.Graph, []graph.Diagnostic, error) {
	g, diagnostics, err := f.Decode(bytes.NewReader(file.src))
	var syntax *graph.SyntaxError
	if errors.As(err, &syntax) {
		syntax.Source.File = file.name
		return nil, nil, syntax
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file.name, err)
	}
	for i := range diagnostics {
		diagnostics[i].Position.File = file.name
	}
	return g, diagnostics, nil
}
