package page

import (
	"strings"
	"testing"
)

// The mark ¦ is where a passage fits in, and § where the course begins.
func TestGapBelowTheIntroduction(t *testing.T) {
	for _, want := range []string{
		"# T\n\nIntroduction.\n\n¦## One\n\n- a\n",
		"# T\n¦## One\n",
		"\ufeff# T\r\n\r\n[![b](x)](y)\r\n\r\n¦## One\r\n",
		"---\ntitle: T\n---\n\nIntroduction.\n\n---\n\n# T\n\nMore.\n\n¦---\n\n## One\n",
		"T\n=\n\nIntro\n\n¦One\n---\n\n- a\n",
		"<div align=\"center\">\n\n# T\n\n### The subtitle\n\n</div>\n\n¦## One\n",
		"<h1 align=\"center\">T</h1>\n<p>\n  <img src=\"a.svg\">\n</p>\n\n- [One](#one)\n\n¦<h2>One</h2>\n",
		"<p><img src=x></p>\n\n# T\n\n```\n## no\n```\n\n> ## no\n\n¦## One\n",
		"# T\n\nIntro.\n\n¦- §**a**: b\n- c\n", "# T\n\nIntro.\n\n¦| a | b |\n|---|---|\n| §c | d |\n", "# T\n\nIntro.\n\n¦<details>\n<summary>One</summary>\n\n- §a\n\n</details>\n",
		"¦## One\n\n- a\n\n## Two\n\n- b\n", "¦- §a\n- b\n", "# T\n\n¦**§Week 1**\n- a\n\n## Appendix\n",
	} {
		src := strings.Replace(want, "¦", "", 1)
		course := endOfFile
		if i := strings.Index(src, "§"); i >= 0 {
			course, src, want = 1+strings.Count(src[:i], "\n"), strings.Replace(src, "§", "", 1), strings.Replace(want, "§", "", 1)
		}
		at := BelowIntroduction([]byte(src), Options{}, course)
		if at < 0 || src[:at]+"¦"+src[at:] != want {
			t.Errorf("%q: %d\nwant %q", src, at, want)
		}
	}
}

const endOfFile = 1 << 30

func TestGapBelowAHeading(t *testing.T) {
	for want, line := range map[string]int{
		"# T\n\n## One\n¦\nText.\n":                                3,
		"# T\r\n\r\n## One\r\n¦Text.\r\n":                          3,
		"# T\n\n## One\n<!-- roadmap: id=x -->\n¦\nText.\n":        3,
		"# T\n\n## One\n\n<!-- roadmap: id=x\n icon=y -->\n¦- a\n": 3,
		"# T\n\n## One\n¦\n<!-- words -->\n":                       3,
		"# T\n\nOne\nand two\n---\n¦\nText.\n":                     4,
		"# T\n\n<h2>One</h2>\n¦\n- a\n":                            3,
		"# T\n\n**One**\n¦\n- a\n":                                 3,
		"# T\n\n## One¦":                                           3,
	} {
		src := strings.Replace(want, "¦", "", 1)
		at := BelowHeading([]byte(src), Options{}, line)
		if at < 0 || src[:at]+"¦"+src[at:] != want {
			t.Errorf("%q: %d\nwant %q", src, at, want)
		}
	}
	for src, line := range map[string]int{"# T\n\n- a\n- b\n": 4, "# T\n\n> ## a\n": 3, "\xff\xfe#\x00 \x00T\x00": 1, "# T\n\n<div>\n<h2>One</h2>\n\n</div>\n": 4, "| a | b |\n|-|-|\n| c | d |\n": 3} {
		if at := BelowHeading([]byte(src), Options{}, line); at >= 0 {
			t.Errorf("%q: %d", src, at)
		}
	}
}
