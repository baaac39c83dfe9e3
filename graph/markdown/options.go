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

// A Comment is an HTML comment of a document that stands in one line, outside
// of fenced code.
type Comment = page.Comment

// The comments around what roadmapviz itself writes into a document.
const (
	GeneratedBegin = page.GeneratedBegin
	GeneratedEnd   = page.GeneratedEnd
)

// Comments finds the comments of a document in its bytes as they are on disk.
func Comments(src []byte) []Comment { return page.Comments(src) }

// Generated pairs the comments around what roadmapviz itself wrote. The error
// position of a begin without an end is the comment in unclosed.
func Generated(src []byte) (pairs [][2]Comment, unclosed []Comment) { return page.Generated(src) }

// Code identifies a kind of [graph.Diagnostic]. Codes are stable: one is never
// used again for something else.
type Code = page.Code

// The codes of what the parser finds. Package codes explains them.
const (
	NoCourse       = page.NoCourse
	ImageOnly      = page.ImageOnly
	NoTopics       = page.NoTopics
	Unresolved     = page.Unresolved
	Cycle          = page.Cycle
	AgainstOrder   = page.AgainstOrder
	UnknownKey     = page.UnknownKey
	BadValue       = page.BadValue
	DuplicateTitle = page.DuplicateTitle
	HeadingJump    = page.HeadingJump
	DeadAnchor     = page.DeadAnchor
	TooDeep        = page.TooDeep
	TooLong        = page.TooLong
	BadFrontMatter = page.BadFrontMatter
	Damaged        = page.Damaged
	UnknownNode    = page.UnknownNode
	External       = page.External
	DuplicateID    = page.DuplicateID
	Doubt          = page.Doubt
	Guessed        = page.Guessed
	Lost           = page.Lost
)
