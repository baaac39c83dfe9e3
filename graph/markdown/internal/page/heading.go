package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// heading starts a new heading, unless it is a sentence that got a line of
// hyphens below it by mistake.
func (r *reader) heading(n *ast.Heading) {
	run := r.run(n)
	at := r.headingStart(n)
	text := textOf(run.spans)
	if isEmpty(run.spans) && r.at.owner.Kind == Heading && n.Level >= int(r.at.owner.Level) {
		r.slugs.Slug("")
		r.comments(run.comments)
		r.at.close() // it is a line drawn, not a name
		r.at.owner.leave(Leftover{Untitled, at, Textless})
		return
	}
	if r.isSetext(at) && (isSentence(text) || n.Lines().Len() > 1 && len(text) > 60) {
		r.leaveHeading(n, Sentence)
		r.prose(r.run(n).spans)
		r.at.close()
		return
	}
	r.open(n.Level, at, run, text)
}

// isEmpty says whether a run has neither text nor pictures, but for badges that say nothing.
func isEmpty(spans []span) bool {
	shows := func(s span) bool { return s.style&picture != 0 && (s.text != "" || !IsBadge(s.url)) }
	return strings.TrimSpace(textOf(spans)) == "" && !slices.ContainsFunc(spans, shows)
}

// headingStart is where the text of a heading begins.
func (r *reader) headingStart(n *ast.Heading) int {
	if lines := n.Lines(); lines.Len() > 0 {
		return lines.At(0).Start
	}
	return r.start(n)
}

// isSetext says whether the heading whose text begins at the offset has no "#".
func (r *reader) isSetext(at int) bool {
	line := r.src[strings.LastIndexByte(r.src[:at], '\n')+1 : at]
	return strings.IndexByte(line, '#') < 0
}

// open starts a heading from its inline content.
func (r *reader) open(level, at int, run *run, text string) *Element {
	h := r.new(Heading, at)
	h.Level = uint8(level)
	h.Anchor = r.slugs.Slug(strings.TrimSpace(headingText(run.spans)))
	named, extra := cutBeside(run.spans)
	h.Links = linksOf(extra)
	if level > 1 { // what stands at the title speaks of the repository
		h.addLinks(picturesTo(run.spans))
	}
	if len(named) < len(run.spans) {
		text = textOf(named)
	}
	if when, rest := cutClock(text); when != "" && hasLetter(rest) {
		h.setAttr("when", when)
		text = rest
	}
	h.Label = NewLabel(cutAttributes(text))
	for _, s := range named {
		if s.style&picture != 0 {
			r.picture(h, s)
			if h.Title == "" {
				h.Title = NewLabel(s.text).Title
			}
		} else if s.url != "" && h.URL == "" {
			h.URL = s.url
		}
	}
	if h.Title == "" {
		h.Title = cmp.Or(squeeze(text), Untitled)
	}
	if run.boxed {
		h.Box, h.Status = true, run.status
	}
	r.enter(h)
	r.comments(run.comments)
	return h
}

// enter makes a heading the one that blocks belong to.
func (r *reader) enter(h *Element) {
	r.heads = append(r.heads, h)
	r.at = place{owner: h}
	r.last = &h.Note
}

// Untitled stands for a heading without any text.
const Untitled = "…"

// cutBeside takes the links off a heading that are no part of its name: an arrow
// back to the top before it, behind a linked name the ones in brackets, and any
// that a hand points at, that is called "Link", or that are several things a lesson
// comes with. It gives the spans that name, and those behind them.
func cutBeside(spans []span) (named, extra []span) {
	for i, s := range spans {
		if s.style&picture == 0 && hasLetter(s.text) {
			if len(linksOf(spans[:i])) > 0 {
				spans = spans[i:]
			}
			break
		}
	}
	if len(spans) == 0 {
		return spans, nil
	}
	if spans[0].url == "" {
		for i, s := range spans {
			if s.url != "" && s.style&picture == 0 && pointsOn(textOf(spans[:i])) {
				return spans[:i], spans[i:]
			}
			if s.url != "" && i > 0 && linkFrom(spans, i) == len(spans) && hasLetter(textOf(spans[:i])) && ClassOf(textOf(spans[i:]), "")&LinkColumn != 0 {
				return spans[:i], spans[i:] // "Knots [Link](…)"
			}
			if s.url != "" && hasLetter(textOf(spans[:i])) && areMaterials(spans[i:]) {
				return spans[:i], spans[i:]
			}
		}
		return spans, nil
	}
	end := linkEnd(spans)
	text := strings.TrimSpace(textOf(spans[end:]))
	if len(linksOf(spans[end:])) > 0 && isAside(text) {
		return spans[:end], spans[end:]
	}
	return spans, nil
}

