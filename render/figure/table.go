package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

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
	Format  string   // the format of figures that it is about; "" for all
	// Single tells that it is about one figure, and not how figures look: a
	// configuration does not have it.
	Single bool

	set func(*Options, string) error
	get func(*Options) string
}

// Kind is what the values of an option are.
type Kind string

const (
	Text    Kind = "text"
	Number  Kind = "number"
	Integer Kind = "integer"
	Switch  Kind = "switch" // true or false
	List    Kind = "list"   // of texts, which are set one by one
)

// table is a function so that nothing runs before it is asked for.
func table() []Option {
	return []Option{
		list("part", "p", "draw only this part or section: its id, title, or a word of it", "all", func(o *Options) *[]string { return &o.Parts }),
		named("theme", "t", "theme: one of the built-in ones, or a YAML file", "course", themes.Names(), func(o *Options) *string { return &o.Theme }),
		named("mode", "", "kind of page: the twin of the theme where that is for the other", "the theme's own", []string{"light", "dark"}, func(o *Options) *string { return &o.Mode }),
		named("layout", "", "how the course is laid out", engines.Default, Layouts(), func(o *Options) *string { return &o.Layout }),
		number("width", "width of the page in px", "960", func(o *Options) *float64 { return &o.Width }),
		integer("max-topics", "draw at most so many topics a section and count the rest; 0 draws all", DefaultTopics, AllTopics, func(o *Options) *int { return &o.MaxTopics }),
		integer("depth", "levels of topics to draw", 1, 0, func(o *Options) *int { return &o.Depth }),
		named("direction", "", "where a tree grows", "the layout's own", []string{"right", "down", "both"}, func(o *Options) *string { return &o.Direction }),
		integer("columns", "columns of cards; 0 is as many as fit", 0, 0, func(o *Options) *int { return &o.Columns }),
		{Name: "aspect", Kind: Text, About: "shape of the page to aim at, such as 16:9", Default: "as it comes", set: setAspect, get: getAspect},
		number("max-width", "greatest width of the page in px", "any", func(o *Options) *float64 { return &o.MaxWidth }),
		named("first-side", "", "column of the first section", "left", []string{"left", "right"}, func(o *Options) *string { return &o.FirstSide }),
		toggle("reduce", "leave out the prerequisites that follow from others", func(o *Options) *bool { return &o.Redundant }),
		{Name: "highlight", Kind: Text, Single: true, About: "set these elements off and dim the rest: ids or titles, with commas between", Default: "none",
			set: func(o *Options, s string) error { o.Highlight = s; return nil }, get: func(o *Options) string { return o.Highlight }},
		{Name: "focus", Kind: Text, Single: true, About: "draw only what is near this element: its id, title, or a word of it", Default: "all",
			set: func(o *Options, s string) error { o.Focus = s; return nil }, get: func(o *Options) string { return o.Focus }},
		single(integer("hops", "with focus: how many edges away, in either direction", 1, NoHops, func(o *Options) *int { return &o.Hops })),
		toggle("icons", "draw icons", func(o *Options) *bool { return &o.NoIcons }),
		{Name: "base-url", Kind: Text, About: "address of the document, from which its links lead", Default: "links lead from the figure's file",
			set: func(o *Options, s string) error { o.BaseURL = s; return nil }, get: func(o *Options) string { return o.BaseURL }},
		only("png", integer("scale", "PNG pixels for each px: 1, 2 or 3", 1, 0, func(o *Options) *int { return &o.Scale })),
		only("svg", named("text", "", "SVG text: embed (the font travels with it), system (the viewer's fonts) or paths", "embed", formats.TextModes(), func(o *Options) *string { return &o.Text })),
		only("svg", single(Option{Name: "id-prefix", Kind: Text, About: "put before every SVG id, for several figures in one page", Default: "nothing",
			set: func(o *Options, s string) error { o.IDPrefix = s; return nil }, get: func(o *Options) string { return o.IDPrefix }})),
	}
}

// Table describes all options, in the order in which they are documented.
func Table() []Option { return table() }

// Names are the names of all options, in the order of [Table].
func Names() []string {
	var names []string
	for _, option := range table() {
		names = append(names, option.Name)
	}
	return names
}

// Layouts are the names of all layouts, sorted, those too for which a Machine has
// to have an engine.
func Layouts() []string {
	names := append(engines.Names(), graphviz.Names()...)
	slices.Sort(names)
	return names
}

// Lookup is the option of that name.
func Lookup(name string) (Option, bool) {
	all := table()
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

// Set sets the option, as [Options.Set] does.
func (option Option) Set(o *Options, value string) error {
	if err := option.set(o, value); err != nil {
		return err
	}
	return option.checkChoice(*o)
}

// Get is the option's value in words, or "" where it is the default.
func (option Option) Get(o Options) string {
	if value := option.get(&o); value != option.Default {
		return value
	}
	return ""
}

// openChoices are the options whose values are looked up when they are needed: a
// theme may be a file, and errors about a layout say more.
var openChoices = []string{"theme", "layout"}

func (option Option) checkChoice(o Options) error {
	value := option.get(&o)
	if option.Values == nil || value == "" || slices.Contains(openChoices, option.Name) || slices.Contains(option.Values, value) {
		return nil
	}
	return wrong(option.Name, "is %s, not %q", words.Either(option.Values), value)
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

func named(name, short, about, fallback string, values []string, of func(*Options) *string) Option {
	return Option{
		Name: name, Short: short, Kind: Text, About: about, Default: fallback, Values: values,
		set: func(o *Options, s string) error { *of(o) = s; return nil },
		get: func(o *Options) string { return *of(o) },
	}
}

func number(name, about, fallback string, of func(*Options) *float64) Option {
	return Option{
		Name: name, Kind: Number, About: about, Default: fallback,
		set: func(o *Options, s string) (err error) {
			n, err := strconv.ParseFloat(s, 64)
			if err != nil {
				return wrong(name, "takes a number, not %q", s)
			}
			*of(o) = n
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

// integer is an option whose zero value is the default, so that another value
// stands for the number 0 if that can be asked for.
func integer(name, about string, fallback, zero int, of func(*Options) *int) Option {
	return Option{
		Name: name, Kind: Integer, About: about, Default: strconv.Itoa(fallback),
		set: func(o *Options, s string) error {
			n, err := strconv.Atoi(s)
			least := 0
			if zero == 0 {
				least = min(fallback, 1)
			}
			switch {
			case err != nil:
				return wrong(name, "takes a whole number, not %q", s)
			case n < least:
				return wrong(name, "counts from %d, not %d", least, n)
			case n == 0:
				n = zero
			}
			*of(o) = n
			return nil
		},
		get: func(o *Options) string {
			switch n := *of(o); n {
			case 0:
				return ""
			case zero:
				return "0"
			default:
				return strconv.Itoa(n)
			}
		},
	}
}

// toggle is an option that is on by default, of a field that says that it is off.
func toggle(name, about string, off func(*Options) *bool) Option {
	return Option{
		Name: name, Kind: Switch, About: about, Default: "true",
		set: func(o *Options, s string) error {
			on, err := strconv.ParseBool(cmp.Or(s, "true"))
			if err != nil {
				return wrong(name, "takes true or false, not %q", s)
			}
			*off(o) = !on
			return nil
		},
		get: func(o *Options) string { return strconv.FormatBool(!*off(o)) },
	}
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

func getAspect(o *Options) string {
	if o.Aspect == 0 {
		return ""
	}
	return fmt.Sprint(o.Aspect)
}
