package page

import (
	"slices"
	"strings"
)

// liftTables takes tables out of the only item of a list that holds anything: "Step by
// step:" announces what stands below it, as a paragraph would, and is no name of it.
func (d *Document) liftTables() {
	d.Root.Each(func(e *Element) {
		e.follow(func(l *Element) []*Element {
			it := l.announcesTable()
			if it == nil {
				return nil
			}
			e.leave(Leftover{it.Title, it.At, Announcing})
			e.Links = append(e.Links, it.Links...)
			e.Want(it.Wants()...)
			e.Picture(it.Images()...)
			l.Kids = slices.DeleteFunc(l.Kids, func(k *Element) bool { return k == it })
			return it.Kids
		})
		e.Kids = slices.DeleteFunc(e.Kids, (*Element).isEmptyList)
	})
}

// announcesTable is the only item of a list that holds anything, if that is tables and it
// is plain text that ends with a colon, or is hardly one of several; nil if there is none.
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
	if it == nil || it.Kind != Item || it.Lead != PlainLead || it.Note != nil || it.Box || it.Number != "" || e.Ordered ||
		slices.ContainsFunc(it.Kids, func(t *Element) bool { return t.Kind != Table }) {
		return nil
	}
	if strings.HasSuffix(strings.TrimRight(it.Raw, " "), ":") || len(e.Kids) < 3 && len(it.Kids[0].Kids) > 2 {
		return it
	}
	return nil // it may be one of the names
}
