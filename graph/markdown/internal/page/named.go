package page

import "github.com/yuin/goldmark/ast"

// isAmongNamed says whether a paragraph stands behind an item without a list, or
// before a paragraph that also begins with bold text and has a link behind it: one
// alone is a remark, unless there are several of them under other headings.
func (r *reader) isAmongNamed(n ast.Node) bool {
	kids := r.at.target().Kids
	if len(kids) == 0 && r.named > 2 {
		return true
	}
	return len(kids) > 0 && kids[len(kids)-1].Kind == List && kids[len(kids)-1].Prose || isNamed(n.NextSibling())
}

func isNamed(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	if !ok {
		return false
	}
	if e, ok := p.FirstChild().(*ast.Emphasis); !ok || e.Level != 2 {
		return false
	}
	for c := p.FirstChild().NextSibling(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Link); ok {
			return true
		}
	}
	return false
}

// namedParagraph reads a paragraph such as
//
//	**Lesson 3: Yeast**: [text](…) | [code](…)
//	**Lesson 4**: [Salt](…)
//
// as an item: a bold name, and behind it nothing but links. Other paragraphs,
// and those that tell about the course, give nil.
func (r *reader) namedParagraph(spans []span) *Element {
	end := boldEnd(spans)
	if end == 0 || len(linksOf(spans[:end])) > 0 || len(linksOf(spans[end:])) == 0 {
		return nil
	}
	for _, s := range spans[end:] {
		if s.url == "" && hasLetter(s.text) {
			return nil
		}
	}
	if ClassOf(textOf(spans[:end]), r.Language)&(Meta|Never|Resources|Remark) != 0 {
		return nil
	}
	it := r.new(Item, spans[0].at)
	it.Prose = true
	if r.counted(it, spans, end) > 0 {
		r.lead(it, spans)
	} else {
		spans = r.cutKind(it, spans)
		end = boldEnd(spans)
		boldLead(it, spans[:end])
		r.behind(it, spans[end:])
	}
	if it.Title == "" {
		return nil
	}
	r.named++
	return it
}
