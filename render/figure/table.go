package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
	"github.com/roadmapviz/roadmapviz/render/formats"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Option describes one of the [Options]. Flags, the keys of comments and of
// configurations, and the documentation of all these are made of it.
type Option struct {
	Name    string
	Short   string // one letter; "" without one
	Kind    Kind
	About   string   // one phrase
	Default string   // in words, or as a value
	Values  []string // the only ones, if there are such
	// Least and Most bound a number; a Most of 0 does not.
	Least, Most float64
	Format      string // the format of figures that it is about; "" for all
	// Single tells that it is about one figure, and not how figures look: a
	// configuration does not have it.
	Single bool

	set func(*Options, string) error
	get func(*Options) string
	// refusal says what the option is, of a value that is not; "" for one that is.
	// nil takes all.
	refusal func(value string) string
}

// Kind is what the values of an option are.
type Kind string

// The kinds of options.
const (
	Text    Kind = "text"
	Number  Kind = "number"
	Integer Kind = "integer"
	Switch  Kind = "switch" // true or false
	Ratio   Kind = "ratio"  // of width to height: "16:9", or the number "1.78"
	List    Kind = "list"   // of texts, which are set one by one
	Sides   Kind = "sides"  // a width and a height in px: "1200x630"
)

// Table describes all options, in the order in which they are documented. The
// slice is the caller's.
func Table() []Option { // a function, so that nothing runs before it is asked for
	return []Option{
		list("part", "p", "draw only this part or section: its id, title, or a word of it", "all", func(o *Options) *[]string { return &o.Parts }),
		named("theme", "t", "theme: one of the built-in ones, or a YAML file; auto is course with mode auto", "course", append(themes.Names(), autoMode), func(o *Options) *string { return &o.Theme }),
		named("mode", "", "kind of page: the twin of the theme where that is for the other; auto makes one SVG for both", "the theme's own", []string{"light", "dark", autoMode}, func(o *Options) *string { return &o.Mode }),
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
		only("svg", single(plain("index", "file of the figure that leads here, to which the titles lead", "they lead to the document", func(o *Options) *string { return &o.Index }))),
		single(plain("sheet", "which of several pictures this is, such as 2/3, behind its title", "the only one", func(o *Options) *string { return &o.Sheet })),
		toggle("icons", "draw icons", func(o *Options) *bool { return &o.NoIcons }),
		refusing(plain("base-url", "address of the document, from which its links lead", "links lead from the figure's file", func(o *Options) *string { return &o.BaseURL }),
			isNoAddress, "an address that a click may lead to, with http:// or https:// or relative"),
		only("svg", single(refusing(plain("home", "path of the document as seen from the figure, from which its links lead", "as the two files lie", func(o *Options) *string { return &o.Home }),
			isAddress, "the path of the document as seen from the figure, such as ../README.md"))),
		only("png", integer("scale", "PNG pixels for each px: 1, 2 or 3", 1, 1, 3, func(o *Options) *int { return &o.Scale })),
		only("svg", named("text", "", "SVG text: embed (the font travels with it), system (the viewer's fonts) or paths", "embed", formats.TextModes(), func(o *Options) *string { return &o.Text })),
		only("svg", single(plain("id-prefix", "put before every SVG id, for several figures in one page", "rv-", func(o *Options) *string { return &o.IDPrefix }))),
	}
}

