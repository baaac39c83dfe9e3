package page

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
		name, tail := cutDash(a.rest)
		if tail == "" {
			name, tail = cutSentence(a.rest)
		}
		a.item.Title, a.item.Summary, a.item.Class, a.item.colon = NewLabel(name).Title, tail, 0, noColon
	}
}

// topicWord splits an item that is no more than a word for what is taught, a colon, and that.
func (e *Element) topicWord() (word, rest string) {
	if e.Kind != Item || e.URL != "" || len(e.Kids) > 0 || e.Note != nil {
		return "", ""
	}
	word, rest = e.Title, e.Summary
	if e.colon == noColon {
		if word, rest = cutColon(e.Title); rest == "" {
			return "", ""
		}
	}
	c := ClassOf(word, "")
	if c&Topics == 0 || c&(work|Media|Resources|Meta|Prerequisites|GroupColumn) != 0 {
		return "", ""
	}
	return word, rest
}
