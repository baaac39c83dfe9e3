package shape

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Foreign says why a heading that does not count is no part of any course, whatever stands
// around it, by what its list holds; "" of others.
func (t *Tree) Foreign(n *Node) string {
	switch {
	case !n.IsHead() || n.Number != "" || t.facts.nodes[n.Index].series || n.Class&(page.Wrapper|page.Topics) != 0:
	case n.isLog():
		return "news, each with its date"
	case n.lists(isNamed):
		return "about people"
	case n.isListing():
		return "files of the repository"
	}
	return ""
}

// foreigners are the headings that are no part of any course, if there are others.
func (t *Tree) foreigners() (all []*Node) {
	others := false
	for _, n := range t.Nodes[1:] {
		if n.IsView || !n.IsHead() {
			continue
		}
		if t.Foreign(n) != "" {
			all = append(all, n)
		} else if !others {
			others = slices.ContainsFunc(n.Kids, func(k *Node) bool { return k.Kind == page.List || k.Kind == page.Table })
		}
	}
	if !others {
		return nil
	}
	return all
}

// isLog says whether a heading is called as a change log is, or news, and every entry
// begins with a date.
func (n *Node) isLog() bool {
	return n.Class&page.Log != 0 && n.lists(func(it *Node) bool { return it.dated && !isOfThePast(it.Raw) })
}

// isOfThePast says whether a text begins with the date of a year before there were
// repositories: what happened then is a subject.
func isOfThePast(s string) bool {
	for i, word := range strings.Fields(s) {
		if word = strings.Trim(word, ",.:"); i < 3 && len(word) == 4 && word > "0999" && word < "1990" {
			return true
		}
	}
	return false
}

// isNamed says whether an item is somebody by the full name, and little else. On GitHub
// software has pages as somebody has.
func isNamed(it *Node) bool {
	return it.person && strings.Contains(it.Title, " ") && !it.sentence && strings.Count(it.Raw, " ") < maxNamed && !strings.Contains(it.URL, "://github.com/")
}

// maxNamed is how many words somebody takes at most, with an address and an office.
const maxNamed = 7

// isListing says whether a heading stands over names of files and folders: "README.md",
// "solution/". Those that count are lessons.
func (n *Node) isListing() bool {
	tells := false // "Node.js" does not
	return n.lists(func(it *Node) bool {
		tells = tells || strings.HasSuffix(it.Title, "/") || strings.HasSuffix(it.Title, ".md")
		return it.URL == "" && it.Number == "" && len(it.Kids) == 0 && page.IsPath(it.Title) && it.Title[0] != '/' && !counts([]byte(it.Title))
	}) && tells
}

// lists says whether a node holds nothing but lists, of several items that are all so and
// of which the author says nothing.
func (n *Node) lists(is func(*Node) bool) bool {
	items := 0
	for _, l := range n.Kids {
		if l.Kind != page.List {
			return false
		}
		for _, it := range l.Kids {
			if it.Note != nil || !is(it) {
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
