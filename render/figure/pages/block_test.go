package pages

import "testing"

func TestRelativeLink(t *testing.T) {
	for path, want := range map[string]string{
		"img/roadmap.svg": "img/roadmap.svg", "./a b.svg": "./a%20b.svg", "../a.svg": "../a.svg",
		"javascript:alert(1).svg": "./javascript:alert%281%29.svg", "data:text/html,x.svg": "./data:text/html,x.svg",
		"//example.org/x.svg": "example.org/x.svg", "/x.svg": "x.svg", `\\example.org\x.svg`: "%5C%5Cexample.org%5Cx.svg",
		`"><script>.svg`: "%22%3E%3Cscript%3E.svg", "javascript&#58;x.svg": "javascript&amp;%2358;x.svg",
	} {
		if got := relativeLink(path); got != want {
			t.Errorf("relativeLink(%q) = %q, want %q", path, got, want)
		}
	}
}
