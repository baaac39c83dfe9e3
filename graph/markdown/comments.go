package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// What a [Comment] is for.
const (
	Annotation = page.Annotation // it says something of the course
	Figure     = page.Figure     // it says something of a picture
	Block      = page.Block      // it begins a passage that roadmapviz writes
)

// A Comment is an HTML comment of a file that is meant for roadmapviz, and a
// Setting a key in it with its value, if it has one.
type (
	Comment = page.Comment
	Setting = page.Setting
)

// Comments finds the comments in the bytes of a file that are meant for
// roadmapviz, in their order: those that [Parse] takes. file is its name, for
// positions. The diagnostics tell of comments that were meant for roadmapviz and
// are none, of quotation marks that nothing closes, and of blocks without
// beginning or end; they are among those of [Parse]. What a block holds is not
// looked into. Comments is safe for concurrent use.
func Comments(src []byte, file string) ([]Comment, []graph.Diagnostic) {
	return page.Comments(src, file)
}

// Comments are those of the document that are meant for roadmapviz, as [Comments] finds
// them in its bytes.
func (d *Document) Comments() []Comment { return d.Document.Comments(d.src) }

// BelowHeading is where in the bytes of a file a passage can be put so that it
// stands below the heading in a line, and below the annotations that speak of it. It
// is −1 if the line has no heading that stands by itself, or the file is in UTF-16.
// BelowHeading is safe for concurrent use.
func BelowHeading(src []byte, o Options, line int) int {
	return page.BelowHeading(src, page.Options{File: o.File, Config: o.Config}, line)
}

// BelowIntroduction is the same for below the title, the badges and the text before
// the first heading, and before the line that the course begins in.
func BelowIntroduction(src []byte, o Options, course int) int {
	return page.BelowIntroduction(src, page.Options{File: o.File, Config: o.Config}, course)
}

// A Link is one in a file, wherever it stands.
type Link = page.Link

// Links finds the links in the bytes of a file, in their order: those too that [Parse]
// has no use for, as they stand in prose, but not those in blocks that roadmapviz
// writes, and no bare addresses. file is its name, for positions. Links is safe for
// concurrent use.
func Links(src []byte, file string) []Link { return page.Links(src, file) }
