//go:build linux

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/graph/metadata"
)

// shelf is a folder with a course of several figures, whose text has versions.
type shelf struct {
	folder  string
	program string
}

func newShelf(t *testing.T) shelf {
	t.Helper()
	s := shelf{t.TempDir(), filepath.Join(t.TempDir(), "roadmapviz")}
	if out, err := exec.Command("go", "build", "-o", s.program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return s
}

// write writes a version of the course.
func (s shelf) write(t *testing.T, version int) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# Course\n\n![Roadmap](img/p.png)\n")
	for part := range 3 {
		fmt.Fprintf(&b, "\n## Part %d\n\n![Roadmap](img/p%d.svg)\n", part, part)
		for section := range 2 {
			fmt.Fprintf(&b, "\n### %d. Section\n\n- **Topic of version %d**: text.\n- **Another**: text.\n", section+1, version)
		}
	}
	if err := os.WriteFile(filepath.Join(s.folder, "README.md"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func (s shelf) command(args ...string) *exec.Cmd {
	c := exec.Command(s.program, args...)
	c.Dir = s.folder
	return c
}

// figures checks that every figure is whole and returns how many there are.
func (s shelf) figures(t *testing.T, when string) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.folder, "img", "p*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		whole := bytes.HasSuffix(data, []byte("</svg>\n")) || bytes.HasSuffix(data, []byte("IEND\xaeB`\x82"))
		if _, err := metadata.Read(data); err != nil || !whole {
			t.Fatalf("%s: %s is not whole: %v", when, path, err)
		}
	}
	return len(files)
}

// A sync that is killed leaves every picture whole, the old one or the new one.
func TestKilledSync(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 200 processes")
	}
	s := newShelf(t)
	s.write(t, 0)
	start := time.Now()
	if out, err := s.command("sync").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(start)
	rnd := rand.New(rand.NewPCG(1, 2))
	start = time.Now()
	for i := range 200 {
		if i >= 20 && time.Since(start) > 20*time.Second { // on a busy machine all takes as much longer as a sync does
			t.Logf("%d were killed", i)
			break
		}
		s.write(t, i+1)
		c := s.command("sync")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rnd.Int64N(int64(whole))))
		c.Process.Kill()
		c.Wait()
		if n := s.figures(t, fmt.Sprint("run ", i)); n != 4 {
			t.Fatalf("run %d: %d figures, want 4", i, n)
		}
	}
	if out, err := s.command("sync").CombinedOutput(); err != nil {
		t.Fatalf("the sync after: %v\n%s", err, out)
	}
	if out, err := s.command("check").CombinedOutput(); err != nil {
		t.Fatalf("the check after: %v\n%s", err, out)
	}
}

// Syncs at the same time do not hurt each other.
func TestSyncsAtOnce(t *testing.T) {
	s := newShelf(t)
	for version := range 5 {
		s.write(t, version)
		var both sync.WaitGroup
		for range 3 {
			both.Go(func() {
				if out, err := s.command("sync").CombinedOutput(); err != nil {
					t.Errorf("%v\n%s", err, out)
				}
			})
		}
		both.Wait()
		if n := s.figures(t, "syncs at once"); n != 4 {
			t.Errorf("%d figures, want 4", n)
		}
		if out, err := s.command("check").CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(s.folder, "img", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A disk without room leaves the old pictures as they are, and says so.
func TestSyncOnFullDisk(t *testing.T) {
	s := newShelf(t)
	s.write(t, 0)
	if out, err := s.command("sync").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	old := s.contents(t)
	small := filepath.Join(s.folder, "img")
	var total int
	for _, data := range old {
		total += len(data)
	}
	if err := syscall.Mount("tmpfs", small, "tmpfs", 0, fmt.Sprintf("size=%d", (total/4096+7)*4096)); err != nil {
		t.Skip("a small disk cannot be mounted here:", err)
	}
	defer syscall.Unmount(small, syscall.MNT_DETACH)
	for name, data := range old {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s.write(t, 1)
	filler := filepath.Join(small, "filler")
	os.WriteFile(filler, make([]byte, 1<<20), 0o666) // fails when the disk is full, which is what is wanted
	out, err := s.command("sync").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "no space left on device") {
		t.Errorf("%v\n%s", err, out)
	}
	s.unchanged(t, old)
	if left, _ := filepath.Glob(filepath.Join(small, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// So does a folder that cannot be written to.
func TestSyncInReadOnlyFolder(t *testing.T) {
	s := newShelf(t)
	s.write(t, 0)
	if out, err := s.command("sync").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	old := s.contents(t)
	img := filepath.Join(s.folder, "img")
	if os.Getuid() == 0 { // whom modes do not stop
		if err := syscall.Mount(img, img, "", syscall.MS_BIND, ""); err != nil {
			t.Skip("no read-only folder can be made here:", err)
		}
		defer syscall.Unmount(img, syscall.MNT_DETACH)
		if err := syscall.Mount("", img, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""); err != nil {
			t.Skip("no read-only folder can be made here:", err)
		}
	} else {
		os.Chmod(img, 0o555)
		defer os.Chmod(img, 0o777)
	}
	s.write(t, 1)
	out, err := s.command("sync").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "img/p0.svg: cannot be written: ") {
		t.Errorf("%v\n%s", err, out)
	}
	s.unchanged(t, old)
}

func (s shelf) contents(t *testing.T) map[string][]byte {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(s.folder, "img", "p*"))
	all := map[string][]byte{}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[path] = data
	}
	return all
}

func (s shelf) unchanged(t *testing.T, old map[string][]byte) {
	t.Helper()
	for path, data := range s.contents(t) {
		if !bytes.Equal(data, old[path]) {
			t.Errorf("%s has changed", path)
		}
	}
}
