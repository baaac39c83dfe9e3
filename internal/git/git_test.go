package git

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository is a new one with two commits, and files that are in neither.
func repository(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	command := func(args ...string) {
		t.Helper()
		args = append([]string{"-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org"}, args...)
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Skipf("git does not run here: %v %s", err, out)
		}
	}
	command("init", "-q")
	for _, name := range []string{"a.md", "docs/b *.svg", "docs/c.svg", "out.svg"} {
		os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o777)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(filepath.Join(folder, ".gitignore"), []byte("out.svg\n"), 0o666)
	command("add", "a.md")
	command("commit", "-qm", "one")
	command("add", "docs/c.svg")
	return folder
}

func TestUntracked(t *testing.T) {
	folder := repository(t)
	paths := []string{"a.md", "docs/b *.svg", "docs/c.svg", "out.svg", "nosuch.svg", "docs/*"}
	unknown, err := Untracked(t.Context(), folder, append(paths, make([]string, 0)...))
	if err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(unknown, func(_ string, is bool) bool { return !is })
	if got := slices.Sorted(maps.Keys(unknown)); !slices.Equal(got, []string{"docs/b *.svg", "out.svg"}) {
		t.Errorf("%q", got)
	}
	unknown, err = Untracked(t.Context(), filepath.Join(folder, "docs"), []string{"b *.svg"})
	if err != nil || !unknown["b *.svg"] {
		t.Error(unknown, err)
	}
	if _, err := Untracked(t.Context(), t.TempDir(), []string{"a"}); err == nil || !strings.HasPrefix(err.Error(), "not a git repository") {
		t.Error(err)
	}
}

func TestShowAndRoot(t *testing.T) {
	folder := repository(t)
	t.Chdir(folder)
	if src, err := Show(t.Context(), "HEAD:a.md", 100); err != nil || string(src) != "a.md" {
		t.Errorf("%q, %v", src, err)
	}
	if _, err := Show(t.Context(), "HEAD:a.md", 2); err == nil || err.Error() != "HEAD:a.md: larger than 2 bytes" {
		t.Error(err)
	}
	if root, inner := Root("docs"); filepath.Base(root) != filepath.Base(folder) || inner != "docs" {
		t.Errorf("%q, %q", root, inner)
	}
}

func TestWord(t *testing.T) {
	for word, want := range map[string]string{"img/a-b_c.svg": "img/a-b_c.svg", "a b": "'a b'", "it's": `'it'\''s'`, "-x": "'-x'", "": "''", "é": "'é'", "$(x)": "'$(x)'"} {
		if got := Word(word); got != want {
			t.Errorf("%s: %s", word, got)
		}
	}
}
