package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// TestDiffPictures holds the pictures of differences in the documentation to
// what the program draws.
func TestDiffPictures(t *testing.T) {
	for name, versions := range map[string][2]string{
		"diff":            {"testdata/diff/old.md", "testdata/diff/new.md"},
		"diff-llm-course": {"../../../shared/course/README.md", "../../../shared/course/README-clean-encoding.md"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(versions[0]); err != nil {
				t.Skip("the reference course is not here:", err)
			}
			out := filepath.Join(t.TempDir(), "diff.svg")
			var words, errs bytes.Buffer
			if code := run([]string{"diff", versions[0], versions[1], "--system-fonts", "never", "-o", out}, nil, &words, &errs); code != exitOK {
				t.Fatalf("exit status %d: %s", code, errs.String())
			}
			got, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			golden.File(t, "../../docs/img/"+name+".svg", got)
		})
	}
}
