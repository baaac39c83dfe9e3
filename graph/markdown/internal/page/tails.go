package page

import "strings"

// minTails is how often names end with one link until it is none of them.
const minTails = 3

// cutTails takes the link off names that several end with, which is called as material is:
// "Yeast [Code](…)", "Salt [Code](…)". That of one, "Read the [notes](…)", is part of it.
func (d *Document) cutTails() {
	times := map[string]int{}
	var found []*Element
	d.Root.Each(func(e *Element) {
		if word := e.has().tail.Text; word != "" && strings.HasSuffix(e.Title, word) {
			found = append(found, e)
			times[word]++
		}
	})
	for _, it := range found {
		tail := it.has().tail
		if name := NewLabel(strings.TrimSuffix(it.Title, tail.Text)).Title; name != "" && times[tail.Text] >= minTails {
			it.Title, it.Raw = name, squeeze(strings.TrimSuffix(it.Raw, tail.Text))
			it.Links = append(it.Links, tail)
		}
	}
}

// minShares is how many names end with a share of the whole until it is none of them.
const minShares = 3

// cutShares takes off names how much they count, where several say so: "Yeast (15%)".
func (d *Document) cutShares() {
	var found []*Element
	d.Root.Each(func(e *Element) {
		if open := TrailingBracket(e.Title); open > 0 && isShare(strings.Trim(e.Title[open:], "()（） ")) {
			found = append(found, e)
		}
	})
	if len(found) < minShares {
		return
	}
	for _, e := range found {
		open := TrailingBracket(e.Title)
		e.setAttr("weight", strings.Trim(e.Title[open:], "()（） "))
		e.Title = NewLabel(e.Title[:open]).Title
	}
}

// isShare says whether a text is a part of a whole: "15%", "12.5 %".
func isShare(s string) bool {
	number, ok := strings.CutSuffix(s, "%")
	number = strings.TrimSpace(number)
	return ok && number != "" && strings.Trim(number, "0123456789.,-–") == "" && number != "100"
}
