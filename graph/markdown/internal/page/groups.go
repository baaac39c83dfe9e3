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
		e.follow(func(l *Element) []*Element {
			if l.announcesResources() {
				return l.takeGroups()
			}
			return nil
		})
	})
}

// follow puts elements behind some that stand right below one.
func (e *Element) follow(by func(k *Element) []*Element) {
	var kids []*Element // from the first that others follow
	for i, k := range e.Kids {
		more := by(k)
		if more != nil && kids == nil {
			kids = slices.Clone(e.Kids[:i])
		}
		if kids != nil {
			kids = append(kids, k)
		}
		for _, m := range more {
			m.Parent = e
			kids = append(kids, m)
		}
	}
	if kids != nil {
		e.Kids = kids
	}
}

// announcesResources says whether a line does so by its words alone: a comment at it says
// what its author wants.
func (e *Element) announcesResources() bool {
	return e.Kind == Line && e.Mode == AsResources && e.Note == nil
}

// takeGroups takes the groups out of the lists of a line, and makes one list of them, which
// is like the first of these; nil if there are none.
func (e *Element) takeGroups() []*Element {
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
	if all == nil {
		return nil
	}
	e.Kids = slices.DeleteFunc(e.Kids, (*Element).isEmptyList)
	return []*Element{all}
}

func (e *Element) isEmptyList() bool { return e.Kind == List && len(e.Kids) == 0 }

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
