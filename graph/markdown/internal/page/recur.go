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
	type uses struct{ times, phrases int32 } // and how often a phrase follows
	var lists []*Element                     // with such items
	words := 0
	d.Root.Each(func(e *Element) {
		if e.Kind != List {
			return
		}
		before := words
		for _, it := range e.Kids {
			if it.hasWord() {
				words++
			}
		}
		if words > before {
			lists = append(lists, e)
		}
	})
	if words < minRecurs {
		return
	}
	names := make(map[string]uses, words)
	for _, l := range lists {
		for _, it := range l.Kids {
			if it.hasWord() {
				n := names[it.Title]
				n.times++
				if strings.Contains(it.Summary, " ") {
					n.phrases++
				}
				names[it.Title] = n
			}
		}
	}
	for _, l := range lists {
		var some []*Element
		for _, it := range l.Kids {
			if it.hasWord() {
				if n := names[it.Title]; n.times >= minRecurs && n.phrases*2 > n.times {
					some = append(some, it)
				}
			}
		}
		for _, it := range some {
			if len(some)*2 < len(l.Kids) && it.Class&work == 0 {
				continue
			}
			rest, tail := cutFirst(it.Summary)
			it.Title, it.Summary, it.Class = NewLabel(it.Title+between[it.colon]+rest).Title, tail, it.Class&work
		}
	}
}

// cutFirst splits what names an item off a text: it ends at a dash, or with its sentence.
func cutFirst(s string) (name, rest string) {
	if name, rest = cutDash(s); rest == "" {
		name, rest = cutSentence(s)
	}
	return name, rest
}

// hasWord says whether an item is a bold name, a colon, and more text.
func (e *Element) hasWord() bool {
	return e.colon != noColon && e.URL == "" && e.Summary != "" && (len(e.Kids) == 0 && e.Class&^(Toggle|work|Basics|Counts|Media) == 0 || len(e.Kids) > 0 && e.Class&work != 0)
}

// work are the classes of what is to be done: which exercise it is, says what
// stands behind the colon.
const work = Tasks | Kindly | Project | Exercise

// aside are the classes of what says something about the course or about what
// stands around it, and is none of its topics.
const aside = Never | Meta | Aside | Wrapper | Prerequisites | Requires | Resources | Topics | Remark | Media | People | GroupColumn | IgnoredColumn

// uncutRecurring gives plain items their whole text back for a name where the
// cut names of several, in any list, are the same, and what is cut off is not:
// "Exercise: a calculator" at the end of a chapter, "Exercise: guess the number" at
// that of another. What is known for what it says about the course, and is no
// task, stays as it is.
func (d *Document) uncutRecurring() {
	var cut []*Element
	d.Root.Each(func(e *Element) {
		if e.Kind == Item && e.isCut() && (e.Class&aside == 0 || e.Class&work != 0) {
			cut = append(cut, e)
		}
	})
	if len(cut) < 2 {
		return
	}
	first := make(map[string]*Element, len(cut)) // by what they are called
	differs := map[string]bool{}                 // what is cut off the others
	names := make([]string, len(cut))
	for i, e := range cut {
		name := Fold(e.Title)
		names[i] = name
		switch f := first[name]; {
		case f == nil:
			first[name] = e
		case !differs[name]:
			differs[name] = Fold(f.Summary) != Fold(e.Summary)
		}
	}
	for i, e := range cut {
		if differs[names[i]] || e.Class&work != 0 && strings.HasPrefix(e.Raw, e.Title) && !isSentence(e.Raw) {
			e.wholeName()
		}
	}
}
