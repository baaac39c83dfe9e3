package language

import (
	"strings"
	"testing"
)

// Every language has all phrases of legends or none of them, and each takes what
// its English one does.
func TestTable(t *testing.T) {
	verbs := func(s string) int { return strings.Count(s, "%s") + 100*strings.Count(s, "%d") }
	for _, l := range table {
		tag, row := l.language, l.phrases
		if n := len(row); n != int(Was)+1 && n > int(Roadmap)+1 {
			t.Errorf("%s has %d phrases", tag, n)
		}
		for p, phrase := range row {
			if phrase == "" && Phrase(p) != After && Phrase(p) != Roadmap {
				t.Errorf("%s has no phrase %d", tag, p)
			}
			if phrase != "" && verbs(phrase) != verbs(phrases("en")[p]) {
				t.Errorf("%s: phrase %d is %q", tag, p, phrase)
			}
		}
	}
}

func TestIn(t *testing.T) {
	for tag, want := range map[string]string{
		"": "after %s", "tlh": "after %s", "de-AT": "nach %s", "pt_BR": "após %s", "nb-NO": "etter %s",
		"zh": "先学 %s", "zh-Hans-SG": "先学 %s", "zh-TW": "先學 %s", "zh-Hant-HK": "先學 %s", "zh_hk": "先學 %s",
	} {
		if got := After.In(tag); got != want {
			t.Errorf("%q: %q, want %q", tag, got, want)
		}
	}
	if got := Done.In("th"); got != "done" {
		t.Errorf("what Thai lacks is %q", got)
	}
	if got := Roadmap.Own("it"); got != "" {
		t.Errorf("Italian titles are made of %q", got)
	}
}

func TestIsRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{"": false, "en": false, "ar": true, "fa-IR": true, "HE": true, "ar_EG": true, "arn": false} {
		if got := IsRightToLeft(tag); got != want {
			t.Errorf("%q: %v, want %v", tag, got, want)
		}
	}
}
