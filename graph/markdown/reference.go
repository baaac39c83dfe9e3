package markdown

import "strings"

// numberedParagraph reads a paragraph such as
//
//	**[12]** Ada Example. "**A title**." A journal, 2016. [[pdf]](…)
//
// as an item of a list of works: its name is the first bold or quoted text
// behind the number. Other paragraphs give nil.
func (r *reader) numberedParagraph(spans []span, at int) *item {
	if len(spans) < 2 || spans[0].style&bold == 0 || spans[0].url != "" {
		return nil
	}
	end := 1
	for end < len(spans) && end < 4 && spans[end].style&bold != 0 {
		end++
	}
	number, ok := strings.CutPrefix(textOf(spans[:end]), "[")
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
	it := r.newItem()
	*it = item{at: at, lead: linkLead, label: newLabel(name), summary: squeeze(textOf(spans[end:]))}
	it.number = number
	if links := linksOf(spans); len(links) > 0 {
		it.url = links[0].url
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

// appendItem appends an item to the list that was just read, or begins one.
func (r *reader) appendItem(it *item) {
	if n := len(r.cur.blocks); n > 0 && r.cur.blocks[n-1].kind == listBlock {
		last := &r.cur.blocks[n-1]
		last.items = append(last.items, it)
		return
	}
	r.append(block{kind: listBlock, at: it.at, items: []*item{it}})
}
