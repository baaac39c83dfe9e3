package figure

import (
	"slices"
	"sync"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
	"github.com/roadmapviz/roadmapviz/render/formats"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Table describes all options, in the order in which they are documented. All of it is
// the caller's.
func Table() []Option {
	all := slices.Clone(table())
	for i := range all {
		all[i] = all[i].copied()
	}
	return all
}

// copied is the option with slices of its own.
func (option Option) copied() Option {
	option.Values, option.Formats = slices.Clone(option.Values), slices.Clone(option.Formats)
	return option
}

// table is made once, and when it is asked for.
var table = sync.OnceValue(func() []Option {
	return []Option{
		list("part", "p", "draw only this part or section: its id, title, or a word of it", "all", func(o *Options) *[]string { return &o.Parts }),
		named("theme", "t", "theme: one of the built-in ones, or a YAML file; auto is course with mode auto", "course", append(themes.Names(), autoMode), func(o *Options) *string { return &o.Theme }),
		named("mode", "", "kind of page: the twin of the theme where that is for the other; auto makes one SVG for both", "the theme's own; auto in HTML", []string{"light", "dark", autoMode}, func(o *Options) *string { return &o.Mode }),
		named("page", "", "background: the theme's, or none, which lets through what the figure lies on", "theme", []string{"theme", noPage}, func(o *Options) *string { return &o.Page }),
		named("layout", "", "how the course is laid out", engines.Default, Layouts(), func(o *Options) *string { return &o.Layout }),
		number("width", "width of the page in px", "960", func(o *Options) *float64 { return &o.Width }),
		integer("max-topics", "draw at most so many topics a section and count the rest; 0 draws all", DefaultTopics, 0, 0, func(o *Options) *int { return &o.MaxTopics }),
		integer("depth", "levels of topics to draw: 0 draws none, 2 sub-topics too", 1, 0, 0, func(o *Options) *int { return &o.Depth }),
		named("direction", "", "where a tree or a timeline grows", "the layout's own", []string{"right", "down", "both"}, func(o *Options) *string { return &o.Direction }),
		integer("columns", "columns of the page, or of topics in a band; 0 leaves it to the layout", 0, 0, 0, func(o *Options) *int { return &o.Columns }),
		turnOn("compact", "smaller boxes and steps, and topics side by side where there is room", func(o *Options) *bool { return &o.Compact }),
		{Name: "aspect", Kind: Ratio, About: "shape of the page to aim at, such as 16:9", Default: "as it comes", set: setAspect, get: getAspect},
		number("max-width", "greatest width of the page in px", "any", func(o *Options) *float64 { return &o.MaxWidth }),
		named("preset", "", "page of exactly this size, with the figure fitted in", "as it comes", PresetNames(), func(o *Options) *string { return &o.Preset }),
		{Name: "size", Kind: Sides, About: "exact width and height of the page in px, such as 1200x630, with the figure fitted in", Default: "as it comes", set: setSize, get: func(o *Options) string { return o.Size.String() }},
		only("pdf", named("paper", "", "paper of a PDF, a page or as many as are needed; fit is one page as large as the figure", fitPaper, paperNames(), func(o *Options) *string { return &o.Paper })),
		only("pdf", refusing(plain("margin", "margin of the paper, such as 15mm or 0.5in", "10mm", func(o *Options) *string { return &o.Margin }), isNoLength, "a length such as 10mm, 0.5in or 38px")),
		named("first-side", "", "column of the first section", graph.Left, graph.Sides(), func(o *Options) *string { return &o.FirstSide }),
		named("prerequisites", "", "how prerequisites are shown: lines, chips in the boxes, or whichever can be followed", "auto", []string{"auto", "lines", "chips", "none"}, func(o *Options) *string { return &o.Prerequisites }),
		toggle("reduce", "leave out the prerequisites that follow from others", func(o *Options) *bool { return &o.Redundant }),
		{Name: "highlight", Kind: Text, Single: true, About: "set these elements off and dim the rest: ids or titles, with commas between", Default: "none", set: setHighlight, get: getHighlight},
		single(plain("focus", "draw only what is near this element: its id, title, or a word of it", "all", func(o *Options) *string { return &o.Focus })),
		single(integer("hops", "with focus: how many edges away, in either direction", 1, 0, 0, func(o *Options) *int { return &o.Hops })),
		fonts(),
		plain("title", "title over the figure, over the first part of several; none draws no title", "the part's, with the word roadmap in its language", func(o *Options) *string { return &o.Title }),
		single(plain("label", "word of a badge", "one of the document's language", func(o *Options) *string { return &o.Label })),
		plain("progress", "YAML or JSON file that says how far a learner is: todo, doing, done or skipped, by id or title", "as the course says", func(o *Options) *string { return &o.Progress }),
		named("legend", "", "explain the states and lines that appear, where that is needed", "auto", []string{"auto", "none"}, func(o *Options) *string { return &o.Legend }),
		single(plain("figures", "draw the parts as boxes that lead to the figures of this name, such as roadmap_{part}.svg", "draw the course", func(o *Options) *string { return &o.Figures })),
		leading(single(plain("index", "file of the figure that leads here, to which the titles lead", "they lead to the document", func(o *Options) *string { return &o.Index }))),
		single(plain("sheet", "which of several pictures this is, such as 2/3, behind its title", "the only one", func(o *Options) *string { return &o.Sheet })),
		toggle("icons", "draw icons", func(o *Options) *bool { return &o.NoIcons }),
		refusing(plain("base-url", "address of the document, from which its links lead", "links lead from the figure's file", func(o *Options) *string { return &o.BaseURL }),
			isNoAddress, "an address that a click may lead to, with http:// or https:// or relative"),
		leading(single(refusing(plain("home", "path of the document as seen from the figure, from which its links lead", "as the two files lie", func(o *Options) *string { return &o.Home }),
			isAddress, "the path of the document as seen from the figure, such as ../README.md"))),
		only("png", integer("scale", "PNG pixels for each px: 1, 2 or 3", 1, 1, 3, func(o *Options) *int { return &o.Scale })),
		only("svg", named("text", "", "SVG text: embed (the font travels with it), system (the viewer's fonts) or paths", "embed", formats.TextModes(), func(o *Options) *string { return &o.Text })),
		only("svg", single(plain("id-prefix", "put before every SVG id, for several figures in one page", "rv-", func(o *Options) *string { return &o.IDPrefix }))),
	}
})

// Names are the names of all options, in the order of [Table].
func Names() []string {
	var names []string
	for _, option := range table() {
		names = append(names, option.Name)
	}
	return names
}

// Badge is the layout that only says how many topics are done.
const Badge = "badge"

// Layouts are the names of all layouts, sorted, those too for which a Machine has
// to have an engine.
func Layouts() []string {
	names := append(append(engines.Names(), Badge), graphviz.Names()...)
	slices.Sort(names)
	return names
}

// Lookup is the option of that name. All of it is the caller's.
func Lookup(name string) (Option, bool) {
	option, ok := lookup(name)
	return option.copied(), ok
}

func lookup(name string) (Option, bool) {
	all := table()
	if i := slices.IndexFunc(all, func(option Option) bool { return option.Name == name }); i >= 0 {
		return all[i], true
	}
	return Option{}, false
}
