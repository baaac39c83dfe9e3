package html

import (
	"testing"
)

func TestTerse(t *testing.T) {
	for markup, want := range map[string]string{
		"<ul class=\"a\">\n<li id=\"a/b\">x\ny</li>\n<li><p>z</p><p>=\"</p></li>\n</ul>\n": "<ul class=a><li id=a/b>x\ny<li><p>z<p>=\"</ul>",
		`<a class="a b" href="?a=b" title="" data-n="">"a" = b</a>`:                        `<a class="a b" href="?a=b" title data-n>"a" = b</a>`,
		"<g>\n<rect x=\"1\" y=\"2\"/>\n</g>\n":                                             "<g><rect x=1 y=2 /></g>",
		`<a href="a/">x</a><use href="#a b"/><br/>`:                                        `<a href=a/>x</a><use href="#a b"/><br/>`,
		"text": "text",
		"":     "",
	} {
		if got := string(terse([]byte(markup))); got != want {
			t.Errorf("%q: %q, want %q", markup, got, want)
		}
	}
}
