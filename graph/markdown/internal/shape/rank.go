package shape

import (
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A drawing is what a reading would draw, with the counts that rank it.
type drawing struct {
	drawn
	t                                        *Tree
	r                                        *Reading
	classes                                  [tableClass + 1]int // of the topics
	kinds                                    [tableClass + 1]int // of the sections
	way                                      way
	headLogs, unitLogs                       float64
	good, bad, lost                          int // hundredths
	weak                                     int // sections that are hardly pieces of the course
	sure                                     int // the mean certainty of the decisions, in hundredths
	least                                    int // the sum of the doubts
	covered                                  int // leaves below the sections
	dropped                                  int // members that were not kept
	leftBold, leftRows, leftLinks, leftPlain int
	noisy                                    int // sections whose words are those of noise
	asides, partAsides, topicAsides          int // whose words speak of what stands beside a course
	counting, strays                         int // sections, and good headings outside of all, whose words count pieces
	number, series, first, links, sentences  int
	topicKids, topicSentences, duplicates    int
	length, topicLength                      int
	same                                     int // sections with the commonest classes below
	parents                                  int // nodes that sections stand right below
	left                                     int // nodes left out though they are like a section
}

// A drawn is the part of a drawing that needs room, which the next one can use
// again.
type drawn struct {
	sections, parts, all []*Node            // all are the topics
	topics               []int              // by section
	levels               [][topicLevels]int // on which the topics of every section are
	perPart              []int              // sections
	own                  map[uint16]int     // sections by the classes below
	forms                []bool             // by number: the sections have it, see leftLike
}

func (d *drawn) empty() {
	d.sections, d.parts, d.all, d.topics, d.levels, d.perPart = d.sections[:0], d.parts[:0], d.all[:0], d.topics[:0], d.levels[:0], d.perPart[:0]
	if clear(d.own); d.own == nil {
		d.own = map[uint16]int{}
	}
}

// draw makes the drawing of a reading, in place of another one.
func (d *drawing) draw(r *Reading, j *learned) {
	d.drawn.empty()
	*d = drawing{drawn: d.drawn, t: j.t, r: r}
	t := j.t
	var last *Node // that sections stand below
	for i, role := range r.Roles {
		n := t.Nodes[i]
		switch role {
		case Part:
			j.place[n.Index] = len(d.parts)
			d.parts = append(d.parts, n)
			d.partAsides += b2i(speaksAside(n))
			d.perPart = append(d.perPart, 0)
		case Section:
			j.place[n.Index] = len(d.sections)
			d.sections = append(d.sections, n)
			d.topics = append(d.topics, 0)
			d.levels = append(d.levels, [topicLevels]int{})
			if p := n.holder(); p != last {
				d.parents++
				last = p
			}
			c := classOf(n)
			d.kinds[c]++
			d.covered += n.Leaves
			f := &t.facts.nodes[n.Index]
			d.number += b2i(n.Number != "")
			d.series += b2i(f.series)
			d.links += b2i(n.URL != "")
			d.sentences += b2i(n.sentence)
			d.length += int(n.letters)
			d.noisy += b2i(n.Class&(noise|page.Tasks) != 0)
			d.asides += b2i(speaksAside(n))
			d.counting += b2i(n.Class&(page.Counts|page.Basics) != 0)
			if f.words != 0 {
				j.words[f.words]++
				d.first = max(d.first, j.words[f.words])
			}
			d.own[f.own]++
			d.same = max(d.same, d.own[f.own])
			for p := n.Parent; p != nil; p = p.Parent {
				if r.Roles[p.Index] == Part {
					d.perPart[j.place[p.Index]]++
					break
				}
			}
		case Topic:
			d.all = append(d.all, n)
			d.classes[classOf(n)]++
			if s := r.sectionOf(n); s != nil {
				d.topics[j.place[s.Index]]++
				d.levels[j.place[s.Index]][topicLevel(s, n)]++
			}
			d.topicKids += b2i(len(n.Kids) > 0)
			d.topicAsides += b2i(speaksAside(n))
			d.topicSentences += b2i(n.sentence)
			d.topicLength += int(n.letters)
			d.duplicates += b2i(j.titles[n.key] == r)
			j.titles[n.key] = r
		default:
			if n.Parent == nil || r.Roles[n.Parent.Index] >= Topic {
				continue
			}
			switch classOf(n) {
			case boldItem:
				d.leftBold++
			case rowClass:
				d.leftRows++
			case linkItem:
				d.leftLinks++
			case plainItem:
				d.leftPlain++
			}
		}
	}
	goodIn, badIn := 0.0, 0.0
	for _, s := range d.sections {
		goodIn += j.mass[s.Index]
		badIn += (1 - j.good[s.Index]) * float64(1+s.Leaves)
		d.weak += b2i(j.good[s.Index] < 0.4)
		j.words[t.facts.nodes[s.Index].words] = 0
	}
	all := max(j.mass[0], 1)
	d.good = int(100 * goodIn / all)
	d.bad = int(100 * badIn / (goodIn + badIn + 1))
	strays := 0.0 // good headings that stand outside of all sections and parts
	for _, n := range j.heads {
		if r.Roles[n.Index] == Out {
			inside := false
			for p := n.Parent; p != nil; p = p.Parent {
				inside = inside || r.Roles[p.Index] >= Section
			}
			if !inside {
				strays++
				d.strays += b2i(n.Class&page.Counts != 0)
			}
		}
	}
	d.lost = int(100 * strays / float64(len(d.sections)+1))
	d.left = d.leftLike(j.pieces)
	for _, nodes := range r.sections {
		for _, n := range nodes {
			if r.Roles[n.Index] == Out && n.Leaves > 0 {
				d.dropped++
			}
		}
	}
}

func (d *drawing) count(f func(topics int) bool) int {
	n := 0
	for _, k := range d.topics {
		n += b2i(f(k))
	}
	return n
}

func (d *drawing) mainKind() int {
	best := 0
	for c, n := range d.kinds {
		if n > d.kinds[best] {
			best = c
		}
	}
	return best
}

// speaksAside says whether the words of a title speak of what stands beside a
// course, and of nothing in it.
func speaksAside(n *Node) bool {
	return n.Class&page.Asides != 0 && n.Class&(page.Counts|page.Basics) == 0
}

func mean(n, of int) int { return n / max(1, of) }

const schemes = int(selectors)

// rankFeatures are what is asked about what a reading would draw.
var rankFeatures = newTable([]feature[*drawing]{
	{"sections by", schemes, 1, func(d *drawing, say func(int)) { say(int(d.r.Scheme.Sections)) }},
	{"parts by", schemes, 1, func(d *drawing, say func(int)) { say(int(d.r.Scheme.Parts)) }},
	{"parts sections by", schemes * schemes, 1, func(d *drawing, say func(int)) { say(int(d.r.Scheme.Parts)*schemes + int(d.r.Scheme.Sections)) }},
	{"keeping", int(keepings), 1, func(d *drawing, say func(int)) { say(int(d.way.keeps)) }},
	{"mode", int(modes), 1, func(d *drawing, say func(int)) { say(int(d.way.mode)) }},
	{"mode by", int(modes) * schemes, 1, func(d *drawing, say func(int)) { say(int(d.way.mode)*schemes + int(d.r.Scheme.Sections)) }},
	{"mode kinds", int(modes) * kinds, 1, func(d *drawing, say func(int)) {
		for c, n := range d.classes {
			if n*5 > len(d.all) {
				say(int(d.way.mode)*kinds + c)
			}
		}
	}},
	{"mode document", int(modes) * kinds * 3, 3, func(d *drawing, say func(int)) {
		total := 0
		for _, n := range d.t.facts.byClass[headingItem:] {
			total += n
		}
		for c := headingClass; c <= cellClass; c++ {
			say((int(d.way.mode)*kinds+int(c))*3 + bucket(10*d.t.facts.byClass[c], 1, 2*total+1))
		}
	}},
	{"region", kinds, 1, func(d *drawing, say func(int)) { say(int(classOf(d.r.Region))) }},
	{"region words", classCount, 1, func(d *drawing, say func(int)) { sayClasses(d.r.Region.Class, say) }},
	{"region share", 6, 6, func(d *drawing, say func(int)) {
		say(bucket(10*d.r.Region.Leaves, 2*d.t.Nodes[0].Leaves, 4*d.t.Nodes[0].Leaves, 6*d.t.Nodes[0].Leaves, 8*d.t.Nodes[0].Leaves, 10*d.t.Nodes[0].Leaves))
	}},
	{"sections", 9, 9, func(d *drawing, say func(int)) { say(bucket(len(d.sections), 1, 2, 3, 4, 8, 15, 30, 60)) }},
	{"sections by count", 9 * schemes, 9, func(d *drawing, say func(int)) {
		say(int(d.r.Scheme.Sections)*9 + bucket(len(d.sections), 1, 2, 3, 4, 8, 15, 30, 60))
	}},
	{"parts", 6, 6, func(d *drawing, say func(int)) { say(bucket(len(d.parts), 1, 2, 3, 5, 10)) }},
	{"topics", 7, 7, func(d *drawing, say func(int)) { say(bucket(len(d.all), 1, 3, 10, 30, 80, 200)) }},
	{"topics of one section", 7, 7, func(d *drawing, say func(int)) {
		if len(d.sections) == 1 {
			say(bucket(len(d.all), 1, 3, 10, 20, 40, 80))
		}
	}},
	{"covered", 7, 7, func(d *drawing, say func(int)) { say(d.coverage()) }},
	{"covered parts", 7 * 2, 7, func(d *drawing, say func(int)) { say(d.coverage() + 7*b2i(d.r.Scheme.Parts != none)) }},
	{"covered region", 7, 7, func(d *drawing, say func(int)) { say(tenths(d.covered, d.r.Region.Leaves)) }},
	{"topics of leaves", 7, 7, func(d *drawing, say func(int)) { say(tenths(len(d.all), d.t.Nodes[0].Leaves)) }},
	{"empty", shares, shares, func(d *drawing, say func(int)) {
		say(share(d.count(func(k int) bool { return k == 0 }), len(d.topics)))
	}},
	{"empty by", shares * schemes, shares, func(d *drawing, say func(int)) {
		say(int(d.r.Scheme.Sections)*shares + share(d.count(func(k int) bool { return k == 0 }), len(d.topics)))
	}},
	{"one topic", shares, shares, func(d *drawing, say func(int)) {
		say(share(d.count(func(k int) bool { return k == 1 }), len(d.topics)))
	}},
	{"usual topics", shares, shares, func(d *drawing, say func(int)) {
		say(share(d.count(func(k int) bool { return k >= 2 && k <= 12 }), len(d.topics)))
	}},
	{"many topics", shares, shares, func(d *drawing, say func(int)) {
		say(share(d.count(func(k int) bool { return k > 20 }), len(d.topics)))
	}},
	{"mean topics", 8, 8, func(d *drawing, say func(int)) {
		s := max(1, len(d.sections))
		say(bucket(2*len(d.all), 1*s, 3*s, 5*s, 8*s, 14*s, 24*s, 50*s))
	}},
	{"mean topics by", 8 * schemes, 8, func(d *drawing, say func(int)) {
		s := max(1, len(d.sections))
		say(int(d.r.Scheme.Sections)*8 + bucket(2*len(d.all), 1*s, 3*s, 5*s, 8*s, 14*s, 24*s, 50*s))
	}},
	{"topic kinds", kinds * shares, shares, func(d *drawing, say func(int)) {
		for c, n := range d.classes {
			if n > 0 {
				say(c*shares + share(n, len(d.all)))
			}
		}
	}},
	{"section kinds", kinds * shares, shares, func(d *drawing, say func(int)) {
		for c, n := range d.kinds {
			if n > 0 {
				say(c*shares + share(n, len(d.sections)))
			}
		}
	}},
	{"section kind topic kind", kinds * kinds, 1, func(d *drawing, say func(int)) {
		for c, n := range d.classes {
			if n*5 > len(d.all) {
				say(d.mainKind()*kinds + c)
			}
		}
	}},
	{"alike", shares, shares, func(d *drawing, say func(int)) { say(share(d.same, len(d.sections))) }},
	{"numbered", shares, shares, func(d *drawing, say func(int)) { say(share(d.number, len(d.sections))) }},
	{"series", shares, shares, func(d *drawing, say func(int)) { say(share(d.series, len(d.sections))) }},
	{"first word", shares, shares, func(d *drawing, say func(int)) {
		if len(d.sections) > 2 {
			say(share(d.first, len(d.sections)))
		}
	}},
	{"section links", shares, shares, func(d *drawing, say func(int)) { say(share(d.links, len(d.sections))) }},
	{"section sentences", shares, shares, func(d *drawing, say func(int)) { say(share(d.sentences, len(d.sections))) }},
	{"section length", 6, 6, func(d *drawing, say func(int)) { say(bucket(mean(d.length, len(d.sections)), 8, 15, 25, 40, 70)) }},
	{"noise", shares, shares, func(d *drawing, say func(int)) { say(share(d.noisy, len(d.sections))) }},
	{"topic length", 6, 6, func(d *drawing, say func(int)) { say(bucket(mean(d.topicLength, len(d.all)), 8, 15, 25, 40, 70)) }},
	{"topic sentences", shares, shares, func(d *drawing, say func(int)) { say(share(d.topicSentences, len(d.all))) }},
	{"topic kids", shares, shares, func(d *drawing, say func(int)) { say(share(d.topicKids, len(d.all))) }},
	{"topic kids by", shares * schemes, shares, func(d *drawing, say func(int)) {
		say(int(d.r.Scheme.Sections)*shares + share(d.topicKids, len(d.all)))
	}},
	{"duplicates", shares, shares, func(d *drawing, say func(int)) { say(share(d.duplicates, len(d.all))) }},
	{"dropped", shares, shares, func(d *drawing, say func(int)) { say(share(d.dropped, d.dropped+len(d.sections))) }},
	{"left bold", 5, 5, func(d *drawing, say func(int)) { say(bucket(d.leftBold, 1, 3, 8, 20)) }},
	{"left rows", 5, 5, func(d *drawing, say func(int)) { say(bucket(d.leftRows, 1, 4, 10, 25)) }},
	{"left links", 5, 5, func(d *drawing, say func(int)) { say(tenths(d.leftLinks, d.t.Nodes[0].Leaves) * 4 / 6) }},
	{"left plain", 5, 5, func(d *drawing, say func(int)) { say(tenths(d.leftPlain, d.t.Nodes[0].Leaves) * 4 / 6) }},
	{"part of one", shares, shares, func(d *drawing, say func(int)) {
		n := 0
		for _, k := range d.perPart {
			n += b2i(k <= 1)
		}
		if len(d.parts) > 0 {
			say(share(n, len(d.parts)))
		}
	}},
	{"part series", shares, shares, func(d *drawing, say func(int)) {
		n := 0
		for _, p := range d.parts {
			n += b2i(p.Number != "" || d.t.facts.nodes[p.Index].series)
		}
		if len(d.parts) > 0 {
			say(share(n, len(d.parts)))
		}
	}},
	{"part noise", shares, shares, func(d *drawing, say func(int)) {
		n := 0
		for _, p := range d.parts {
			n += b2i(p.Class&(page.Never|page.Toc|page.Meta|page.Aside|page.Wrapper) != 0)
		}
		if len(d.parts) > 0 {
			say(share(n, len(d.parts)))
		}
	}},
	{"good", 9, 9, func(d *drawing, say func(int)) { say(bucket(d.good, 10, 25, 40, 55, 70, 82, 91, 97)) }},
	{"good parts", 18, 9, func(d *drawing, say func(int)) {
		say(bucket(d.good, 10, 25, 40, 55, 70, 82, 91, 97) + 9*b2i(len(d.parts) > 0))
	}},
	{"bad", 6, 6, func(d *drawing, say func(int)) { say(bucket(d.bad, 5, 12, 25, 40, 60)) }},
	{"lost", 7, 7, func(d *drawing, say func(int)) { say(bucket(d.lost, 1, 12, 30, 60, 100, 200)) }},
	{"weak", shares, shares, func(d *drawing, say func(int)) { say(share(d.weak, len(d.sections))) }},
	{"unlikely heads", 1, 1, func(d *drawing, say func(int)) {
		for range min(100, int(-10*d.headLogs)) {
			say(0)
		}
	}},
	{"unlikely units", 1, 1, func(d *drawing, say func(int)) {
		for range min(100, int(-10*d.unitLogs)) {
			say(0)
		}
	}},
	{"sure", 8, 8, func(d *drawing, say func(int)) { say(bucket(d.sure, 50, 65, 75, 82, 88, 93, 97)) }},
	{"counts", 6 * 4 * 5, 1, func(d *drawing, say func(int)) {
		n := len(d.sections)
		say((bucket(n, 2, 4, 8, 15, 40)*4+bucket(d.parents, 2, 4, 9))*5 + bucket(len(d.all), 1, 2*n, 5*n, 12*n))
	}},
	{"series roles", maxSeries * seriesKinds * (roles + 1), 1, func(d *drawing, say func(int)) {
		for i, s := range d.t.series {
			say((i*seriesKinds+s.kind())*(roles+1) + int(d.r.roleOfSeries(s)))
		}
	}},
	{"topics on other levels", shares, shares, func(d *drawing, say func(int)) {
		if agree, filled := d.agreement(); filled > 1 {
			say(share(filled-agree, filled))
		}
	}},
	{"left like sections", 5, 5, func(d *drawing, say func(int)) {
		n := len(d.sections)
		say(bucket(8*d.left, 1, n, 3*n, 8*n))
	}},
	{"sections aside", shares, shares, func(d *drawing, say func(int)) { say(share(d.asides, len(d.sections))) }},
	{"sections counting", shares, shares, func(d *drawing, say func(int)) { say(share(d.counting, len(d.sections))) }},
	{"topics aside", shares, shares, func(d *drawing, say func(int)) { say(share(d.topicAsides, len(d.all))) }},
	{"parts aside", shares, shares, func(d *drawing, say func(int)) {
		if len(d.parts) > 0 {
			say(share(d.partAsides, len(d.parts)))
		}
	}},
	{"left counting", 4, 4, func(d *drawing, say func(int)) { say(bucket(4*d.strays, 1, len(d.sections), 4*len(d.sections))) }},
	{"doubts", 7, 7, func(d *drawing, say func(int)) { say(bucket(d.least, 50, 100, 200, 400, 800, 1600)) }},
})

func (d *drawing) coverage() int { return tenths(d.covered, d.t.Nodes[0].Leaves) }

func tenths(n, of int) int { return bucket(10*n, of/2+1, 2*of, 4*of, 6*of, 8*of, 9*of+of/2) }
