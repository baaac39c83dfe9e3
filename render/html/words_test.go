package html

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`%\d`)

// Every language says everything, with the values that English has, in one cell.
func TestWords(t *testing.T) {
	if n := len(table()); n < 12 {
		t.Errorf("the page speaks %d languages", n)
	}
	columns := strings.Count(strings.SplitN(wordsFile, "\n", 2)[0], "\t")
	for line := range strings.Lines(strings.TrimSuffix(wordsFile, "\n")) {
		if strings.Count(line, "\t") != columns || strings.Contains(line, "\t\t") || strings.HasSuffix(line, "\t\n") {
			t.Errorf("a row has not %d cells: %q", columns, line)
		}
	}
	for language, words := range table() {
		for key, english := range table()[inEnglish] {
			want, got := placeholder.FindAllString(english, -1), placeholder.FindAllString(words[key], -1)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %q has not the values of %q", language, key, words[key], english)
			}
		}
	}
}

// Nothing is translated that nobody says.
func TestNoWordIsIdle(t *testing.T) {
	var sources strings.Builder
	for _, pattern := range []string{"page/*.js", "*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sources.Write(source)
		}
	}
	for key := range table()[inEnglish] {
		key = strings.TrimPrefix(key, "mode-") // of which mode.js says the rest
		if !regexp.MustCompile(`['"` + "`" + `]` + key + `['"` + "`" + `]`).MatchString(sources.String()) {
			t.Errorf("%q is said nowhere", key)
		}
	}
}

func TestLanguageOfThePage(t *testing.T) {
	for tag, want := range map[string]string{"de-AT": "de", "zh-TW": "zh-hant", "zh_Hans": "zh", "pt-BR": "pt", "tlh": "", "": ""} {
		if got := inTable(tag); got != want {
			t.Errorf("%q: %q, want %q", tag, got, want)
		}
	}
}
