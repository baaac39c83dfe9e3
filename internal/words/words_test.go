package words_test

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/internal/words"
)

func TestShort(t *testing.T) {
	for text, want := range map[string]string{"": "", "abc": "abc", "abcd": "abc…", "äöü": "äöü", "äöüß": "äöü…", "a\xff\xfe\xfd": "a\xff\xfe…"} {
		if got := words.Short(text, 3); got != want {
			t.Errorf("Short(%q) is %q, not %q", text, got, want)
		}
	}
}
