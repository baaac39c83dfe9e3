package page

import (
	"slices"
	"unicode/utf8"
)

// liftGroups takes items that only have a name, and links below it, out of what a line
// announces as resources: "Python:" says what the links below it are about, and is none of
// them. Such items are a list of their own behind the line; their links stay resources.
func (d *Document) liftGroups() {
	d.Root.Each(func(e *Element) {
		first := slices.IndexFunc(e.Kids, (*Element).announcesResources)
		if first < 0 {
			return
		}
		kids := slices.Clone(e.Kids[:first])
		for _, l := range e.Kids[first:] {
			kids = append(kids, l)
			if l.announcesResources() {
				if groups := l.takeGroups(); groups != nil {
					groups.Parent = e
					kids = append(kids, groups)
				}
			}
		}
		e.Kids = kids
	})
}

// announcesResources says whether a line does so by its words alone: a comment at it says
// what its author wants.
func (e *Element) announcesResources() bool {
	return e.Kind == Line && e.Mode == AsResources && e.Note == nil
}

// takeGroups takes the groups out of the lists of a line, and makes one list of them, which
// is like the first of these; nil if there are none.
func (e *Element) takeGroups() *Element {
	var all *Element
	for _, l := range e.Kids {
		if l.Kind != List || l.Note != nil {
			continue
		}
		l.Kids = slices.DeleteFunc(l.Kids, func(it *Element) bool {
			if !it.groupsLinks() {
				return false
			}
			if all == nil {
				all = &Element{Kind: List, At: l.At, Ordered: l.Ordered, Quoted: l.Quoted}
			}
			for _, links := range it.Kids {
				links.Mode = AsResources
			}
			all.add(it)
			return true
		})
	}
	if all != nil {
		e.Kids = slices.DeleteFunc(e.Kids, func(l *Element) bool { return l.Kind == List && len(l.Kids) == 0 })
	}
	return all
}

// groupsLinks says whether an item is only a name, not of a kind of material, with links to
// other documents below it, and little else.
func (e *Element) groupsLinks() bool {
	if e.Kind != Item || e.URL != "" || e.Summary != "" || !hasLetter(e.Title) || utf8.RuneCountInString(e.Title) > maxName || e.Class&aside != 0 {
		return false
	}
	links, all := 0, 0
	for _, l := range e.Kids {
		for _, it := range l.Kids {
			all++
			if it.URL != "" && !IsInside(it.URL) {
				links++
			}
		}
	}
	return links > 0 && 2*links >= all
}
