package shape

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// rank is what speaks for a drawing.
func (j *learned) rank(d *drawing) int {
	if !d.counted {
		d.kept.count(j)
		d.rank = rankKept.weigh(d, &j.answers, j.w.Rank)
	}
	d.count(j)
	if !j.modes[d.mode].known {
		j.modes[d.mode] = modeScore{rankMode.weigh(d, &j.answers, j.w.Rank), true}
	}
	return d.rank + j.modes[d.mode].score + rankDrawn.weigh(d, &j.answers, j.w.Rank)
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

// root is about twice the square root of a number, which grows ever more slowly.
func root(n int) int { return min(20, int(2*math.Sqrt(float64(n)))) }

const schemes = int(selectors)

// rankFeatures are what is asked about what a reading would draw.
var rankFeatures = newTable([]feature[*drawing]{
	{"sections by", ofKept, schemes, 1, func(d *drawing, _ *answers) int { return int(d.Scheme.Sections) }},
	{"parts by", ofKept, schemes, 1, func(d *drawing, _ *answers) int { return int(d.Scheme.Parts) }},
	{"parts sections by", ofKept, schemes * schemes, 1, func(d *drawing, _ *answers) int { return int(d.Scheme.Parts)*schemes + int(d.Scheme.Sections) }},
	{"keeping", ofKept, int(keepings), 1, func(d *drawing, _ *answers) int { return int(d.keeps) }},
	{"mode", ofMode, int(modes), 1, func(d *drawing, _ *answers) int { return int(d.mode) }},
	{"mode by", byItself, int(modes) * schemes, 1, func(d *drawing, _ *answers) int { return int(d.mode)*schemes + int(d.Scheme.Sections) }},
	{"mode kinds", byItself, int(modes) * kinds, 1, func(d *drawing, a *answers) int {
		for c, n := range d.classes {
			if n*5 > d.topics {
				a.say(int(d.mode)*kinds + c)
			}
		}
		return unanswered
	}},
	{"mode document", ofMode, int(modes) * kinds * 3, 3, func(d *drawing, a *answers) int {
		total := 0
		for _, n := range d.t.facts.byClass[headingItem:] {
			total += n
		}
		for c := headingClass; c <= cellClass; c++ {
			a.say((int(d.mode)*kinds+int(c))*3 + bucket(10*d.t.facts.byClass[c], 1, 2*total+1))
		}
		return unanswered
	}},
	{"region", ofKept, kinds, 1, func(d *drawing, _ *answers) int { return int(classOf(d.Region)) }},
	{"region words", ofKept, classCount, 1, func(d *drawing, a *answers) int { return a.classes(d.Region.Class, 0) }},
	{"region share", ofKept, 6, 6, func(d *drawing, _ *answers) int {
		return bucket(10*d.Region.Leaves, 2*d.t.Nodes[0].Leaves, 4*d.t.Nodes[0].Leaves, 6*d.t.Nodes[0].Leaves, 8*d.t.Nodes[0].Leaves, 10*d.t.Nodes[0].Leaves)
	}},
	{"sections", ofKept, 9, 9, func(d *drawing, _ *answers) int { return bucket(len(d.sections), 1, 2, 3, 4, 8, 15, 30, 60) }},
	{"sections by count", ofKept, 9 * schemes, 9, func(d *drawing, _ *answers) int {
		return int(d.Scheme.Sections)*9 + bucket(len(d.sections), 1, 2, 3, 4, 8, 15, 30, 60)
	}},
	{"parts", ofKept, 6, 6, func(d *drawing, _ *answers) int { return bucket(len(d.parts), 1, 2, 3, 5, 10) }},
	{"topics", byItself, 7, 7, func(d *drawing, _ *answers) int { return bucket(d.topics, 1, 3, 10, 30, 80, 200) }},
	{"topics of one section", byItself, 7, 7, func(d *drawing, _ *answers) int {
		if len(d.sections) == 1 {
			return bucket(d.topics, 1, 3, 10, 20, 40, 80)
		}
		return unanswered
	}},
	{"covered", ofKept, 7, 7, func(d *drawing, _ *answers) int { return d.coverage() }},
	{"covered parts", ofKept, 7 * 2, 7, func(d *drawing, _ *answers) int { return d.coverage() + 7*b2i(d.Scheme.Parts != none) }},
	{"covered region", ofKept, 7, 7, func(d *drawing, _ *answers) int { return tenths(d.covered, d.Region.Leaves) }},
	{"topics of leaves", byItself, 7, 7, func(d *drawing, _ *answers) int { return tenths(d.topics, d.t.Nodes[0].Leaves) }},
	{"empty", byItself, shares, shares, func(d *drawing, _ *answers) int {
		return share(d.empty, len(d.sections))
	}},
	{"empty by", byItself, shares * schemes, shares, func(d *drawing, _ *answers) int {
		return int(d.Scheme.Sections)*shares + share(d.empty, len(d.sections))
	}},
	{"one topic", byItself, shares, shares, func(d *drawing, _ *answers) int {
		return share(d.one, len(d.sections))
	}},
	{"usual topics", byItself, shares, shares, func(d *drawing, _ *answers) int {
		return share(d.usual, len(d.sections))
	}},
	{"many topics", byItself, shares, shares, func(d *drawing, _ *answers) int {
		return share(d.many, len(d.sections))
	}},
	{"mean topics", byItself, 8, 8, func(d *drawing, _ *answers) int {
		s := max(1, len(d.sections))
		return bucket(2*d.topics, 1*s, 3*s, 5*s, 8*s, 14*s, 24*s, 50*s)
	}},
	{"mean topics by", byItself, 8 * schemes, 8, func(d *drawing, _ *answers) int {
		s := max(1, len(d.sections))
		return int(d.Scheme.Sections)*8 + bucket(2*d.topics, 1*s, 3*s, 5*s, 8*s, 14*s, 24*s, 50*s)
	}},
	{"topic kinds", byItself, kinds * shares, shares, func(d *drawing, a *answers) int {
		for c, n := range d.classes {
			if n > 0 {
				a.say(c*shares + share(n, d.topics))
			}
		}
		return unanswered
	}},
	{"section kinds", ofKept, kinds * shares, shares, func(d *drawing, a *answers) int {
		for c, n := range d.kinds {
			if n > 0 {
				a.say(c*shares + share(n, len(d.sections)))
			}
		}
		return unanswered
	}},
	{"section kind topic kind", byItself, kinds * kinds, 1, func(d *drawing, a *answers) int {
		for c, n := range d.classes {
			if n*5 > d.topics {
				a.say(d.mainKind()*kinds + c)
			}
		}
		return unanswered
	}},
	{"alike", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.same, len(d.sections)) }},
	{"numbered", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.number, len(d.sections)) }},
	{"series", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.series, len(d.sections)) }},
	{"first word", ofKept, shares, shares, func(d *drawing, _ *answers) int {
		if len(d.sections) > 2 {
			return share(d.first, len(d.sections))
		}
		return unanswered
	}},
	{"section links", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.links, len(d.sections)) }},
	{"section sentences", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.sentences, len(d.sections)) }},
	{"section length", ofKept, 6, 6, func(d *drawing, _ *answers) int { return bucket(mean(d.length, len(d.sections)), 8, 15, 25, 40, 70) }},
	{"noise", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.noisy, len(d.sections)) }},
	{"topic length", byItself, 6, 6, func(d *drawing, _ *answers) int { return bucket(mean(d.topicLength, d.topics), 8, 15, 25, 40, 70) }},
	{"topic sentences", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.topicSentences, d.topics) }},
	{"topic kids", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.topicKids, d.topics) }},
	{"topic kids by", byItself, shares * schemes, shares, func(d *drawing, _ *answers) int {
		return int(d.Scheme.Sections)*shares + share(d.topicKids, d.topics)
	}},
	{"emptied", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.emptied, len(d.sections)) }},
	{"topics of covered", byItself, 7, 7, func(d *drawing, _ *answers) int { return tenths(d.topics, d.covered) }},
	{"bare topics", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.nameless, d.topics) }},
	{"topics that recur", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.recurring, d.topics) }},
	{"topics everywhere", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.everywhere, d.topics) }},
	{"topics with labels", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.labelled, d.topics) }},
	{"first word of topics", byItself, shares, shares, func(d *drawing, _ *answers) int {
		if d.topics > 3 {
			return share(d.topicFirst, d.topics)
		}
		return unanswered
	}},
	{"sections called alike", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.namesakes, len(d.sections)) }},
	{"duplicates", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.duplicates, d.topics) }},
	{"dropped", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.dropped, d.dropped+len(d.sections)) }},
	{"left bold", byItself, 5, 5, func(d *drawing, _ *answers) int { return bucket(d.leftBold, 1, 3, 8, 20) }},
	{"left rows", byItself, 5, 5, func(d *drawing, _ *answers) int { return bucket(d.leftRows, 1, 4, 10, 25) }},
	{"left links", byItself, 5, 5, func(d *drawing, _ *answers) int { return tenths(d.leftLinks, d.t.Nodes[0].Leaves) * 4 / 6 }},
	{"left plain", byItself, 5, 5, func(d *drawing, _ *answers) int { return tenths(d.leftPlain, d.t.Nodes[0].Leaves) * 4 / 6 }},
	{"part of one", ofKept, shares, shares, func(d *drawing, _ *answers) int {
		n := 0
		for _, k := range d.perPart {
			n += b2i(k <= 1)
		}
		if len(d.parts) > 0 {
			return share(n, len(d.parts))
		}
		return unanswered
	}},
	{"part series", ofKept, shares, shares, func(d *drawing, _ *answers) int {
		n := 0
		for _, p := range d.parts {
			n += b2i(p.Number != "" || d.t.facts.nodes[p.Index].series)
		}
		if len(d.parts) > 0 {
			return share(n, len(d.parts))
		}
		return unanswered
	}},
	{"part noise", ofKept, shares, shares, func(d *drawing, _ *answers) int {
		n := 0
		for _, p := range d.parts {
			n += b2i(p.Class&(page.Never|page.Toc|page.Meta|page.Aside|page.Wrapper) != 0)
		}
		if len(d.parts) > 0 {
			return share(n, len(d.parts))
		}
		return unanswered
	}},
	{"good", ofKept, 9, 9, func(d *drawing, _ *answers) int { return bucket(d.good, 10, 25, 40, 55, 70, 82, 91, 97) }},
	{"good parts", ofKept, 18, 9, func(d *drawing, _ *answers) int {
		return bucket(d.good, 10, 25, 40, 55, 70, 82, 91, 97) + 9*b2i(len(d.parts) > 0)
	}},
	{"bad", ofKept, 6, 6, func(d *drawing, _ *answers) int { return bucket(d.bad, 5, 12, 25, 40, 60) }},
	{"lost", ofKept, 7, 7, func(d *drawing, _ *answers) int { return bucket(d.lost, 1, 12, 30, 60, 100, 200) }},
	{"weak", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.weak, len(d.sections)) }},
	{"how good", ofKept, 1, counted, func(d *drawing, _ *answers) int { return min(25, d.good/4) }},
	{"how bad", ofKept, 1, counted, func(d *drawing, _ *answers) int { return min(25, d.bad/4) }},
	{"how much lost", ofKept, 1, counted, func(d *drawing, _ *answers) int { return min(25, d.lost/8) }},
	{"how weak", ofKept, 1, counted, func(d *drawing, _ *answers) int { return root(d.weak) }},
	{"how much left", byItself, 1, counted, func(d *drawing, _ *answers) int { return root(d.left) }},
	{"how many left by gist", ofKept, 1, counted, func(d *drawing, _ *answers) int { return root(d.leftContent) }},
	{"how empty", byItself, 1, counted, func(d *drawing, _ *answers) int { return 20 * d.empty / max(1, len(d.sections)) }},
	{"how covered", byItself, 1, counted, func(d *drawing, _ *answers) int { return min(25, 20*d.topics/max(1, d.covered)) }},
	{"how doubtful", byItself, 1, counted, func(d *drawing, _ *answers) int { return min(30, d.least/60) }},
	{"unlikely heads", byItself, 1, counted, func(d *drawing, _ *answers) int { return min(100, int(-10*d.headLogs)) }},
	{"unlikely units", byItself, 1, counted, func(d *drawing, _ *answers) int { return min(100, int(-10*d.unitLogs)) }},
	{"sure", byItself, 8, 8, func(d *drawing, _ *answers) int { return bucket(d.sure, 50, 65, 75, 82, 88, 93, 97) }},
	{"counts", byItself, 6 * 4 * 5, 1, func(d *drawing, _ *answers) int {
		n := len(d.sections)
		return (bucket(n, 2, 4, 8, 15, 40)*4+bucket(d.parents, 2, 4, 9))*5 + bucket(d.topics, 1, 2*n, 5*n, 12*n)
	}},
	{"series roles", byItself, maxSeries * seriesKinds * (roles + 1), 1, func(d *drawing, a *answers) int {
		for i, s := range d.t.series {
			a.say((i*seriesKinds+s.kind())*(roles+1) + int(d.r.roleOfSeries(s)))
		}
		return unanswered
	}},
	{"level roles", byItself, maxLevels * kinds * (roles + 1), 1, func(d *drawing, a *answers) int {
		for i, l := range d.t.levels {
			a.say((i*kinds+int(l.class))*(roles+1) + int(d.r.roleOfSeries(l)))
		}
		return unanswered
	}},
	{"topics on other levels", byItself, shares, shares, func(d *drawing, _ *answers) int {
		if agree, filled := d.agreement(); filled > 1 {
			return share(filled-agree, filled)
		}
		return unanswered
	}},
	{"left like sections", byItself, 5, 5, func(d *drawing, _ *answers) int {
		n := len(d.sections)
		return bucket(8*d.left, 1, n, 3*n, 8*n)
	}},
	{"sections aside", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.asides, len(d.sections)) }},
	{"sections counting", ofKept, shares, shares, func(d *drawing, _ *answers) int { return share(d.counting, len(d.sections)) }},
	{"topics aside", byItself, shares, shares, func(d *drawing, _ *answers) int { return share(d.topicAsides, d.topics) }},
	{"parts aside", ofKept, shares, shares, func(d *drawing, _ *answers) int {
		if len(d.parts) > 0 {
			return share(d.partAsides, len(d.parts))
		}
		return unanswered
	}},
	{"left counting", ofKept, 4, 4, func(d *drawing, _ *answers) int { return bucket(4*d.strays, 1, len(d.sections), 4*len(d.sections)) }},
	{"sections' gist", ofKept, gistShares, shares, func(d *drawing, a *answers) int { return d.gists.shares(a) }},
	{"parts' gist", ofKept, gistShares, shares, func(d *drawing, a *answers) int {
		if len(d.parts) == 0 {
			return unanswered
		}
		return d.partGists.shares(a)
	}},
	{"topics' gist", byItself, gistShares, shares, func(d *drawing, a *answers) int { return d.topicGists.shares(a) }},
	{"left gist", ofKept, 5, 5, func(d *drawing, _ *answers) int {
		n := len(d.sections)
		return bucket(8*d.leftContent, 1, n, 3*n, 8*n)
	}},
	{"doubts", byItself, 7, 7, func(d *drawing, _ *answers) int { return bucket(d.least, 50, 100, 200, 400, 800, 1600) }},
})

func (d *drawing) coverage() int { return tenths(d.covered, d.t.Nodes[0].Leaves) }

func tenths(n, of int) int { return bucket(10*n, of/2+1, 2*of, 4*of, 6*of, 8*of, 9*of+of/2) }

var (
	rankDrawn = rankFeatures.only(byItself)
	rankKept  = rankFeatures.only(ofKept)
	rankMode  = rankFeatures.only(ofMode)
)
