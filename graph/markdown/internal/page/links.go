package page

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A Link is one in a file, wherever it stands: in prose too, which holds nothing of a
// course.
type Link struct {
	URL   string
	At    graph.Position
	Image graph.Position // of the first image that it is around; zero without one
}

// Links finds the links of a file, in their order, but for bare addresses.
func Links(src []byte, file string) []Link {
	d, tree := parse(src, Options{File: file})
	l := linker{reader: &reader{Document: d, src: d.text}, open: -1}
	ast.Walk(tree, l.walk)
	// Asked for in their order, places are found quickly.
	slices.SortStableFunc(l.found, func(a, b linkAt) int { return a.at - b.at })
	links := make([]Link, 0, len(l.found))
	for _, f := range l.found {
		links = append(links, Link{URL: f.url, At: d.Position(f.at)})
	}
	for i, f := range l.found {
		if f.image > 0 {
			links[i].Image = d.Position(f.image)
		}
	}
	return links
}

type linker struct {
	*reader
	found []linkAt
	open  int // of the found ones, or −1
}

type linkAt struct {
	url       string
	at, image int // offsets; image is 0 without one, for it stands behind its link
}

func (l *linker) walk(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.Link:
		if l.open = -1; entering {
			l.begin(l.address(n.Destination), n.Pos())
		}
	case *ast.Heading:
		l.open = -1
	case *ast.Image:
		l.image(n.Pos())
		return ast.WalkSkipChildren, nil
	case *ast.RawHTML:
		if entering && n.Segments.Len() > 0 {
			start := n.Segments.At(0).Start
			t, _ := nextTag(l.src[:n.Segments.At(n.Segments.Len()-1).Stop], start)
			l.tag(t, start)
		}
	case *ast.HTMLBlock:
		if entering {
			l.html(htmlRange(n))
		}
	}
	return ast.WalkContinue, nil
}

// html looks for links in a block of HTML.
func (l *linker) html(i, end int) {
	for s := l.src[:end]; i < end; {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 {
			return
		}
		i += n
		if strings.HasPrefix(s[i:], "<!--") {
			if i = commentEnd(s, i); i < 0 {
				return
			}
			continue
		}
		t, next := nextTag(s, i)
		l.tag(t, i)
		if i = next; isAsIs(t) {
			i = closingTag(s, i, t.name)
		}
	}
}

func (l *linker) tag(t tag, at int) {
	switch t.name {
	case "a":
		l.open = -1
		if url := t.attr("href"); url != "" && !t.closes {
			l.begin(url, at)
		}
	case "img":
		l.image(at)
	}
}

func (l *linker) begin(url string, at int) {
	l.open = len(l.found)
	l.found = append(l.found, linkAt{url: url, at: max(at, 0)})
}

func (l *linker) image(at int) {
	if l.open >= 0 && l.found[l.open].image == 0 {
		l.found[l.open].image = at
	}
}
