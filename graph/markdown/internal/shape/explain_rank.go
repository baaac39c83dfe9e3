package shape

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
)

// rankWords are the words of rankFeatures.
var rankWords = []wording[*drawing]{
	{[]string{"sections by", "parts by", "parts sections by"}, func(d *drawing) string {
		if d.Scheme.Parts == none {
			return "no parts, sections among " + selectorWords[d.Scheme.Sections]
		}
		return "parts among " + selectorWords[d.Scheme.Parts] + " and sections among " + selectorWords[d.Scheme.Sections] + " in these"
	}},
	{[]string{"mode", "mode by", "mode kinds", "mode document"}, func(d *drawing) string { return "topics found by " + modeWords[d.mode] }},
	{[]string{"keeping"}, func(d *drawing) string { return keepingWords[d.keeps] }},
	{[]string{"region", "region words", "region share"}, func(d *drawing) string {
		if d.Region.Parent == nil {
			return "the course in the whole document"
		}
		return "the course below " + fmt.Sprintf("%q", d.Region.Title)
	}},
	{[]string{"sections", "sections by count"}, func(d *drawing) string { return amount(len(d.sections), "section") }},
	{[]string{"parts"}, func(d *drawing) string { return amount(len(d.parts), "part") }},
	{[]string{"topics", "topics of one section", "topics of leaves"}, func(d *drawing) string { return amount(d.topics, "topic") }},
	{[]string{"covered", "covered parts", "covered region"}, func(d *drawing) string {
		return has("items stand below the sections", d.covered, d.t.Nodes[0].Leaves)
	}},
	{[]string{"empty", "empty by", "how empty"}, func(d *drawing) string {
		return amount(d.empty, "section") + " without topics"
	}},
	{[]string{"one topic"}, func(d *drawing) string {
		return amount(d.one, "section") + " with one topic"
	}},
	{[]string{"usual topics"}, func(d *drawing) string {
		return amount(d.usual, "section") + " of two to twelve topics"
	}},
	{[]string{"many topics"}, func(d *drawing) string {
		return amount(d.many, "section") + " of more than twenty topics"
	}},
	{[]string{"mean topics", "mean topics by"}, func(d *drawing) string {
		return amount(mean(d.topics, len(d.sections)), "topic") + " a section"
	}},
	{[]string{"topic kinds", "section kinds", "section kind topic kind"}, func(d *drawing) string {
		best := 0
		for c, n := range d.classes {
			if n > d.classes[best] {
				best = c
			}
		}
		if d.topics == 0 {
			return kindWords[d.mainKind()][1] + " as sections"
		}
		return kindWords[best][1] + " as topics of " + kindWords[d.mainKind()][1]
	}},
	{[]string{"alike"}, func(d *drawing) string { return has("sections hold the same kinds of things", d.same, len(d.sections)) }},
	{[]string{"numbered"}, func(d *drawing) string { return has("sections bear a number", d.number, len(d.sections)) }},
	{[]string{"series"}, func(d *drawing) string { return has("sections count themselves", d.series, len(d.sections)) }},
	{[]string{"first word"}, func(d *drawing) string { return has("sections begin with one word", d.first, len(d.sections)) }},
	{[]string{"section links"}, func(d *drawing) string { return has("sections are links", d.links, len(d.sections)) }},
	{[]string{"section sentences", "section length"}, func(d *drawing) string {
		return fmt.Sprintf("titles of sections of %d characters", mean(d.length, len(d.sections)))
	}},
	{[]string{"counts"}, func(d *drawing) string {
		return amount(len(d.sections), "section") + " in " + amount(d.parents, "place") + ", " + amount(d.topics, "topic")
	}},
	{[]string{"series roles"}, func(d *drawing) string {
		if len(d.t.series) == 0 {
			return "no titles that count on"
		}
		s := d.t.series[0]
		return fmt.Sprintf("%d titles that count on as %q are %s", len(s.nodes), s.nodes[0].Title, seriesWords[d.r.roleOfSeries(s)])
	}},
	{[]string{"topics on other levels"}, func(d *drawing) string {
		agree, filled := d.agreement()
		return has("sections have topics on another level", filled-agree, filled)
	}},
	{[]string{"left like sections", "how much left"}, func(d *drawing) string { return amount(d.left, "thing") + " left out though like a section" }},
	{[]string{"sections aside", "sections counting"}, func(d *drawing) string {
		return fmt.Sprintf("%d of %d sections have words of what stands beside a course, %d of pieces of it", d.asides, len(d.sections), d.counting)
	}},
	{[]string{"parts aside"}, func(d *drawing) string {
		return has("parts have words of what stands beside a course", d.partAsides, len(d.parts))
	}},
	{[]string{"topics aside"}, func(d *drawing) string {
		return has("topics have words of what stands beside a course", d.topicAsides, d.topics)
	}},
	{[]string{"sections' gist", "parts' gist"}, func(d *drawing) string {
		return has("sections sound like what stands beside a course", d.gists[gist.About]+d.gists[gist.Resources], len(d.sections))
	}},
	{[]string{"topics' gist"}, func(d *drawing) string {
		return has("topics sound like what stands beside a course", d.topicGists[gist.About]+d.topicGists[gist.Resources], d.topics)
	}},
	{[]string{"left gist", "how many left by gist"}, func(d *drawing) string {
		return amount(d.leftContent, "heading") + " left out that sound like subject matter"
	}},
	{[]string{"left counting"}, func(d *drawing) string {
		return amount(d.strays, "heading") + " left out though they count pieces"
	}},
	{[]string{"noise"}, func(d *drawing) string {
		return has("sections have words of what is no course", d.noisy, len(d.sections))
	}},
	{[]string{"topic sentences", "topic length"}, func(d *drawing) string {
		return fmt.Sprintf("names of topics of %d characters", mean(d.topicLength, d.topics))
	}},
	{[]string{"topic kids", "topic kids by"}, func(d *drawing) string { return has("topics have something below", d.topicKids, d.topics) }},
	{[]string{"emptied"}, func(d *drawing) string {
		return has("sections hold something and have no topics", d.emptied, len(d.sections))
	}},
	{[]string{"topics of covered", "how covered"}, func(d *drawing) string { return has("items below the sections are topics", d.topics, d.covered) }},
	{[]string{"bare topics"}, func(d *drawing) string {
		return has("topics are only numbers, dates or addresses", d.nameless, d.topics)
	}},
	{[]string{"topics everywhere"}, func(d *drawing) string {
		return has("topics have names that stand in most places", d.everywhere, d.topics)
	}},
	{[]string{"topics that recur"}, func(d *drawing) string { return has("topics have names that recur", d.recurring, d.topics) }},
	{[]string{"topics with labels"}, func(d *drawing) string { return has("topics begin with labels that recur", d.labelled, d.topics) }},
	{[]string{"first word of topics"}, func(d *drawing) string { return has("topics begin with one word", d.topicFirst, d.topics) }},
	{[]string{"sections called alike"}, func(d *drawing) string {
		return has("sections are called as another one", d.namesakes, len(d.sections))
	}},
	{[]string{"level roles"}, func(d *drawing) string {
		if len(d.t.levels) == 0 {
			return "no level of several alike"
		}
		l := d.t.levels[0]
		return fmt.Sprintf("%s such as %q are %s", kindWords[l.class][1], l.nodes[0].Title, seriesWords[d.r.roleOfSeries(l)])
	}},
	{[]string{"duplicates"}, func(d *drawing) string { return has("topics are named twice", d.duplicates, d.topics) }},
	{[]string{"dropped"}, func(d *drawing) string { return amount(d.dropped, "candidate") + " for a section left out" }},
	{[]string{"left bold", "left rows", "left links", "left plain"}, func(d *drawing) string {
		return amount(d.leftBold+d.leftRows+d.leftLinks+d.leftPlain, "item") + " left over"
	}},
	{[]string{"part of one"}, func(d *drawing) string {
		n := 0
		for _, k := range d.perPart {
			n += b2i(k <= 1)
		}
		return amount(n, "part") + " with one section"
	}},
	{[]string{"part series", "part noise"}, func(d *drawing) string { return "the titles of the parts" }},
	{[]string{"good", "good parts", "bad", "lost", "weak", "how good", "how bad", "how much lost", "how weak"}, func(d *drawing) string {
		return fmt.Sprintf("%d %% of what seems to be the course is drawn, and %d %% of what is drawn seems not to be", d.good, d.bad)
	}},
	{[]string{"unlikely heads", "unlikely units"}, func(d *drawing) string { return "how likely each role is by itself" }},
	{[]string{"sure", "doubts", "how doubtful"}, func(d *drawing) string { return fmt.Sprintf("the decisions are %d %% certain", d.sure) }},
}
