package markup

import (
	"strings"
	"testing"
)

func TestAnnotationsAreOneCommandEach(t *testing.T) {
	for _, c := range []struct {
		a    Annotation
		want string
	}{
		{Annotation{"error", "my course/100%.md", 3, 5, "RV005", "A needs B:\nwhy (100% <sure>)"}, "::error file=my course/100%25.md,line=3,col=5,title=RV005::A needs B:%0Awhy (100%25 <sure>)"},
		{Annotation{"notice", "a,b:c.md", 4, 0, "a::b", "\r::error::x"}, `::notice file=a%2Cb%3Ac.md,line=4,title=a%3A%3Ab::\r::error::x`},
		{Annotation{Level: "warning", Title: "RV106", Text: "tall\x1b]52;c;aGk=\a"}, `::warning title=RV106::tall\x1b]52;c;aGk=\x07`},
	} {
		if got := c.a.String(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestMarkdownOfOthersIsCode(t *testing.T) {
	for text, want := range map[string]string{
		"@all":     "`@all`",
		"a`b":      "``a`b``",
		"`":        "`` ` ``",
		"":         "`  `",
		"<b>\nx":   "`<b>\\nx`",
		" spaces ": "`  spaces  `",
	} {
		if got := Code(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		`topic "@me" renamed to "a\"b"`: "topic `@me` renamed to `a\"b`",
		"see #1":                        "`see #1`",
		"an entry, and (more)":          "an entry, and (more)",
		"https://example.org":           "`https://example.org`",
	} {
		if got := Sentence(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestJSONKeepsSigns(t *testing.T) {
	var b strings.Builder
	if err := JSON(&b, map[string]string{"a": "<b> & c"}); err != nil || b.String() != "{\n  \"a\": \"<b> & c\"\n}\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}
