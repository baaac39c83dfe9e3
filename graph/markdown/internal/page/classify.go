package page

import (
	"strings"
	"unicode"
)

// maxClassed is the length, in bytes, of the longest name whose words are
// looked at: longer ones are sentences.
const maxClassed = 80

// classify looks up what the words of every name are known for, and notes how long it takes, and when.
func (d *Document) classify() {
	stems := newGlossary(d.tongues)
	d.Root.Each(func(e *Element) {
		d.Check()
		if t := e.timed; t != nil {
			e.note("duration", t.duration)
			e.note("when", t.when)
		}
		if e.Title != "" && len(e.Title) <= maxClassed && (e.IsHead() || e.Kind == Group || len(e.Title) <= 40) {
			e.Class = ClassOf(e.Title, d.Language) | stems.classOf(e.Title)
		}
		if e.IsHead() && isNumber(e.Number) && stems.followsCount(e.Title) {
			e.Title, e.Number = e.Number+". "+e.Title, ""
		}
	})
}

// followsCount says whether what stands behind a number is a word for what is counted:
// "1. Hafta: Döngüler", "2. týden". The number says which, and does not number that.
func (g glossary) followsCount(title string) bool {
	word, rest, _ := strings.Cut(title, " ")
	word, colon := strings.CutSuffix(word, ":")
	return (rest == "" || colon || startsWithDash(rest)) && g.classOf(word)&Counts != 0
}

// note makes what a label says an attribute, if nothing else has said so.
func (e *Element) note(name, told string) {
	if told != "" && e.Attrs()[name] == "" {
		e.setAttr(name, told)
	}
}

// IsContents says whether a list is a table of contents: nearly all its items
// link to headings of the same document.
func (l *Element) IsContents() bool {
	if l.Kind != List {
		return false
	}
	inside, all := 0, 0
	var count func(l *Element, depth int)
	count = func(l *Element, depth int) {
		for _, it := range l.Kids {
			switch {
			case it.Kind == List:
				count(it, depth)
			case it.URL == "" && len(it.Kids) > 0 && depth == 0:
				for _, k := range it.Kids {
					count(k, 1)
				}
			default:
				all++
				if IsInside(it.URL) {
					inside++
				}
			}
		}
	}
	count(l, 0)
	return all > 0 && inside*5 >= all*4
}

// comeHome shortens the addresses of items that lead to a heading of the document by way
// of its repository, or of its file's name, to its anchor: it is the heading's where the
// item is called as it is, "[Knots](https://github.com/a/b#knots)".
func (d *Document) comeHome(heads []*Element) {
	var titles map[string]string
	d.Root.Each(func(e *Element) {
		hash := strings.IndexByte(e.URL, '#')
		if hash < 1 || e.Kind != Item {
			return
		}
		if titles == nil {
			titles = make(map[string]string, len(heads))
			for _, h := range heads[1:] {
				titles[h.Anchor] = Fold(h.Title)
			}
		}
		anchor := anchorOf(e.URL[hash+1:])
		if title, ok := titles[anchor]; ok && title == Fold(e.Title) {
			e.URL = "#" + anchor
		}
	})
}

// IsInside says whether an address leads to a heading of the same document.
func IsInside(url string) bool { return strings.HasPrefix(url, "#") }

// IsLocal says whether a link leads to a file beside the document.
func IsLocal(url string) bool {
	return url != "" && url[0] != '#' && !strings.Contains(url, "://") && !strings.HasPrefix(url, "mailto:") && !strings.HasPrefix(url, "//")
}

// HoldsMail says whether a text, or an address, holds an e-mail address: "Ann Lee
// (ann@example.org)", "mailto:ann@example.org".
func HoldsMail(s string) bool {
	at := strings.IndexByte(s, '@')
	if at < 1 || !IsAlphanumeric(s[at-1]) || strings.Contains(s[:at], "://") {
		return false
	}
	host := s[at+1:]
	if !startsWithLetter(host) { // "go@1.26.0"
		return false
	}
	if end := strings.IndexFunc(host, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.' }); end >= 0 {
		host = host[:end]
	}
	return strings.IndexByte(strings.TrimRight(host, "."), '.') > 0
}

// IsProfile says whether an address is somebody's page.
func IsProfile(url string) bool {
	if !strings.Contains(url, ".com/") { // as most
		return false
	}
	_, rest, _ := strings.Cut(url, "://")
	rest = strings.TrimPrefix(rest, "www.")
	for _, site := range [...]string{"linkedin.com/in/", "twitter.com/", "x.com/", "github.com/"} {
		if name, ok := strings.CutPrefix(rest, site); ok {
			name = strings.TrimRight(name, "/")
			return name != "" && !strings.Contains(name, "/")
		}
	}
	return false
}
