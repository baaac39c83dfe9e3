package page

import "strings"

// minRecurs is how often a bold word with a colon stands before items until it
// names none of them.
const minRecurs = 3

// nameRecurring names items by all they say whose bold beginning also stands
// before others: "**Read:** chapter one", "**Fix:** the clock is late". It does so
// in lists that are made of such items. What is known for what it says about the
// course stays as it is, and so does what one word is said of: "**Owner:** Ada".
func (d *Document) nameRecurring() {
	times, phrases := map[string]int{}, map[string]int{}
	var lists []*Element
	d.Root.Each(func(e *Element) {
		if e.Kind != List {
			return
		}
		lists = append(lists, e)
		for _, it := range e.Kids {
			if it.hasWord() {
				times[it.Title]++
				if strings.Contains(it.Summary, " ") {
					phrases[it.Title]++
				}
			}
		}
	})
	for _, l := range lists {
		var some []*Element
		for _, it := range l.Kids {
			if n := times[it.Title]; it.hasWord() && n >= minRecurs && phrases[it.Title]*2 > n {
				some = append(some, it)
			}
		}
		if len(some)*2 < len(l.Kids) {
			continue
		}
		for _, it := range some {
			rest, tail := cutDash(it.Summary)
			if tail == "" {
				rest, tail = cutSentence(it.Summary)
			}
			it.Title, it.Summary, it.Class = NewLabel(it.Title+": "+rest).Title, tail, 0
		}
	}
}

// hasWord says whether an item is a bold name, a colon, and more text.
func (e *Element) hasWord() bool {
	return e.colon && e.URL == "" && e.Summary != "" && len(e.Kids) == 0 && e.Class&^Toggle == 0
}
