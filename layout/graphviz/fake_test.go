package graphviz

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/layout/graphviz/wire"
)

// The test binary plays the program that it tests the client with: it does so
// under the names of these.
var fakes = map[string]func(){
	"places":  func() { io(places) },
	"hangs":   hangs,
	"sleeps":  func() { time.Sleep(time.Hour) },
	"crashes": func() { fmt.Fprintln(os.Stderr, "\nsegmentation violation\ngoroutine 1"); os.Exit(2) },
	"killed":  func() { p, _ := os.FindProcess(os.Getpid()); p.Kill(); select {} },
	"garbage": func() { fmt.Println(`{"layout":{"objects":[{"name":"n0","pos":"1,NaN"}]}}`) },
	"noise":   func() { fmt.Println("\x00\xff not JSON") },
	"silent":  func() {},
	"endless": func() {
		for {
			os.Stdout.Write(make([]byte, 1<<16))
		}
	},
	"refuses": func() { fmt.Println(`{"error":{"code":"bad-graph","message":"syntax error in line 7"}}`); os.Exit(1) },
	"old": func() {
		io(func(r wire.Request) wire.Response {
			response := places(r)
			response.Version = "v0.1.0"
			return response
		})
	},
	"deaf": func() { os.Stdin.Close(); time.Sleep(10 * time.Millisecond) },
	// Breaks down as long as the cache holds a damaged file.
	"damaged": func() {
		if _, err := os.Stat(filepath.Join(os.Getenv("TMPDIR"), "damaged")); err == nil {
			panic("the cache is damaged")
		}
		io(places)
	},
	// Refuses to be one too many.
	"crowd": func() {
		dir := os.Getenv("TMPDIR")
		mine := filepath.Join(dir, strconv.Itoa(os.Getpid()))
		os.WriteFile(mine, nil, 0o600)
		defer os.Remove(mine)
		if all, _ := os.ReadDir(dir); len(all) > runtime.NumCPU() {
			io(func(wire.Request) wire.Response {
				return wire.Response{Error: &wire.Error{Code: wire.Failed, Message: fmt.Sprintf("%d at once", len(all))}}
			})
			return
		}
		time.Sleep(5 * time.Millisecond)
		io(places)
	},
}

func TestMain(m *testing.M) {
	if fake, ok := fakes[filepath.Base(os.Args[0])]; ok {
		fake()
		os.Exit(0)
	}
	code := m.Run()
	if programDir != "" {
		os.RemoveAll(programDir)
	}
	os.Exit(code)
}

// fake is the path of a program of the given name.
func fake(t *testing.T, name string) string {
	t.Helper()
	if _, ok := fakes[name]; !ok {
		t.Fatalf("no fake is called %q", name)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.Symlink(self, path); err != nil {
		t.Skipf("the test binary cannot be run under another name: %v", err)
	}
	return path
}

// io answers one request.
func io(answer func(wire.Request) wire.Response) {
	var request wire.Request
	if err := json.NewDecoder(os.Stdin).Decode(&request); err != nil {
		panic(err)
	}
	json.NewEncoder(os.Stdout).Encode(answer(request))
}

// places sets all boxes in one column.
func places(request wire.Request) wire.Response {
	var objects []string
	for i, m := range regexp.MustCompile(`(?m)^(n\d+) \[`).FindAllStringSubmatch(request.DOT, -1) {
		objects = append(objects, fmt.Sprintf(`{"name":%q,"pos":"400,%d"}`, m[1], -200*i))
	}
	return wire.Response{Layout: json.RawMessage(`{"objects":[` + strings.Join(objects, ",") + `]}`)}
}

// hangs never ends, and neither does what it starts. Both leave their numbers
// in the cache folder.
func hangs() {
	child := &exec.Cmd{Path: os.Args[0], Args: []string{"sleeps"}, Stdout: os.Stdout}
	if err := child.Start(); err != nil {
		panic(err)
	}
	file := filepath.Join(os.Getenv("TMPDIR"), "pids")
	os.WriteFile(file+".tmp", fmt.Appendf(nil, "%d %d", os.Getpid(), child.Process.Pid), 0o600)
	os.Rename(file+".tmp", file)
	time.Sleep(time.Hour)
}
