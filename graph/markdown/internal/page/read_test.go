package page

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// samples are the documents that reading is tried with.
func samples(t testing.TB) [][]byte {
	t.Helper()
	var out [][]byte
	err := filepath.WalkDir("../../testdata", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") {
			return err
		}
		src, err := os.ReadFile(path)
		out = append(out, src)
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatal("no samples", err)
	}
	return out
}

// checkTree holds what is promised of the tree of every document.
func checkTree(t *testing.T, d *Document, size int) {
	t.Helper()
	n := 0
	var walk func(e *Element, kids []*Element)
	walk = func(e *Element, kids []*Element) {
		for _, k := range kids {
			n++
			if k.Parent != e {
				t.Fatalf("%v %q stands below another than its parent", k.Kind, k.Title)
			}
			if p := d.Position(k.At); p.Line < 1 {
				t.Fatalf("%v %q stands outside of the document, at %d", k.Kind, k.Title, k.At)
			}
			if !utf8.ValidString(k.Title) && utf8.ValidString(d.text) {
				t.Fatalf("the title %q of the %v is cut in a character", k.Title, k.Kind)
			}
			checkKind(t, e, k)
			if k.Kind == Table {
				for _, v := range k.Views() {
					walk(k, v.Kids)
				}
				continue
			}
			walk(k, k.Kids)
		}
	}
	walk(d.Root, d.Root.Kids)
	if n > maxElements(size) {
		t.Fatalf("%d elements of %d bytes", n, size)
	}
}

// maxElements is how many elements a text may have: a cell "|a" is one in each
// of a table's views, and no other construct needs less text.
func maxElements(size int) int { return 4*size + 16 }

// checkKind holds what is promised of an element by its kind.
func checkKind(t *testing.T, parent, e *Element) {
	t.Helper()
	switch e.Kind {
	case Root:
		t.Fatal("a root below the root")
	case Heading, Summary:
		if e.Title == "" || e.Level < 1 || e.Level > 7 {
			t.Fatalf("a heading %q of level %d", e.Title, e.Level)
		}
		if (parent.Kind == Heading || parent.Kind == Summary) && parent.Level >= e.Level {
			t.Fatalf("the heading %q of level %d stands below one of level %d", e.Title, e.Level, parent.Level)
		}
		if parent.Kind != Root && parent.Kind != Heading && parent.Kind != Summary {
			t.Fatalf("the heading %q stands below a %v", e.Title, parent.Kind)
		}
	case Line:
		if e.Title == "" {
			t.Fatal("a line without a name")
		}
	case List:
		if len(e.Kids) == 0 {
			t.Fatal("a list of nothing")
		}
	case Item:
		if parent.Kind != List {
			t.Fatalf("the item %q stands below a %v", e.Title, parent.Kind)
		}
	case Group, Row:
		if e.Title == "" && e.Kind == Row || parent.Kind != Table && parent.Kind != Group { // rows before the first group have one without a name
			t.Fatalf("the %v %q stands below a %v", e.Kind, e.Title, parent.Kind)
		}
	}
}

func TestTrees(t *testing.T) {
	for _, src := range samples(t) {
		checkTree(t, Read(src, Options{File: "README.md"}), len(src))
	}
}

// FuzzRead looks for documents that break the reader or its promises.
func FuzzRead(f *testing.F) {
	for _, src := range samples(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		checkTree(t, Read(src, Options{File: "README.md"}), len(src))
	})
}
