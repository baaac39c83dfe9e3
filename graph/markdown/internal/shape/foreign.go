package shape

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Foreign says why a heading is no part of any course, whatever stands around it, by what
// its list holds; "" of others.
func (t *Tree) Foreign(n *Node) string {
	switch {
	case !n.IsHead():
	case n.isLog():
		return "news, each with its date"
	case n.lists(isNamed):
		return "about people"
	case t.isListing(n):
		return "files of the repository"
	}
	return ""
}

// isLog says whether a heading is called as a change log is, or news, and every entry
// begins with a date.
func (n *Node) isLog() bool {
	return n.Class&page.Log != 0 && n.lists(func(it *Node) bool { return it.dated })
}

// isNamed says whether an item is somebody by the full name: what makes software has such
// pages, too, and mostly one word for a name.
func isNamed(it *Node) bool { return it.person && strings.Contains(it.Title, " ") }

// isListing says whether a heading that does not count stands over names of files and
// folders: "README.md", "solution/".
func (t *Tree) isListing(n *Node) bool {
	tells := false // "Node.js" does not
	return n.Number == "" && !t.facts.nodes[n.Index].series && n.lists(func(it *Node) bool {
		tells = tells || strings.HasSuffix(it.Title, "/") || strings.HasSuffix(it.Title, ".md")
		return it.URL == "" && page.IsPath(it.Title)
	}) && tells
}

// lists says whether a node holds nothing but lists, of several items that are all so.
func (n *Node) lists(is func(*Node) bool) bool {
	items := 0
	for _, l := range n.Kids {
		if l.Kind != page.List {
			return false
		}
		for _, it := range l.Kids {
			if !is(it) {
				return false
			}
			items++
		}
	}
	return items > 1
}

// foreign says why a node is no part of a course, by itself or by what it stands below.
func (t *Tree) foreign(n *Node) string {
	for ; n != nil; n = n.Parent {
		if why := t.Foreign(n); why != "" {
			return why
		}
	}
	return ""
}
