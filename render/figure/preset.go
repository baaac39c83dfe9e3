package figure

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/layout"
)

// Size is the size of a page in px. The zero Size leaves it to the layout.
type Size struct{ Width, Height int }

func (s Size) String() string {
	if s == (Size{}) {
		return ""
	}
	return fmt.Sprintf("%dx%d", s.Width, s.Height)
}

// leastSide bounds the sides of pages of a given size, px, as layout.MostSide does.
const leastSide = 100

// parseSize reads "1200x630", also with the sign for times.
func parseSize(s string) (Size, error) {
	width, height, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(s), "×", "x"), "x")
	w, err1 := strconv.Atoi(width)
	h, err2 := strconv.Atoi(height)
	if err1 != nil || err2 != nil {
		return Size{}, wrong("size", "is a width and a height in px such as 1200x630, not %q", s)
	}
	if min(w, h) < leastSide || max(w, h) > layout.MostSide {
		return Size{}, wrong("size", "has sides of %d to %d px, not %q", leastSide, layout.MostSide, s)
	}
	return Size{w, h}, nil
}

// Preset is a page for a purpose.
type Preset struct {
	Name string
	For  string // what it is for, in words
	Size
	Margin float64 // on each side, px; nothing stands in it
	Text   float64 // size of the smallest text that can be read there, px per em
}

// Presets are the pages that have a name. Those of paper are measured in px at
// 96 dpi. The slice is the caller's.
func Presets() []Preset { return slices.Clone(presets()) }

// presets are made once, as papers are.
var presets = sync.OnceValue(func() []Preset {
	all := []Preset{
		{"card", "link previews, which are shown at half their size", Size{1200, 630}, 40, 18},
		{"slide", "slides and screens", Size{1920, 1080}, 60, 16},
		{"story", "a telephone's screen", Size{1080, 1920}, 60, 24},
	}
	for _, p := range papers {
		if p.preset {
			all = append(all, p.upright(), p.landscape())
		}
	}
	return append(all,
		Preset{"poster", "paper of 24 by 36 in, which is read from further away", Size{2304, 3456}, 96, 14},
		Preset{"poster-landscape", "the same, on its side", Size{3456, 2304}, 96, 14},
	)
})

// PresetNames are the names of the presets, in their order.
func PresetNames() []string { return pageNames(presets()) }

func pageNames(pages []Preset) (names []string) {
	for _, p := range pages {
		names = append(names, p.Name)
	}
	return names
}

func pageNamed(name string, pages []Preset) (p Preset, is bool) {
	if i := slices.IndexFunc(pages, func(p Preset) bool { return p.Name == name }); i >= 0 {
		return pages[i], true
	}
	return Preset{}, false
}

// What a page of a given size has that is no preset's: the margin as a part of the
// shorter side, and the least size of text, px.
const (
	usualMargin = 0.04
	usualText   = 9
)

// frame is the page that the options ask for, if they ask for one of a given size.
// A size stands in the place of a preset's own.
func (o *Options) frame() (p Preset, is bool) {
	p, is = pageNamed(o.Preset, presets())
	if o.Size == (Size{}) {
		return p, is
	}
	if !is {
		p.Margin, p.Text = usualMargin*float64(min(o.Size.Width, o.Size.Height)), usualText
	}
	p.Size = o.Size
	return p, true
}

// pageOptions are the options that measure the page, and fitOptions those that say
// its whole size.
var (
	pageOptions = []string{"width", "max-width", "aspect"}
	fitOptions  = []string{"preset", "size"}
)

// Overrules tells that what the options say leaves no place for another option, of
// that name, which is said further away, as in a configuration: the size of the page
// is said once.
func (o *Options) Overrules(name string) bool {
	said := func(names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool {
			option, _ := lookup(name)
			return option.Get(o) != ""
		})
	}
	isFit := slices.Contains(fitOptions, name)
	return (isFit || slices.Contains(pageOptions, name)) && said(fitOptions) || isFit && said(pageOptions)
}

// checkFrame finds options that a page of a given size does not take, for it has
// these measures itself.
func (o *Options) checkFrame() error {
	if _, is := o.frame(); !is {
		return nil
	}
	by := "size"
	if o.Size == (Size{}) {
		by = "preset"
	}
	for _, name := range pageOptions {
		option, _ := lookup(name)
		if option.get(o) != "" {
			return wrong(name, "cannot be kept with %s, which says how wide and how high the figure is: leave one of the two out", by)
		}
	}
	return nil
}
