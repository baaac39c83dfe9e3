package svgtest

import (
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	wrap := func(s string) string { return `<svg xmlns="http://www.w3.org/2000/svg">` + s + `</svg>` }
	good := []string{
		``,
		`<g id="a" class="topic done"><title>x</title><a href="https://example.org/?a=b&amp;c"><rect x="1" filter="url(#f)"/></a></g><defs><filter id="f"/></defs>`,
		`<style>@font-face{font-family:"R";src:url(data:font/ttf;base64,AAAA)}</style>`,
		`<path id="p"/><use xlink:href="#p"/><a href="#p"/><a href="notes/a:b.md"/>`,
	}
	for _, s := range good {
		if err := Check([]byte(wrap(s))); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
	bad := map[string]string{
		`<script>1</script>`:                          "<script>",
		`<foreignObject/>`:                            "<foreignObject>",
		`<rect onclick="x()"/>`:                       "onclick",
		`<rect style="fill:red"/>`:                    "style",
		`<image href="https://example.org/x.png"/>`:   "<image>",
		`<use xlink:href="other.svg#x"/>`:             "out of the file",
		`<use xlink:href="#nothing"/>`:                "nothing has",
		`<rect filter="url(https://example.org#f)"/>`: "out of the file",
		`<a href="javascript:alert(1)"/>`:             "scheme",
		`<g id="a"/><g id="a"/>`:                      "second time",
		`<style>@import "x"</style>`:                  "@import",
		`<style>a{b:url(https://x)}</style>`:          "loads",
		`<?xml-stylesheet href="x"?>`:                 "processing instruction",
		`<g>`:                                         "element",
		`&nbsp;`:                                      "entity",
	}
	for s, want := range bad {
		err := Check([]byte(wrap(s)))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", s, err, want)
		}
	}
}
