package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// paragraph reads a paragraph: a line over a list, an item without a list, or
// prose, of which the pictures, links and prerequisites are kept.
func (r *reader) paragraph(n ast.Node) {
	run := r.run(n)
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	at := lines.At(0).Start
	if level := hashes(r.src[at:lines.At(0).Stop]); level > 0 && r.at.owner.Kind != Item {
		r.bareHeading(level, at, run)
		return
	}
	if r.at.owner.Kind != Item && r.admonition(lines) {
		return
	}
	r.textBlock(run, announces(n.NextSibling()), r.isAmongNamed(n))
	for _, t := range run.tags {
		if r.at.owner.Kind != Item {
			r.htmlDetails(t.tag, t.at)
		}
	}
}

// announces says whether a block is one that a line can stand over.
func announces(n ast.Node) bool {
	switch n.(type) {
	case *ast.List, *east.Table:
		return true
	}
	return false
}

// textBlock reads the inline content of a paragraph. listed says that a list or
// table follows, named that a paragraph beside it is a name with links.
func (r *reader) textBlock(run *run, listed, named bool) {
	for _, s := range run.spans {
		if s.style&picture != 0 {
			r.picture(r.at.owner, s)
		}
	}
	spans, comments := run.spans, run.comments
	r.last = &r.at.owner.Marks
	if len(spans) > 0 {
		for _, e := range r.elements(spans, listed, named) {
			for len(comments) > 0 && comments[0].at < e.At {
				r.comment(comments[0])
				comments = comments[1:]
			}
			if e.Kind != Line || e.Lead == BoldLead {
				r.last = &e.Marks
			}
		}
	}
	r.comments(comments)
}

// elements reads a paragraph as items without a list, or as a line, and gives
// them; none where it is prose.
func (r *reader) elements(spans []span, listed, named bool) []*Element {
	if it := r.numberedParagraph(spans, spans[0].at); it != nil {
		r.appendItem(it)
		return []*Element{it}
	}
	items := r.chain(spans)
	if items == nil {
		items = r.linkLines(spans)
	}
	if len(items) > 0 {
		for _, it := range items {
			r.appendItem(it)
		}
		return items
	}
	if named && !listed {
		if it := r.namedParagraph(spans); it != nil {
			r.appendItem(it)
			return []*Element{it}
		}
	}
	var out []*Element
	if first, bulleted := cutBulleted(spans); bulleted != nil {
		out = r.lineOrProse(first, true)
		for _, it := range r.items(bulleted) {
			r.appendItem(it)
			out = append(out, it)
		}
		return out
	}
	if listed {
		before, last := cutLastLine(spans)
		if len(before) > 0 {
			out = r.lineOrProse(before, false)
		}
		spans = last
	}
	return append(out, r.lineOrProse(spans, listed)...)
}

// lineOrProse reads what is neither an item nor several, and gives the line.
func (r *reader) lineOrProse(spans []span, listed bool) []*Element {
	if l := r.headLine(spans, listed); l != nil {
		r.at.add(l)
		return []*Element{l}
	}
	r.prose(spans)
	return nil
}

// cutLastLine splits the last line off a paragraph right before a list, if that
// line alone stands over it: "Topics:", "Module 1: Basics". Else all is last.
func cutLastLine(spans []span) (before, last []span) {
	for i := len(spans) - 2; i > 0; i-- {
		if spans[i].style&breaks == 0 {
			continue
		}
		text := squeeze(textOf(spans[i+1:]))
		if isShortLine(text) && (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") || isCounted(text)) {
			return spans[:i], spans[i+1:]
		}
		break
	}
	return nil, spans
}

// isCounted says whether a text is a count and a name: "Module 1: Basics",
// "M2 – Loops. Lists."
func isCounted(s string) bool {
	s, _ = stripEmoji(s)
	s = strings.TrimLeft(s, " •►")
	if count := Fold(BeforeColon(s)); isSeries(count) && strings.Contains(count, " ") {
		return true
	}
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if before, _, ok := strings.Cut(s, dash); ok {
			return isSeries(Fold(before)) && !isCode(before)
		}
	}
	return false
}

// prose notes what a paragraph of sentences says about what it stands below.
func (r *reader) prose(spans []span) {
	if l := r.at.line; l != nil && l.Mode == AsIs && len(l.Kids) > 0 {
		r.at.line = nil
	}
	e := r.at.target()
	text := squeeze(textOf(spans))
	if text == "" {
		return
	}
	if e.Paras < 1<<15 {
		e.Paras++
	}
	e.Links = append(e.Links, linksOf(spans)...)
	wants := r.sentenceWants(spans)
	e.Want(wants...)
	if e.Summary == "" && len(wants) == 0 {
		e.Summary = text
	}
}

