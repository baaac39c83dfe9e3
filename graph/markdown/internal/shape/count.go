package shape

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// outer are the counts of a drawing over its parts and sections.
type outer struct {
	counted                                 bool
	rank                                    int                 // what speaks for these
	said                                    certainty           // of the decisions
	kinds                                   [tableClass + 1]int // of the sections
	gone                                    [tableClass + 1]int // parts and sections, by class
	perPart                                 []int               // sections
	good, bad, lost                         int                 // hundredths
	weak                                    int                 // sections that are hardly pieces of the course
	covered                                 int                 // leaves below the sections
	noisy                                   int                 // sections whose words are those of noise
	asides, partAsides                      int                 // whose words speak of what stands beside a course
	counting, strays                        int                 // sections, and good headings outside of all, whose words count pieces
	number, series, first, links, sentences int
	length                                  int
	namesakes                               int // sections that are called as one before
	same                                    int // sections with the commonest classes below
	parents                                 int // nodes that sections stand right below
	left                                    int // nodes left out though they are like a section
	leftContent                             int // headings outside of all that speak of subject matter
	gists, partGists                        gistCounts
}

// inner are its counts over the topics, and over what is left out.
type inner struct {
	topics                                    int
	classes                                   [tableClass + 1]int // of the topics
	empty, one, usual, many                   int                 // sections with so many topics
	topicKids, topicSentences, duplicates     int
	topicAsides                               int
	emptied                                   int // sections without topics, though they hold something
	nameless, recurring, everywhere, labelled int // topics that name nothing, whose name recurs, or stands in most places, whose label recurs
	topicFirst                                int // that begin with one word
	topicGists                                gistCounts
	topicLength                               int
	leftBold, leftRows, leftLinks, leftPlain  int
	headLogs, unitLogs                        float64
	sure                                      int // the mean certainty of the decisions, in hundredths
	least                                     int // the sum of the doubts
	dropped                                   int // members that were not kept
}

// A counter has what is needed to count.
type counter struct {
	modes [modes]modeScore
	lookup
	part     []int32 // by node, which of the parts it is
	words    []int32 // by first word: how many sections begin with it
	owns     []int32 // by what stands below: how many sections have it
	forms    []bool  // by form: the sections of the drawing have it, see leftLike
	titles   []int32 // by title: the last drawing that has a topic called so
	called   []bool  // by title: a section is called so
	drawings int32
}

// A modeScore is what speaks for a mode in a document.
type modeScore struct {
	score int
	known bool
}

// count counts over parts and sections.
func (k *kept) count(j *learned) {
	h, t := outer{counted: true, perPart: make([]int, len(k.parts))}, j.t
	for i, n := range k.parts {
		j.part[n.Index] = int32(i)
		h.gone[n.class]++
		h.partAsides += b2i(speaksAside(n))
		h.partGists[n.speaks]++
	}
	var last *Node // that sections stand below
	goodIn, badIn := 0.0, 0.0
	for _, n := range k.sections {
		if p := n.holder(); p != last {
			h.parents++
			last = p
		}
		h.kinds[n.class]++
		h.gone[n.class]++
		h.covered += n.Leaves
		f := &t.facts.nodes[n.Index]
		h.number += b2i(n.Number != "")
		h.series += b2i(f.series)
		h.links += b2i(n.URL != "")
		h.sentences += b2i(n.sentence)
		h.length += int(n.letters)
		h.noisy += b2i(n.Class&(noise|page.Tasks) != 0)
		h.asides += b2i(speaksAside(n))
		h.gists[n.speaks]++
		h.counting += b2i(n.Class&(page.Counts|page.Basics) != 0)
		if f.words != 0 {
			j.words[f.words]++
			h.first = max(h.first, int(j.words[f.words]))
		}
		h.namesakes += b2i(j.called[n.key])
		j.called[n.key] = true
		own := &j.owns[t.forms[n.form].alike]
		*own++
		h.same = max(h.same, int(*own))
		for p := n.Parent; p != nil; p = p.Parent {
			if k.framed[p.Index] == Part {
				h.perPart[j.part[p.Index]]++
				break
			}
		}
		goodIn += j.mass[n.Index]
		badIn += (1 - j.good[n.Index]) * float64(1+n.Leaves)
		h.weak += b2i(j.good[n.Index] < 0.4)
	}
	for _, n := range k.sections {
		j.words[t.facts.nodes[n.Index].words], j.owns[t.forms[n.form].alike], j.called[n.key] = 0, 0, false
	}
	h.good = int(100 * goodIn / max(j.mass[0], 1))
	h.bad = int(100 * badIn / (goodIn + badIn + 1))
	strays := 0.0 // good headings that stand outside of all sections and parts
	for _, n := range j.heads {
		if k.framed[n.Index] == Out && !k.isInside(n) {
			strays++
			h.strays += b2i(n.Class&page.Counts != 0)
			h.leftContent += b2i(n.speaks == gist.Content)
		}
	}
	h.lost = int(100 * strays / float64(len(k.sections)+1))
	h.left = k.leftLike(j, k.framed)
	for _, x := range k.weighed {
		h.said.add(j.certain(x))
	}
	k.outer = h
}

