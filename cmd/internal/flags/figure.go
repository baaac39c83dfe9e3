package flags

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Figure is the flag of an option of figures.
type Figure struct {
	*figure.Option
	Options *figure.Options // which it sets
}

func (f Figure) String() string {
	if f.Options == nil { // as package pflag asks of a flag that is none yet
		return ""
	}
	return f.Get(f.Options)
}

// Type is the word for values in the help.
func (f Figure) Type() string {
	return map[figure.Kind]string{figure.Number: "float", figure.Integer: "int", figure.Switch: "bool", figure.Text: "string", figure.Ratio: "string", figure.Sides: "string", figure.List: "stringArray"}[f.Kind]
}

// Set sets the option. A file that it names may lie anywhere, for it is the user
// who names it.
func (f Figure) Set(value string) error {
	if !f.NamesFile(value) {
		return f.Option.Set(f.Options, value)
	}
	folder, name := filepath.Split(value)
	return f.SetAt(f.Options, "./"+name, figure.Place{FS: os.DirFS(filepath.Clean(folder)), Prefix: filepath.ToSlash(folder)})
}

// AddFigure adds a flag for each option of figures, but for those of some names.
func AddFigure(cmd *cobra.Command, o *figure.Options, without ...string) {
	table := figure.Table()
	for i := range table {
		if option := &table[i]; !slices.Contains(without, option.Name) {
			addOption(cmd, Figure{option, o})
		}
	}
}

// AddOption adds the flag of one option of figures.
func AddOption(cmd *cobra.Command, o *figure.Options, name string) {
	option, _ := figure.Lookup(name)
	addOption(cmd, Figure{&option, o})
}

func addOption(cmd *cobra.Command, f Figure) {
	flag := cmd.Flags().VarPF(f, f.Name, f.Short, usage(f.Option))
	switch {
	case f.Kind == figure.Switch:
		flag.NoOptDefVal = "true"
	case f.Name == "part":
		cmd.RegisterFlagCompletionFunc(f.Name, CompleteNodes(graph.Part, graph.Section))
	case f.Name == "focus":
		cmd.RegisterFlagCompletionFunc(f.Name, CompleteNodes(graph.Part, graph.Section, graph.Topic))
	case f.Values != nil:
		file := cobra.ShellCompDirectiveNoFileComp
		if f.Name == "theme" {
			file = cobra.ShellCompDirectiveDefault
		}
		cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(f.Values, file))
	}
}

// usage says in the help what an option is.
func usage(option *figure.Option) string {
	text := option.About
	if option.Values != nil && option.Name != "text" {
		text += ": " + strings.Join(option.Values, ", ")
	}
	if option.Kind == figure.List {
		text += " (repeatable)"
	}
	return text + " (default " + option.Default + ")"
}

// ShowOnly hides the flags of figures and of the machine in the help, but for those of
// some names.
func ShowOnly(set *pflag.FlagSet, names ...string) {
	for _, name := range append(figure.Names(), machineNames[:]...) {
		if !slices.Contains(names, name) {
			set.Lookup(name).Hidden = true
		}
	}
}

// Changed tells which of a command's flags the user has set.
func Changed(set *pflag.FlagSet) func(name string) bool {
	return func(name string) bool { return set.Changed(name) }
}

// ForNone is an option that the user has set and that is about none of some formats, if
// there is one: whoever gives it means another output. What settings say is for all
// figures.
func ForNone(set *pflag.FlagSet, formats []string) (option figure.Option, found bool) {
	for _, name := range figure.Names() {
		if !set.Changed(name) {
			continue
		}
		option, _ := figure.Lookup(name)
		of := option.Formats
		if of != nil && !slices.ContainsFunc(of, func(name string) bool { return slices.Contains(formats, name) }) {
			return option, true
		}
	}
	return option, false
}
