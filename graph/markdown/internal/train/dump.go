package main

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// dump prints the elements of a document with the roles of its label.
func dump(d *document) {
	p := page.Read(d.src, page.Options{File: d.name + ".md"})
	all := flatten(p.Root, nil)
	roles := d.golds()[0].align(all)
	fmt.Printf("##### %s  lang=%s title=%q\n", d.name, p.Language, p.Title.Title)
	depth := map[*page.Element]int{}
	last, skipped := "", 0
	flush := func() {
		if skipped > 0 {
			fmt.Printf("      … %d more\n", skipped)
		}
		skipped = 0
	}
	for i, e := range all {
		if e.Parent != nil {
			depth[e] = depth[e.Parent] + 1
		}
		r := string(rune(max(roles[i], '.')))
		kind := e.Kind.String()
		if e.Kind == page.Heading {
			kind = fmt.Sprint("h", e.Level)
		}
		lead := [...]string{"", "L", "B", "H"}[e.Lead]
		class := ""
		for b, n := range page.ClassNames {
			if e.Class&(1<<b) != 0 {
				class += " " + n
			}
		}
		sign := fmt.Sprint(r, kind, lead, depth[e])
		if sign == last && e.Kind >= page.Item {
			if skipped++; skipped > 0 {
				if seen[sign]++; seen[sign] > 2 {
					continue
				}
				skipped--
			}
		} else {
			flush()
			clear(seen)
		}
		last = sign
		url := ""
		switch {
		case page.IsInside(e.URL):
			url = " #"
		case page.IsLocal(e.URL):
			url = " local"
		case e.URL != "":
			url = " ext"
		}
		views := ""
		for _, v := range e.Views() {
			views += fmt.Sprintf(" v%d:%d", v.Kind, len(v.Kids))
		}
		title := []rune(e.Title)
		if len(title) > 60 {
			title = title[:60]
		}
		fmt.Printf("%s %s%s%s %q%s%s m%d p%d%s [%s]\n", r, strings.Repeat("  ", depth[e]), kind, lead, string(title), numberOf(e), url, e.Mode, e.Paras, views, class)
	}
	flush()
	un := 0
	for _, r := range roles {
		if r == 0 {
			un++
		}
	}
}

var seen = map[string]int{}

func numberOf(e *page.Element) string {
	if e.Number == "" {
		return ""
	}
	return " n" + e.Number
}
