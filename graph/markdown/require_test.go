package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Each row is what a topic calls its prerequisites, and the topics that are
// meant: those with a question mark are guessed.
func TestRequire(t *testing.T) {
	topics := []string{
		"Calculus 1A: Limits", "Calculus 1B: Sums", "Calculus 1C: Series", "Algebra: Rings and Fields, Part 1", "Algebra: Rings and Fields, Part 2",
		"Ships, Flags and Signals", "C", "C++", "C#", "Programming Languages", "Sailing: From Port to Port", "Sailing: From Port to Port Part II",
		"Natural Language Processing (NLP)", "Mathematics for Cooks", "Trees", "Introduction to Probability", "Statics I",
		"Tying and Splicing Rope Ends", "Reading Weather Maps", "Drawing Weather Maps",
	}
	for _, c := range []struct{ want, found string }{
		{"Calculus 1A", "Calculus 1A: Limits"},
		{"calculus 1b", "Calculus 1B: Sums"},
		{"Calculus 1A, 1B", "Calculus 1A: Limits; Calculus 1B: Sums"},
		{"Calculus 1A and 1C", "Calculus 1A: Limits; Calculus 1C: Series"},
		{"Calculus", "Calculus 1A: Limits?"},
		{"Calc", ""},
		{"Algebra Part 2", "Algebra: Rings and Fields, Part 2?"},
		{"Algebra, Part II", "Algebra: Rings and Fields, Part 2?"},
		{"Trees; Ships, Flags and Signals; C", "Trees; Ships, Flags and Signals; C"},
		{"Trees, Ships, Flags and Signals, C", "Trees; Ships, Flags and Signals; C"},
		{"C", "C"},
		{"C++", "C++"},
		{"C# or C++", "C#; C++"},
		{"Programming", ""},
		{"programming languages", "Programming Languages"},
		{"From Port to Port Part II", "Sailing: From Port to Port Part II"},
		{"From Port to Port Part I", "Sailing: From Port to Port?"},
		{"NLP", "Natural Language Processing (NLP)?"},
		{"Natural Language Processing", "Natural Language Processing (NLP)"},
		{"Math for Cooks", "Mathematics for Cooks?"},
		{"Tree", "Trees?"},
		{"Intro to Probability (or equivalent).", "Introduction to Probability?"},
		{"A year of numbers (Calculus 1C)", "Calculus 1C: Series"},
		{"corequisite: Trees", "Trees"},
		{"Statics 1", "Statics I"},
		{"Rope Ends", "Tying and Splicing Rope Ends?"},
		{"Ends", ""},
		{"Weather Maps", ""}, // which of them?
		{"5", "Algebra: Rings and Fields, Part 2"},
		{"Lesson 5, 6", "Algebra: Rings and Fields, Part 2; Ships, Flags and Signals"},
		{"1-3", "Calculus 1A: Limits; Calculus 1B: Sums; Calculus 1C: Series"},
		{"SH-06", "Ships, Flags and Signals"},
		{"[the ships](https://x.example/6/)", "Ships, Flags and Signals"},
		{"[all about Trees](https://elsewhere.example)", ""},
		{"none", ""},
	} {
		var src strings.Builder
		src.WriteString("# School\n\n## First year\n\n| # | Code | Course | Prerequisites |\n|---|---|---|---|\n")
		for i, title := range topics {
			fmt.Fprintf(&src, "| %d | SH-%02d | [%s](https://x.example/%d) | |\n", i+1, i+1, title, i+1)
		}
		fmt.Fprintf(&src, "| 99 | SH-99 | [Last](https://x.example/99) | %s |\n", c.want)
		g, _ := Parse([]byte(src.String()), Options{})
		x := graph.NewIndex(g)
		var found []string
		for _, e := range g.Edges {
			if e.Kind != graph.Requires {
				continue
			}
			n, _ := x.Node(e.From)
			if e.Guess != "" {
				n.Title += "?"
			}
			found = append(found, n.Title)
		}
		if got := strings.Join(found, "; "); got != c.found {
			t.Errorf("%s: got %s, want %s", c.want, got, c.found)
		}
	}
}

// What holds a topic does not come before it, and is not asked for either.
func TestRequireIsNotWhatHoldsIt(t *testing.T) {
	g, found := Parse([]byte("# C\n\n## Trees\n\n| Course | Prerequisites |\n|---|---|\n| Oaks | Trees |\n| Elms | Oaks |\n"), Options{})
	for _, d := range found {
		if d.Severity == graph.Error {
			t.Error(d)
		}
	}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires && e.From == "c/trees" {
			t.Error(e)
		}
	}
}
