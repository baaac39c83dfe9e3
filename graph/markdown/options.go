package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Options steer [Parse]. The zero value parses by the document alone.
type Options struct {
	// File is the document's name for positions and, where it has no heading,
	// for its title ("linear-algebra/README.md" is "linear algebra").
	File string
	// Config says what the document leaves open. What a comment in the
	// document says comes before it, what its front matter says too.
	Config Config
	// Chapters says that the document is the table of contents of a book, as
	// SUMMARY.md is: its headings are parts, the items of its lists sections,
	// and the items below these topics.
	Chapters bool
	// Settle says to look for the line that settles a doubt, and to name it in
	// the finding. Of a document in doubt it takes several times as long.
	Settle bool
	// Elements is the most that the text may have of headings, items, lines and what
	// holds them: of more nothing is made, which is a [*graph.LimitError]. 0 does not
	// bound them. A course has hardly ever more nodes than its text has elements.
	Elements int
	// Prior are nodes that the course had when it was read before, or that a
	// figure of it shows: all or some. What still stands in the document stays
	// what it was, unless the text clearly says otherwise, or the author does.
	Prior []graph.Node
	// Address, if it is not nil, makes of an address in the document what it is
	// for the course.
	Address func(string) string
	// Place, if it is not nil, makes of a place in the text one in the file.
	Place func(graph.Position) graph.Position
}

// What a configuration file, a document's front matter under "roadmap:" and a
// comment may say about a course.
type (
	Config    = page.Config
	Structure = page.Structure
	Note      = page.Note
)

// Levels are the values of [Note]'s Level, outermost first.
func Levels() []string { return page.Levels() }

// DeepestLevel is the level of the deepest headings, of which [Structure]'s Level is
// one.
const DeepestLevel = page.DeepestLevel

// ColumnRoles are the values of [Structure]'s Columns.
func ColumnRoles() []string { return page.ColumnRoles() }
