package graphviz

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/version"
	"github.com/roadmapviz/roadmapviz/layout/graphviz/wire"
)

// place asks the program for the places of a content's cards, when its turn
// has come.
func (c *Client) place(ctx context.Context, engine, dot string, k *content) (*answer, []graph.Diagnostic, error) {
	if c.config.Helper == "" {
		return nil, nil, ErrNoHelper
	}
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	j := job{program: c.config.Helper, timeout: c.config.Timeout, mostOutput: mostOutput(k)}
	if c.config.System {
		j.args, j.stdin = []string{"-K" + engine, "-Tjson0"}, []byte(dot)
		a, err := attempt(ctx, j, k, func(out []byte) ([]byte, error) { return out, nil })
		return a, nil, named(engine, err)
	}
	request, err := json.Marshal(wire.Request{Engine: engine, DOT: dot, Memory: c.config.Memory})
	if err != nil {
		return nil, nil, err
	}
	j.stdin, j.keepOpen = request, true
	a, diagnostics, err := c.placeCached(ctx, j, k)
	return a, diagnostics, named(engine, err)
}

// placeCached runs a job with the cache folder. If the program breaks down, the
// machine code in that folder may be damaged: it is deleted, and the program
// gets one more chance without any.
func (c *Client) placeCached(ctx context.Context, j job, k *content) (*answer, []graph.Diagnostic, error) {
	cache, diagnostics := openCache(c.config.CacheDir)
	j.env = cacheEnvironment(cache)
	its := ""
	unwrap := func(out []byte) ([]byte, error) {
		response, err := readResponse(out)
		its = response.Version
		return response.Layout, err
	}
	a, err := attempt(ctx, j, k, unwrap)
	var broken *brokenError
	if cache != "" && errors.As(err, &broken) {
		os.RemoveAll(cache) // what cannot be deleted is not used now either
		j.env = cacheEnvironment("")
		a, err = attempt(ctx, j, k, unwrap)
	}
	if differs := version.Differs(filepath.Base(j.program), its, "roadmapviz", c.version); differs != "" {
		diagnostics = append(diagnostics, codes.OtherVersion.At(graph.Position{}, "install both of one version, or figures may differ from machine to machine", "%s", differs))
	}
	return a, diagnostics, err
}

// attempt runs a job once and reads its answer.
func attempt(ctx context.Context, j job, k *content, unwrap func([]byte) ([]byte, error)) (*answer, error) {
	out, failure := j.run(ctx)
	if failure != nil && len(out) == 0 {
		return nil, failure
	}
	data, err := unwrap(out)
	var told *wire.Error
	switch {
	case errors.As(err, &told): // a better reason than the exit code
		return nil, err
	case failure != nil:
		return nil, failure
	case err != nil:
		return nil, &brokenError{err.Error(), j.program}
	}
	a, err := read(data, k)
	if err != nil {
		return nil, &brokenError{err.Error(), j.program}
	}
	return a, nil
}

// readResponse reads what roadmapviz-graphviz wrote, which may be an error.
func readResponse(out []byte) (response wire.Response, err error) {
	if err := json.Unmarshal(out, &response); err != nil {
		return response, fmt.Errorf("%w: %w", errGarbage, err)
	}
	if response.Error != nil {
		return response, response.Error
	}
	return response, nil
}

// mostOutput bounds the answer, in bytes: a route takes about 20 a point, and
// hardly any has more than a hundred.
func mostOutput(k *content) int { return 1<<20 + 16<<10*(len(k.cards)+len(k.links)) }

// named says in which engine an error arose.
func named(engine string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("graphviz %s: %w", engine, err)
}
