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
		if tail := e.has().tail; len(tail) == 1 && strings.HasSuffix(e.Title, tail[0].Text) {
			found = append(found, e)
			times[tail[0].Text]++
		}
	})
	for _, it := range found {
		tail := it.has().tail
		word := tail[0].Text
		if name := NewLabel(strings.TrimSuffix(it.Title, word)).Title; name != "" && times[word] >= minTails {
			it.Title, it.Raw = name, squeeze(strings.TrimSuffix(it.Raw, word))
			it.Links = append(it.Links, tail...)
		}
	}
}
