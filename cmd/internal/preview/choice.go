package preview

import (
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// choice is what was chosen in a page: values of options in words, by their names.
type choice map[string][]string

// formatKey stands in the address of a page for the format that it shows.
const formatKey = "format"

// shown are the formats that a page can show, the first unless another is chosen.
var shown = []string{"svg", "html", "png"}

// Formats are the names of the formats that a page can show, the first unless another
// is chosen.
func Formats() []string { return slices.Clone(shown) }

// choose reads the query of an address. The error is a [*figure.OptionError].
func choose(query url.Values) (c choice, format formats.Format, err error) {
	c = choice{}
	format, _ = formats.Lookup(shown[0])
	for _, name := range slices.Sorted(maps.Keys(query)) {
		values := slices.DeleteFunc(slices.Clone(query[name]), func(v string) bool { return v == "" })
		_, isOption := figure.Lookup(name)
		switch {
		case len(values) == 0:
		case name == formatKey:
			if !slices.Contains(shown, values[0]) {
				return nil, format, &figure.OptionError{Option: name, Message: nearest.Unknown(name, values[0], shown)}
			}
			format, _ = formats.Lookup(values[0])
		case isOption:
			c[name] = values
		default:
			err := (&figure.Options{}).Set(name, values[0])
			return nil, format, err
		}
	}
	return c, format, nil
}

// has tells whether an option is chosen.
func (c choice) has(name string) bool { return len(c[name]) > 0 }

// isSet tells whether the user says an option, in the page or on the command line.
func (p *Preview) isSet(c choice) func(name string) bool {
	return func(name string) bool { return c.has(name) || p.config.Set(name) }
}

// options are those of the command line with those that are chosen in their place. Files
// are in the working folder, whatever links lead out of it.
func (p *Preview) options(c choice) (figure.Options, error) {
	o := p.config.Options
	for _, option := range figure.Table() {
		if !c.has(option.Name) {
			continue
		}
		switch option.Name { // lists, which are added to
		case "part":
			o.Parts = nil
		case "font":
			o.FontFiles = nil
		}
		for _, value := range c[option.Name] {
			if err := setChosen(&o, option, value); err != nil {
				return o, err
			}
		}
	}
	return o, nil
}

// setChosen sets an option as the command line does, to nothing outside of the working
// folder.
func setChosen(o *figure.Options, option figure.Option, value string) error {
	if !option.NamesFile(value) {
		return option.Set(o, value)
	}
	value = strings.ReplaceAll(value, `\`, "/")
	scratch := *o
	if err := option.SetAt(&scratch, value, figure.Place{FS: files.FS(".")}); err != nil {
		return &figure.OptionError{Option: option.Name, Message: err.Error(), Err: err}
	}
	folder, name := filepath.Split(value)
	return option.SetAt(o, "./"+name, figure.Place{FS: files.FS(filepath.Clean(folder)), Prefix: filepath.ToSlash(folder)})
}

// said are the options that the user says, with their values in words, in the order of
// the table: those of the page, and else those of the command line.
func (p *Preview) said(c choice) []saying {
	var all []saying
	base := p.config.Options
	for _, option := range figure.Table() {
		values := c[option.Name]
		if len(values) == 0 && p.config.Set(option.Name) {
			values = spoken(option, &base)
		}
		if len(values) > 0 {
			all = append(all, saying{option, values})
		}
	}
	return all
}

// saying is an option with its values in words.
type saying struct {
	figure.Option
	values []string
}

// spoken are the values of an option as a command line has them.
func spoken(option figure.Option, o *figure.Options) []string {
	switch value := option.Get(o); {
	case option.Name == "part":
		return o.Parts
	case option.Name == "font":
		var paths []string
		for _, f := range o.FontFiles {
			paths = append(paths, f.String())
		}
		return paths
	case option.Name == "theme" && o.ThemeFile() != "":
		return workspace.NamedFiles(&figure.Options{Theme: o.Theme, Machine: o.Machine})
	case option.Name == "progress" && value != "":
		return workspace.NamedFiles(&figure.Options{Progress: o.Progress, Machine: o.Machine})
	case value != "":
		return []string{figure.InWords(value)}
	case option.Kind == figure.Switch || option.Kind == figure.Integer || slices.Contains(option.Values, option.Default):
		return []string{option.Default} // which is said to overrule the settings
	}
	return nil
}

// key is the choice as one text.
func (c choice) key() string { return url.Values(c).Encode() }
