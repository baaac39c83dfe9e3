package graphviz

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
	"github.com/roadmapviz/roadmapviz/layout/graphviz/wire"
)

// program builds roadmapviz-graphviz, once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "roadmapviz-test-")
	if err != nil {
		return "", err
	}
	programDir = dir
	path := filepath.Join(dir, "roadmapviz-graphviz")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", path, "../../cmd/roadmapviz-graphviz").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// programDir is what TestMain removes in the end.
var programDir string

// real are the configurations with real programs: ours, and dot where it is installed.
func real(t *testing.T) map[string]Config {
	t.Helper()
	if testing.Short() {
		t.Skip("builds a program")
	}
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	configs := map[string]Config{"ours": {Helper: path, CacheDir: cacheDir(t)}}
	if dot, err := exec.LookPath("dot"); err == nil {
		configs["system"] = Config{Helper: dot, System: true}
	} else {
		t.Log("dot is not installed")
	}
	return configs
}

// TestConformance holds every engine against what all layouts must do.
func TestConformance(t *testing.T) {
	for name, config := range real(t) {
		client := New(config)
		for _, engine := range Names() {
			t.Run(name+"/"+engine, func(t *testing.T) {
				t.Parallel()
				e, _ := client.Engine(engine)
				enginetest.Suite{
					Engine: e, Courses: courses[name],
					Pages:   pages(e),
					Follows: order[engine],
				}.Run(t)
			})
		}
	}
}

// courses is the number of random courses that are tried with each program.
var courses = map[string]int{"ours": 4, "system": 2}

// pages are three, so that the few courses are small enough to have lines that are
// led around boxes.
func pages(e layout.Engine) []layout.Page {
	third := layout.Page{}
	if e.Capabilities().Columns {
		third.Columns = 2
	}
	return []layout.Page{{}, {Width: 4000}, third}
}

// order is what the engines that keep the order of the document promise. The
// others place what belongs together near each other, in any order.
var order = map[string]func(p layout.Page, a, b layout.Box) bool{
	"circo": anyOrder, "fdp": anyOrder, "neato": anyOrder, "sfdp": anyOrder, "twopi": anyOrder,
}

func anyOrder(layout.Page, layout.Box, layout.Box) bool { return true }

// TestManyRealOnes: 50 layouts at once are 50 times the same picture.
func TestManyRealOnes(t *testing.T) {
	config := real(t)["ours"]
	client := New(config)
	e, _ := client.Engine("neato")
	g := enginetest.Course(enginetest.Plain(), []int{4, 3, 5})
	want := enginetest.Draw(t, e, g, layout.Options{})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			d, _, err := enginetest.Layout(t.Context(), e, g, layout.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			for i := range want.Boxes {
				if d.Boxes[i].X != want.Boxes[i].X || d.Boxes[i].Y != want.Boxes[i].Y {
					t.Errorf("box %d is at another place", i)
				}
			}
		})
	}
	all.Wait()
}

// TestRealDamagedCache: machine code that was damaged on disk does no harm.
func TestRealDamagedCache(t *testing.T) {
	config := real(t)["ours"]
	if _, _, err := run(t.Context(), t, config); err != nil {
		t.Fatal(err)
	}
	damaged := 0
	err := filepath.WalkDir(config.CacheDir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		damaged++
		return os.Truncate(path, 1000)
	})
	if err != nil || damaged == 0 {
		t.Fatalf("%d files in the cache: %v", damaged, err)
	}
	for range 2 { // without a cache, and with a new one
		if _, diagnostics, err := run(t.Context(), t, config); err != nil || len(diagnostics) > 0 {
			t.Fatal(err, diagnostics)
		}
	}
}

// TestEndsWithItsCaller: the program does not outlive the one who asked.
func TestEndsWithItsCaller(t *testing.T) {
	config := real(t)["ours"]
	cmd := exec.Command(config.Helper)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// A graph that keeps neato busy for minutes.
	var dot strings.Builder
	dot.WriteString("digraph{")
	for i := range 3000 {
		dot.WriteString("n" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + " -> " + "m" + strings.Repeat("y", i%11) + string(rune('a'+i%23)) + "\n")
	}
	dot.WriteString("}")
	if _, err := in.Write([]byte(`{"engine":"neato","dot":"` + strings.ReplaceAll(dot.String(), "\n", ";") + `"}`)); err != nil {
		t.Fatal(err)
	}
	in.Close()
	if err := cmd.Wait(); err == nil {
		t.Errorf("it answered nobody with %d bytes", out.Len())
	}
}

// TestBadRequests: what is no request is answered with an error.
func TestBadRequests(t *testing.T) {
	config := real(t)["ours"]
	k := measure(t.Context(), enginetest.Course(enginetest.Label("x"), []int{1}), layout.Page{}, manners[0])
	for request, want := range map[string]wire.Code{
		``:                                wire.BadRequest,
		`{`:                               wire.BadRequest,
		`{"engine":"dot"}`:                wire.BadGraph,
		`{"engine":"dot","dot":"// no"}`:  wire.BadGraph,
		`{"engine":"dot","dot":"graph{"}`: wire.BadGraph,
		`{"engine":"x","dot":"graph{a}"}`: wire.Failed,
	} {
		j := job{program: config.Helper, stdin: []byte(request), keepOpen: request != "" && request != "{", timeout: 60e9, mostOutput: 1 << 20}
		_, err := attempt(t.Context(), j, k, func(out []byte) ([]byte, error) { r, err := readResponse(out); return r.Layout, err })
		var told *wire.Error
		if !errors.As(err, &told) || told.Code != want || told.Message == "" {
			t.Errorf("%q: %v, want the code %q", request, err, want)
		}
	}
}

// TestEdges: what is drawn, and what only holds the picture together.
func TestEdges(t *testing.T) {
	client := New(real(t)["ours"])
	g := enginetest.Course(enginetest.Plain(), []int{3, 2, 2}, []int{2, 2})
	g.Edges = append(g.Edges, graph.Edge{From: "p0/s0/t0", To: "p0/s2/t1", Kind: graph.Requires, Reason: "said so"})
	for _, engine := range Names() {
		e, _ := client.Engine(engine)
		d := enginetest.Draw(t, e, g, layout.Options{})
		count := map[string]int{}
		for _, edge := range d.Edges {
			count[edge.Kind]++
			if edge.Kind == string(graph.Requires) && edge.Tooltip != "said so" {
				t.Errorf("%s: the prerequisite's tooltip is %q", engine, edge.Tooltip)
			}
		}
		if count["next"] != 3 {
			t.Errorf("%s: %d lines to a next section, want 3", engine, count["next"])
		}
		if want := e.Capabilities().Prerequisites; (count["requires"] == 1) != want {
			t.Errorf("%s: the prerequisite is drawn: %t", engine, !want)
		}
	}
}
