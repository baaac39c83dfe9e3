package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// takeAttributes makes what lists below headings say of them attributes:
// "Owner: Ada" and "Priority: high", below one heading as below others. Such labels recur,
// and one of them is known for what it is.
func (d *Document) takeAttributes() {
	lists := map[*Element][]labelled{} // below their headings
	times := map[string]int{}          // in how many of them a label stands
	d.Root.Each(func(h *Element) {
		if h.Kind != Heading || h.Note != nil || len(h.Kids) != 1 || h.Kids[0].Kind != List || h.Kids[0].Note != nil {
			return
		}
		all := h.Kids[0].labels()
		if all == nil {
			return
		}
		lists[h] = all
		for _, l := range all {
			times[l.label]++
		}
	})
	for h, all := range lists {
		recur := 0
		for _, l := range all {
			if times[l.label] >= minRecurs {
				recur++
			}
		}
		if recur < min(len(all), 2) {
			continue
		}
		for i, it := range h.Kids[0].Kids {
			h.setAttr(all[i].label, all[i].value)
			h.Links = append(h.Links, it.Links...)
			h.Want(it.Wants()...)
		}
		h.Kids = nil
	}
}

// A labelled is what an item says behind a label.
type labelled struct{ label, value string }

// maxValue is the length, in characters, of the longest value that is no text of its own.
const maxValue = 24

// labels are what all items of a list say; nil if one is no label with a short value or
// tells topics, if two are alike, or if none is known for saying something about a thing.
func (e *Element) labels() (all []labelled) {
	if len(e.Kids) > maxProperties {
		return nil
	}
	known := 0
	for _, it := range e.Kids {
		label, value, ok := strings.Cut(strings.ReplaceAll(it.Raw, "：", ":"), ":")
		if it.colon != noColon {
			label, value, ok = it.Title, cmp.Or(it.Summary, it.Author), true
		}
		label, value = NewLabel(label).Title, strings.TrimSpace(value)
		if !ok || value == "" || it.Kind != Item || it.URL != "" || it.Box || it.Note != nil || len(it.Kids) > 0 ||
			utf8.RuneCountInString(label) > maxValue || utf8.RuneCountInString(value) > maxValue ||
			slices.ContainsFunc(all, func(l labelled) bool { return l.label == label }) {
			return nil
		}
		switch class := ClassOf(label, ""); {
		case class&Topics != 0:
			return nil
		case class&(IgnoredColumn|StatusColumn) != 0:
			known++
		}
		all = append(all, labelled{label, value})
	}
	if known == 0 {
		return nil
	}
	return all
}

// takeProperties makes what tables below headings say of them attributes: rows of a name
// and a text, "Task" and "Hand in", below one heading as below others.
func (d *Document) takeProperties() {
	var tables []*Element
	times := map[string]int{} // in how many of them a name stands
	d.Root.Each(func(t *Element) {
		if t.Kind != Table || t.Parent.Kind != Heading || !t.isOfProperties() {
			return
		}
		tables = append(tables, t)
		for _, row := range t.Kids {
			times[row.Title]++
		}
	})
	for _, t := range tables {
		recur := 0
		for _, row := range t.Kids {
			if times[row.Title] >= minRecurs {
				recur++
			}
		}
		if recur < 2 || 3*recur < 2*len(t.Kids) {
			continue
		}
		h := t.Parent
		for _, row := range t.Kids {
			h.setAttr(row.Title, row.value())
			h.Links = append(h.Links, row.Links...)
			h.Want(row.Wants()...)
		}
		h.Kids = slices.DeleteFunc(h.Kids, func(k *Element) bool { return k == t })
	}
}

// maxProperties is how many things are said of one heading at most: more are a list.
const maxProperties = 20

// isOfProperties says whether all rows of a table are a name, that counts nothing and is
// not said twice, and a text.
func (t *Element) isOfProperties() bool {
	if len(t.Kids) < 2 || len(t.Kids) > maxProperties || t.Note != nil {
		return false
	}
	for i, row := range t.Kids {
		if row.Kind != Row || row.value() == "" || len(row.Kids) > 0 || row.URL != "" || row.Box || row.Note != nil || utf8.RuneCountInString(row.Title) > maxValue ||
			areDays(Fold(row.Title)) || isSeries(Fold(row.Title)) || slices.ContainsFunc(t.Kids[:i], func(k *Element) bool { return k.Title == row.Title }) {
			return false
		}
	}
	return true
}

// value is the one thing that a row says of its name; "" if there is none, or another.
func (e *Element) value() string {
	told := e.Summary
	for _, text := range e.Attrs() {
		if told != "" {
			return ""
		}
		told = text
	}
	return told
}
