package markdown

import (
	"slices"
	"strings"
)

// A noiseClass is what a heading's words make it suspect of.
type noiseClass uint8

const (
	noNoise           noiseClass = iota
	wrapperNoise                 // "Curriculum": only holds the course
	asideNoise                   // "Resources", "Notebooks"
	metaNoise                    // "Introduction", "How to use this"
	contentsNoise                // "Table of contents"
	neverNoise                   // "License"
	prerequisiteNoise            // "Prerequisites"
)

// classify finds the class of a heading by its words. A numbered heading is a
// chapter, whatever it is called, unless it is a licence.
func (h *heading) classify() {
	key, w := h.title, words()
	h.kind = noNoise
	switch {
	case w.never.has(key):
		h.kind = neverNoise
	case h.number != "":
	case w.toc.has(key):
		h.kind = contentsNoise
	case w.prerequisites.has(key):
		h.kind = prerequisiteNoise
	case w.wrapper.has(key):
		h.kind = wrapperNoise
	case w.aside.has(key):
		h.kind = asideNoise
	case w.meta.has(key):
		h.kind = metaNoise
	}
}

// Why a node is no part of the curriculum.
const (
	whyComment    = "left out by a comment"
	whyConfig     = "left out by the configuration"
	whyWords      = "its title is not that of a part of a course"
	whyAside      = "material beside the curriculum"
	whyMeta       = "about the course, not of it"
	whyContents   = "table of contents"
	whyPicture    = "holds only a picture"
	whyEmpty      = "holds no list, table or sub-heading"
	whySlight     = "a short list beside the main part"
	whyUnlisted   = "not in the table of contents"
	whyGroup      = "most of what it lists is about the course"
	whyPrerequist = "names what comes first"
)

// judge decides which of a document's main headings are its curriculum, by
// their words and by what they hold: what holds the main list or table is
// never noise, whatever it is called. inside says that the headings stand below
// one that holds the course, so that "What is a monad?" is a chapter of it.
func (d *document) judge(kids []*heading, inside bool) {
	var real, aside, all, empty, named, tables int
	for _, h := range kids {
		all += h.weight
		switch h.kind {
		case noNoise, wrapperNoise:
			real += h.weight
			tables += h.tables()
			named++
			if h.weight == 0 && len(h.images) == 0 {
				empty++
			}
		case asideNoise:
			aside += h.weight
		}
	}
	main, counted := mainOf(kids), newSeries(kids)
	table, begun := lessonTable(kids), !counted.isMost(kids)
	framed := slices.ContainsFunc(kids, func(h *heading) bool { return h.kind == wrapperNoise && h.height >= 2 })
	for _, h := range kids {
		begun = begun || counted.has(h)
		switch h.kind {
		case neverNoise, contentsNoise:
			if h.weight*2 <= all || h.weight < 6 {
				h.why = whyWords
				if h.kind == contentsNoise {
					h.why = whyContents
				}
			}
		case metaNoise:
			chapter := h.strong()-h.own.vague >= 4 && h.weight*2 >= real && !framed || h.weight*2 > all || inside && h.weight > 1 && h.height >= usualHeight(kids) ||
				tables > 0 && h.tables() > 0 // a table of lessons among others
			if h.weight == 0 || !chapter {
				h.why = whyMeta
			}
		case asideNoise:
			if aside <= 2*real || h.weight == 0 {
				h.why = whyAside
			}
		case prerequisiteNoise:
			h.why = whyPrerequist
		default:
			switch {
			case h.weight == 0 && real > 0 && (len(h.images) > 0 || empty*2 < named || main != nil || table != nil) && !counted.has(h) && !words().project.has(h.title):
				h.why = h.emptiness()
			case table != nil && table != h && h.height < 2 && h.number == "" && !counted.has(h) && !words().project.has(h.title):
				h.why = whySlight
			case !begun && h.height < 2 && h.strong() == 0:
				h.why = whySlight
			case main != nil && main != h && h.isSlight(main):
				h.why = whySlight
			}
		}
		d.overrule(h)
	}
}

// usualHeight is the height that most of the headings that are no noise have.
func usualHeight(kids []*heading) int {
	var n [8]int
	best := 1
	for _, h := range kids {
		if h.kind == noNoise {
			height := min(h.height, len(n)-1)
			if n[height]++; n[height] > n[best] {
				best = height
			}
		}
	}
	return best
}

