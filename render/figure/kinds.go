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
	"github.com/roadmapviz/roadmapviz/render/formats"
)

func single(option Option) Option {
	option.Single = true
	return option
}

// only is an option that is about figures in one format.
func only(format string, option Option) Option {
	option.Formats = []string{format}
	return option
}

// leading is an option that is about figures in which a click leads somewhere, of those
// that say how they were drawn.
func leading(option Option) Option {
	for _, f := range formats.All() {
		if f.Links && f.Carries {
			option.Formats = append(option.Formats, f.Name)
		}
	}
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
