package markdown

import (
	"cmp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A reader takes the syntax tree apart into headings with their blocks.
type reader struct {
	*document
	src     string
	slugs   graph.Slugger
	heads   []*heading // all, in document order; the first is the root
	cur     *heading   // the one that blocks belong to now
	last    *marks     // what a comment speaks of
	html    htmlState
	scratch run    // storage for runs, used again and again
	stock   []item // for newItem
}

// read fills the document from the syntax tree of its text, and empties that.
func (d *document) read(tree ast.Node) {
	root := &heading{}
	r := &reader{document: d, src: d.text, heads: []*heading{root}, cur: root, last: &root.marks}
	d.root = root
	for n := tree.FirstChild(); n != nil; n = tree.FirstChild() {
		r.block(n)
		tree.RemoveChild(tree, n) // long documents: what is read may be forgotten
	}
	r.finishHTML()
	numberBare(r.heads)
	if d.anchors == nil {
		d.anchors = map[string]bool{}
	}
	for _, h := range r.heads {
		d.anchors[h.anchor] = true
	}
	for _, a := range d.itemAnchors {
		d.anchors[a] = true
	}
	d.chooseTitle(r.heads)
	d.nest(r.heads)
}

func (r *reader) block(n ast.Node) {
	if _, code := n.(*ast.CodeBlock); !code && r.html.cell != nil || r.html.heading > 0 || r.html.summary {
		r.intoCell(n)
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n)
	case *ast.List:
		items := r.list(n)
		r.append(block{kind: listBlock, at: n.Pos(), items: items})
	case *ast.ThematicBreak:
		r.append(block{kind: ruleBlock, at: n.Pos()})
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.CodeBlock:
		if r.html.table != nil { // rows that are indented below a blank line
			r.htmlText(n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop)
		}
	case *east.Table:
		r.append(block{kind: tableBlock, at: n.Pos(), table: r.table(n)})
	}
}

func (r *reader) append(b block) {
	if r.cur.blocks == nil {
		r.cur.blocks = make([]block, 0, 6) // most sections have some
	}
	r.cur.blocks = append(r.cur.blocks, b)
}

// run reads a node's inline content. The result is good until the next run.
func (r *reader) run(n ast.Node) *run {
	r.scratch = run{spans: r.scratch.spans[:0]}
	r.inlines(&r.scratch, n, 0, "", 0)
	return &r.scratch
}

// heading starts a new heading, unless it is a sentence that got a line of
// hyphens below it by mistake.
func (r *reader) heading(n *ast.Heading) {
	run := r.run(n)
	at := n.Pos()
	if lines := n.Lines(); lines.Len() > 0 {
		at = lines.At(0).Start
	}
	text := textOf(run.spans)
	if r.isSetext(at) && (isSentence(text) || n.Lines().Len() > 1 && len(text) > 60) {
		r.slugs.Slug(text) // the anchor is taken all the same
		r.append(block{kind: paragraphBlock, at: at, text: text})
		r.append(block{kind: ruleBlock, at: at})
		return
	}
	r.open(n.Level, at, run, text)
}

// isSetext says whether the heading whose text begins at the offset has no "#".
func (r *reader) isSetext(at int) bool {
	line := r.src[strings.LastIndexByte(r.src[:at], '\n')+1 : at]
	return strings.IndexByte(line, '#') < 0
}

// open starts a heading from its inline content.
func (r *reader) open(level, at int, run *run, text string) *heading {
	h := &heading{level: level, at: at}
	h.anchor = r.slugs.Slug(strings.TrimSpace(headingText(run.spans)))
	h.label = newLabel(text)
	for _, s := range run.spans {
		if s.style&picture != 0 {
			r.picture(h, s)
			if h.title == "" {
				h.title = newLabel(s.text).title
			}
		} else if s.url != "" && h.url == "" {
			h.url = s.url
		}
	}
	if h.title == "" {
		h.title = cmp.Or(squeeze(text), untitled)
	}
	r.heads = append(r.heads, h)
	r.cur, r.last = h, &h.marks
	r.comments(run.comments)
	return h
}

// headingText is the text that GitHub makes the anchor of: with raised text,
// without pictures.
func headingText(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.style&picture == 0 {
			b.WriteString(s.text)
		}
	}
	return b.String()
}

func (r *reader) picture(h *heading, s span) {
	h.images = append(h.images, picturePlace{url: s.url, alt: s.text, at: s.at})
	if r.banner == "" && len(r.heads) == 1 && !isBadge(s.url) {
		r.banner = s.text
	}
}

