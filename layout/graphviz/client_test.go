package graphviz

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/version"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
	"github.com/roadmapviz/roadmapviz/layout/graphviz/wire"
)

// run lays a small course out with dot.
func run(ctx context.Context, t testing.TB, c Config) (*layout.Diagram, []graph.Diagnostic, error) {
	t.Helper()
	e, ok := New(c).Engine("dot")
	if !ok {
		t.Fatal("there is no dot")
	}
	return enginetest.Layout(ctx, e, enginetest.Course(enginetest.Label("Label"), []int{2, 3}), layout.Options{})
}

func cacheDir(t testing.TB) string { return filepath.Join(t.TempDir(), "cache") }

func TestPlaces(t *testing.T) {
	d, diagnostics, err := run(t.Context(), t, Config{Helper: fake(t, "places"), CacheDir: cacheDir(t)})
	if err != nil || len(diagnostics) > 0 {
		t.Fatal(err, diagnostics)
	}
	if len(d.Boxes) != 8 || d.Title != "Label Roadmap" || d.Boxes[1].Y <= d.Boxes[0].Y {
		t.Errorf("%d boxes, title %q, the first at %g and %g", len(d.Boxes), d.Title, d.Boxes[0].Y, d.Boxes[1].Y)
	}
}

// A program of another version is told, and places all the same.
func TestOtherVersion(t *testing.T) {
	for own, want := range map[string]bool{"v0.2.0": true, "v0.1.0": false, version.Unknown: false} {
		client := New(Config{Helper: fake(t, "old"), CacheDir: cacheDir(t)})
		client.version = own
		e, _ := client.Engine("dot")
		d, diagnostics, err := enginetest.Layout(t.Context(), e, enginetest.Course(enginetest.Label("Label"), []int{2, 3}), layout.Options{})
		if err != nil || d == nil {
			t.Fatal(err)
		}
		if told := len(diagnostics) == 1 && diagnostics[0].Code == codes.OtherVersion.ID && strings.Contains(diagnostics[0].Message, "is of version v0.1.0, and roadmapviz of v0.2.0"); told != want || len(diagnostics) > 1 {
			t.Errorf("%s: %v", own, diagnostics)
		}
	}
}

func TestFailures(t *testing.T) {
	for name, want := range map[string]string{
		"crashes": "graphviz dot: crashes: segmentation violation (exit status 2)",
		"killed":  "graphviz dot: killed: signal: killed",
		"garbage": `garbage: the answer is not a Graphviz layout: box n0 has the place "1,NaN"`,
		"noise":   "noise: the answer is not a Graphviz layout",
		"silent":  "silent: the answer is not a Graphviz layout",
		"deaf":    "deaf: the answer is not a Graphviz layout",
		"endless": "endless: more than 1 MB of output",
		"refuses": "graphviz dot: syntax error in line 7",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _, err := run(t.Context(), t, Config{Helper: fake(t, name), CacheDir: cacheDir(t)})
			if d != nil || err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %q", err, want)
			}
			var told *wire.Error
			if is := errors.As(err, &told); is != (name == "refuses") {
				t.Errorf("a *wire.Error: %t", is)
			}
		})
	}
}

func TestNoProgram(t *testing.T) {
	if _, _, err := run(t.Context(), t, Config{}); !errors.Is(err, ErrNoHelper) {
		t.Errorf("no path: %v", err)
	}
	missing := filepath.Join(t.TempDir(), "missing")
	if _, _, err := run(t.Context(), t, Config{Helper: missing}); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), missing) {
		t.Errorf("a path to nothing: %v", err)
	}
}

func TestUnknownEngine(t *testing.T) {
	if e, ok := New(Config{}).Engine("patchwork"); ok || e != nil {
		t.Error("an engine that cannot draw edges was found")
	}
}

func TestTooLarge(t *testing.T) {
	var large *graph.LimitError
	_, _, err := run(t.Context(), t, Config{Helper: "never started", MaxNodes: 7})
	if !errors.As(err, &large) || large.Is != 8 || large.Most != 7 || !strings.Contains(err.Error(), "too many for dot") {
		t.Errorf("%v", err)
	}
}

// TestDamagedCache: the folder is deleted, and the layout succeeds without it.
func TestDamagedCache(t *testing.T) {
	cache := cacheDir(t)
	if err := os.Mkdir(cache, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cache, "damaged"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	config := Config{Helper: fake(t, "damaged"), CacheDir: cache}
	for range 2 {
		if _, diagnostics, err := run(t.Context(), t, config); err != nil || len(diagnostics) > 0 {
			t.Fatal(err, diagnostics)
		}
	}
	if _, err := os.Stat(filepath.Join(cache, "damaged")); !os.IsNotExist(err) {
		t.Errorf("the damaged file is still there: %v", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	client := New(Config{Helper: fake(t, "crowd"), CacheDir: cacheDir(t)})
	e, _ := client.Engine("twopi")
	g := enginetest.Course(enginetest.Label("Label"), []int{2, 3})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if _, _, err := enginetest.Layout(t.Context(), e, g, layout.Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// TestWaiting: who gives up while others have their turn starts nothing.
func TestWaiting(t *testing.T) {
	client := New(Config{Helper: "never started"})
	for range cap(client.slots) {
		client.slots <- struct{}{}
	}
	e, _ := client.Engine("dot")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := enginetest.Layout(ctx, e, enginetest.Course(enginetest.Label("Label"), []int{1}), layout.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
