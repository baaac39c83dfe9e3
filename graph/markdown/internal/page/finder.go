package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// findComments finds the comments of a document that are meant for roadmapviz in
// its syntax tree, in their order, and reports what is odd about them.
func (d *Document) findComments(tree ast.Node) {
	if !hasCandidate(d.text) {
		return
	}
	f := finder{Document: d, src: d.text}
	f.walk(tree)
	slices.SortFunc(f.found, func(a, b comment) int { return cmp.Compare(a.at, b.at) })
	f.pair()
	d.comments = f.found
}

// A finder looks for comments where a page in the web has them: in HTML, but not
// in code, and not in what a browser takes as it stands, such as <pre>.
type finder struct {
	*Document
	src    string
	origin func(int) int // of an offset in src, where that is a piece read by itself
	asIs   string        // the open <pre> or the like within a paragraph
	found  []comment
}

func (f *finder) walk(tree ast.Node) {
	ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock {
			f.Check()
			f.asIs = ""
		}
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.FencedCodeBlock, *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.CodeBlock:
			if isIndentedList(n.Lines(), f.src) {
				f.piece(n.Lines())
			}
		case *ast.HTMLBlock:
			if start, end := htmlRange(n); start < end {
				f.html(f.src[:end], start)
			}
		case *ast.RawHTML:
			f.raw(n)
		case *ast.Text:
			f.plain(n.Segment)
		}
		return ast.WalkContinue, nil
	})
}

// piece looks into lines that are read by themselves, see reread.
func (f *finder) piece(lines *text.Segments) {
	inner := *f
	piece, origin := unindent(lines, f.src)
	inner.src, inner.origin = piece, outward(origin, f.origin)
	inner.walk(f.parseSyntax([]byte(piece)))
	f.found = inner.found
}

// html looks for comments in the HTML that s ends with.
func (f *finder) html(s string, i int) {
	for i < len(s) {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 {
			return
		}
		i += n
		if strings.HasPrefix(s[i:], "<!--") {
			end := commentEnd(s, i)
			if end < 0 {
				f.unclosed(i)
				return
			}
			f.take(i, end)
			i = end
			continue
		}
		t, next := nextTag(s, i)
		if i = next; isAsIs(t) {
			i = closingTag(s, i, t.name)
		}
	}
}

// raw looks at a comment or a tag within a paragraph.
func (f *finder) raw(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	start, end := n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop
	t, _ := nextTag(f.src[:end], start)
	switch {
	case f.asIs != "":
		if t.closes && t.name == f.asIs {
			f.asIs = ""
		}
	case isAsIs(t):
		f.asIs = t.name
	case strings.HasPrefix(f.src[start:end], "<!--"):
		f.take(start, end)
	}
}

// plain looks for comments that have no end, and so are text that readers see.
func (f *finder) plain(s text.Segment) {
	if f.asIs != "" {
		return
	}
	for i := s.Start; ; i += len("<!--") {
		n := strings.Index(f.src[i:s.Stop], "<!--")
		if n < 0 {
			return
		}
		i += n
		if i == 0 || f.src[i-1] != '\\' {
			f.unclosed(i)
		}
	}
}

// unclosed reports a comment without an end.
func (f *finder) unclosed(at int) {
	if isCandidate(f.src[at+len("<!--"):]) {
		f.report(f.inDocument(at), "write --> behind it, with no empty line before, and all lines as far in as the text around them", "the comment never ends")
	}
}

// report says of a comment at an offset of the document that it is not read.
func (f *finder) report(at int, hint, message string, args ...any) {
	f.Report(codes.UnreadComment, f.Position(at), hint, message, args...)
}

// inDocument is the place in the document of an offset in f.src.
func (f *finder) inDocument(at int) int {
	if f.origin == nil {
		return at
	}
	return f.origin(at)
}

// take keeps the comment src[start:end] if it is meant for roadmapviz.
func (f *finder) take(start, end int) {
	start, end = f.inDocument(start), f.inDocument(end-1)+1
	from := min(start+len("<!--"), end)
	inside := unquote(strings.TrimSuffix(f.text[from:end], "-->"))
	if !isCandidate(inside) {
		return
	}
	kind, n, odd := purpose(inside)
	if odd != "" {
		f.report(start, odd, "this comment seems to be meant for roadmapviz, but is not read")
		return
	}
	if kind == "" {
		return
	}
	c := comment{kind: kind, at: start, end: end, says: inside[n:], saysAt: from + n, until: -1}
	for at, s := range settings(c.says) {
		if kind == Annotation && s.Key == Figure {
			c.kind = Figure
		}
		if s.Unclosed {
			f.Report(codes.BadValue, f.Position(c.saysAt+at), "close it before the comment ends", "the quotation mark before the value of %q is not closed", short(s.Key))
		}
	}
	f.found = append(f.found, c)
}

// pair joins the comments around what roadmapviz writes.
func (f *finder) pair() {
	begin := -1
	unended := func() {
		if begin >= 0 {
			f.report(f.found[begin].at, "write it where the block ends", "no <!-- roadmapviz:end --> follows this comment")
		}
	}
	for i, c := range f.found {
		switch c.kind {
		case Block:
			unended()
			begin = i
		case blockEnd:
			if begin < 0 {
				f.report(c.at, "write it where the block begins, or take this one away", "no <!-- roadmapviz:begin --> stands before this comment")
				continue
			}
			f.found[begin].until = i
			begin = -1
		}
	}
	unended()
}

// commentEnd is the offset behind the comment that begins at s[i], or −1.
func commentEnd(s string, i int) int {
	i += len("<!") // as "<!-->" is a comment
	n := strings.Index(s[i:], "-->")
	if n < 0 {
		return -1
	}
	return i + n + len("-->")
}

// isAsIs says whether a tag opens an element whose text is no HTML, or shown as
// it is written.
func isAsIs(t tag) bool {
	return !t.closes && (t.name == "pre" || t.name == "script" || t.name == "style" || t.name == "textarea")
}

// closingTag is the offset of the tag that closes an element, from s[i] on, or
// the end.
func closingTag(s string, i int, name string) int {
	for {
		n := strings.Index(s[i:], "</")
		if n < 0 {
			return len(s)
		}
		i += n + len("</")
		if len(s)-i >= len(name) && strings.EqualFold(s[i:i+len(name)], name) {
			return i
		}
	}
}

// htmlRange is where a block of HTML begins and ends.
func htmlRange(n *ast.HTMLBlock) (start, end int) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return 0, 0
	}
	end = lines.At(lines.Len() - 1).Stop
	if n.HasClosure() {
		end = max(end, n.ClosureLine.Stop)
	}
	return lines.At(0).Start, end
}

// unquote blanks the marks of block quotes at the beginnings of a comment's lines
// but the first.
func unquote(s string) string {
	if !strings.Contains(s, "\n") || !strings.Contains(s, ">") {
		return s
	}
	out := []byte(s)
	begins := false
	for i, c := range out {
		switch {
		case c == '\n':
			begins = true
		case begins && c == '>':
			out[i] = ' '
		case c != ' ' && c != '\t':
			begins = false
		}
	}
	return string(out)
}
