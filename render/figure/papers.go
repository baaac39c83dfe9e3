package figure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// paper is a size of paper.
type paper struct {
	name          string
	width, height float64 // of a sheet that stands upright, in its unit
	unit          string
	text          float64 // size of the smallest text, px: sheets on a wall are read from further away
	preset        bool    // it is one of the presets, too
}

// papers are the sizes of paper, in the order in which they are documented.
var papers = []paper{
	{"a4", 210, 297, "mm", printText, true},
	{"a3", 297, 420, "mm", printText, true},
	{"letter", 8.5, 11, "in", printText, true},
	{"legal", 8.5, 14, "in", printText, false},
	{"tabloid", 11, 17, "in", printText, false},
	{"a5", 148, 210, "mm", printText, false},
	{"a2", 420, 594, "mm", 11, false},
	{"a1", 594, 841, "mm", 14, false},
	{"a0", 841, 1189, "mm", 18, false},
}

const (
	printText   = 9  // px per em: 7 pt
	printMargin = 38 // px: 10 mm
	fitPaper    = "fit"
	onItsSide   = "-landscape"
)

// units are the units of lengths on paper, in px.
var units = map[string]float64{"mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "pt": 96. / 72, "px": 1}

// upright is the paper as a page.
func (p paper) upright() Preset {
	px := func(length float64) int { return int(math.Round(length * units[p.unit])) }
	return Preset{p.name, fmt.Sprintf("paper of %g by %g %s", p.width, p.height, p.unit), Size{px(p.width), px(p.height)}, printMargin, p.text}
}

// landscape is the paper on its side.
func (p paper) landscape() Preset {
	page := p.upright()
	page.Name, page.For = page.Name+onItsSide, "the same, on its side"
	page.Width, page.Height = page.Height, page.Width
	return page
}

// Papers are the pages of paper that a figure in a format with pages can have, in px
// at 96 dpi. The slice is the caller's.
func Papers() []Preset { return slices.Clone(onPaper()) }

// onPaper are the papers, which are made once: the table of options asks for them
// whenever it is made.
var onPaper = sync.OnceValue(func() (all []Preset) {
	for _, p := range papers {
		all = append(all, p.upright(), p.landscape())
	}
	return all
})

// paperNames are the values of Options.Paper.
func paperNames() []string { return append([]string{fitPaper}, pageNames(onPaper())...) }

// paper is the page that the options ask for where there can be several, if they ask
// for paper.
func (o *Options) paper() (page Preset, is bool) {
	page, is = pageNamed(o.Paper, onPaper())
	if margin, ok := parseLength(o.Margin); ok {
		page.Margin = margin
	}
	return page, is
}

// checkPaper finds a margin that leaves no room.
func (o *Options) checkPaper() error {
	if page, is := o.paper(); is && float64(min(page.Width, page.Height))-2*page.Margin < leastSide {
		return wrong("margin", "of %s leaves no room on %s", o.Margin, o.Paper)
	}
	return nil
}

// parseLength is a length such as "10mm" in px.
func parseLength(s string) (px float64, ok bool) {
	s = strings.TrimSpace(s)
	number := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz ")
	n, err := strconv.ParseFloat(number, 64)
	unit, known := units[strings.TrimSpace(s[len(number):])]
	if err != nil || !known || !(n >= 0) || math.IsInf(n, 0) {
		return 0, false
	}
	return math.Round(n*unit*64) / 64, true
}

func isNoLength(s string) bool {
	_, ok := parseLength(s)
	return !ok
}
