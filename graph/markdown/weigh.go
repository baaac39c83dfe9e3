package markdown

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// evidence is what stands right below a heading, as far as it may be topics.
type evidence struct {
	heads  int // list items that are headings
	bolds  int // list items with a bold lead
	rows   int // table rows
	vague  int // those of them whose table has no column that is known
	groups int // unlinked items with links below, in lists of resources
	plain  int // other list items
	deep   int // what makes two levels by itself: grouped tables, lists of chapters
	nested int // list items with items below
	refs   int // lists of resources
	links  int // of the plain ones, those that are links or names over links
}

// strong counts what is hardly ever anything but a topic.
func (e evidence) strong() int { return e.heads + e.bolds + e.rows }

func (e evidence) topics() int { return e.strong() + e.groups + e.plain }

func (e evidence) score() int { return 3*e.strong() + 2*e.groups + e.plain + min(e.refs, 1) }

// eachBlock visits the blocks below a heading with what the lines above say
// about them. Such a line holds until the next one or the next rule.
func (h *heading) eachBlock(visit func(b *block, m mode)) {
	m := asIs
	for i := range h.blocks {
		b := &h.blocks[i]
		switch b.kind {
		case ruleBlock:
			m = asIs
		case paragraphBlock:
			if b.mode != asIs {
				m = b.mode
			}
		}
		visit(b, m)
	}
}

// count fills the evidence of a heading.
func (h *heading) count() {
	h.own = evidence{}
	h.eachBlock(func(b *block, m mode) {
		switch {
		case b.kind == listBlock && m == asResources:
			h.own.refs++
			for _, it := range b.items {
				if it.isGroup() {
					h.own.groups++
				}
			}
		case m == asResources || m == asTasks || m == asPrerequisites:
		case b.kind == listBlock && !isContents(b.items):
			h.own.list(b.items)
		case b.kind == tableBlock:
			h.own.table(b.table)
		}
	})
}

func (e *evidence) list(items []*item) {
	if isChapters(items) {
		e.deep++
		for _, it := range items {
			e.plain += len(it.kids)
		}
	}
	for _, it := range items {
		if len(it.kids) > 0 {
			e.nested++
		}
		switch {
		case !it.isName():
		case it.lead == headingLead:
			e.heads++
		case it.lead == boldLead:
			e.bolds++
		default:
			e.plain++
			if it.lead == linkLead || len(it.kids) > 0 && it.kids[0].lead == linkLead {
				e.links++
			}
		}
	}
}

// linked are the items right below a heading, if they are links as the items
// below its sub-headings are, or have boxes to tick: then it has topics of its
// own beside these.
func (h *heading) linked(f *findings) []found {
	if len(f.rest) > 1 && !slices.ContainsFunc(f.rest, func(x found) bool { return x.it.status == "" }) {
		return f.rest // a list to tick off
	}
	if h.own.links < min(3, h.own.topics()) || h.own.links*3 < h.own.topics()*2 {
		return nil
	}
	links, all := 0, 0
	h.each(func(k *heading) {
		links += k.own.links
		all += k.own.topics()
	})
	if links < 2 || links*3 < all*2 {
		return nil
	}
	return f.rest
}

func (e *evidence) table(t *table) {
	titled, before := 0, e.rows
	for _, g := range t.groups() {
		e.rows += len(g.rows)
		if g.title != "" && len(g.rows) > 0 {
			titled++
		}
	}
	if titled > 0 {
		e.deep++
	}
	if !slices.ContainsFunc(t.columns, func(c column) bool { return c.role != otherColumn }) {
		e.vague += e.rows - before
	}
}

// isName says whether an item can be a topic: it has a title that is neither a
// remark, nor a filler such as "and more…", nor a sentence.
func (it *item) isName() bool {
	key := it.title
	if key == "" || isSum(key) || !hasLetter(key) && !strings.ContainsAny(key, "+*#<>&$") {
		return false
	}
	if len(key) < 40 && (words().filler.has(key) || it.lead == boldLead && words().remark.has(key)) {
		return false
	}
	switch it.lead {
	case headingLead:
		return true
	case linkLead: // what a link is called is a name, even with a full stop
		return utf8.RuneCountInString(it.title) <= maxLinkName
	}
	return !isSentence(it.title)
}

// maxLinkName is the length, in characters, above which a link is a sentence.
const maxLinkName = 160

// isSum says whether a text is arithmetic, "2 + 3 = 5", and names nothing.
func isSum(s string) bool {
	if s[0] < '0' || s[0] > '9' || strings.IndexByte(s, '=') < 0 {
		return false
	}
	sum, _, _ := strings.Cut(s, "=")
	return strings.Trim(sum, "0123456789 .+-*/%^()<>!") == ""
}

func hasLetter(s string) bool {
	for _, c := range s {
		if c < 0x80 && isAlphanumeric(byte(c)) || c >= 0x80 && isLetter(c) {
			return true
		}
	}
	return false
}

// isGroup says whether an item only names the links below it.
func (it *item) isGroup() bool {
	return it.url == "" && len(it.kids) > 0 && len(it.links) == 0 && it.isName()
}

// isContents says whether a list is a table of contents: nearly all its items
// link to headings of the same document.
func isContents(items []*item) bool {
	inside, all := 0, 0
	for _, it := range items {
		if it.url == "" && len(it.kids) > 0 {
			for _, k := range it.kids {
				all++
				if strings.HasPrefix(k.url, "#") {
					inside++
				}
			}
			continue
		}
		all++
		if strings.HasPrefix(it.url, "#") {
			inside++
		}
	}
	return all > 0 && inside*5 >= all*4
}

// isChapters says whether a list is the index of a book: most items link to
// files beside the document, and some have items below.
func isChapters(items []*item) bool {
	local, nested, foreign := 0, 0, 0
	for _, it := range items {
		switch {
		case isLocal(it.url) || it.url == "" && len(it.kids) > 0 && isLocal(it.kids[0].url):
			local++
		case it.url != "" || it.lead != plainLead:
			foreign++
		}
		if len(it.kids) > 0 && (isLocal(it.kids[0].url) || it.kids[0].url == "") {
			nested++
		}
	}
	return local > 0 && foreign*4 <= len(items) && local*2 >= len(items) && nested*3 >= len(items)
}

// isLocal says whether a link leads to a file beside the document.
func isLocal(url string) bool {
	return url != "" && url[0] != '#' && !strings.Contains(url, "://") && !strings.HasPrefix(url, "mailto:") && !strings.HasPrefix(url, "//")
}

// weigh counts evidence, weight and height in a heading's subtree.
func (h *heading) weigh() {
	h.classify()
	h.count()
	h.weight = h.own.score()
	tall, low := 0, 0
	for _, k := range h.kids {
		k.weigh()
		if k.kind != noNoise && k.kind != wrapperNoise {
			continue
		}
		h.weight += k.weight + 1
		if k.number != "" {
			h.weight++
		}
		if k.height > 0 {
			tall = max(tall, k.height)
		} else {
			low++
		}
	}
	h.height = 0
	if h.own.topics() > 0 || low > 0 {
		h.height = 1
	}
	if h.own.deep > 0 || h.kind == wrapperNoise && h.own.nested > 0 {
		h.height = 2
	}
	if tall > 0 && h.tallWeight() >= low {
		h.height = max(h.height, tall+1)
	}
}

// tallWeight is the weight of the headings below that hold something.
func (h *heading) tallWeight() int {
	n := 0
	for _, k := range h.kids {
		if k.height > 0 && (k.kind == noNoise || k.kind == wrapperNoise) {
			n += k.weight
		}
	}
	return n
}
