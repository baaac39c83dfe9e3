package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// referenceCourse copies the reference course and the pictures that were drawn
// for it by hand into a folder, and makes that the working folder.
func referenceCourse(t testing.TB) {
	t.Helper()
	shared, err := filepath.Abs("../../../shared")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "img"), 0o777); err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{
		"course/README.md": "README.md", "figures/engineer.png": "img/roadmap_engineer.png",
		"figures/scientist.png": "img/roadmap_scientist.png", "figures/fundamentals.png": "img/roadmap_fundamentals.png",
	} {
		data, err := os.ReadFile(filepath.Join(shared, from))
		if err != nil {
			t.Skip("the reference course is not here:", err)
		}
		if err := os.WriteFile(filepath.Join(folder, to), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
}

func expectRun(t testing.TB, status int, want string, args ...string) {
	t.Helper()
	var out bytes.Buffer
	if code := run(args, nil, &out, &out); code != status || !strings.Contains(out.String(), want) {
		t.Fatalf("roadmapviz %v: exit status %d, want %d, and %q in\n%s", args, code, status, want, out.String())
	}
}

// The reference course needs no configuration.
func TestReferenceSync(t *testing.T) {
	referenceCourse(t)
	expectRun(t, exitDiffer, "3 of 3 figures out of date", "check")
	expectRun(t, exitFailed, "--adopt replaces it", "sync")
	expectRun(t, exitOK, "3 figures, 3 drawn", "sync", "--adopt")
	expectRun(t, exitOK, "3 figures up to date", "check")
	expectRun(t, exitOK, "3 figures up to date", "check", "--bytes")
	src, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for old, want := range map[string]string{
		"**Prompt engineering**": `topic "Prompt engineering" renamed to "Prompt engineering, again"`,
		"Advanced RAG":           `section "Advanced RAG" renamed to "Advanced RAG, again"`,
	} {
		mark := strings.TrimSuffix(old, "**")
		changed := bytes.ReplaceAll(src, []byte(mark), []byte(mark+", again"))
		if err := os.WriteFile("README.md", changed, 0o666); err != nil {
			t.Fatal(err)
		}
		expectRun(t, exitDiffer, want, "check")
		expectRun(t, exitDiffer, "1 of 3 figures out of date", "check")
	}
}

// Whole processes: check of a document whose figures are up to date, beside list.
func BenchmarkReferenceCheck(b *testing.B) {
	program := filepath.Join(b.TempDir(), "roadmapviz")
	command(b, "go", "build", "-o", program, ".")
	referenceCourse(b)
	expectRun(b, exitOK, "", "sync", "--adopt")
	for _, name := range []string{"version", "list", "check", "sync"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command(program, name).CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}

// The figures of real courses say what was drawn.
func TestCorpusFigures(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpus/*__*.md")
	if err != nil || len(files) == 0 {
		t.Skip("no reference documents beside the repository")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			parsed, _ := markdown.Parse(src, markdown.Options{File: path})
			drawn, err := figure.New(parsed, figure.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := metadata.Figure{Graph: drawn.Graph}.Plain()
			for _, ext := range []string{"svg", "png"} {
				out := filepath.Join(t.TempDir(), "figure."+ext)
				args := []string{"render", path, "--system-fonts", "never", "-o", out}
				if ext == "png" { // whose pixels are bounded, unlike those of SVG
					args = append(args, "--layout", "grid")
				}
				var errs bytes.Buffer
				if code := run(args, nil, &errs, &errs); code != exitOK {
					if ext == "png" && strings.Contains(errs.String(), "pixels") {
						continue
					}
					t.Fatalf("%s", errs.String())
				}
				file, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				got, err := metadata.Read(file)
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got.Graph, want.Graph) {
					t.Errorf("%s: another graph", ext)
				}
			}
		})
	}
}
