// Package golden compares what tests make with files that were looked at, and
// writes these with the flag -update.
package golden

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

// Update tells that the files are to be written.
var Update = flag.Bool("update", false, "write what the tests make over what they expect")

// File compares got with a file.
func File(t testing.TB, path string, got []byte) {
	t.Helper()
	if *Update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is out of date; run its test with -update and look at what changed", path)
	}
}

// Section does the same with what stands between two comments of a page.
func Section(t testing.TB, path, name, got string) {
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
	File(t, path, bytes.Join([][]byte{before, begin, []byte("\n" + got + "\n"), end, after}, nil))
}
