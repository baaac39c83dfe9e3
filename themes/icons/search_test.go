package icons

import "testing"

func TestSearch(t *testing.T) {
	for _, test := range []struct {
		words []string
		first string // "" for none
	}{
		{[]string{"snake"}, "snake"},
		{[]string{"🐍"}, "snake"},
		{[]string{"❤"}, "red-heart"},
		{[]string{"golang"}, "go"},
		{[]string{"Data", "base"}, "database"},
		{[]string{"databases"}, "database"},
		{[]string{"linear algebra"}, "matrix"},
		{[]string{"deciduous", "tree"}, "deciduous-tree"},
		{[]string{"snake", "bread"}, ""},
		{[]string{"\x1b"}, ""},
	} {
		got := ""
		if found := Search(test.words...); len(found) > 0 {
			got = found[0].Name
		}
		if got != test.first {
			t.Errorf("%q: got %q first, want %q", test.words, got, test.first)
		}
	}
	if n := len(Search()); n != len(Names()) {
		t.Errorf("%d icons without a word", n)
	}
}
