//go:build linux

package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// locked is a buffer that a process writes while the test reads.
type locked struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestWatch(t *testing.T) {
	program := filepath.Join(t.TempDir(), "roadmapviz")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Run("several", func(t *testing.T) {
		folder := t.TempDir()
		for _, name := range []string{"a", "b"} {
			if err := os.MkdirAll(filepath.Join(folder, name), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, name, "README.md"), []byte(courseWithFigure), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		c := exec.CommandContext(t.Context(), program, "sync", "-w", ".")
		c.Dir = folder
		errs, err := c.StderrPipe()
		if err != nil || c.Start() != nil {
			t.Fatal("it does not start")
		}
		defer c.Wait()
		defer c.Process.Kill()
		const want = "watching a/README.md and 1 more; stop with Ctrl+C"
		for lines := bufio.NewScanner(errs); ; {
			if !lines.Scan() {
				t.Fatalf("it never says %q", want)
			}
			if lines.Text() == want {
				break
			}
		}
	})
	for _, args := range [][]string{{"render", "-wo", "img/roadmap.svg"}, {"sync", "-w"}} {
		t.Run(args[0], func(t *testing.T) {
			folder := t.TempDir()
			save := func(name, text string) {
				t.Helper()
				if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			save("README.md", courseWithFigure)
			c := exec.Command(program, args...)
			c.Dir = folder
			var errs locked
			c.Stderr = &errs
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- c.Wait() }()
			defer c.Process.Kill()
			until := func(what string, ok func() bool) {
				t.Helper()
				for deadline := time.Now().Add(20 * time.Second); !ok(); time.Sleep(10 * time.Millisecond) {
					if time.Now().After(deadline) {
						t.Fatalf("waiting for %s in vain\n%s", what, errs.String())
					}
				}
			}
			shows := func(text string) func() bool {
				return func() bool {
					figure, _ := os.ReadFile(filepath.Join(folder, "img/roadmap.svg"))
					return strings.Contains(string(figure), text)
				}
			}
			until("the first figure", func() bool { return shows("Two")() && strings.Contains(errs.String(), "watching README.md") })

			save("README.md", strings.Replace(courseWithFigure, "Two", "Twice", 1))
			until("a change", shows("Twice"))

			// Editors write a new file and give it the name of the old one.
			save("README.md~", strings.Replace(courseWithFigure, "Two", "Thrice", 1))
			if err := os.Rename(filepath.Join(folder, "README.md~"), filepath.Join(folder, "README.md")); err != nil {
				t.Fatal(err)
			}
			until("a change by a new file", shows("Thrice"))

			// A mistake is shown, and survived.
			save("README.md", "")
			until("the mistake", func() bool { return strings.Contains(errs.String(), "the file is empty") })
			save("README.md", strings.Replace(courseWithFigure, "Two", "Again", 1))
			until("the change after a mistake", shows("Again"))

			// The configuration counts, also one that is new.
			save(settings.Names()[0], "width: 1234\n")
			until("the configuration", shows(`width="1234"`))

			// A link is followed to what it leads to, from link to link.
			if err := os.Mkdir(filepath.Join(folder, "kept"), 0o777); err != nil {
				t.Fatal(err)
			}
			save("kept/course.txt", strings.Replace(courseWithFigure, "Two", "Linked", 1))
			for link, target := range map[string]string{"kept/again": "course.txt", "README.new": filepath.Join("kept", "again")} {
				if err := os.Symlink(target, filepath.Join(folder, link)); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Rename(filepath.Join(folder, "README.new"), filepath.Join(folder, "README.md")); err != nil {
				t.Fatal(err)
			}
			until("the link", shows("Linked"))
			save("kept/course.txt", strings.Replace(courseWithFigure, "Two", "Behind it", 1))
			until("a change behind the link", shows("Behind it"))

			c.Process.Signal(syscall.SIGINT)
			if err := <-ended; err != nil {
				t.Errorf("ended with %v, want status 0", err)
			}
		})
	}
}
