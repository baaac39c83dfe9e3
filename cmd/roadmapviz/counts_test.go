//go:build linux && !race

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/internal/synthetic"
)

// count is how often something happens while something is done. Unlike the time
// that it takes it is the same whatever else the machine does.
type count struct {
	what string // what is done, and in what
	n    int
	look string // the command that tells where they come from
}

const countsFile = "testdata/counts.txt"

// faultsOf begins what is counted on one kind of machine alone.
const faultsOf = "page faults, roadmapviz "

// accept writes what is counted now.
const accept = "go test ./cmd/roadmapviz -run TestCounts -update"

const countsHead = `# What is counted while these are done: page faults of whole processes, and allocations and
# bytes of single stages. Written by '` + accept + `'.
`

// Nothing gets dearer unseen: counts stay within a tenth of those that were
// committed.
func TestCounts(t *testing.T) {
	committed := map[string]int{}
	data, err := os.ReadFile(countsFile)
	if err != nil && !*golden.Update {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var n int
		if what, number, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			if _, err := fmt.Sscan(number, &n); err != nil {
				t.Fatalf("%s: %q: %v", countsFile, line, err)
			}
			committed[what] = n
		}
	}
	seen, unlike := map[string]bool{}, 0
	var b strings.Builder
	b.WriteString(countsHead)
	counts := faults(t)
	if *golden.Update && counts == nil {
		t.Skipf("%s stays as it is: it is written where page faults are counted too", countsFile)
	}
	for _, c := range append(counts, allocations(t)...) {
		seen[c.what] = true
		was := committed[c.what]
		change := 100 * (float64(c.n)/float64(max(was, 1)) - 1)
		switch {
		case *golden.Update && (change > 2 || change < -2):
			was = c.n // less is what varies between two runs
		case *golden.Update:
		case was == 0:
			unlike++
			t.Errorf("%s: %d, and %s has no figure", c.what, c.n, countsFile)
		case change > 10:
			unlike++
			t.Errorf("%s: %d, %.0f %% more than the %d of %s.\nWhere they come from, here and before the change, tells\n\t%s", c.what, c.n, change, was, countsFile, c.look)
		case change < -10:
			unlike++
			t.Errorf("%s: %d, %.0f %% less than the %d of %s", c.what, c.n, -change, was, countsFile)
		default:
			t.Logf("%s: %d (%+.1f %%)", c.what, c.n, change)
		}
		fmt.Fprintf(&b, "%s: %d\n", c.what, was)
	}
	for what := range committed {
		if !seen[what] && !strings.HasPrefix(what, faultsOf) && !*golden.Update {
			unlike++
			t.Errorf("%s: %s has a figure, and it is not counted any more", what, countsFile)
		}
	}
	if unlike > 0 {
		t.Errorf("Less is kept, and more that is worth it is accepted, with\n\t%s\nThe commit says why it is more.", accept)
	}
	if *golden.Update {
		golden.File(t, countsFile, []byte(b.String()))
	}
}

// faults counts the page faults of whole processes: the pages of 4 kB that they are
// the first to touch, which is what a small run mostly costs. One processor, no
// huge pages, an environment of our own and a program without libc leave nothing to
// the machine but how many pages of a file the kernel maps at a time.
func faults(t *testing.T) (all []count) {
	if runtime.GOARCH != "amd64" || os.Getpagesize() != 4096 {
		t.Log("page faults are not counted: they are committed for amd64, with pages of 4 kB")
		return nil
	}
	folder := t.TempDir()
	program := filepath.Join(folder, "roadmapviz")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.CopyFS(folder, os.DirFS(filepath.Dir(example))); err != nil {
		t.Fatal(err)
	}
	hugePages(t, false)
	defer hugePages(t, true)
	for _, args := range []string{
		"version", "list", "render --part engineer -o out.svg", "render --part engineer -o out.png", "check",
	} {
		var runs []int
		for range 7 {
			c := exec.Command(program, strings.Fields(args)...)
			c.Dir, c.Env = folder, []string{"GOMAXPROCS=1", "HOME=" + folder, "LANG=C"}
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("roadmapviz %s: %v\n%s", args, err, out)
			}
			usage := c.ProcessState.SysUsage().(*syscall.Rusage)
			runs = append(runs, int(usage.Minflt+usage.Majflt)) // those that wait for the disk are the same ones
		}
		slices.Sort(runs)
		if runs[3] < 100 {
			t.Logf("page faults are not counted: the kernel says %d for a whole process", runs[3])
			return nil
		}
		all = append(all, count{faultsOf + args, runs[3],
			"CGO_ENABLED=0 go build -o /tmp/roadmapviz ./cmd/roadmapviz && cp -r examples/llm-course /tmp/course && cd /tmp/course && perf record -e page-faults -c 1 -g /tmp/roadmapviz " + args + " && perf report --no-children"})
	}
	return all
}

// hugePages allows the processes that are started from here on huge pages, or not. A
// kernel that knows no such choice has none.
func hugePages(t *testing.T, allow bool) {
	const setTHPDisable = 41 // PR_SET_THP_DISABLE of <linux/prctl.h>
	disable := uintptr(1)
	if allow {
		disable = 0
	}
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, setTHPDisable, disable, 0, 0, 0, 0); errno != 0 {
		t.Log("huge pages are left as they are:", errno)
	}
}

// allocations counts what the stages of small and of larger courses allocate.
func allocations(t *testing.T) (all []count) {
	src, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	for _, course := range []struct {
		name, part string
		src        []byte
	}{{"engineer", "engineer", src}, {"1000", "", synthetic.Course(1000, 0)}} {
		for _, s := range stagesOf(t, course.src, course.part) {
			var objects, bytes []uint64
			var refused error
			for i := 0; i < 6 && refused == nil; i++ {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				refused = s.run()
				runtime.ReadMemStats(&after)
				if i > 0 { // the first makes what is kept
					objects, bytes = append(objects, after.Mallocs-before.Mallocs), append(bytes, after.TotalAlloc-before.TotalAlloc)
				}
			}
			name := s.name + "/" + course.name
			if refused != nil {
				t.Logf("%s is not counted: %v", name, refused)
				continue
			}
			look := "go test ./cmd/roadmapviz -run '^$' -bench 'Stages/" + course.name + "/" + s.name + "$' -benchtime 200x -memprofile mem.prof -memprofilerate 1 && go tool pprof -top -sample_index=%s mem.prof"
			all = append(all,
				count{"allocations, " + name, int(slices.Min(objects)), fmt.Sprintf(look, "alloc_objects")},
				count{"bytes, " + name, int(slices.Min(bytes)), fmt.Sprintf(look, "alloc_space")})
		}
	}
	return all
}
