package nearest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

func TestName(t *testing.T) {
	names := []string{"engineer", "scientist", "fundamentals", "Ünïcode", "dot", "c"}
	for name, want := range map[string]string{
		"enginer": "engineer", "SCIENTSIT": "scientist", "fundamental": "fundamentals",
		"ünicode": "Ünïcode", "dto": "dot", "xyz": "", "*": "", "C": "c", "cc": "c", "": "", "gardening": "",
	} {
		if got := nearest.Name(name, names); got != want {
			t.Errorf("Name(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPhrases(t *testing.T) {
	names := []string{"csv", "json"}
	for got, want := range map[string]string{
		nearest.Hint("jsn", names):               `did you mean "json"?`,
		nearest.Hint("tree", names):              ``,
		nearest.Choice("jsn", names):             `did you mean "json"?`,
		nearest.Choice("tree", names):            `there are: csv, json`,
		nearest.Unknown("format", "jsn", names):  `there is no format "jsn"; did you mean "json"? (there are: csv, json)`,
		nearest.Unknown("format", "te\n", names): `there is no format "te\n" (there are: csv, json)`,
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// What strangers write may be long: without bounds this test would take hours.
func TestLongNamesCostLittle(t *testing.T) {
	long := strings.Repeat("ab", 1<<22)
	var names []string
	for i := range 2000 {
		names = append(names, strings.Repeat("é", 64)+fmt.Sprint(i), long)
	}
	for range 100 {
		if near := nearest.Name(long+"x", names) + nearest.Name(strings.Repeat("é", 63), names); near != "" {
			t.Fatalf("%.80q is near", near)
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("1. Running LLMs")
	f.Add("\xff\ufe0f İ")
	f.Fuzz(func(t *testing.T, name string) {
		names := []string{"engineer", name + "x"}
		if near := nearest.Name(name, names); near != "" && near != names[0] && near != names[1] {
			t.Errorf("%q is near to %q, which is none of the names", near, name)
		}
	})
}
