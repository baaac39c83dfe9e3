package graphviz

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/graph"
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
	return e.Layout(ctx, enginetest.Course(enginetest.Label("Label"), []int{2, 3}), layout.Options{})
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
	var large *TooLargeError
	_, _, err := run(t.Context(), t, Config{Helper: "never started", MaxNodes: 7})
	if !errors.As(err, &large) || large.Boxes != 8 || large.Max != 7 || large.Engine != "dot" {
		t.Errorf("%v", err)
	}
}

// TestNothingIsLeft: at the deadline, and when the caller gives up, the program
// and what it started are ended.
func TestNothingIsLeft(t *testing.T) {
	for name, c := range map[string]struct {
		timeout time.Duration
		cancel  bool
		want    error
	}{
		"deadline": {2 * time.Second, false, context.DeadlineExceeded},
		"cancel":   {0, true, context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			cache := cacheDir(t)
			result := make(chan error, 1)
			program := fake(t, "hangs")
			go func() {
				_, _, err := run(ctx, t, Config{Helper: program, CacheDir: cache, Timeout: c.timeout})
				result <- err
			}()
			pids := waitForPids(t, filepath.Join(cache, "pids"))
			for _, pid := range pids {
				if c.cancel && !alive(pid) {
					t.Fatalf("process %d has not started", pid)
				}
			}
			if c.cancel {
				cancel()
			}
			if err := <-result; !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			for _, pid := range pids {
				gone(t, pid)
			}
			if _, err := os.Stat(cache); err != nil {
				t.Errorf("the cache was deleted though nothing was wrong with it: %v", err)
			}
		})
	}
}

func waitForPids(t *testing.T, file string) []int {
	t.Helper()
	for range 2000 {
		if b, err := os.ReadFile(file); err == nil {
			pids := make([]int, 2)
			if _, err := fmt.Sscan(string(b), &pids[0], &pids[1]); err != nil {
				t.Fatal(err)
			}
			return pids
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("the program did not start")
	return nil
}

// gone waits for a killed process to disappear.
func gone(t *testing.T, pid int) {
	t.Helper()
	for range 2000 {
		if !alive(pid) {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("process %d is still there", pid)
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
			if _, _, err := e.Layout(t.Context(), g, layout.Options{}); err != nil {
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
	_, _, err := e.Layout(ctx, enginetest.Course(enginetest.Label("Label"), []int{1}), layout.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
