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
