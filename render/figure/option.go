package figure

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/formats"
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
	Formats     []string // the formats of figures that it is about; nil for all
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

// Set sets an option by its name to a value in words. The error is an
// [*OptionError]. Names that the course or the machine must know, of nodes,
// themes and layouts, are looked up by [New].
func (o *Options) Set(name, value string) error {
	option, ok := lookup(name)
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
		err = option.check(&changed)
	}
	if err == nil {
		*o = changed
	}
	return err
}

// Get is the option's value in words, or "" where it is the default.
func (option Option) Get(o *Options) string {
	if option.Name == "layout" {
		if _, sized := o.frame(); sized {
			return o.Layout // whose default is there what suits the page
		}
	}
	if value := option.get(o); value != option.Default {
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

// shapes tells whether the option says something of figures in a format.
func (option Option) shapes(format formats.Format) bool {
	return option.Formats == nil || slices.Contains(option.Formats, format.Name)
}

// check finds a value that makes no sense for any course.
func (option Option) check(o *Options) error {
	value := option.get(o)
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
