package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// takeAttributes makes what lists below headings in a section say of them attributes:
// "Owner: Ada" and "Priority: high", below one heading as below others. Such labels recur,
// and nearly all of them say the same of several, or a number.
func (d *Document) takeAttributes() {
	lists := map[*Element][]labelled{} // below their headings
	times := map[string]int{}          // in how many of them a label stands
	d.Root.Each(func(h *Element) {
		if h.Kind != Heading || h.Parent.Kind != Heading || len(h.Kids) != 1 || h.Kids[0].Kind != List || h.Kids[0].Note != nil {
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
	maps.DeleteFunc(lists, func(_ *Element, all []labelled) bool {
		return slices.ContainsFunc(all, func(l labelled) bool { return times[l.label] < minRecurs })
	})
	if len(lists) < minRecurs || !tellLittle(lists) {
		return
	}
	for h, all := range lists {
		for i, it := range h.Kids[0].Kids {
			h.setAttr(all[i].label, all[i].value)
			h.Links = append(h.Links, it.Links...)
			h.Want(it.Wants()...)
		}
		h.Kids = nil
	}
}

// tellLittle says whether two thirds of the labels say the same of several headings, or no
// more than a number or a date.
func tellLittle(lists map[*Element][]labelled) bool {
	little, seen := map[string]bool{}, map[labelled]bool{}
	labels := map[string]bool{}
	for _, all := range lists {
		for _, l := range all {
			labels[l.label] = true
			if seen[l] || !hasLetter(l.value) || IsDate(l.value) {
				little[l.label] = true
			}
			seen[l] = true
		}
	}
	return 3*len(little) >= 2*len(labels)
}

// A labelled is what an item says behind a label.
type labelled struct{ label, value string }

// maxValue is the length, in characters, of the longest value that is no text of its own.
const maxValue = 24

// labels are what all items of a list say; nil if one is no label with a short value, or
// says where to learn something.
func (e *Element) labels() (all []labelled) {
	for _, it := range e.Kids {
		label, value, ok := strings.Cut(strings.ReplaceAll(it.Raw, "：", ":"), ":")
		if it.colon != noColon {
			label, value, ok = it.Title, cmp.Or(it.Summary, it.Author), true
		}
		value = strings.TrimSpace(value)
		if !ok || value == "" || it.Kind != Item || it.URL != "" || it.Box || it.Note != nil || len(it.Kids) > 0 ||
			utf8.RuneCountInString(label) > maxValue || utf8.RuneCountInString(value) > maxValue || ClassOf(label, "")&(Kindly|Media|Tasks|Quiz|Resources|LinkColumn|Topics|Requires|Prerequisites) != 0 {
			return nil
		}
		all = append(all, labelled{NewLabel(label).Title, value})
	}
	return all
}
