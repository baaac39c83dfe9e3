package page

import (
	"fmt"
	"strings"
	"testing"
)

func TestPicturesHaveOtherSides(t *testing.T) {
	const dark = `<source media="(prefers-color-scheme: dark)" srcset="img/x-dark.svg">`
	for src, want := range map[string]string{
		`<picture>` + dark + `<img src="img/x.svg"></picture>`:                                                                                                          "[{img/x-dark.svg dark}]",
		"<p align=center>\n<picture>\n  " + dark + "\n  <img src=\"img/x.svg\">\n</picture>\n</p>":                                                                      "[{img/x-dark.svg dark}]",
		"> <picture>\n> " + dark + "\n> <img src='img/x.svg'></picture>":                                                                                                "[{img/x-dark.svg dark}]",
		"text <picture>" + dark + `<img src="img/x.svg"></picture> text`:                                                                                                "[{img/x-dark.svg dark}]",
		`<picture><source srcset="a,b.svg 1x, c.png 2x,d.svg" /><source media="(Prefers-Color-Scheme:LIGHT)" srcset="&#97;%20b.svg, ,"><img src="img/x.svg"></picture>`: "[{a,b.svg } {c.png } {d.svg } {a%20b.svg light}]",
		`<picture>` + dark + `</picture><img src="img/x.svg">`:                                                                                                          "[]",
		dark + `<img src="img/x.svg">`:                                                                                                                                  "[]",
		`<picture>` + dark + ` words <img src="img/x.svg"></picture>`:                                                                                                   "[]",
		`<picture><source media="(min-width: 9px)"><img src="img/x.svg"></picture>`:                                                                                     "[]",
		"![x](img/x.svg)": "[]",
	} {
		d := Read([]byte("# C\n\n"+src+"\n\n## P\n\n- a\n- b\n"), Options{})
		var found []Picture
		d.Root.Each(func(e *Element) {
			found = append(found, e.Images()...)
		})
		found = append(found, d.Root.Images()...)
		if len(found) == 0 || found[0].URL != "img/x.svg" || fmt.Sprint(found[0].Others) != want {
			t.Errorf("%s: %v, want %s", src, found, want)
		}
	}
	long := Read([]byte("# C\n\n"+strings.Repeat("<source srcset=a>", 2000)+strings.Repeat("<img src=a>", 2000)), Options{})
	if len(long.Root.Images()) != 2000 {
		t.Error(len(long.Root.Images()))
	}
}
