package page

import (
	"bytes"
	"strings"
	"testing"
)

// A long list of links is no paragraph of brackets: nothing of it is cut.
func TestBoundKeepsLists(t *testing.T) {
	for _, unit := range []string{"- [a](b) and [c](d)\n", "1. [a](b)\n2. [c](d)\n", "* x\n  * [a](b)\n    1. [c](d)\n", "[a](b)\n\n"} {
		src := []byte(strings.Repeat(unit, 10_000))
		if out, cuts := bound(src); len(cuts) > 0 || len(out) != len(src) {
			t.Errorf("%q: %v", unit, cuts)
		}
	}
	if _, cuts := bound([]byte(strings.Repeat("[a]: b\n", 10_000))); len(cuts) != 1 {
		t.Errorf("a paragraph of brackets: %v", cuts)
	}
}

// The pipes around a row are no columns.
func TestBoundCountsColumns(t *testing.T) {
	for line, cut := range map[string]bool{
		"|" + strings.Repeat("-|", maxCells):       false,
		"|" + strings.Repeat("-|", maxCells+1):     true,
		"-" + strings.Repeat("|-", maxCells-1):     false,
		"-" + strings.Repeat("|-", maxCells):       true,
		"> |" + strings.Repeat(" :-: |", maxCells): false,
	} {
		if _, cuts := bound([]byte(line + "\n")); len(cuts) > 0 != cut {
			t.Errorf("%.20q of %d bytes: %v", line, len(line), cuts)
		}
	}
}

// Of many cuts of a kind the first is reported, with how many there are.
func TestBoundCountsCuts(t *testing.T) {
	long := strings.Repeat("x", maxLine+1) + "\n"
	_, cuts := bound([]byte(long + "short\n" + long + long))
	if len(cuts) != 1 || cuts[0].line != 1 || !strings.HasSuffix(cuts[0].message, "so are 2 more lines") {
		t.Error(cuts)
	}
}

// What memory a document takes grows with its elements, so these are bounded,
// whatever they are written as.
func TestElementsAreBounded(t *testing.T) {
	for _, piece := range []string{"- a\n- b\n", "<li>a\n<li>b\n", "- [a](b) [c](d)\n", "<td><td>\n"} {
		all := strings.Repeat(piece, maxPieces)
		kept, cuts := bound([]byte(all))
		if len(cuts) != 1 || !strings.HasPrefix(all, string(kept)) || len(kept) == 0 || cuts[0].line != bytes.Count(kept, []byte("\n"))+1 {
			t.Errorf("%q: %d of %d bytes are kept, with %v", piece, len(kept), len(all), cuts)
		}
		if again, more := bound(kept); len(more) != 0 || len(again) != len(kept) {
			t.Errorf("%q: what is kept is cut again: %v", piece, more)
		}
	}
}
