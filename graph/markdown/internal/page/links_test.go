package page

import (
	"fmt"
	"strings"
	"testing"
)

// Links are found where a page in the web has them, and what images they are around.
func TestLinks(t *testing.T) {
	for src, want := range map[string]string{
		"[a](b.html) and [c](<d e.pdf> \"t\")\n\n- [x][y]\n\n[y]: z.html":                                        "1:1 b.html, 1:17 d e.pdf, 3:6 z.html",
		"[![alt](a.svg)](b.html) ![c](c.svg)":                                                                    "1:1 b.html (1:2)",
		"# [a](b.html)\n\n![x](c.svg)":                                                                           "1:3 b.html",
		"`[a](b)` \\[a](b)\n\n    [a](b)\n\n```\n[a](b)\n```":                                                    "",
		"<a href=\"b&amp;c.html\"><img src=x.svg></a> <img src=y.svg>":                                           "1:1 b&c.html (1:24)",
		"x <a href='b.html'>y</a> <img src=z.svg>":                                                               "1:3 b.html",
		"<p align=center>\n<a href=b.html>\n<picture><source srcset=a.svg><img src=x.svg></picture></a>\n</p>\n": "2:1 b.html (3:31)",
		"<a href=b.html>\n\n![x](x.svg)\n\n</a>\n\n![y](y.svg)":                                                  "1:1 b.html (3:1)",
		"<a name=x>\n\n![x](x.svg)":                                                                              "",
		"<pre><a href=b.html>x</a></pre> <!-- <a href=c.html> --> <a href=d.html>":                               "1:58 d.html",
		"\ufeffa\r\n[ä](ö.html) [b](c.pdf)":                                                                      "2:1 ö.html, 2:13 c.pdf",
		"<!-- roadmapviz:begin -->\n[a](b.html)\n<!-- roadmapviz:end -->\n[c](d.html)":                           "4:1 d.html",
		"[a](b.html" + strings.Repeat("<", 9):                                                                    "",
	} {
		var got []string
		for _, l := range Links([]byte(src), "x.md") {
			text := fmt.Sprintf("%d:%d %s", l.At.Line, l.At.Column, l.URL)
			if l.Image.Line > 0 {
				text += fmt.Sprintf(" (%d:%d)", l.Image.Line, l.Image.Column)
			}
			got = append(got, text)
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("%q: %s\nwant %s", src, all, want)
		}
	}
}

// What is found takes time linear in the text.
func TestManyLinks(t *testing.T) {
	const n = 20000
	for _, piece := range []string{"<", "<a href=x.html>", "[a](b.html) ", "<pre>", "<!--", "[", "<a\n"} {
		Links([]byte("<div>"+strings.Repeat(piece, n)), "x.md")
		Links([]byte(strings.Repeat(piece, n)), "x.md")
	}
}
