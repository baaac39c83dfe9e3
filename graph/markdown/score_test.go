package markdown

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// reference is the folder of reference data beside the module, which is no
// part of it. The test is skipped where the data is not there.
func reference(t *testing.T, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no reference data: ", err)
	}
	return path
}

type score struct {
	F1 float64 `json:"f1"`
	TP int     `json:"tp"`
}

// TestScore holds the outlines of real courses against those that a person
// wrote for them.
func TestScore(t *testing.T) {
	dir := reference(t, "corpus")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to score with")
	}
	expected, err := filepath.Glob(filepath.Join(dir, "expected", "*.json"))
	if err != nil || len(expected) == 0 {
		t.Fatal("no expected outlines", err)
	}
	for _, want := range expected {
		name := filepath.Base(want[:len(want)-len(".json")])
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile(filepath.Join(dir, name+".md"))
			if err != nil {
				t.Fatal(err)
			}
			g, _ := Parse(src, Options{File: name + ".md"})
			exported, err := json.Marshal(g.Drawn())
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "graph.json")
			if err := os.WriteFile(file, exported, 0o666); err != nil {
				t.Fatal(err)
			}
			outline, err := exec.Command(python, filepath.Join(dir, "outline.py"), file).Output()
			if err != nil {
				t.Fatal(err)
			}
			predicted := filepath.Join(t.TempDir(), "predicted.json")
			if err := os.WriteFile(predicted, outline, 0o666); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(python, filepath.Join(dir, "score.py"), predicted, want).Output()
			if err != nil {
				t.Fatal(err)
			}
			var got struct {
				Title                            bool
				Parts, Sections, Topics, Prereqs score
				Forbidden                        []string
			}
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			if !got.Title || got.Parts.F1 < 0.97 || got.Sections.F1 < 0.97 || got.Topics.F1 < 0.97 || got.Prereqs.F1 < 0.95 || len(got.Forbidden) > 0 {
				t.Errorf("%s", out)
			}
			t.Logf("parts %.3f sections %.3f topics %.3f prereqs %.3f", got.Parts.F1, got.Sections.F1, got.Topics.F1, got.Prereqs.F1)
		})
	}
}
