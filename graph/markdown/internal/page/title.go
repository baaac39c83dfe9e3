package page

import (
	"path"
	"strings"
)

// chooseTitle finds the course's title: its h1, the first HTML heading, the
// front matter's title, the banner's alternative text, the name of the folder
// or file, in this order.
func (d *Document) chooseTitle(heads []*Element) {
	h := titleHeading(heads[1:], d.File)
	if h != nil && h.Level > 1 && !h.HTML && d.front.Title != "" {
		h = nil
	}
	if h != nil {
		d.TitleHeading, d.Title, d.TitleAt = h, h.Label, h.At
		return
	}
	d.TitleAt = -1
	for _, text := range []string{d.front.Title, d.banner, nameOf(d.File)} {
		if d.Title = NewLabel(text); d.Title.Title != "" {
			return
		}
	}
	d.Title.Title = "Course"
}

// titleHeading is the heading that names the whole document, or nil.
func titleHeading(heads []*Element, file string) *Element {
	var first, html *Element // the first heading, and the first if it is HTML
	top, tops := uint8(7), 0
	for _, h := range heads {
		if h.Kind == Summary || h.Title == "" {
			continue
		}
		if first == nil {
			first = h
			if h.HTML && !isStructural(h) {
				html = h
			}
		}
		switch {
		case h.Level < top:
			top, tops = h.Level, 1
		case h.Level == top:
			tops++
		}
	}
	if first == nil {
		return nil
	}
	for _, h := range heads {
		if h.Level != top || h.Kind == Summary || h.Title == "" {
			continue
		}
		switch {
		case tops == 1 && (top == 1 || h == first) && !isStructural(h):
			return h // the only one of its level
		case html != nil:
			return html
		case h == first && h.Level == 1 && !isStructural(h) && h.isBare() && !newSeries(heads).has(h):
			return h // the first of several h1, with nothing but words below it
		case h == first && h.Level == 1 && !isStructural(h) && !newSeries(heads).has(h) &&
			(hasOnlyTable(h, heads) || restIsSeries(heads) || holdsFrame(heads) || isNameOf(h.Title, file)):
			return h
		}
		break
	}
	return html
}

// isStructural says whether a heading's words are those of a part of a
// document and cannot name it.
func isStructural(h *Element) bool {
	key := Fold(h.Title)
	return ClassOf(key, "")&(Toc|Never|Resources) != 0 || key == "introduction" || key == "summary"
}

// hasOnlyTable says whether the document's one table stands below the heading.
// minLessons is how many rows make a table that of a course's lessons.
const minLessons = 5

func hasOnlyTable(h *Element, heads []*Element) bool {
	found := false
	for _, other := range heads {
		for _, k := range other.Kids {
			if k.Kind != Table {
				continue
			}
			if other != h || len(k.Kids) < minLessons {
				return false
			}
			found = true
		}
	}
	return found
}

// restIsSeries says whether the headings of the first one's level are all
// counted but for itself: "About", "1 Sources", "2 Beds".
func restIsSeries(heads []*Element) bool {
	counted, all := newSeries(heads), 0
	for _, h := range heads[1:] {
		if h.Level != heads[0].Level {
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
	key := Fold(title)
	return len(key) > 3 && strings.Contains(Fold(file), key)
}

// holdsFrame says whether one of the other headings of the first one's level is
// called "Contents", "Curriculum" or the like: then the first names the course.
func holdsFrame(heads []*Element) bool {
	for _, h := range heads[1:] {
		if h.Level == heads[0].Level && ClassOf(h.Title, "")&(Toc|Wrapper) != 0 {
			return true
		}
	}
	return false
}

// isBare says whether no list and no table stands right below the heading.
func (h *Element) isBare() bool {
	for _, k := range h.Kids {
		if k.Kind != Line && !k.IsContents() {
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

func newSeries(heads []*Element) series {
	s := series{words: map[string]int{}}
	for _, h := range heads {
		if h.Number != "" {
			s.numbered++
		}
		if word := seriesWord(h.Title); word != "" {
			s.words[word]++
		}
	}
	return s
}

// has says whether a heading is one of several that are counted alike.
func (s series) has(h *Element) bool {
	return h.Number != "" && s.numbered > 1 || s.words[seriesWord(h.Title)] > 1
}

// seriesWord is the text before the first number of a title, if that is near
// its front: "week" of "Week 12: Sorting", "第" of "第3章".
func seriesWord(title string) string {
	key := Fold(title)
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
	return joiners.Replace(base)
}

var joiners = strings.NewReplacer("-", " ", "_", " ")