// pointsOn says whether a text ends with a hand that points at what follows.
func pointsOn(s string) bool {
	s = strings.TrimRight(s, " \ufe0f")
	return strings.HasSuffix(s, "👉") || strings.HasSuffix(s, "☞") || strings.HasSuffix(s, "➡")
}

// cutAttributes takes "{#id .class}" off the end of a heading.
func cutAttributes(s string) string {
	trimmed := strings.TrimRight(s, " ")
	if !strings.HasSuffix(trimmed, "}") {
		return s
	}
	open := strings.LastIndexByte(trimmed, '{')
	if open < 0 || open+2 >= len(trimmed) {
		return s
	}
	for part := range strings.FieldsSeq(trimmed[open+1 : len(trimmed)-1]) {
		if part[0] != '#' && part[0] != '.' && !strings.Contains(part, "=") && part != "docsify-ignore-all" && part != "docsify-ignore" && part != "-" {
			return s
		}
	}
	return trimmed[:open]
}

// headingText is the text that GitHub makes the anchor of: with raised text,
// without pictures.
func headingText(spans []span) string { return textWithout(picture, spans) }

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
		number := digits(line)[1:]
		long := len(number) - len(strings.TrimLeft(number, "0123456789"))
		if long == 0 || long > 3 || long >= len(number) || number[long] != ' ' || isSentence(line) {
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
	h := r.new(Heading, at)
	h.Level, h.Label = uint8(level), NewLabel(text)
	if number, rest := splitNumber("#" + text); h.Number == "" && number != "" {
		h.Number, h.Title = number, NewLabel(rest).Title
	}
	h.Title = cmp.Or(h.Title, squeeze(text), Untitled)
	r.enter(h)
	r.comments(run.comments)
	if end < len(run.spans) {
		r.prose(run.spans[end:])
	}
}

// nest makes the tree of the flat list of headings. The title has no level of
// its own, nor has a banner that repeats it: what stands below them belongs to
// the root.
func (d *Document) nest(heads []*Element) {
	stack := []*Element{d.Root}
	for _, h := range heads[1:] {
		if h == d.TitleHeading || h.HTML && h.Level == 1 && d.TitleHeading != nil && Fold(h.Title) == Fold(d.Title.Title) {
			for _, k := range h.Kids {
				d.Root.add(k)
			}
			h.Kids = nil
			d.Root.Picture(h.Images()...)
			d.Root.Links = append(d.Root.Links, h.Links...)
			d.Root.Want(h.Wants()...)
			d.Root.leave(h.Left()...)
			d.Root.Paras += h.Paras
			d.Root.Summary = cmp.Or(h.Summary, d.Root.Summary)
			if h.Note != nil {
				d.Root.Note = h.Note
			}
			stack = stack[:1]
			continue
		}
		for len(stack) > 1 && stack[len(stack)-1].Level >= h.Level {
			stack = stack[:len(stack)-1]
		}
		parent := stack[len(stack)-1]
		if h.Level > parent.Level+1 && parent != d.Root && !h.HTML && h.Kind != Summary {
			d.Report(codes.HeadingJump, d.Position(h.At), "", "the heading %q is of level %d below one of level %d", h.Title, h.Level, parent.Level)
		}
		parent.add(h)
		stack = append(stack, h)
	}
}
