package text

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestBidi holds levels and order to Unicode's own cases.
func TestBidi(t *testing.T) {
	file, err := os.Open("testdata/bidi.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var resolver bidiResolver
	cases := 0
	for scan := bufio.NewScanner(file); scan.Scan(); {
		fields := strings.Split(scan.Text(), ";")
		if len(fields) != 5 || strings.HasPrefix(fields[0], "#") || strings.Contains(fields[3], "x") {
			continue
		}
		cases++
		var runes []rune
		for _, hex := range strings.Fields(fields[0]) {
			r, err := strconv.ParseInt(hex, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			runes = append(runes, rune(r))
		}
		base := baseLevel(runes, "")
		if fields[1] != "2" {
			base = fields[1][0] - '0'
		}
		resolver.resolve(runes, base)
		order := make([]int, len(runes))
		for i := range order {
			order[i] = i
		}
		reverseRuns(order, func(i int) uint8 { return resolver.levels[i] })
		got := fmt.Sprint(base, resolver.levels, order)
		want := fmt.Sprintf("%s [%s] [%s]", fields[2], fields[3], fields[4])
		if got != want {
			t.Errorf("%s (direction %s): got %s, want %s", fields[0], fields[1], got, want)
		}
	}
	if cases < 1000 {
		t.Errorf("only %d cases", cases)
	}
}

// TestLanguageDecides: in a language that is written from right to left a text with such
// letters is read so, whatever it begins with, and one without them as ever.
func TestLanguageDecides(t *testing.T) {
	for _, c := range []struct {
		text, language string
		want           string // the runs from left to right
	}{
		{"HTML מתקדם", "he", "מתקדם| |HTML"},
		{"HTML מתקדם", "en", "HTML| |מתקדם"},
		{"HTML מתקדם", "", "HTML| |מתקדם"},
		{"תכנות ב Go", "en", "Go| |ב| |תכנות"},
		{"C++ (new)", "he", "C++| |(new)"},
	} {
		lines := NewShaper(nil).Wrap(Paragraph{Spans: []Span{{c.text, Regular}}, Size: 10, Language: c.language}, Limits{}).Lines
		var words []string
		for _, r := range lines[0].Runs {
			part := strings.Fields(r.Text)
			if r.RTL {
				slices.Reverse(part)
			}
			words = append(words, part...)
		}
		if got := strings.Join(words, "| |"); got != c.want {
			t.Errorf("%s in %q: %s, want %s", c.text, c.language, got, c.want)
		}
	}
}
