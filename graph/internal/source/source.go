// Package source has what the decoders share: reading within bounds, and
// errors that say where.
package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// MaxBytes bounds the size of a file that holds a graph.
const MaxBytes = 256 << 20

// Read is all of r, or an error when that is more than [MaxBytes] or no UTF-8.
// It ends with the context.
// A byte order mark is dropped.
func Read(ctx context.Context, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(until.Reader(ctx, r), MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, &graph.SyntaxError{Message: fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20)}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &graph.SyntaxError{Message: "the file is empty"}
	}
	if !utf8.Valid(data) {
		bad := 0
		for bad < len(data) {
			r, size := utf8.DecodeRune(data[bad:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			bad += size
		}
		return nil, Errorf(data, bad, "save the file as UTF-8", "the text is not UTF-8")
	}
	return data, nil
}

// Position is the line and column of a byte offset.
func Position(data []byte, offset int) graph.Position {
	before := data[:max(0, min(offset, len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return graph.Position{Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1}
}

// Errorf is the error for what stands at a byte offset.
func Errorf(data []byte, offset int, hint, format string, args ...any) *graph.SyntaxError {
	return &graph.SyntaxError{Source: Position(data, offset), Hint: hint, Message: fmt.Sprintf(format, args...)}
}

// Check is g.Check, with the error placed at the element that it speaks of;
// at gives the position of a node, edge or image by its index, or the zero
// Position.
func Check(g *graph.Graph, at func(graph.Element, int) graph.Position) error {
	err := g.Check()
	var invalid *graph.InvalidError
	if errors.As(err, &invalid) {
		return &graph.SyntaxError{
			Source:  at(invalid.Element, invalid.Index),
			Message: fmt.Sprintf("%s %q: %s", invalid.Element, invalid.ID, invalid.Message),
			Hint:    invalid.Hint, Err: err,
		}
	}
	return err
}
