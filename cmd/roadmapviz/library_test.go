package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// libraryPrograms builds the programs of docs/library.md as if they lay in the
// module, in their order, and returns their paths.
func libraryPrograms(t *testing.T) (programs []string, theme []byte) {
	t.Helper()
	page, err := os.ReadFile("../../docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	replaced := map[string]string{}
	args := []string{"build", "-o", folder + string(filepath.Separator), "-overlay", filepath.Join(folder, "overlay.json")}
	for i, m := range regexp.MustCompile("(?s)```go\n(.*?)```").FindAllSubmatch(page, -1) {
		if bytes.Contains(m[1], []byte("/internal/")) {
			t.Error("a program of others cannot import what is internal")
		}
		name := fmt.Sprintf("program%d", i)
		source := filepath.Join(folder, name+".go")
		if err := os.WriteFile(source, m[1], 0o666); err != nil {
			t.Fatal(err)
		}
		replaced[filepath.Join(root, "docs", name, "main.go")] = source
		args, programs = append(args, "./docs/"+name), append(programs, filepath.Join(folder, name))
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "overlay.json"), overlay, 0o666); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", args...)
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	yaml := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(page)
	if yaml == nil {
		t.Fatal("the page shows no theme")
	}
	return programs, yaml[1]
}

// The programs of docs/library.md write the same bytes as the command.
func TestLibraryPage(t *testing.T) {
	programs, theme := libraryPrograms(t)
	if len(programs) != 6 {
		t.Fatalf("%d programs", len(programs))
	}
	draw, drawSettings, check, hand, brand, engine := programs[0], programs[1], programs[2], programs[3], programs[4], programs[5]
	if source, err := os.ReadFile(check + ".go"); err != nil || bytes.Count(source, []byte("\n")) > 40 {
		t.Errorf("check takes more than 40 lines (%v)", err)
	}
	courses, changed := libraryCourses(t), 0
	for _, course := range courses {
		t.Run(filepath.Base(filepath.Dir(course))+"/"+filepath.Base(course), func(t *testing.T) {
			text, err := os.ReadFile(course)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			write(t, "README.md", append(text, "\n\n<!-- roadmap: figure -->\n![Roadmap](roadmap.svg)\n"...))
			start(t, 0, draw)
			same(t, read(t, "roadmap.svg"), "render", "README.md", "--system-fonts", "never", "-o", "command.svg")
			same(t, read(t, "roadmap.dot"), "export", "README.md", "--format", "dot", "-o", "command.dot")

			same(t, start(t, -1, check), "check", "README.md", "--format", "json")
			write(t, "README.md", bytes.ReplaceAll(read(t, "README.md"), []byte("the"), []byte("the very")))
			out := start(t, -1, check)
			same(t, out, "check", "README.md", "--format", "json")
			if bytes.Contains(out, []byte(`"changes": [`)) {
				changed++
			}
		})
	}
	if len(courses) > 1 && changed < len(courses)/2 {
		t.Errorf("only %d of %d courses changed", changed, len(courses))
	}

	t.Chdir(t.TempDir())
	text := []byte(strings.Replace(smallCourse, "### S", "### S\n<!-- roadmap: icon=🧮 -->", 1))
	write(t, "README.md", text)
	write(t, "brand.yaml", theme)
	start(t, 0, brand)
	same(t, read(t, "brand.svg"), "render", "README.md", "--theme", "brand.yaml", "--mode", "dark", "-o", "-")
	start(t, 0, hand)
	if out := read(t, "cooking.svg"); !bytes.Contains(out, []byte("https://example.org/frying")) {
		t.Error("the link is not in the figure")
	}
	start(t, 0, engine)
	if out := read(t, "row.svg"); !bytes.Contains(out, []byte("P: 1 section")) {
		t.Errorf("%s", out)
	}
	write(t, "roadmapviz.yaml", []byte("layout: grid\ncolumns: 1\nstructure: {exclude: [Q]}\n"))
	write(t, "README.md", append(text, "\n## Q\n\n### R\n\n- **d**: x\n- **e**: y\n"...))
	start(t, 0, drawSettings)
	same(t, read(t, "roadmap.png"), "render", "README.md", "--system-fonts", "never", "--format", "png", "-o", "-")
}

// libraryCourses are the example course, and 20 others where there are some.
func libraryCourses(t *testing.T) []string {
	courses := []string{"../../examples/llm-course/README.md"}
	for _, pattern := range []string{"corpus/*__*.md", "courses/*__*.md"} {
		found, err := filepath.Glob("../../../shared/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		courses = append(courses, found...)
	}
	if len(courses) == 1 {
		t.Log("no reference documents beside the repository")
	}
	courses = courses[:min(len(courses), 21)]
	for i := range courses {
		var err error
		if courses[i], err = filepath.Abs(courses[i]); err != nil {
			t.Fatal(err)
		}
	}
	return courses
}

// same compares bytes with what the command writes to the file that -o names, or to
// stdout.
func same(t *testing.T, got []byte, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, nil, &out, &errs); code != exitOK && code != exitDiffer {
		t.Fatalf("%v: %s", args, errs.String())
	}
	want := out.Bytes()
	if last := args[len(args)-1]; strings.HasPrefix(last, "command.") {
		want = read(t, last)
	}
	if len(want) == 0 || !bytes.Equal(got, want) {
		t.Errorf("%v: the library writes %d other bytes than the command's %d", args, len(got), len(want))
	}
}

// start runs a program and returns its stdout. A status of −1 is any.
func start(t *testing.T, status int, program string) []byte {
	t.Helper()
	cmd := exec.Command(program)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); cmd.ProcessState == nil || status >= 0 && cmd.ProcessState.ExitCode() != status {
		t.Fatalf("%s: %v\n%s", filepath.Base(program), err, errs.String())
	}
	return out.Bytes()
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
