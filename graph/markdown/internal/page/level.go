package page

import (
	"slices"
	"strconv"
	"strings"
)

// minLevelled is how many headings count on, or are dates, until one of another level is
// taken for a slip.
const minLevelled = 4

// levelSeries gives headings that count on, and dates, one level where but few of them have
// another: "## Week 1", "### Week 2", "### Week 3", "### Week 4" stand side by side. What
// stands below them moves with them.
func levelSeries(heads []*Element) {
	var words []string         // that count, in their order
	runs := map[string][]int{} // places in heads
	last := map[string]int{}
	for i, h := range heads {
		if i == 0 || h.Kind != Heading || h.Number != "" {
			continue
		}
		word, n := seriesCount(h.Title)
		if word == "" {
			continue
		}
		if runs[word] == nil {
			words = append(words, word)
		} else if n != last[word]+1 && word != dated {
			levelRun(heads, runs[word])
			runs[word] = nil
		}
		runs[word] = append(runs[word], i)
		last[word] = n
	}
	for _, word := range words {
		levelRun(heads, runs[word])
		runs[word] = nil // it may have begun twice
	}
}

// dated stands for the word of headings that are dates.
const dated = "/"

// seriesCount is the word that a title is counted by, and its number: "week" and 3 of
// "Week 3: Salt"; "" if it is not counted.
func seriesCount(title string) (word string, n int) {
	if IsDate(title) {
		return dated, 0
	}
	if word = seriesWord(title); !hasLetter(word) {
		return "", 0
	}
	rest := strings.TrimLeft(Fold(title)[len(word):], " ")
	n, err := strconv.Atoi(rest[:digitsEnd(rest, 0)])
	if err != nil {
		return "", 0
	}
	return word, n
}

// levelRun gives the headings of one series the level of most.
func levelRun(heads []*Element, run []int) {
	if len(run) < minLevelled {
		return
	}
	var times [maxLevel + 1]int
	most := heads[run[0]].Level
	for _, i := range run {
		level := min(heads[i].Level, maxLevel)
		if times[level]++; times[level] > times[most] {
			most = level
		}
	}
	if 4*(len(run)-times[most]) > len(run) {
		return
	}
	for k, i := range run {
		old := heads[i].Level
		isSlip := k+1 < len(run) && heads[run[k+1]].Level == most && areBelow(heads[i+1:run[k+1]], max(old, most)) &&
			(k == 0 && old < most || k > 0 && heads[run[k-1]].Level == most && areBelow(heads[run[k-1]+1:i], max(old, most)))
		for j := i; j < len(heads) && isSlip && (j == i || heads[j].Level > old && (old > most || j < run[k+1])); j++ {
			if heads[j].Kind == Heading {
				heads[j].Level = uint8(min(max(int(heads[j].Level)+int(most)-int(old), 1), maxLevel))
			}
		}
	}
}

// areBelow says whether all headings are of lower levels than one.
func areBelow(heads []*Element, level uint8) bool {
	return !slices.ContainsFunc(heads, func(h *Element) bool { return h.Level <= level })
}
