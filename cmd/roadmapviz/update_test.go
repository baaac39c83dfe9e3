package main

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write what the tests make over what they expect")

// golden compares got with a file, or writes it there with -update.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is out of date; run go test ./cmd/roadmapviz -update and look at what changed", path)
	}
}

// goldenSection does the same with what stands between two comments of a page.
func goldenSection(t *testing.T, path, name, got string) {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := []byte("<!-- "+name+": generated -->\n"), []byte("<!-- end of "+name+" -->\n")
	before, rest, ok := bytes.Cut(page, begin)
	_, after, ok2 := bytes.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no section %q", path, name)
	}
	golden(t, path, bytes.Join([][]byte{before, begin, []byte("\n" + got + "\n"), end, after}, nil))
}
