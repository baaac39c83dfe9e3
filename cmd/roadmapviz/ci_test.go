//go:build linux

package main

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/goccy/go-yaml"
)

// step is a step of a workflow.
type step struct {
	Run string            `yaml:"run"`
	Env map[string]string `yaml:"env"`
}

func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(src, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// workplace is a clone of somebody's course, and the files by which a runner and
// the steps of a workflow tell each other something.
type workplace struct {
	clone, temp, output, summary, action string
}

const courseWithFigure = "# Course\n\n## Part\n\n![Roadmap](img/roadmap.svg)\n\n### 1. Section\n\n- **One**: x\n- **Two**: x\n"

func newWorkplace(t *testing.T) workplace {
	t.Helper()
	origin, temp := t.TempDir(), t.TempDir()
	action, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	w := workplace{filepath.Join(temp, "clone"), temp, filepath.Join(temp, "output"), filepath.Join(temp, "summary"), action}
	if err := os.WriteFile(filepath.Join(origin, "README.md"), []byte(courseWithFigure), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "-q", "-b", "main", origin}, {"-C", origin, "add", "."},
		{"-C", origin, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "one"}, {"clone", "-q", origin, w.clone},
	} {
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return w
}

// run runs the shell steps of the action as they are written, and returns what
// they print and the exit status of the first that fails.
func (w workplace) run(t *testing.T, inputs map[string]string) (string, int) {
	t.Helper()
	var action struct {
		Inputs map[string]struct {
			Default string `yaml:"default"`
		} `yaml:"inputs"`
		Runs struct {
			Steps []step `yaml:"steps"`
		} `yaml:"runs"`
	}
	readYAML(t, filepath.Join(w.action, "action.yml"), &action)
	os.Remove(w.output)
	os.Remove(w.summary)
	var printed strings.Builder
	for _, s := range action.Runs.Steps {
		if s.Run == "" {
			continue
		}
		c := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", s.Run)
		c.Dir = w.clone
		c.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+w.action, "RUNNER_TEMP="+w.temp, "GITHUB_OUTPUT="+w.output, "GITHUB_STEP_SUMMARY="+w.summary)
		for name, value := range s.Env {
			input := strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")
			v, given := inputs[input]
			if !given {
				v = action.Inputs[input].Default
			}
			c.Env = append(c.Env, name+"="+v)
		}
		out, err := c.CombinedOutput()
		printed.Write(out)
		if err != nil {
			return printed.String(), c.ProcessState.ExitCode()
		}
	}
	return printed.String(), 0
}

func (w workplace) file(path string) string {
	data, _ := os.ReadFile(path)
	return string(data)
}

