package page

import "slices"

// liftTables takes tables out of the only item of a list that holds anything: "Step by
// step:" announces what stands below it, as a paragraph would, and is no name of it.
func (d *Document) liftTables() {
	d.Root.Each(func(e *Element) {
		for i := 0; i < len(e.Kids); i++ {
			l := e.Kids[i]
			it := l.announcesTable()
			if it == nil {
				continue
			}
			for _, t := range it.Kids {
				t.Parent = e
			}
			e.Kids = slices.Insert(e.Kids, i+1, it.Kids...)
			e.leave(Leftover{it.Title, it.At, Announcing})
			e.Links = append(e.Links, it.Links...)
			e.Want(it.Wants()...)
			e.Picture(it.Images()...)
			if l.Kids = slices.DeleteFunc(l.Kids, func(k *Element) bool { return k == it }); len(l.Kids) == 0 {
				e.Kids = slices.Delete(e.Kids, i, i+1)
			}
		}
	})
}

// announcesTable is the only item of a list that holds anything, if that is tables and it
// is plain text; nil if there is none.
func (e *Element) announcesTable() *Element {
	if e.Kind != List || e.Note != nil {
		return nil
	}
	var it *Element
	for _, k := range e.Kids {
		if len(k.Kids) == 0 {
			continue
		}
		if it != nil {
			return nil
		}
		it = k
	}
	if it == nil || it.Kind != Item || it.Lead != PlainLead || it.Note != nil || it.Box || it.Number != "" ||
		slices.ContainsFunc(it.Kids, func(t *Element) bool { return t.Kind != Table }) {
		return nil
	}
	return it
}
