package icons

import (
	"os"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// The headings in testdata/guess.txt get the icons that stand there.
func TestGuess(t *testing.T) {
	const file = "testdata/guess.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for l := range strings.Lines(string(data)) {
		title, want, _ := strings.Cut(strings.TrimSuffix(l, "\n"), " → ")
		icon := first(title)
		if icon != want && !*golden.Update {
			t.Errorf("%q: got %q, want %q", title, icon, want)
		}
		got.WriteString(title + " → " + icon + "\n")
	}
	golden.File(t, file, []byte(got.String()))
}

// first is the icon that is proposed first.
func first(title string) string {
	if all := Guesses(title); len(all) > 0 {
		return all[0].Icon
	}
	return ""
}

// Guesses takes any text, and what it answers exists.
func FuzzGuesses(f *testing.F) {
	for _, s := range []string{"", " ", "C++", "1. A & B", "自然语言处理", "\xff\xfe", strings.Repeat("a", 300), "for for", "ies s", "."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, title string) {
		for _, g := range Guesses(title) {
			if !has(g.Icon) || g.Word == "" {
				t.Errorf("%q: no icon %q for %q", title, g.Icon, g.Word)
			}
		}
	})
}

func BenchmarkGuesses(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Guesses("3. Retrieval Augmented Generation with vectors")
	}
}

// The table names icons that exist, and no keyword twice.
func TestKeywords(t *testing.T) {
	seen := map[string]string{}
	for i, l := range strings.Split(keywords, "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		fields := strings.Split(l, "\t")
		if len(fields) != 3 || !strings.Contains("0123", fields[0]) {
			t.Errorf("line %d: want rank, icon and keywords: %q", i+1, l)
			continue
		}
		for _, icon := range strings.Split(fields[1], "|") {
			if icon != "-" && !has(icon) {
				t.Errorf("line %d: no icon %q", i+1, icon)
			}
		}
		for _, keyword := range strings.Split(fields[2], ", ") {
			normal := string(appendKeyword(nil, keyword))
			if icon := seen[normal]; icon != "" {
				t.Errorf("line %d: %q stands for %s already", i+1, keyword, icon)
			}
			seen[normal] = fields[1]
			if strings.Count(normal, " ") >= maxWords {
				t.Errorf("line %d: %q has more than %d words", i+1, keyword, maxWords)
			}
		}
	}
}
