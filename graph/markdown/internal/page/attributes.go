package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// takeAttributes makes what lists and tables below headings say of them attributes:
// "Owner: Ada" and "Priority: high", below one heading as below others, or rows of a name
// and a text. Most of such labels recur.
func (d *Document) takeAttributes() {
	var found []*Element // lists and tables
	said := map[*Element][]labelled{}
	times := map[string]int{} // in how many of them a label stands
	d.Root.Each(func(e *Element) {
		h := e.Parent
		if h == nil || h.Kind != Heading || h.Note != nil || e.Note != nil || len(e.Kids) > maxLabels {
			return
		}
		var all []labelled
		switch {
		case e.Kind == List && len(h.Kids) == 1:
			all = e.labels()
		case e.Kind == Table:
			all = e.rowLabels()
		}
		if all == nil {
			return
		}
		found, said[e] = append(found, e), all
		for _, l := range all {
			times[l.label]++
		}
	})
	for _, e := range found {
		recur := 0
		for _, l := range said[e] {
			if times[l.label] >= minRecurs {
				recur++
			}
		}
		if 3*recur < 2*len(e.Kids) {
			continue
		}
		h := e.Parent
		for i, k := range e.Kids {
			h.setAttr(said[e][i].label, said[e][i].value)
			h.Links = append(h.Links, k.Links...)
			h.Want(k.Wants()...)
		}
		h.Kids = slices.DeleteFunc(h.Kids, func(k *Element) bool { return k == e })
	}
}

// maxLabels is how many things are said of one heading at most: more are a list.
const maxLabels = 20

// A labelled is what an item or a row says behind a label.
type labelled struct{ label, value string }

// maxValue is the length, in characters, of the longest value that is no text of its own.
const maxValue = 24

// labels are what all items of a list say; nil if one is no label with a short value or
// tells topics, if two are alike, or if none is known for saying something about a thing.
func (e *Element) labels() (all []labelled) {
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

// rowLabels are what all rows of a table say: each a name, that counts nothing and is not
// said twice, and a text; nil if one does not, or is the only one.
func (e *Element) rowLabels() (all []labelled) {
	if len(e.Kids) < 2 {
		return nil
	}
	for _, row := range e.Kids {
		name, key := row.Title, Fold(row.Title)
		if row.Kind != Row || row.value() == "" || len(row.Kids) > 0 || row.URL != "" || row.Box || row.Note != nil || utf8.RuneCountInString(name) > maxValue ||
			areDays(key) || isSeries(key) || slices.ContainsFunc(all, func(l labelled) bool { return l.label == name }) {
			return nil
		}
		all = append(all, labelled{name, row.value()})
	}
	return all
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