// isInside says whether a node stands below a section.
func (k *kept) isInside(n *Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if k.framed[p.Index] == Section {
			return true
		}
	}
	return false
}

// count counts over the topics, and over what is left out.
func (d *drawing) count(j *learned) {
	d.inner = inner{}
	j.drawings++
	for i, f := range d.filled {
		n := len(f.topics)
		d.topics += n
		d.empty += b2i(n == 0)
		d.emptied += b2i(n == 0 && d.sections[i].Leaves > 0)
		d.one += b2i(n == 1)
		d.usual += b2i(n >= 2 && n <= 12)
		d.many += b2i(n > 20)
		for _, n := range f.topics {
			d.classes[n.class]++
			d.topicKids += b2i(len(n.Kids) > 0)
			d.topicAsides += b2i(speaksAside(n))
			d.topicGists[n.speaks]++
			d.topicSentences += b2i(n.sentence)
			d.topicLength += int(n.letters)
			d.nameless += b2i(n.bare)
			d.labelled += b2i(d.t.facts.hasLabel(n))
			d.recurring += b2i(d.t.facts.titles[n.key] > 1)
			d.everywhere += b2i(d.t.facts.isEverywhere(n))
			if w := d.t.facts.nodes[n.Index].words; w != 0 {
				j.words[w]++
				d.topicFirst = max(d.topicFirst, int(j.words[w]))
			}
			d.duplicates += b2i(j.titles[n.key] == j.drawings)
			j.titles[n.key] = j.drawings
		}
	}
	for _, f := range d.filled {
		for _, n := range f.topics {
			j.words[d.t.facts.nodes[n.Index].words] = 0
		}
	}
	d.countLeft(j)
	said := d.said
	for _, x := range j.said {
		said.add(x.certain())
	}
	d.sure = int(100 * said.sure / float64(max(1, said.n)))
	d.least = int(100 * said.doubt)
	var nh, nu int
	d.headLogs, d.unitLogs, nh, nu = j.likelihood(d.r)
	d.headLogs /= max(1, math.Sqrt(float64(nh)))
	d.unitLogs /= max(1, math.Sqrt(float64(nu)))
}

// countLeft counts over what is left out.
func (d *drawing) countLeft(j *learned) {
	left := d.t.facts.byClass
	for c := range left {
		left[c] -= d.gone[c] + d.classes[c]
	}
	for _, f := range d.filled {
		for _, n := range f.topics {
			for _, k := range n.Kids { // which belong to it
				if d.r.Roles[k.Index] < Part {
					left[k.class]--
				}
			}
		}
	}
	d.leftBold, d.leftRows, d.leftLinks, d.leftPlain = left[boldItem], left[rowClass], left[linkItem], left[plainItem]
	if d.framed[0] == Section { // what is below the whole document counts all the same
		d.left = d.leftLike(j, d.r.Roles)
	}
	for _, n := range d.others {
		d.dropped += b2i(d.r.Roles[n.Index] == Out)
	}
}
