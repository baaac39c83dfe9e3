package page

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// BelowHeading is where in the bytes of a file a passage can be put so that it
// stands below the heading in a line, and below the annotations that speak of it. It
// is −1 if the line has no heading that stands by itself, or the file is in UTF-16.
func BelowHeading(src []byte, o Options, line int) int {
	d, tree := parse(src, o)
	return newDisk(src).line(belowHeading(d.blocks(tree), line))
}

// BelowIntroduction is the same for below the title, the badges and the text before
// the first heading, and before the line that the course begins in.
func BelowIntroduction(src []byte, o Options, course int) int {
	d, tree := parse(src, o)
	blocks := d.blocks(tree)
	d.read(tree)
	title := 0
	if d.TitleAt >= 0 {
		title = d.Position(d.TitleAt).Line
	}
	return newDisk(src).line(belowIntroduction(blocks, title, course))
}

// blocks are those of a document.
func (d *Document) blocks(tree ast.Node) (blocks []block) {
	depth := 0
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		b := d.newBlock(n)
		b.depth = depth
		depth += b.opens
		blocks = append(blocks, b)
	}
	return blocks
}

// A block is one of those that a document is a sequence of.
type block struct {
	first, last int // lines
	kind        blockKind
	opens       int // HTML elements that go on behind it, or if negative end in it
	depth       int // how many are open before it
}

type blockKind int

const (
	plainBlock blockKind = iota
	headingBlock
	lineBlock  // a paragraph of one line, as bold headings are
	noteBlock  // an annotation
	rulerBlock // a line across the page
)

func (d *Document) newBlock(n ast.Node) block {
	start, end := n.Pos(), n.Pos()
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		start, end = lines.At(0).Start, max(lines.At(lines.Len()-1).Stop-1, lines.At(0).Start)
	}
	b := block{first: d.Position(start).Line, last: d.Position(end).Line}
	switch n := n.(type) {
	case *ast.Heading:
		b.kind = headingBlock
		if (&reader{Document: d, src: d.text}).isSetext(start) {
			b.last++
		}
	case *ast.Paragraph:
		if b.first == b.last {
			b.kind = lineBlock
		}
	case *ast.ThematicBreak:
		b.kind = rulerBlock
	case *ast.HTMLBlock:
		d.look(n, &b)
	}
	return b
}

// look tells what a block of HTML is by its tags.
func (d *Document) look(n *ast.HTMLBlock, b *block) {
	start, end := htmlRange(n)
	b.last = d.Position(max(end-1, start)).Line
	if c := d.commentAt(start + len(d.text[start:end]) - len(strings.TrimLeft(d.text[start:end], " \t\n"))); c != nil && c.kind == Annotation {
		b.kind = noteBlock
	}
	first := true
	for i := start; i < end; {
		next := strings.IndexByte(d.text[i:end], '<')
		if next < 0 {
			break
		}
		if i += next; strings.HasPrefix(d.text[i:end], "<!--") {
			if i = commentEnd(d.text[:end], i); i < 0 {
				break
			}
			continue
		}
		t, after := nextTag(d.text[:end], i)
		i = after
		step := 1
		if t.closes {
			step = -1
		}
		switch t.name {
		case "h1", "h2", "h3", "h4", "h5", "h6":
			if first {
				b.kind = headingBlock
			}
		case "table", "details", "ul", "ol", "div", "center", "section", "blockquote", "article", "main", "header":
			b.opens += step
		}
		first = false
	}
}

// belowHeading is the line below the heading in a line and its annotations, or 0.
func belowHeading(blocks []block, line int) int {
	for i, b := range blocks {
		if line < b.first || line > b.last || b.kind != headingBlock && b.kind != lineBlock || b.opens != 0 {
			continue
		}
		for _, next := range blocks[i+1:] {
			if next.kind != noteBlock || next.first > b.last+2 {
				break
			}
			b = next
		}
		return b.last + 1
	}
	return 0
}

// belowIntroduction is the line of the first block behind the title that is a
// heading or has the line that the course begins in, but none within an HTML
// element; or 0.
func belowIntroduction(blocks []block, title, course int) int {
	at := 0
	for i, b := range blocks {
		if b.first <= title {
			continue
		}
		if b.depth <= 0 {
			if at = b.first; i > 0 && blocks[i-1].kind == rulerBlock && blocks[i-1].first > title && b.kind == headingBlock {
				at = blocks[i-1].first
			}
		}
		if b.kind == headingBlock && b.depth <= 0 || b.last >= course {
			return at
		}
	}
	return at
}