// mainOf is the heading that holds nearly all of a document's structure, or
// nil if none does.
func mainOf(kids []*heading) *heading {
	var main *heading
	rest := 0
	for _, h := range kids {
		switch h.kind {
		case neverNoise, contentsNoise:
			continue
		case asideNoise, prerequisiteNoise: // may be the main one, but count little
		case metaNoise:
			if h.strong() >= 4 {
				rest += h.weight
			}
		default:
			rest += h.weight
		}
		if main == nil || h.weight > main.weight {
			main = h
		}
	}
	if main == nil || main.height < 2 || rest > 0 && main.weight*4 < rest*3 {
		return nil
	}
	return main
}

// minLessons is how many rows make a table that of a course's lessons.
const minLessons = 5

// hasLessons says whether a table, or half as long a one with groups, can be
// that of a course's lessons.
func (e evidence) hasLessons() bool {
	return e.rows >= minLessons || e.deep > 0 && e.rows*2 >= minLessons
}

// lessonTable is the heading right below which the only table of lessons
// stands, if that outweighs all that the other headings hold; or nil.
func lessonTable(kids []*heading) *heading {
	var main *heading
	rest := 0
	for _, h := range kids {
		switch {
		case h.kind == neverNoise || h.kind == contentsNoise && !h.own.hasLessons():
		case h.own.hasLessons() && (h.own.rows*3 >= 2*h.tables() || h.level == 0) && main == nil:
			main = h
		case h.tables() > 0:
			return nil
		default:
			rest += h.weight
		}
	}
	if main == nil || main.weight <= rest {
		return nil
	}
	return main
}

// judgeBeside leaves out what stands beside a table of lessons that stands
// right below the title.
func (d *document) judgeBeside(root *heading) {
	all := append([]*heading{root}, root.kids...)
	whole := root.weight
	root.weight = root.own.score()
	table := lessonTable(all)
	root.weight = whole
	if table != root {
		return
	}
	for _, h := range root.kids {
		if h.why == "" {
			h.why = whySlight
			d.overrule(h)
		}
	}
}

// isSlight says whether a heading is a remark beside the main one: a short
// list of words without sections, where the other has them.
func (h *heading) isSlight(main *heading) bool {
	if h.own.links >= 3 && h.own.links*2 >= h.own.topics() {
		return false // links are something to learn from
	}
	return h.height < 2 && h.number == "" && !words().project.has(h.title) && h.own.strong()+h.own.groups == 0 && h.weight*4 < main.weight
}

// emptiness says in which way a heading holds nothing.
func (h *heading) emptiness() string {
	if len(h.images) > 0 {
		return whyPicture
	}
	return whyEmpty
}

// tables counts the rows of tables in a subtree.
func (h *heading) tables() int {
	n := h.own.rows
	for _, k := range h.kids {
		n += k.tables()
	}
	return n
}

// strong counts the strong evidence in a subtree.
func (h *heading) strong() int {
	n := h.own.strong()
	for _, k := range h.kids {
		n += k.strong()
	}
	return n
}

// overrule does what comments and configuration say.
func (d *document) overrule(h *heading) {
	s := d.options.Config.Structure
	if matchesAny(h.title, s.Include) || h.note != nil && h.note.Level != "" {
		h.why = ""
	}
	if matchesAny(h.title, s.Exclude) {
		h.why = whyConfig
	}
	if h.note != nil && h.note.Skip {
		h.why = whyComment
	}
}

// matchesAny says whether a title matches one of the patterns, where "*"
// stands for any characters.
func matchesAny(title string, patterns []string) bool {
	if len(patterns) == 0 {
		return false
	}
	key := fold(title)
	for _, p := range patterns {
		if matches(key, strings.Split(p, "*")) {
			return true
		}
	}
	return false
}

// matches looks for the pieces of a pattern in a folded text, in order.
func matches(key string, pieces []string) bool {
	last := len(pieces) - 1
	for i, piece := range pieces {
		piece = fold(piece)
		switch {
		case i == 0 && last == 0:
			return key == piece
		case i == 0:
			if !strings.HasPrefix(key, piece) {
				return false
			}
			key = key[len(piece):]
		case i == last:
			return strings.HasSuffix(key, piece)
		default:
			n := strings.Index(key, piece)
			if n < 0 {
				return false
			}
			key = key[n+len(piece):]
		}
	}
	return true
}
