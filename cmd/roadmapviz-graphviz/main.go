// Command roadmapviz-graphviz places one graph with Graphviz. roadmapviz starts
// it for the layouts dot, neato, fdp, sfdp, circo, twopi and osage; it is not
// meant to be called by hand. What it reads and writes is in package wire.
//
// Graphviz runs in a process of its own because its Go package compiles, or
// loads, six megabytes of code before main starts, keeps that code in the
// folder for temporary files, must not be used by two goroutines, and cannot be
// stopped. Here it lives for one layout, with a folder of its caller's choice
// (TMPDIR), and ends when it is killed or its standard input closes.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/metrics"
	"strings"
	"sync"
	"time"

	"github.com/goccy/go-graphviz"

	"github.com/roadmapviz/roadmapviz/internal/version"
	"github.com/roadmapviz/roadmapviz/layout/graphviz/wire"
)

// mostInput bounds a request, in bytes.
const mostInput = 256 << 20

func main() {
	request, err := read(os.Stdin)
	if err != nil {
		os.Exit(answer(os.Stdout, nil, &wire.Error{Code: wire.BadRequest, Message: err.Error()}))
	}
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(1) // nobody waits for the answer
	}()
	var end sync.Mutex // whoever has it answers
	if request.Memory > 0 {
		go func() {
			within(request.Memory)
			end.Lock()
			os.Exit(answer(os.Stdout, nil, &wire.Error{Code: wire.TooMuch, Message: fmt.Sprintf("more than %d MiB of memory would be needed; draw fewer parts, or take a native layout such as roadmap", request.Memory>>20)}))
		}()
	}
	layout, err := place(context.Background(), request)
	end.Lock()
	os.Exit(answer(os.Stdout, layout, err))
}

// within waits until the program uses more bytes than it may. Graphviz's memory is Go's.
func within(most int64) {
	sizes := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for used := int64(0); used <= most; time.Sleep(20 * time.Millisecond) {
		metrics.Read(sizes)
		used = int64(sizes[0].Value.Uint64() - sizes[1].Value.Uint64())
	}
}

// read takes one request and leaves the rest of r unread.
func read(r io.Reader) (wire.Request, error) {
	var request wire.Request
	err := json.NewDecoder(io.LimitReader(r, mostInput)).Decode(&request)
	switch {
	case errors.Is(err, io.EOF):
		return request, errors.New("no request on standard input (this program is started by roadmapviz)")
	case err != nil:
		return request, fmt.Errorf("the request cannot be read: %w", err)
	}
	return request, nil
}

// place lays out the graph of a request. A fault in Graphviz's own code, which
// shows as a panic, is an error too.
func place(ctx context.Context, request wire.Request) (layout []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &wire.Error{Code: wire.Failed, Message: fmt.Sprintf("Graphviz crashed: %v", fault)}
		}
	}()
	if strings.TrimSpace(request.DOT) == "" {
		return nil, &wire.Error{Code: wire.BadGraph, Message: "the graph is empty"}
	}
	g, err := graphviz.ParseBytes([]byte(request.DOT))
	if err == nil && g == nil { // a text of comments only
		err = errors.New("the text holds no graph")
	}
	if err != nil {
		return nil, &wire.Error{Code: wire.BadGraph, Message: strings.TrimSpace(err.Error())}
	}
	gv, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := gv.SetLayout(graphviz.Layout(request.Engine)).Render(ctx, g, "json0", &b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// answer writes the response and returns the exit code.
func answer(w io.Writer, layout []byte, err error) int {
	response, code := wire.Response{Layout: layout, Version: version.Here()}, 0
	if err == nil && !json.Valid(layout) {
		err = errors.New("no layout came out")
	}
	if err != nil {
		var known *wire.Error
		if !errors.As(err, &known) {
			known = &wire.Error{Code: wire.Failed, Message: strings.TrimSpace(err.Error())}
		}
		response.Layout, response.Error, code = nil, known, 1
	}
	if err := json.NewEncoder(w).Encode(response); err != nil {
		return 1
	}
	return code
}
