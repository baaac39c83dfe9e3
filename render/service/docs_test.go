package service

import (
	"bytes"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The commands of docs/api.md do what the page says.
func TestExamplesOfAPI(t *testing.T) {
	for _, program := range []string{"sh", "curl", "python3"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip("there is no " + program)
		}
	}
	page, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(newService(t))
	defer server.Close()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "README.md"), []byte("# Cooking\n\n## Knives\n\n- Sharpening\n- Chopping\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```sh\n(.*?)```\n(?:\n```(?:text|json)\n(.*?)```)?").FindAllSubmatch(page, -1)
	if len(examples) < 6 {
		t.Fatalf("only %d examples", len(examples))
	}
	files := 0
	for _, e := range examples {
		script := "set -e\ncurl() { command curl -sS \"$@\"; }\n" + strings.ReplaceAll(string(e[1]), "http://127.0.0.1:8300", server.URL)
		cmd := exec.Command("sh", "-c", script)
		cmd.Dir = folder
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%v: %s\n%s", err, out, e[1])
		}
		if !bytes.Equal(out, e[2]) {
			t.Errorf("%s\nprints:\n%s", e[1], out)
		}
		for _, m := range regexp.MustCompile(`-o (\S+)`).FindAllSubmatch(e[1], -1) {
			files++
			data, err := os.ReadFile(filepath.Join(folder, string(m[1])))
			begins := map[string]string{".svg": "<svg ", ".png": "\x89PNG", ".pdf": "%PDF", ".dot": "digraph", ".json": "{\n  \"format\": \"svg\""}
			if err != nil || !bytes.HasPrefix(data, []byte(begins[filepath.Ext(string(m[1]))])) {
				t.Errorf("%s: %v %.200s", m[1], err, data)
			}
		}
	}
	if files < 8 {
		t.Errorf("only %d files were written", files)
	}
}