// appendItem appends an item that stands outside of lists to the ones before it.
func (r *reader) appendItem(it *Element) {
	e := r.at.target()
	if n := len(e.Kids); n > 0 && e.Kids[n-1].Kind == List && e.Kids[n-1].Prose {
		e.Kids[n-1].add(it)
		return
	}
	l := r.new(List, it.At)
	l.Prose = true
	l.add(it)
	r.at.add(l)
}

// linesOf splits a run at its line breaks.
func linesOf(spans []span) [][]span {
	var out [][]span
	start := 0
	for i := 0; i <= len(spans); i++ {
		if i == len(spans) || spans[i].style&breaks != 0 {
			if strings.TrimSpace(textOf(spans[start:i])) != "" {
				out = append(out, spans[start:i])
			}
			start = i + 1
		}
	}
	return out
}

// linkLines reads a paragraph whose lines are links, or begin with a bullet
// that Markdown does not know, as items.
func (r *reader) linkLines(spans []span) []*Element {
	lines := linesOf(spans)
	if len(lines) == 2 && len(lines[1]) == 1 && isBare(lines[1][0]) && !isLinkLine(lines[0]) && len(textOf(lines[0])) <= maxMarker {
		it := r.new(Item, lines[0][0].at) // a name, and below it its address
		it.Prose = true
		if r.lead(it, lines[0]) {
			if it.URL == "" {
				it.URL = lines[1][0].url
			}
			return []*Element{it}
		}
	}
	bullets := 0
	for _, l := range lines {
		if len(lines) > 1 && hasBullet(l[0]) || len(lines) > 2 && hasNumber(l[0]) || len(lines) == 1 && hasOrdinal(l[0]) {
			bullets++
		}
	}
	if bullets != len(lines) {
		bullets = 0
	}
	if bullets == 0 && !areLinkLines(spans, lines) {
		return nil
	}
	return r.items(lines)
}

// areLinkLines says whether all lines are links, or nearly all of those that an
// author has ended by hand: what is not written yet has no address.
func areLinkLines(spans []span, lines [][]span) bool {
	links := 0
	for _, l := range lines {
		if isLinkLine(l) {
			links++
		} else if !isShortName(l) {
			return false
		}
	}
	byHand := !slices.ContainsFunc(spans, func(s span) bool { return s.style&(breaks|hard) == breaks })
	return links == len(lines) || byHand && links > 1 && links*3 >= len(lines)*2
}

// isShortName says whether a line is a few plain words, and does not only join its
// neighbours: "or".
func isShortName(line []span) bool {
	text := squeeze(textOf(line))
	return len(linksOf(line)) == 0 && hasLetter(text) && !isLower(text) && utf8.RuneCountInString(text) <= maxPlain && strings.Count(text, " ") < 8
}

// items makes an item of every line.
func (r *reader) items(lines [][]span) []*Element {
	var out []*Element
	for _, l := range lines {
		it := r.new(Item, l[0].at)
		it.Prose = true
		if r.lead(it, l) {
			out = append(out, it)
		}
	}
	return out
}

// cutBulleted splits lines with bullets that Markdown does not know off a text
// whose other line stands over them. Else all is first.
func cutBulleted(spans []span) (first []span, bulleted [][]span) {
	lines := linesOf(spans)
	if len(lines) < 3 || hasBullet(lines[0][0]) {
		return spans, nil
	}
	for _, l := range lines[1:] {
		if !hasBullet(l[0]) {
			return spans, nil
		}
	}
	return lines[0], lines[1:]
}

// isBare says whether a span is an address written out.
func isBare(s span) bool { return s.url != "" && strings.HasPrefix(strings.TrimSpace(s.text), "http") }

// hasBullet says whether a span begins with a mark that stands for a bullet.
func hasBullet(s span) bool {
	c, _ := utf8.DecodeRuneInString(s.text)
	return s.style&picture == 0 && s.url == "" && (strings.ContainsRune("•◦▪●○■□▸▹►➤➢✔✓✅☑☐➡→·–—", c) || hasHyphen(s.text))
}

// hasHyphen says whether a line begins with a hyphen and, without the space that
// Markdown wants, a word.
func hasHyphen(s string) bool {
	name, ok := strings.CutPrefix(s, "-")
	c, n := utf8.DecodeRuneInString(name)
	return ok && unicode.IsLetter(c) && len(name) > n && name[n] != ' '
}

