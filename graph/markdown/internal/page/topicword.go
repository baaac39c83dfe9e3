package page

import "cmp"

// dropTopicWords names items by what stands behind a word that only says that it is taught,
// and says so in several lists: "**Topics:** loops and conditions". A list with several such
// words says something of what it stands below: "Focus: …", "Skills: …".
func (d *Document) dropTopicWords() {
	type worded struct {
		item       *Element
		word, rest string
	}
	var all []worded
	times := map[string]int{} // in how many lists a word stands
	d.Root.Each(func(l *Element) {
		if l.Kind != List {
			return
		}
		var found []worded
		for _, it := range l.Kids {
			if word, rest := it.topicWord(); rest != "" {
				found = append(found, worded{it, Fold(word), rest})
			}
		}
		if len(found) == 1 {
			all = append(all, found[0])
			times[found[0].word]++
		}
	})
	for _, a := range all {
		if times[a.word] < minRecurs {
			continue
		}
		name, tail := cutFirst(a.rest)
		a.item.Title, a.item.Summary, a.item.Author, a.item.Class, a.item.colon = NewLabel(name).Title, tail, "", 0, noColon
	}
}

// topicWord splits an item that is no more than a word for what is taught, a colon, and that.
func (e *Element) topicWord() (word, rest string) {
	if e.Kind != Item || e.URL != "" || len(e.Kids) > 0 {
		return "", ""
	}
	word, rest = e.Title, cmp.Or(e.Summary, e.Author) // what is short may look like a name
	if e.colon == noColon {
		if word, rest = cutColon(e.Title); rest == "" {
			return "", ""
		}
	}
	c := ClassOf(word, "")
	if c&(Topics|TopicColumn) == 0 || c&(work|Media|Resources|Meta|Prerequisites|GroupColumn) != 0 {
		return "", ""
	}
	return word, rest
}

// liftTopicWords makes lines of items at the ends of several lists that only say that what
// stands below them is taught: "Key points:" in each week.
func (d *Document) liftTopicWords() {
	times := map[string]int{} // in how many lists a word stands
	d.Root.Each(func(l *Element) {
		if it := l.lastWord(); it != nil {
			times[Fold(it.Title)]++
		}
	})
	d.Root.Each(func(e *Element) {
		e.follow(func(l *Element) []*Element {
			it := l.lastWord()
			if it == nil || times[Fold(it.Title)] < minRecurs {
				return nil
			}
			l.Kids = l.Kids[:len(l.Kids)-1]
			it.Kind = Line
			return []*Element{it}
		})
	})
}

// lastWord is the last of several items, if it is but a word for what is taught and that
// stands below it; or nil.
func (l *Element) lastWord() *Element {
	if l.Kind != List || l.Note != nil || len(l.Kids) < 2 || l.Parent == nil || l.Parent.Kind == Item {
		return nil
	}
	it := l.Kids[len(l.Kids)-1]
	if it.Class&Topics == 0 || it.Class&(Resources|work) != 0 || it.URL != "" || it.Summary != "" || it.Number != "" || it.Box || it.Note != nil ||
		len(it.Kids) != 1 || it.Kids[0].Kind != List {
		return nil
	}
	return it
}