// Names are the names of all options, in the order of [Table].
func Names() []string {
	var names []string
	for _, option := range Table() {
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

// Lookup is the option of that name.
func Lookup(name string) (Option, bool) {
	all := Table()
	if i := slices.IndexFunc(all, func(option Option) bool { return option.Name == name }); i >= 0 {
		return all[i], true
	}
	return Option{}, false
}

// Set sets an option by its name to a value in words. The error is an
// [*OptionError]. Names that the course or the machine must know, of nodes,
// themes and layouts, are looked up by [New].
func (o *Options) Set(name, value string) error {
	option, ok := Lookup(name)
	if !ok {
		return wrong(name, "is no option (there are: %s)", strings.Join(Names(), ", "))
	}
	return option.Set(o, value)
}

// Set sets the option, as [Options.Set] does. With an error the options are left
// as they were.
func (option Option) Set(o *Options, value string) error {
	changed := *o
	err := option.set(&changed, value)
	if err == nil {
		err = option.check(changed)
	}
	if err == nil {
		*o = changed
	}
	return err
}

// Get is the option's value in words, or "" where it is the default.
func (option Option) Get(o Options) string {
	if _, sized := o.frame(); sized && option.Name == "layout" {
		return o.Layout // whose default is there what suits the page
	}
	if value := option.get(&o); value != option.Default {
		return value
	}
	return ""
}

// SetAt sets the option to what is written at a place. An error about a path that
// leads out of the file system says so.
func (option Option) SetAt(o *Options, value string, at Place) error {
	switch option.Name {
	case "theme":
		return o.SetTheme(value, at)
	case "progress":
		return o.setProgress(value, at)
	case "font":
		return o.addFonts(value, at)
	}
	return option.Set(o, value)
}

// NamesFile tells whether a value of the option is the path of a file, and not the
// name of a built-in theme.
func (option Option) NamesFile(value string) bool {
	return value != "" && (option.Name == "progress" || option.Name == "font" || option.Name == "theme" && isThemeFile(value))
}

// Check tells whether a value in words is one of the option. The error is an
// [*OptionError].
func (option Option) Check(value string) error { return option.Set(&Options{}, value) }

// openChoices are the options whose values are looked up when they are needed: a
// theme may be a file, and errors about a layout say more.
var openChoices = []string{"theme", "layout"}

// check finds a value that makes no sense for any course.
func (option Option) check(o Options) error {
	value := option.get(&o)
	switch {
	case value == "":
	case option.Kind == Number || option.Kind == Integer:
		n, _ := strconv.ParseFloat(value, 64) // as get has written it
		if n < option.Least || option.Most > 0 && n > option.Most || math.IsInf(n, 0) || math.IsNaN(n) {
			return wrong(option.Name, "is %s, not %s", words.Range(option.Least, option.Most), value)
		}
	case option.Values != nil && !slices.Contains(openChoices, option.Name) && !slices.Contains(option.Values, value):
		return wrong(option.Name, "is %s, not %q", words.Either(option.Values), value)
	case option.refusal != nil:
		if is := option.refusal(value); is != "" {
			return wrong(option.Name, "is %s, not %q", is, value)
		}
	}
	return nil
}

func single(option Option) Option {
	option.Single = true
	return option
}

func only(format string, option Option) Option {
	option.Format = format
	return option
}

func list(name, short, about, fallback string, of func(*Options) *[]string) Option {
	return Option{
		Name: name, Short: short, Kind: List, About: about, Default: fallback, Single: true,
		set: func(o *Options, s string) error { *of(o) = append(slices.Clip(*of(o)), s); return nil },
		get: func(o *Options) string { return strings.Join(*of(o), ", ") },
	}
}

// fonts is the option of files of typefaces, of which a value may name several, with
// line breaks between.
func fonts() Option {
	return Option{
		Name: "font", Kind: List, About: "file of a typeface for characters that the embedded ones lack; it travels with the figure", Default: "none",
		set: func(o *Options, s string) error {
			for _, name := range inLines(s) {
				o.FontFiles = append(slices.Clip(o.FontFiles), File{Path: name})
			}
			return nil
		},
		get: func(o *Options) string {
			var names []string
			for _, f := range o.FontFiles {
				names = append(names, f.Path)
			}
			return strings.Join(names, "\n")
		},
	}
}

func plain(name, about, fallback string, of func(*Options) *string) Option {
	return named(name, "", about, fallback, nil, of)
}

// refusing is an option that refuses values, and says what they are to be.
func refusing(option Option, refused func(value string) bool, is string) Option {
	option.refusal = func(value string) string {
		if refused(value) {
			return is
		}
		return ""
	}
	return option
}

func isNoAddress(value string) bool { return graph.SafeLink(value) != value }

func isAddress(value string) bool {
	return strings.HasPrefix(value, "//") || strings.Contains(value, "://")
}

func named(name, short, about, fallback string, values []string, of func(*Options) *string) Option {
	return Option{
		Name: name, Short: short, Kind: Text, About: about, Default: fallback, Values: values,
		set: func(o *Options, s string) error { *of(o) = s; return nil },
		get: func(o *Options) string { return *of(o) },
	}
}

// number is an option whose zero value leaves it to others.
func number(name, about, fallback string, of func(*Options) *float64) Option {
	return Option{
		Name: name, Kind: Number, About: about, Default: fallback, Least: 1,
		set: func(o *Options, s string) (err error) {
			*of(o), err = strconv.ParseFloat(s, 64)
			switch {
			case err != nil:
				return wrong(name, "takes a number, not %q", s)
			case *of(o) == 0: // which would be the zero value
				return wrong(name, "is %s, not %s", words.Range(1, 0), s)
			}
			return nil
		},
		get: func(o *Options) string {
			if *of(o) == 0 {
				return ""
			}
			return strconv.FormatFloat(*of(o), 'g', -1, 64)
		},
	}
}

// integer is an option whose zero value is the default, so that another value,
// [AllTopics] or [NoHops], stands for the number 0 if that is none.
func integer(name, about string, fallback, least, most int, of func(*Options) *int) Option {
	const none = -1
	hasZero := least == 0 && fallback != 0
	return Option{
		Name: name, Kind: Integer, About: about, Default: strconv.Itoa(fallback), Least: float64(least), Most: float64(most),
		set: func(o *Options, s string) error {
			n, err := strconv.Atoi(s)
			switch {
			case err != nil:
				return wrong(name, "takes a whole number, not %q", s)
			case n < least: // which would be another number's zero value
				return wrong(name, "is %s, not %d", words.Range(float64(least), float64(most)), n)
			case n == 0 && hasZero:
				n = none
			}
			*of(o) = n
			return nil
		},
		get: func(o *Options) string {
			switch n := *of(o); {
			case n == 0:
				return ""
			case n == none && hasZero:
				return "0"
			default:
				return strconv.Itoa(n)
			}
		},
	}
}

// toggle is an option that is on by default, of a field that says that it is off.
func toggle(name, about string, off func(*Options) *bool) Option {
	return switched(name, about, true, off)
}

// turnOn is an option that is off by default, of a field that says that it is on.
func turnOn(name, about string, on func(*Options) *bool) Option {
	return switched(name, about, false, on)
}

// switched is an option that is true or false, of a field that tells that it is not
// the default.
func switched(name, about string, fallback bool, other func(*Options) *bool) Option {
	return Option{
		Name: name, Kind: Switch, About: about, Default: strconv.FormatBool(fallback),
		set: func(o *Options, s string) error {
			on, err := strconv.ParseBool(cmp.Or(s, "true"))
			if err != nil {
				return wrong(name, "takes true or false, not %q", s)
			}
			*other(o) = on != fallback
			return nil
		},
		get: func(o *Options) string { return strconv.FormatBool(*other(o) != fallback) },
	}
}

// setHighlight takes what getHighlight gives, and what people write.
func setHighlight(o *Options, s string) error {
	o.Highlight = inLines(s)
	return nil
}

// inLines are the names in a value that has one in each line.
func inLines(value string) (names []string) {
	for name := range strings.Lines(value) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// getHighlight puts a line break behind each name, for an ID may hold a comma.
func getHighlight(o *Options) string {
	var b strings.Builder
	for _, name := range o.Highlight {
		b.WriteString(name + "\n")
	}
	return b.String()
}

// InWords is a value as people read it: with commas where line breaks are.
func InWords(value string) string {
	return strings.ReplaceAll(strings.TrimSuffix(value, "\n"), "\n", ", ")
}

// setAspect takes width to height: "16:9" or "1.78".
func setAspect(o *Options, s string) error {
	w, h, hasHeight := strings.Cut(s, ":")
	if !hasHeight {
		h = "1"
	}
	width, err1 := strconv.ParseFloat(w, 64)
	height, err2 := strconv.ParseFloat(h, 64)
	ratio := width / height
	if err1 != nil || err2 != nil || !(ratio > 0) || math.IsInf(ratio, 0) {
		return wrong("aspect", "is a shape such as 16:9, not %q", s)
	}
	o.Aspect = ratio
	return nil
}

func setSize(o *Options, s string) (err error) {
	o.Size, err = parseSize(s)
	return err
}

func getAspect(o *Options) string {
	if o.Aspect == 0 {
		return ""
	}
	return fmt.Sprint(o.Aspect)
}
