package page

import "slices"

// findMaterials finds the lists of nothing but links that are called alike in most lists
// of links: "Film" and "Exercise sheet" in each section. Such names say of what kind a
// thing is, and the list is read as if a line over it said so.
func (d *Document) findMaterials() {
	var lists []*Element
	times := map[string]int{} // in how many lists a name stands
	d.Root.Each(func(e *Element) {
		if e.Kind != List || !e.isOfLinks() {
			return
		}
		lists = append(lists, e)
		for i, it := range e.Kids {
			if !slices.ContainsFunc(e.Kids[:i], func(k *Element) bool { return k.Title == it.Title }) {
				times[it.Title]++
			}
		}
	})
	if len(lists) < fewestLists {
		return
	}
	isEverywhere := func(it *Element) bool { return 4*times[it.Title] >= 3*len(lists) }
	for _, l := range lists {
		if len(l.Kids) <= maxMaterials && !slices.ContainsFunc(l.Kids, func(it *Element) bool { return !isEverywhere(it) }) {
			l.Mode = AsResources
		}
	}
}

// splitMaterials takes links that are called as material is, in several lists, out of the
// lists whose other items are not: "[Slides](…)" behind the topics of each week. They
// are a list of resources behind it.
func (d *Document) splitMaterials() {
	times := map[string]int{} // in how many lists a name stands
	d.Root.Each(func(l *Element) {
		if l.Kind == List {
			for _, it := range l.Kids {
				if it.isMaterial() {
					times[it.Title]++
				}
			}
		}
	})
	recurs := func(it *Element) bool { return it.isMaterial() && times[it.Title] >= fewestLists }
	d.Root.Each(func(e *Element) {
		e.follow(func(l *Element) []*Element {
			if l.Kind != List || l.Mode != AsIs || l.Note != nil || !slices.ContainsFunc(l.Kids, recurs) {
				return nil
			}
			material := &Element{Kind: List, At: l.At, Ordered: l.Ordered, Quoted: l.Quoted, Mode: AsResources}
			for _, it := range l.Kids {
				if recurs(it) {
					material.add(it)
				}
			}
			if 2*len(material.Kids) > len(l.Kids) {
				for _, it := range material.Kids {
					it.Parent = l
				}
				return nil
			}
			l.Kids = slices.DeleteFunc(l.Kids, recurs)
			return []*Element{material}
		})
	})
}

// isMaterial says whether an item is a link to other documents, called as material is.
func (e *Element) isMaterial() bool {
	return e.Kind == Item && (e.URL != "" && !IsInside(e.URL) || len(e.Links) > 0) && len(e.Kids) == 0 && !e.Box && e.Note == nil &&
		isMaterialName(e.Class)
}

// isMaterialName says whether a name is known for what a lesson comes with: slides, a film,
// and no work, nor anything to read, which are lessons to some.
func isMaterialName(c Class) bool {
	return c&LinkColumn != 0 && c&(Media|Aside) != 0 && c&(Tasks|Quiz|Project|Meta|TopicColumn) == 0
}

const (
	fewestLists  = 3 // that show that names recur
	maxMaterials = 8 // links of a list that only say of what kind they are
)

// isOfLinks says whether all items of a list are links to other documents, and no more.
func (e *Element) isOfLinks() bool {
	return len(e.Kids) > 0 && !slices.ContainsFunc(e.Kids, func(it *Element) bool {
		return it.Kind != Item || it.URL == "" || IsInside(it.URL) || len(it.Kids) > 0 || it.Box || it.Summary != "" || it.Note != nil
	})
}
