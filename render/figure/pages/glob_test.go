package pages

import (
	"strings"
	"testing"
)

func TestGlob(t *testing.T) {
	fsys := tree("README.md", "", "a.md", "", "a/README.md", "", "a/b/README.md", "", "a/b/c.markdown", "", "a/b/c.svg", "", "a/[b]/README.md", "",
		".git/README.md", "", ".x/y.md", "", "node_modules/a/README.md", "", "out/README.md", "", ".gitignore", "out\n")
	for pattern, want := range map[string]string{
		"*.md": "README.md a.md", "**/README.md": "README.md a/README.md a/[b]/README.md a/b/README.md", "a/**/README.md": "a/README.md a/[b]/README.md a/b/README.md",
		"a/**": "a/README.md a/[b]/README.md a/b/README.md a/b/c.markdown", "**/**/b/*": "a/b/README.md a/b/c.markdown", "*/README.md": "a/README.md",
		".x/*": ".x/y.md", "out/*.md": "out/README.md", "a/?/*": "a/b/README.md a/b/c.markdown", "a/[b]/*": "a/[b]/README.md a/b/README.md a/b/c.markdown", "*.txt": "", "nosuch/*": "",
	} {
		got, err := Glob(fsys, pattern)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q (%v)", pattern, got, want, err)
		}
	}
	if _, err := Glob(fsys, "**/[a"); err == nil {
		t.Error("a pattern that is not finished is taken")
	}
	if _, err := Glob(fsys, strings.Repeat("**/*/", 40)+"x.md"); err != nil {
		t.Error(err)
	}
}
