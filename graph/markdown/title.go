package markdown

import (
	"path"
	"strings"
)

// chooseTitle finds the course's title: its h1, the first HTML heading, the
// front matter's title, the banner's alternative text, the name of the folder
// or file, in this order.
func (d *document) chooseTitle(heads []*heading) {
	h := titleHeading(heads[1:], d.file)
	if h != nil && h.level > 1 && !h.html && d.front.Title != "" {
		h = nil
	}
	if h != nil {
		d.titleHeading, d.title, d.titleAt = h, h.label, h.at
		return
	}
	d.titleAt = -1
	for _, text := range []string{d.front.Title, d.banner, nameOf(d.file)} {
		if d.title = newLabel(text); d.title.title != "" {
			return
		}
	}
	d.title.title = "Course"
}

// titleHeading is the heading that names the whole document, or nil.
func titleHeading(heads []*heading, file string) *heading {
	var first, html *heading // the first heading, and the first if it is HTML
	top, tops := 7, 0
	for _, h := range heads {
		if h.details || h.title == "" {
			continue
		}
		if first == nil {
			first = h
			if h.html && !isStructural(h) {
				html = h
			}
		}
		switch {
		case h.level < top:
			top, tops = h.level, 1
		case h.level == top:
			tops++
		}
	}
	if first == nil {
		return nil
	}
	for _, h := range heads {
		if h.level != top || h.details || h.title == "" {
			continue
		}
		switch {
		case tops == 1 && (top == 1 || h == first) && !isStructural(h):
			return h // the only one of its level
		case html != nil:
			return html
		case h == first && h.level == 1 && !isStructural(h) && h.isBare() && !newSeries(heads).has(h):
			return h // the first of several h1, with nothing but words below it
		case h == first && h.level == 1 && !isStructural(h) && !newSeries(heads).has(h) &&
			(hasOnlyTable(h, heads) || restIsSeries(heads) || holdsFrame(heads) || isNameOf(h.title, file)):
			return h
		}
		break
	}
	return html
}

// isStructural says whether a heading's words are those of a part of a
// document and cannot name it.
func isStructural(h *heading) bool {
	w, key := words(), fold(h.title)
	return w.toc.has(key) || w.never.has(key) || w.resources.has(key) || key == "introduction" || key == "summary"
}

// hasOnlyTable says whether the document's one table stands below the heading.
func hasOnlyTable(h *heading, heads []*heading) bool {
	found := false
	for _, other := range heads {
		for _, b := range other.blocks {
			if b.kind != tableBlock {
				continue
			}
			if other != h || len(b.table.rows) < minLessons {
				return false
			}
			found = true
		}
	}
	return found
}

// restIsSeries says whether the headings of the first one's level are all
// counted but for itself: "About", "1 Sources", "2 Beds".
func restIsSeries(heads []*heading) bool {
	counted, all := newSeries(heads), 0
	for _, h := range heads[1:] {
		if h.level != heads[0].level {
			continue
		}
		if all++; !counted.has(h) {
			return false
		}
	}
	return all >= 2
}

// isNameOf says whether a title is the name of the file or of its folder.
func isNameOf(title, file string) bool {
	key := fold(title)
	return len(key) > 3 && strings.Contains(fold(file), key)
}

// holdsFrame says whether one of the other headings of the first one's level is
// called "Contents", "Curriculum" or the like: then the first names the course.
func holdsFrame(heads []*heading) bool {
	w := words()
	for _, h := range heads[1:] {
		if h.level == heads[0].level && (w.toc.has(h.title) || w.wrapper.has(h.title)) {
			return true
		}
	}
	return false
}

// isBare says whether no list and no table stands right below the heading.
func (h *heading) isBare() bool {
	for _, b := range h.blocks {
		if b.kind == listBlock && !isContents(b.items) || b.kind == tableBlock {
			return false
		}
	}
	return true
}

// A series counts the headings that count themselves: with numbers, or by the
// same word ("Week 1", "Week 2").
type series struct {
	numbered int
	words    map[string]int
}

func newSeries(heads []*heading) series {
	s := series{words: map[string]int{}}
	for _, h := range heads {
		if h.number != "" {
			s.numbered++
		}
		if word := seriesWord(h.title); word != "" {
			s.words[word]++
		}
	}
	return s
}

// has says whether a heading is one of several that are counted alike.
func (s series) has(h *heading) bool {
	return h.number != "" && s.numbered > 1 || s.words[seriesWord(h.title)] > 1
}

// isMost says whether most of the headings are counted.
func (s series) isMost(heads []*heading) bool {
	n := 0
	for _, h := range heads {
		if s.has(h) {
			n++
		}
	}
	return n >= 3 && n*3 >= len(heads)*2
}

// seriesWord is the text before the first number of a title, if that is near
// its front: "week" of "Week 12: Sorting", "第" of "第3章".
func seriesWord(title string) string {
	key := fold(title)
	for i, c := range key {
		if c >= '0' && c <= '9' || strings.ContainsRune("一二三四五六七八九十", c) {
			return strings.TrimSpace(key[:i])
		}
		if i > 16 {
			break
		}
	}
	return ""
}

// nameOf makes a title of a file's name, or of its folder's if the file is
// called as in every project.
func nameOf(file string) string {
	file = strings.ReplaceAll(file, `\`, "/")
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	switch strings.ToLower(base) {
	case "readme", "index", "summary", "-", ".", "":
		base = path.Base(path.Dir(file))
	}
	if base == "." || base == "/" {
		return ""
	}
	return strings.NewReplacer("-", " ", "_", " ").Replace(base)
}
