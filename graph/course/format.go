package course

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// Markdown is the name of the format that courses are in by default.
const Markdown = "markdown"

// FormatError says that a file, or a format, cannot be read as it was asked for.
type FormatError struct{ Message string }

func (e *FormatError) Error() string { return e.Message }

// isGraph tells that the input is said to hold a graph and is no document.
func (o Options) isGraph() bool { return o.From != "" && o.From != Markdown }

// Readable are the names of the formats that a course is read from, sorted.
func Readable() []string {
	names := []string{}
	for _, f := range formats.All() {
		if f.Decode != nil || f.Name == Markdown {
			names = append(names, f.Name)
		}
	}
	return names
}

// Export writes what figures show of the course in a format, one of [Writable].
// The bytes are those of 'roadmapviz export'. A [*FormatError]
// says that there is no such format to write. When the context ends, so does the writing,
// with its error.
func (c *Course) Export(ctx context.Context, w io.Writer, format string) error {
	f, ok := formats.Lookup(format)
	if !ok || f.Encode == nil {
		return &FormatError{nearest.Unknown("format to write", format, Writable())}
	}
	return f.Encode(ctx, w, c.Graph.Drawn())
}

// Writable are the names of the formats that a course is written in, sorted.
func Writable() []string {
	names := []string{}
	for _, f := range formats.All() {
		if f.Encode != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// formatOf is the format of an input: the one that is named, or else the one that
// its extension tells. Everything else is Markdown.
func formatOf(from, name string, src []byte) (formats.Format, error) {
	if from != "" {
		f, ok := formats.Lookup(from)
		if !ok || f.Decode == nil && f.Name != Markdown {
			return f, &FormatError{nearest.Unknown("format to read", from, Readable())}
		}
		return f, nil
	}
	f, ok := formats.ByExtension(name)
	switch {
	case !ok:
		f, _ = formats.Lookup(Markdown)
	case f.Name == "json" && isRoadmapSh(src):
		f, _ = formats.Lookup("roadmapsh")
	case f.Decode == nil && f.Name != Markdown:
		return f, &FormatError{name + ": " + f.Name + " is written, not read (the formats that are read: " + strings.Join(Readable(), ", ") + ")"}
	}
	return f, nil
}

// isRoadmapSh tells roadmap.sh's JSON from our own, which says its version at
// its beginning. Both have the extension .json.
func isRoadmapSh(src []byte) bool {
	return !bytes.Contains(src[:min(len(src), 4096)], []byte(`"roadmapviz"`)) && bytes.Contains(src, []byte(`"position"`))
}

// isGraphFile tells by its name that a file holds a graph and is no document.
func isGraphFile(name string) bool {
	f, ok := formats.ByExtension(name)
	return ok && f.Name != Markdown
}

// decode reads a course from a text that holds a graph, and says what is odd in
// it.
func decode(ctx context.Context, f formats.Format, src []byte, name string) (*graph.Graph, []graph.Diagnostic, error) {
	g, diagnostics, err := f.Decode(ctx, bytes.NewReader(src))
	var syntax *graph.SyntaxError
	if errors.As(err, &syntax) {
		syntax.Source.File = name
		return nil, nil, syntax
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	for i := range diagnostics {
		diagnostics[i].Position.File = name
	}
	return g, diagnostics, nil
}