func TestAction(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	w := newWorkplace(t)
	expect := func(what string, inputs map[string]string, status int, printed, output, summary string) {
		t.Helper()
		got, code := w.run(t, inputs)
		if code != status || !strings.Contains(got, printed) || w.file(w.output) != output || !strings.Contains(w.file(w.summary), summary) {
			t.Fatalf("%s: status %d, want %d; output %q; summary %q; printed:\n%s", what, code, status, w.file(w.output), w.file(w.summary), got)
		}
	}
	expect("check of a missing figure", nil, 3, "::error file=README.md,line=5,title=roadmapviz::img/roadmap.svg is out of date: the picture is missing", "stale=true\n", "### Roadmaps: 1 of 1 figure out of date")
	expect("sync", map[string]string{"mode": "sync"}, 0, "img/roadmap.svg: drawn", "changed=true\n", "    img/roadmap.svg: drawn")
	expect("sync again", map[string]string{"mode": "sync", "files": "README.md\n"}, 0, "0 drawn", "changed=false\n", "up to date")
	expect("check", nil, 0, "", "stale=false\n", "### Roadmaps: 1 figure up to date")
	// The runner takes no command from what the program prints, but from check.
	tokens := map[string]bool{}
	for _, mode := range []string{"check", "sync", "artifact"} {
		printed, _ := w.run(t, map[string]string{"mode": mode, "files": "nosuch.md"})
		commands, said := "", false
		for line := range strings.Lines(printed) {
			switch token, ok := strings.CutPrefix(line, "::stop-commands::"); {
			case ok && len(token) == 33 && !tokens[token]:
				commands, tokens[token] = "::"+strings.TrimSpace(token)+"::\n", true
			case line == commands:
				commands = ""
			default:
				said = said || strings.Contains(line, "nosuch.md: no such file")
				if commands == "" {
					t.Errorf("%s: the runner would obey %q", mode, line)
				}
			}
		}
		if commands != "" || !said {
			t.Errorf("%s prints\n%s", mode, printed)
		}
	}
	changed := strings.Replace(courseWithFigure, "Two", "Twos", 1)
	if err := os.WriteFile(filepath.Join(w.clone, "README.md"), []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
	expect("check of a change", nil, 3, `line=10,title=roadmapviz::img/roadmap.svg is out of date: topic "Two" renamed to "Twos"`, "stale=true\n", "- topic `Two` renamed to `Twos` (line 10)")
	if err := os.WriteFile(filepath.Join(w.clone, "img", "roadmap.svg"), []byte("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), 0o666); err != nil {
		t.Fatal(err)
	}
	expect("sync of a foreign picture", map[string]string{"mode": "sync"}, 1, "--adopt replaces it", "changed=false\n", "")
	expect("adoption", map[string]string{"mode": "sync", "adopt": "true"}, 0, "img/roadmap.svg: drawn", "changed=true\n", "")
	expect("artifact", map[string]string{"mode": "artifact"}, 0, "", "folder="+w.temp+"/roadmaps\n", "4 figures")
	if figures, _ := filepath.Glob(w.temp + "/roadmaps/roadmap_part.*"); len(figures) != 2 {
		t.Errorf("artifact: %v", figures)
	}
	expect("a wrong mode", map[string]string{"mode": "chek"}, 2, "mode is check, sync or artifact, not chek", "", "")
	// Every README of the repository is looked at, and one that cannot be read keeps no
	// other from it.
	for name, text := range map[string]string{"second/README.md": courseWithFigure, "third/README.md": "a\x00b"} {
		os.MkdirAll(filepath.Dir(filepath.Join(w.clone, name)), 0o777)
		if err := os.WriteFile(filepath.Join(w.clone, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	expect("check of all", nil, 1, "::error file=second/README.md,line=5,title=roadmapviz::second/img/roadmap.svg is out of date", "stale=true\n", "1 of 2 figures out of date")
	expect("sync of all", map[string]string{"mode": "sync"}, 1, "second/img/roadmap.svg: drawn", "changed=true\n", "    second/img/roadmap.svg: drawn")
	expect("check of a folder", map[string]string{"files": "second\n"}, 0, "", "stale=false\n", "1 figure up to date")
	expect("names that a shell could take for commands", map[string]string{"files": "$(touch pwned); `touch pwned`\n-x.md"}, 2, "", "stale=false\n", "")
	if _, err := os.Stat(filepath.Join(w.clone, "pwned")); err == nil {
		t.Error("an input was run as a command")
	}
}

// What runs elsewhere is named by what it is, not by what somebody may move.
func TestActionsAndImagesArePinned(t *testing.T) {
	use := regexp.MustCompile(`(?m)^\s*(?:- )?uses: (\S+)(.*)$`)
	image := regexp.MustCompile(`(?m)^(?:FROM|\s+image:) (\S+)`)
	ours := regexp.MustCompile(`(?:roadmapviz@|rev: |ROADMAPVIZ_VERSION: |roadmapviz/roadmapviz/)(main|latest)`)
	pinned := regexp.MustCompile(`@[0-9a-f]{40}$`)
	program := regexp.MustCompile(`go (?:run|install) "?[\w./]+@(\S+)`)
	version := regexp.MustCompile(`^v\d+\.\d+\.\d+$`)
	files, _ := filepath.Glob("../../docs/ci/*.yml")
	workflows, _ := filepath.Glob("../../.github/workflows/*.yml")
	files = append(files, workflows...)
	seen := 0
	for _, name := range append(files, "../../action.yml", "../../Dockerfile", "../../docs/ci.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range use.FindAllStringSubmatch(string(text), -1) {
			seen++
			if tag, ok := strings.CutPrefix(m[1], "roadmapviz/roadmapviz@"); ok && strings.HasPrefix(tag, "v") {
				continue
			}
			if !pinned.MatchString(m[1]) || !strings.HasPrefix(m[2], " # v") {
				t.Errorf("%s uses %s: give the commit, and the tag in a comment", name, m[1])
			}
		}
		for _, m := range image.FindAllStringSubmatch(string(text), -1) {
			seen++
			if m[1] != "scratch" && !strings.Contains(m[1], "@sha256:") {
				t.Errorf("%s takes the image %s: give its digest", name, m[1])
			}
		}
		for _, m := range program.FindAllStringSubmatch(string(text), -1) {
			if !version.MatchString(m[1]) && !strings.HasPrefix(m[1], "$ROADMAPVIZ_VERSION") {
				t.Errorf("%s runs a program of version %s: give one that stays what it is", name, m[1])
			}
		}
		if m := ours.FindString(string(text)); m != "" {
			t.Errorf("%s recommends %q: recommend a tag", name, m)
		}
	}
	if seen < 14 || len(workflows) == 0 {
		t.Errorf("only %d actions and images were seen", seen)
	}
}

// The hooks are run as pre-commit does: their entry, in a repository, with the
// program on PATH.
func TestHooks(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	var hooks []struct {
		ID            string `yaml:"id"`
		Name          string `yaml:"name"`
		Entry         string `yaml:"entry"`
		Language      string `yaml:"language"`
		Files         string `yaml:"files"`
		Description   string `yaml:"description"`
		PassFilenames bool   `yaml:"pass_filenames"`
	}
	readYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 2 || hooks[0].ID != "roadmapviz-check" || hooks[1].ID != "roadmapviz-sync" {
		t.Fatalf("%+v", hooks)
	}
	w := newWorkplace(t)
	if out, err := exec.Command("go", "build", "-o", w.temp+"/roadmapviz", ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := func(entry string) int {
		words := strings.Fields(entry)
		c := exec.Command(filepath.Join(w.temp, words[0]), words[1:]...)
		c.Dir = w.clone
		c.Run()
		return c.ProcessState.ExitCode()
	}
	for i, want := range []int{3, 3, 3, 3, 0, 0} { // a figure that is new is not enough: git has to have it
		if i == 4 {
			if out, err := w.inClone("git add img"); err != nil {
				t.Fatal(out)
			}
		}
		if hook := hooks[i%2]; run(hook.Entry) != want || hook.Language != "golang" || hook.PassFilenames {
			t.Errorf("run %d of %s: not the exit status %d", i, hook.ID, want)
		}
	}
}

// The template and the workflow are YAML, and their commands exist.
func TestCITemplates(t *testing.T) {
	var gitlab struct {
		Roadmapviz struct {
			Before []string `yaml:"before_script"`
			Script []string `yaml:"script"`
		} `yaml:"roadmapviz"`
	}
	readYAML(t, "../../docs/ci/roadmapviz.gitlab-ci.yml", &gitlab)
	w := newWorkplace(t)
	if out, err := exec.Command("go", "build", "-o", w.temp+"/roadmapviz", ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	c := exec.Command("bash", "-e", "-c", strings.Join(gitlab.Roadmapviz.Script, "\n"))
	c.Dir, c.Env = w.clone, append(os.Environ(), "PATH="+w.temp+":"+os.Getenv("PATH"), "ROADMAPVIZ_FILES=")
	c.Run()
	if code := c.ProcessState.ExitCode(); code != 3 || !strings.Contains(w.file(w.clone+"/roadmapviz.md"), "1 of 1 figure out of date") {
		t.Errorf("exit status %d, want 3", code)
	}
	var workflow struct {
		Jobs map[string]struct {
			Steps []step `yaml:"steps"`
		} `yaml:"jobs"`
	}
	readYAML(t, "../../docs/ci/roadmaps.yml", &workflow)
	steps := workflow.Jobs["sync"].Steps
	if len(steps) == 0 {
		t.Fatal("the workflow has no job sync")
	}
	// The last step pushes a branch; gh is not asked here.
	if out, err := w.inClone("roadmapviz sync\n" + strings.ReplaceAll(steps[len(steps)-1].Run, "gh pr", "echo gh pr")); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	out, err := w.inClone("git ls-tree -r --name-only origin/roadmapviz/sync")
	if err != nil || !strings.Contains(out, "img/roadmap.svg") {
		t.Errorf("%v\n%s", err, out)
	}
}

func (w workplace) inClone(script string) (string, error) {
	c := exec.Command("bash", "-e", "-c", script)
	c.Dir, c.Env = w.clone, append(os.Environ(), "PATH="+w.temp+":"+os.Getenv("PATH"))
	out, err := c.CombinedOutput()
	return string(out), err
}

// The image's programs are built as the Dockerfile says, need no other file, and
// run in an empty root as any user.
func TestDockerfileParts(t *testing.T) {
	src, err := os.ReadFile("../../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(src), "\n")
	at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "go build") })
	if at < 0 || !slices.Contains(lines, "FROM scratch") {
		t.Fatal("the Dockerfile builds nothing, or its image is not empty")
	}
	root := t.TempDir()
	os.Chmod(filepath.Dir(root), 0o755)
	os.Chmod(root, 0o755)
	build := exec.Command("bash", "-e", "-c", strings.ReplaceAll(strings.TrimPrefix(lines[at], "RUN "), "/out/", root+"/"))
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"roadmapviz", "roadmapviz-graphviz"} {
		f, err := elf.Open(filepath.Join(root, "usr/bin", name))
		if err != nil {
			t.Fatal(err)
		}
		if needs, _ := f.ImportedLibraries(); len(needs) > 0 || f.Section(".interp") != nil {
			t.Errorf("%s is not static: it needs %v", name, needs)
		}
		f.Close()
	}
	if os.Getuid() != 0 {
		t.Skip("only root can run the programs in an empty root")
	}
	for _, folder := range []string{"tmp", "work"} {
		if err := os.MkdirAll(filepath.Join(root, folder), 0o777); err != nil {
			t.Fatal(err)
		}
		os.Chmod(filepath.Join(root, folder), 0o777)
	}
	if err := os.WriteFile(filepath.Join(root, "work/README.md"), []byte(courseWithFigure), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"sync"}, {"check"}, {"render", "--layout", "dot", "-o", "dot.svg"}} {
		c := exec.Command("/usr/bin/roadmapviz", args...)
		c.Dir, c.Env = "/work", []string{"PATH=/usr/bin"}
		c.SysProcAttr = &syscall.SysProcAttr{Chroot: root, Credential: &syscall.Credential{Uid: 12345, Gid: 54321}}
		var out bytes.Buffer
		c.Stdout, c.Stderr = &out, &out
		if err := c.Run(); err != nil {
			t.Errorf("%v: %v\n%s", args, err, out.String())
		}
	}
}