// isBadge says whether a picture is one of those that show a state.
func isBadge(url string) bool {
	return strings.Contains(url, "badge") || strings.Contains(url, "shields.io") || strings.Contains(url, "/workflows/")
}

// paragraph keeps of a paragraph what the structure needs: its pictures and
// comments, whether it announces a list, and its text where it is the first.
func (r *reader) paragraph(n ast.Node) {
	run := r.run(n)
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	at := lines.At(0).Start
	if level := hashes(r.src[at:lines.At(0).Stop]); level > 0 {
		r.bareHeading(level, at, run)
		return
	}
	for _, s := range run.spans {
		if s.style&picture != 0 {
			r.picture(r.cur, s)
		}
	}
	r.last = &r.cur.marks
	r.comments(run.comments)
	if it := r.numberedParagraph(run.spans, at); it != nil {
		r.appendItem(it)
		return
	}
	r.keepParagraph(at, run.spans)
}

// keepParagraph appends a paragraph's block if it says anything.
func (r *reader) keepParagraph(at int, spans []span) {
	b := block{kind: paragraphBlock, at: at}
	b.mode, b.links, b.wants = r.marker(spans)
	first := true
	for i := range r.cur.blocks {
		if r.cur.blocks[i].kind == paragraphBlock && r.cur.blocks[i].text != "" {
			first = false
		}
		if i > 4 {
			first = false
			break
		}
	}
	if first && b.mode == asIs && len(b.wants) == 0 {
		b.text = squeeze(textOf(spans))
	}
	if b.mode == asIs && len(b.wants) == 0 && boldEnd(spans) == len(spans) {
		b.text = squeeze(textOf(spans))
		b.names = b.text != "" && len(b.text) <= maxMarker && !isSentence(b.text)
	}
	if b.text != "" || b.mode != asIs || len(b.wants) > 0 {
		r.append(b)
	}
}

// hashes is the level of an ATX heading that lacks its space ("##Basics",
// "#2 Loops"), or 0. A lone "#word" is a tag, not a heading.
func hashes(line string) int {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(line) || line[n] == ' ' || line[n] == '\n' || line[n] == '\\' {
		return 0
	}
	if n == 1 {
		digits := 0
		for i := 1; i < len(line) && line[i] >= '0' && line[i] <= '9'; i++ {
			digits++
		}
		if digits == 0 || digits > 3 || 1+digits >= len(line) || line[1+digits] != ' ' || isSentence(line) {
			return 0
		}
	}
	return n
}

// bareHeading opens a heading from the first line of a paragraph; the other
// lines stay its paragraph. GitHub shows no heading there, so it has no anchor.
func (r *reader) bareHeading(level, at int, run *run) {
	end := len(run.spans)
	for i, s := range run.spans {
		if s.style&breaks != 0 {
			end = i
			break
		}
	}
	text := strings.TrimLeft(textOf(run.spans[:end]), "#")
	h := &heading{level: level, at: at, label: newLabel(text)}
	if number, rest := splitNumber("#" + text); h.number == "" && number != "" {
		h.number, h.title = number, newLabel(rest).title
	}
	h.title = cmp.Or(h.title, squeeze(text), untitled)
	r.heads = append(r.heads, h)
	r.cur, r.last = h, &h.marks
	r.comments(run.comments)
	if end < len(run.spans) {
		r.keepParagraph(run.spans[end].at, run.spans[end:])
	}
}

// nest makes the tree of the flat list of headings. The title has no level of
// its own, nor has a banner that repeats it: what stands below them belongs to
// the root.
func (d *document) nest(heads []*heading) {
	stack := []*heading{d.root}
	for _, h := range heads[1:] {
		if h == d.titleHeading || h.html && h.level == 1 && d.titleHeading != nil && fold(h.title) == fold(d.title.title) {
			d.root.blocks = append(d.root.blocks, h.blocks...)
			d.root.images = append(d.root.images, h.images...)
			if h.note != nil {
				d.root.marks = h.marks
			}
			stack = stack[:1]
			continue
		}
		for len(stack) > 1 && stack[len(stack)-1].level >= h.level {
			stack = stack[:len(stack)-1]
		}
		parent := stack[len(stack)-1]
		if h.level > parent.level+1 && parent != d.root && !h.html && !h.details {
			d.report(HeadingJump, d.position(h.at), "", "the heading %q is of level %d below one of level %d", h.title, h.level, parent.level)
		}
		parent.kids = append(parent.kids, h)
		stack = append(stack, h)
	}
}
