package page

import (
	"strings"
	"testing"
)

// The phrases of words.txt stand there as Fold leaves them, and once in a class:
// they are compared as they are.
func TestWordsAreFolded(t *testing.T) {
	class, seen := "", map[string]bool{}
	for line := range strings.Lines(wordsFile(t)) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			class = line
			continue
		}
		if line == "" {
			continue
		}
		for phrase := range strings.SplitSeq(line, ",") {
			phrase = strings.TrimSpace(phrase)
			words, _, _ := strings.Cut(phrase, " @")
			words = strings.TrimSpace(strings.Trim(words, "*"))
			if folded := Fold(words); folded != words || words == "" {
				t.Errorf("%s: write %q and not %q", class, folded, words)
			}
			if seen[class+phrase] {
				t.Errorf("%s: %q stands there twice", class, phrase)
			}
			seen[class+phrase] = true
		}
	}
}

func TestClassOf(t *testing.T) {
	for _, test := range []struct {
		text, language string
		want           Class
	}{
		{"Newsletters & Digests", "en", Aside},
		{"Licence and credits", "en", Never},
		{"Licence, goals, and contact", "en", Meta | Never},
		{"Lizenz und Danksagung", "de", Never},
		{"Лицензия и авторы", "ru", Never},
		{"المصادر والمراجع", "ar", Aside},
		{"מקורות וקישורים", "he", Aside},
		{"书籍和视频", "zh", Aside},
		{"Ссылки", "ru", Aside},
		{"Links utili", "it", Aside},
		{"Strategi mengajar", "id", Meta},
		{"Nguyên tắc dạy", "vi", Meta},
		{"Lectures", "fr", Resources},
	} {
		if c := ClassOf(test.text, test.language); c&test.want != test.want {
			t.Errorf("%q is %b and not %b", test.text, c, test.want)
		}
	}
	const course = Never | Toc | Meta | Aside | People | Log
	for _, text := range []string{"Lists and links", "Testing and debugging", "Time and space", "Security", "Tools", "Evaluation", "Channels", "Events", "和", "&", ", and"} {
		if c := ClassOf(text, "en"); c&course != 0 {
			t.Errorf("%q is %b, and a topic", text, c)
		}
	}
	if ClassOf("Lectures", "en")&Resources != 0 {
		t.Error("English lectures are no reading")
	}
}

func BenchmarkClassOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ClassOf("Neural networks and how they learn", "en")
		ClassOf("Recommended reading", "en")
	}
}
