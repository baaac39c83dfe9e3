package shape

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A mode is a way to find the topics of all sections alike.
type mode uint8

const (
	judged mode = iota // unit by unit, as learned
	alike              // the same, but what is of one kind leans to one decision
	strong             // the strongest kind that is there: headings in items, bold items, rows, sub-headings; else all items
	named              // the same, but links are no topics
	every              // all items and rows
	bare               // none
	modes
)

var modeNames = [...]string{"judged", "alike", "strong", "named", "every", "bare"}

// kindsOf counts what stands below a section by class, through lines.
func (t *Tree) kindsOf(base *Node, counts *[tableClass + 1]int32) {
	for _, u := range base.units {
		switch u.Class {
		case boldLine, colonLine:
			for _, m := range u.Members {
				if !isBeside(m) {
					t.kindsOf(m, counts)
				}
			}
		default:
			if u.List != nil && u.List.IsView && u.List.Parent.Kids[0] != u.List || u.isMaterial() {
				continue
			}
			counts[u.Class] += int32(len(u.Members))
		}
	}
}

// isBeside says whether a line announces what is beside the topics.
func isBeside(n *Node) bool {
	return n.Mode == page.AsResources || n.Mode == page.AsTasks || n.Mode == page.AsPrerequisites || n.Class&(page.Aside|page.Never|page.Tasks) != 0
}

// topics says by a mode what a unit below a section is.
func (m mode) topics(counts *[tableClass + 1]int32, u *Unit) Action {
	switch all := !slices.ContainsFunc(u.Members, func(n *Node) bool { return !isBeside(n) }); {
	case all && u.Class <= colonLine:
		return Drop
	case u.Class == boldLine || u.Class == colonLine:
		return Open
	}
	if u.List != nil && u.List.IsView && u.List.Parent.Kids[0] != u.List {
		return Drop
	}
	if u.Under != nil && isBeside(u.Under) || u.isMaterial() {
		return Drop
	}
	total := int32(0)
	for _, n := range counts {
		total += n
	}
	chosen := noClass
	if m == strong || m == named {
		for _, c := range [...]class{headingItem, boldItem, rowClass, cellClass, headingClass} {
			if counts[c] >= 2 || counts[c] == total && total > 0 {
				chosen = c
				break
			}
		}
	}
	switch {
	case m == bare:
		return Drop
	case chosen != noClass:
		if u.Class == chosen {
			return Take
		}
		return Drop
	case u.Class == headingClass || u.Class == summaryClass:
		if total == counts[headingClass]+counts[summaryClass] {
			return Take
		}
		return Drop
	case m == named && (u.Class == linkItem || u.Class == insideItem):
		return Drop
	}
	return Take
}
