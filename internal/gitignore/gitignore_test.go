package gitignore

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ignored are the files and folders below a folder that the rules leave alone.
func ignored(t *testing.T, root, folder string, above *Rules) []string {
	t.Helper()
	rules := above
	if text, err := os.ReadFile(filepath.Join(root, folder, FileName)); err == nil {
		rules = above.With(folder, text)
	}
	entries, err := os.ReadDir(filepath.Join(root, folder))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case e.Name() == ".git":
		case rules.Ignore(name, e.IsDir()):
			all = append(all, name)
		case e.IsDir():
			all = append(all, ignored(t, root, name, rules)...)
		}
	}
	return all
}

// byGit are the same, as git has it.
func byGit(t *testing.T, root string) []string {
	t.Helper()
	c := exec.Command("git", "-c", "core.excludesFile=/dev/null", "status", "--porcelain", "-z", "--ignored=matching", "--untracked-files=all")
	c.Dir = root
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for entry := range strings.SplitSeq(string(out), "\x00") {
		if name, ok := strings.CutPrefix(entry, "!! "); ok {
			all = append(all, strings.TrimSuffix(name, "/"))
		}
	}
	return all
}

func write(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// compare holds the rules of a tree of files against git.
func compare(t *testing.T, root string, ignores map[string]string) {
	t.Helper()
	if out, err := exec.Command("git", "init", "-q", root).CombinedOutput(); err != nil {
		t.Skipf("git does not run here: %v %s", err, out)
	}
	write(t, root, ignores)
	got, want := ignored(t, root, ".", nil), byGit(t, root)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q: left alone are\n%q\ngit has\n%q", ignores, got, want)
	}
}

var tree = map[string]string{
	"README.md": "", "a": "", "a b": "", "é": "", "#x": "", "!x": "", "x*": "", "[x]": "", "x ": "",
	"docs/README.md": "", "docs/a/README.md": "", "docs/a/b/README.md": "", "docs/a/b/c/a": "", "docs/ab": "",
	"build/README.md": "", "build/a/b": "", "src/build/README.md": "", "src/a/README.md": "", "b/a/a/a": "", "b/c-d": "", "b/é/a": "",
}

func TestRulesAreThoseOfGit(t *testing.T) {
	for _, ignores := range []map[string]string{
		{".gitignore": "build\n"}, {".gitignore": "/build\n"}, {".gitignore": "build/\n"}, {".gitignore": "a/\n"},
		{".gitignore": "# a\n\\#x\n\\!x\nx\\*\n\\[x]\n"}, {".gitignore": "a \nx\\ \n"}, {".gitignore": "\ufeffa\r\nbuild\r\n"},
		{".gitignore": "**/a\n"}, {".gitignore": "docs/**\n"}, {".gitignore": "docs/**/README.md\n"}, {".gitignore": "**/a/**/a\n"}, {".gitignore": "b/**a\n"},
		{".gitignore": "*\n!*/\n!README.md\n"}, {".gitignore": "docs\n!docs/README.md\n"}, {".gitignore": "docs/*\n!docs/a\n"},
		{".gitignore": "*.md\n", "docs/.gitignore": "!README.md\n", "docs/a/b/.gitignore": "README.md\n"},
		{"docs/.gitignore": "/a\nb\n/ab\n"}, {"docs/.gitignore": "a/b\n"}, {"docs/.gitignore": "docs/a\n"},
		{".gitignore": "[a-b]\n"}, {".gitignore": "[!a]*\n"}, {".gitignore": "b[/]a\n"}, {".gitignore": "b[!x]a\nb/[^x]\n"}, {".gitignore": "[[:alpha:]]\n[]x\n[\n"},
		{".gitignore": "?\n"}, {".gitignore": "??\n"}, {".gitignore": "b/?\n"}, {".gitignore": "/\n//\n!\n\\\n"}, {".gitignore": "b/[b-d]-d\n[[:nosuch:]]\n[[:word:]]\n"},
		{".gitignore": "*/a\n"}, {".gitignore": "/*/a\n!/docs/a\n"}, {".gitignore": "***/a\na/***\n"}, {".gitignore": "**\n!docs/**\n"},
	} {
		root := t.TempDir()
		write(t, root, tree)
		compare(t, root, ignores)
	}
}

// Patterns that nobody would write are read as git reads them, too.
func TestRandomRulesAreThoseOfGit(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Split(`a|b|c|docs|build|README.md|*|**|?|/|/|/|!|[ab]|[!a]|[^b-d]|[[:lower:]]|\|é| |-|[|]|***`, "|")
	root := t.TempDir()
	write(t, root, tree)
	for range 150 {
		ignores := map[string]string{}
		for _, name := range []string{".gitignore", "docs/.gitignore", "docs/a/.gitignore"} {
			text := ""
			for range random.IntN(4) {
				for range 1 + random.IntN(5) {
					text += pieces[random.IntN(len(pieces))]
				}
				text += "\n"
			}
			ignores[name] = text
		}
		compare(t, root, ignores)
	}
}

func TestHostilePatternsTakeNoTime(t *testing.T) {
	r := (*Rules)(nil).With(".", []byte(strings.Repeat("*a", 200)+"b\n"+strings.Repeat("**/", 500)+"x\n"))
	if r.Ignore(strings.Repeat("a", 4000), false) || r.Ignore(strings.Repeat("a/", 2000), false) {
		t.Error("nothing matches")
	}
}

func ExampleRules() {
	rules := (*Rules)(nil).With(".", []byte("*.log\nbuild/\n")).With("docs", []byte("!keep.log\n"))
	fmt.Println(rules.Ignore("docs/old.log", false), rules.Ignore("docs/keep.log", false), rules.Ignore("build", true))
	// Output: true false true
}
