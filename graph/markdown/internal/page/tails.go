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
