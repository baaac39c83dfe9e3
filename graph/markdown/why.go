package markdown

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// Why a node is no part of the curriculum.
const (
	whyComment    = "left out by a comment"
	whyConfig     = "left out by the configuration"
	whyWords      = "its title is not that of a part of a course"
	whyAside      = "material beside the curriculum"
	whyMeta       = "about the course, not of it"
	whyContents   = "table of contents"
	whyPeople     = "about people"
	whyLog        = "news and changes"
	whyPicture    = "holds only a picture"
	whyEmpty      = "holds no list, table or sub-heading"
	whySlight     = "unlike the parts of the course beside it"
	whyPrerequist = "names what comes first"
	whyRemark     = "a remark, not a topic"
	whyTask       = "a task, not a topic"
	whyInside     = "explains what it stands below"
	whyLine       = "announces what follows"
	whyStray      = "stands outside of all sections"
	whyFrame      = "stands in most pages, and says of none what it teaches"
)

// whyLeft is why something of a document is not even asked what it is.
var whyLeft = [...]string{
	page.NoLesson:   "an exam or a day off, not a lesson",
	page.Nameless:   "has no name where the rows beside it have one",
	page.Spanning:   whyLine,
	page.Announcing: whyLine,
	page.Childless:  "no row stands below it",
	page.Quotation:  "stands in a quotation",
	page.Within:     "a heading amid the text of an item",
	page.Drawn:      "leads to a figure of the course",
	page.TitlePage:  "leads to the title page",
	page.Serving:    "heads the columns once more, or is a total",
	page.Textless:   "a heading without a text",
	page.Sentence:   "a sentence with a line below it, not a heading",
}

// holdsContents says whether all that a heading holds is a list of contents.
func holdsContents(h *page.Element) bool {
	return len(h.Kids) > 0 && !slices.ContainsFunc(h.Kids, func(k *page.Element) bool { return !k.IsContents() })
}

// reason says why a heading is left out.
func (b *outliner) reason(n *shape.Node) string {
	switch {
	case b.o.IsExcluded(n):
		return whyConfig
	case b.o.Foreign(n) != "":
		return b.o.Foreign(n)
	case n.Class&page.Toc != 0 || holdsContents(n.Element):
		return whyContents
	case n.Class&page.Never != 0:
		return whyWords
	case n.Class&page.People != 0:
		return whyPeople
	case n.Class&page.Log != 0:
		return whyLog
	case n.Class&(page.Aside|page.Resources) != 0:
		return whyAside
	case n.Class&page.Meta != 0:
		return whyMeta
	case n.Leaves == 0 && len(n.Kids) == 0 && len(n.Images()) > 0:
		return whyPicture
	case n.Leaves == 0 && len(n.Kids) == 0:
		return whyEmpty
	}
	return whySlight
}
