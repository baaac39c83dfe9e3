package main

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// A summary is how well a number of documents were read.
type summary struct {
	all, right, could, sure, sureWrong int
	mean, best                         float64
}

func summarize(vs []verdict) summary {
	var s summary
	for _, v := range vs {
		s.all++
		s.mean += v.score
		s.best += v.best
		if v.score >= isRight {
			s.right++
		}
		if v.best >= isRight {
			s.could++
		}
		if v.isSure() {
			s.sure++
			if v.score < isRight {
				s.sureWrong++
			}
		}
	}
	s.mean /= float64(max(1, s.all))
	s.best /= float64(max(1, s.all))
	return s
}

func (s summary) String() string {
	return fmt.Sprintf("%d documents: mean %.3f, %d right (%.0f %%); sure in %d, and wrong in %d of these; the best of the readings %.3f, %d right",
		s.all, s.mean, s.right, 100*float64(s.right)/float64(max(1, s.all)), s.sure, s.sureWrong, s.best, s.could)
}

// print shows verdicts, worst first, and their sum.
func print(name string, vs []verdict) {
	vs = append([]verdict(nil), vs...)
	sort.SliceStable(vs, func(i, j int) bool { return vs[i].score < vs[j].score })
	for _, v := range vs {
		fmt.Printf("%.3f (%.3f, sure %.2f) %s: %s\n", v.score, v.best, v.agreement, v.name, v.picked)
	}
	fmt.Printf("%s: %v\n", name, summarize(vs))
}

func isCase(v verdict) bool { return strings.HasPrefix(v.name, "case ") }

func only(vs []verdict, keep func(verdict) bool) []verdict {
	var out []verdict
	for _, v := range vs {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

// report is docs/accuracy.md.
func report(crossed, fitted, untouched []verdict) []byte {
	var b bytes.Buffer
	b.WriteString(`# How well documents are read

Written by ` + "`go run ./graph/markdown/internal/train`" + `; how it works is told in [package markdown](../graph/markdown/markdown.go) and in [learning](learning.md).

A document counts as read right when the worse of two figures, the F1 of its sections and of its topics, is 0.95 or more. Titles must be those of the
label. In the cross-validation every document is read with weights that were learned without it and without all others of its owner.
"Sure" is how often the likely readings of a document agreed with the one that was taken (` + fmt.Sprint(shape.Sure) + ` or more).

| | documents | mean | right | sure | sure and wrong |
|---|---|---|---|---|---|
`)
	row := func(name string, vs []verdict) {
		if len(vs) == 0 {
			return
		}
		s := summarize(vs)
		fmt.Fprintf(&b, "| %s | %d | %.3f | %d (%.0f %%) | %d | %d |\n", name, s.all, s.mean, s.right, 100*float64(s.right)/float64(s.all), s.sure, s.sureWrong)
	}
	real := func(v verdict) bool { return !isCase(v) }
	row("real documents, cross-validation", only(crossed, real))
	row("cases of this repository, cross-validation", only(crossed, isCase))
	row("documents kept aside, never learned from", untouched)
	row("real documents, learned from", only(fitted, real))
	row("cases, learned from", only(fitted, isCase))
	best := summarize(only(crossed, real))
	fmt.Fprintf(&b, `
Of the readings that were made of the real documents in the cross-validation, the best one is right in %d of %d (mean %.3f): so much is lost in
choosing among readings, and the rest because no reading is right.

## Document by document

Cross-validation, worst first. "Best" is what the best of the readings made would have reached.

| document | score | best | sure |
|---|---|---|---|
`, best.could, best.all, best.best)
	vs := only(crossed, real)
	sort.SliceStable(vs, func(i, j int) bool { return vs[i].score < vs[j].score })
	for _, v := range vs {
		fmt.Fprintf(&b, "| %s | %.3f | %.3f | %.2f |\n", v.name, v.score, v.best, v.agreement)
	}
	return b.Bytes()
}
