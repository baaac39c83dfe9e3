package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGallery runs the commands of docs/gallery.md beside the courses that they
// are about, and holds the pictures that the page shows to what they draw.
func TestGallery(t *testing.T) {
	page, err := os.ReadFile("../../docs/gallery.md")
	if err != nil {
		t.Fatal(err)
	}
	gallery, err := filepath.Abs("../../docs/gallery")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS(".", os.DirFS(gallery)); err != nil {
		t.Fatal(err)
	}
	pictures, err := filepath.Glob("*.svg")
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{} // of which no command has told yet
	for _, name := range pictures {
		left[name] = true
	}
	shown := regexp.MustCompile(`(?m)^    roadmapviz (.* -o (\S+))\n\n!\[.+\]\(gallery/(\S+)\)$`).FindAllStringSubmatch(string(page), -1)
	if commands := strings.Count(string(page), "    roadmapviz "); commands != len(shown) || commands < 16 {
		t.Errorf("%d commands, of which %d have their picture below", commands, len(shown))
	}
	for _, m := range shown {
		command, file := m[1], m[2]
		if file != m[3] {
			t.Errorf("below %q stands another picture, %s", command, m[3])
		}
		delete(left, file)
		var errs strings.Builder
		args := append(strings.Fields(command), "--system-fonts", "never")
		if code := run(args, nil, io.Discard, &errs); code != exitOK {
			t.Errorf("roadmapviz %s: exit status %d\n%s", command, code, errs.String())
			continue
		}
		if errs.Len() > 0 {
			t.Logf("roadmapviz %s\n%s", command, errs.String())
		}
		holdFigure(t, file, filepath.Join(gallery, file))
	}
	for name := range left {
		t.Errorf("docs/gallery.md does not show %s", name)
	}
}