// hasNumber says whether a span begins with a number and a space, as items do
// that somebody has numbered by hand: "04   Access remote systems".
func hasNumber(s span) bool {
	t := strings.TrimLeft(s.text, " ")
	digits := len(t) - len(strings.TrimLeft(t, "0123456789"))
	rest := strings.TrimLeft(t[digits:], ".):")
	return s.url == "" && s.style&picture == 0 && digits > 0 && digits < 4 && len(rest) > 1 && (rest[0] == ' ' || rest[0] == '\t') && hasLetter(rest)
}

// hasOrdinal says whether a span begins with a number that Markdown does not
// know to begin an item: "一、", "1、", "①".
func hasOrdinal(s span) bool {
	if s.url != "" || s.style&picture != 0 {
		return false
	}
	if ordinal(s.text) > 0 && s.text[0] >= utf8.RuneSelf || enclosed(s.text) > 0 {
		return true
	}
	digits := len(s.text) - len(strings.TrimLeft(s.text, "0123456789"))
	return digits > 0 && digits < 3 && strings.HasPrefix(s.text[digits:], "、")
}

// isLinkLine says whether a line is a link with little else: "[Squares](…)",
// "1. [Rhombs](…) by Ada".
func isLinkLine(spans []span) bool {
	link, all, first := 0, 0, -1
	for _, s := range spans {
		if s.style&picture != 0 {
			continue
		}
		n := len(strings.TrimSpace(s.text))
		all += n
		if s.url != "" {
			link += n
			if first < 0 {
				first = all - n
			}
		}
	}
	return link > 1 && first <= 8 && link*5 >= all*3
}

// linksOf are the links of a run, once each.
func linksOf(spans []span) []Ref {
	var out []Ref
	var text strings.Builder // of the last one, which may be in many pieces
	end := func() {
		if n := len(out); n > 0 && text.Len() > len(out[n-1].Text) {
			out[n-1].Text = text.String()
		}
		text.Reset()
	}
	for _, s := range spans {
		if s.url == "" || s.style&picture != 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].URL == s.url {
			if text.Len() == 0 {
				text.WriteString(out[n-1].Text)
			}
			text.WriteString(s.text)
			continue
		}
		end()
		out = append(out, Ref{s.text, s.url, s.at})
	}
	end()
	return out
}

func quote(s string) string { return `"` + s + `"` }

// numberedParagraph reads a paragraph such as
//
//	**[12]** Ada Example. "**A title**." A journal, 2016. [[pdf]](…)
//
// as an item of a list of works: its name is the first bold or quoted text
// behind the number; "**1)** A name" and "**1) A name.** What it is" as items too. Other paragraphs give nil.
func (r *reader) numberedParagraph(spans []span, at int) *Element {
	if len(spans) < 2 || spans[0].style&bold == 0 || spans[0].url != "" {
		return nil
	}
	end := 1
	for end < len(spans) && end < 4 && spans[end].style&bold != 0 {
		end++
	}
	mark := strings.TrimSpace(textOf(spans[:end]))
	if number := strings.TrimRight(mark, ").:"); end < len(spans) && len(number)+1 == len(mark) && isNumber(strings.TrimPrefix(number, "Q")) {
		it := r.new(Item, at)
		it.Prose = true
		if !r.lead(it, spans[end:]) {
			return nil
		}
		it.Number = number
		return it
	}
	if n := decimal(mark); n > 0 && hasLetter(mark[n:]) && end < len(spans) && (strings.HasSuffix(mark, ".") && spans[end].style&breaks == 0 || strings.HasPrefix(spans[end].text, ". ")) {
		it := r.new(Item, at) // "**1) A name.** What it is"
		it.Prose = true
		if r.lead(it, spans) {
			return it
		}
		return nil
	}
	number, ok := strings.CutPrefix(mark, "[")
	number, closed := strings.CutSuffix(number, "]")
	if !ok || !closed || !isNumber(number) {
		return nil
	}
	name := ""
	for _, s := range spans[end:] {
		if s.style&bold != 0 && s.url == "" {
			name = s.text
			break
		}
		if name = quoted(s.text); name != "" || s.url != "" {
			break
		}
	}
	if name = strings.TrimRight(name, ". "); name == "" {
		return nil
	}
	it := r.new(Item, at)
	it.Lead, it.Label, it.Summary = LinkLead, NewLabel(name), squeeze(textOf(spans[end:]))
	it.Number = number
	if links := linksOf(spans); len(links) > 0 {
		it.URL = links[0].URL
	}
	return it
}

// quoted is the text between the first pair of quotation marks.
func quoted(s string) string {
	for _, q := range [...]struct{ open, close string }{{`"`, `"`}, {"“", "”"}} {
		if _, rest, ok := strings.Cut(s, q.open); ok {
			if text, _, ok := strings.Cut(rest, q.close); ok {
				return text
			}
		}
	}
	return ""
}
