package page

import "strings"

// numberedParagraph reads a paragraph such as
//
//	**[12]** Ada Example. "**A title**." A journal, 2016. [[pdf]](…)
//
// as an item of a list of works: its name is the first bold or quoted text
// behind the number; "**1)** A name", "**1) A name.** What it is" and "**Jan 12** – A
// name" as items too. Other paragraphs give nil.
func (r *reader) numberedParagraph(spans []span, at int) *Element {
	if len(spans) < 2 || spans[0].style&bold == 0 || spans[0].url != "" {
		return nil
	}
	end := 1
	for end < len(spans) && end < 4 && spans[end].style&bold != 0 {
		end++
	}
	mark := digits(strings.TrimSpace(textOf(spans[:end])))
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
	if date := strings.Trim(mark, " :：-–—"); end < len(spans) && IsDate(date) && (strings.HasSuffix(mark, ":") || strings.HasSuffix(mark, "：") || startsWithDash(strings.TrimLeft(textOf(spans[end:]), " "))) {
		it := r.new(Item, at) // "**Jan 12** – Hemp"
		it.Prose = true
		if r.lead(it, spans) && !IsDate(it.Title) {
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
