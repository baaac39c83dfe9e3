package shape

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Chapters is the outline of a book's table of contents, whose levels are a
// matter of its format: headings are parts, items sections, the items below
// these topics. Links outside of lists are what stands before and behind the
// chapters. An item over nothing that is a license or the like is none of them, nor
// is the page that a site begins with.
func Chapters(d *page.Document) *Outline {
	t := NewTree(d)
	o := &Outline{Tree: t, Roles: make([]Role, len(t.Nodes)), Agreement: 1}
	for _, n := range t.Nodes[1:] {
		up := n.Parent
		role := Out
		switch {
		case n.Kind == page.Heading:
			role = Part
		case n.Kind != page.Item || up.Prose:
			continue
		case len(n.Kids) == 0 && (n.Class&page.Never != 0 || isHome(n)):
			continue
		case up.Parent.Kind == page.Item && o.Roles[up.Parent.Index] == Section:
			role = Topic
		case up.Parent.Kind != page.Item:
			role = Section
		default:
			continue // below a topic
		}
		o.Roles[n.Index] = role
		for p := up; p != nil && o.Roles[p.Index] == Out; p = p.Parent {
			o.Roles[p.Index] = Through
		}
	}
	for _, n := range t.Nodes { // a heading over nothing is no part
		if o.Roles[n.Index] == Part && n.Leaves == 0 {
			o.Roles[n.Index] = Out
		}
	}
	t.constraints().force(t, o.Roles)
	return o
}

// home is what a site's own page is called in its navigation, folded.
const home = ",home,homepage,home page,startseite,accueil,inicio,início,hem,forsiden,etusivu,strona główna,úvod,главная,головна,ana sayfa,beranda,trang chủ,الرئيسية,首页,首頁,主页,ホーム,홈,"

// isHome says whether an entry of a navigation is the site's own page, which holds what
// is said about the course.
func isHome(n *Node) bool {
	at := strings.LastIndexByte(n.URL, '/') + 1
	name, _, _ := strings.Cut(strings.ToLower(n.URL[at:]), ".")
	return (name == "index" || name == "readme") && strings.Contains(home, ","+page.Fold(n.Title)+",")
}
