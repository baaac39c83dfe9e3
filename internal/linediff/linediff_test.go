package linediff

import (
	"bytes"
	"testing"
)

func TestUnified(t *testing.T) {
	before := []byte("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15")
	after := bytes.ReplaceAll(bytes.ReplaceAll(before, []byte("2\n3"), []byte("2\nthree")), []byte("15"), []byte("fifteen"))
	got := string(Unified("f", before, after))
	want := "--- a/f\n+++ b/f\n" +
		"@@ -1,6 +1,6 @@\n 1\n 2\n-3\n+three\n 4\n 5\n 6\n" +
		"@@ -12,4 +12,4 @@\n 12\n 13\n 14\n-15\n\\ No newline at end of file\n+fifteen\n\\ No newline at end of file\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	// Changes with up to six lines between them share a hunk.
	if n := bytes.Count(Unified("f", []byte("a\n2\n3\n4\n5\n6\n7\nb\n"), []byte("A\n2\n3\n4\n5\n6\n7\nB\n")), []byte("@@ -")); n != 1 {
		t.Errorf("%d hunks", n)
	}
	if d := Unified("f", before, before); d != nil {
		t.Errorf("the same is %q", d)
	}
}
