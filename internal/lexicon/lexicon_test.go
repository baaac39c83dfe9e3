package lexicon

import (
	"fmt"
	"slices"
	"testing"
)

// What was added is found by its key in its language, in the order in which it was added,
// however many share a slot; and nothing else is.
func TestLexicon(t *testing.T) {
	var d Draft
	want := map[string][]Entry{}
	key := func(i int) (uint16, string) { return uint16(i % 3), fmt.Sprint("key", i/2) }
	const many = 20_000
	for i := range many {
		language, k := key(i)
		e := Entry{fmt.Sprint("text", i, language, k), uint8(i), uint16(i)}
		d.Add(language, k, e)
		want[fmt.Sprint(language, k)] = append(want[fmt.Sprint(language, k)], e)
	}
	l := d.Lexicon()
	for i := range many {
		language, k := key(i)
		entries := want[fmt.Sprint(language, k)]
		group, found := l.Group(language, []byte(k)), []Entry{}
		for e, ok := group.Next(); ok; e, ok = group.Next() {
			if slices.Contains(entries, e) {
				found = append(found, e)
			}
		}
		if !slices.Equal(found, entries) {
			t.Fatalf("%d %s: %v, want %v", language, k, found, entries)
		}
	}
	empty := new(Draft).Lexicon().Group(0, []byte("key"))
	if e, ok := empty.Next(); ok {
		t.Errorf("an empty lexicon has %v", e)
	}
}
