package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/cmd/internal/workspace"
	"github.com/roadmapviz/roadmapviz/internal/words"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// optionFlag is the flag of an option of figures.
type optionFlag struct {
	figure.Option
	all *figure.Options
}

func (f optionFlag) String() string {
	if f.all == nil { // as package pflag asks of a flag that is none yet
		return ""
	}
	return f.Get(*f.all)
}

// Type is the word for values in the help.
func (f optionFlag) Type() string {
	return map[figure.Kind]string{figure.Number: "float", figure.Integer: "int", figure.Switch: "bool", figure.Text: "string", figure.Ratio: "string", figure.Sides: "string", figure.List: "stringArray"}[f.Kind]
}

// Set sets the option. A file that it names may lie anywhere, for it is the user
// who names it.
func (f optionFlag) Set(value string) error {
	if !f.NamesFile(value) {
		return f.Option.Set(f.all, value)
	}
	folder, name := filepath.Split(value)
	return f.SetAt(f.all, "./"+name, figure.Place{FS: os.DirFS(filepath.Clean(folder)), Prefix: filepath.ToSlash(folder)})
}

// addFigureFlags adds a flag for each option of figures, but for those of some
// names.
func addFigureFlags(cmd *cobra.Command, o *figure.Options, without ...string) {
	leave := map[string]bool{}
	for _, name := range without {
		leave[name] = true
	}
	for _, option := range figure.Table() {
		if leave[option.Name] {
			continue
		}
		f := cmd.Flags().VarPF(optionFlag{option, o}, option.Name, option.Short, flagUsage(option))
		switch {
		case option.Kind == figure.Switch:
			f.NoOptDefVal = "true"
		case option.Values != nil:
			file := cobra.ShellCompDirectiveNoFileComp
			if option.Name == "theme" {
				file = cobra.ShellCompDirectiveDefault
			}
			cmd.RegisterFlagCompletionFunc(option.Name, cobra.FixedCompletions(option.Values, file))
		}
	}
}

// checkFormats refuses a flag that is about formats in which nothing is written: whoever
// gives it means another output. What settings say is for all figures.
func checkFormats(flags *pflag.FlagSet, outputs []string, format string) error {
	var written []string
	for _, out := range outputs {
		f, err := formatOf(out, format)
		if err != nil {
			return err
		}
		written = append(written, f.Name)
	}
	for _, option := range figure.Table() {
		isWritten := func(name string) bool { return slices.Contains(written, name) }
		if of := option.Formats; of != nil && flags.Changed(option.Name) && !slices.ContainsFunc(of, isWritten) {
			return usagef("--%s is for %s files, and none is written: leave it out, or add -o NAME.%s", option.Name, words.Either(of), of[0])
		}
	}
	return nil
}

// flagUsage says in the help what an option is.
func flagUsage(option figure.Option) string {
	text := option.About
	if option.Values != nil && option.Name != "text" {
		text += ": " + strings.Join(option.Values, ", ")
	}
	if option.Kind == figure.List {
		text += " (repeatable)"
	}
	return text + " (default " + option.Default + ")"
}

// showOnly hides the flags of figures and of the machine in the help, but for those of
// some names.
func showOnly(flags *pflag.FlagSet, names ...string) {
	for _, name := range append(figure.Names(), machineFlags[:]...) {
		if !slices.Contains(names, name) {
			flags.Lookup(name).Hidden = true
		}
	}
}

// changed tells which of a command's flags the user has set.
func changed(flags *pflag.FlagSet) func(name string) bool {
	return func(name string) bool { return flags.Changed(name) }
}

// machineOptions are the flags for what depends on the machine.
type machineOptions struct {
	graphviz    graphvizOptions
	systemFonts string
}

// machineFlags are their names.
var machineFlags = [...]string{"graphviz", "graphviz-helper", "system-fonts"}

func (o *machineOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	o.graphviz.addFlags(f)
	f.StringVar(&o.systemFonts, "system-fonts", "auto", "fonts of this machine for scripts that the embedded ones lack: auto or never")
	cmd.RegisterFlagCompletionFunc("graphviz", cobra.FixedCompletions([]string{"helper", "system"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("system-fonts", cobra.FixedCompletions([]string{"auto", "never"}, cobra.ShellCompDirectiveNoFileComp))
}

// set puts what the flags say into the options of a figure.
func (o *machineOptions) set(m *figure.Machine) error {
	if o.systemFonts != "auto" && o.systemFonts != "never" {
		return usagef("--system-fonts is auto or never, not %q", o.systemFonts)
	}
	if err := o.graphviz.set(); err != nil {
		return err
	}
	if o.systemFonts == "auto" {
		m.Fonts = workspace.SystemFonts()
	}
	m.Engine = o.graphviz.Engine
	return nil
}

// formatOf is the format of an output: by its extension, or --format for
// stdout and for names whose extension says nothing. The two must not
// contradict each other, for a PNG in a file called .svg helps nobody.
func formatOf(output, name string) (formats.Format, error) {
	switch byExt, known := formats.ByExtension(output); {
	case known && name != "" && name != byExt.Name:
		return byExt, usagef("--format %s does not fit the name %s", name, output)
	case known:
		return byExt, nil
	case name == "" && output == "-":
		name = "svg"
	case name == "" && filepath.Ext(output) == "":
		return formats.Format{}, usagef("%s has no extension to tell the format by; add %s, or give --format", output, words.Either(extensions()))
	case name == "":
		name = strings.ToLower(filepath.Ext(output)[1:])
	}
	if f, ok := formats.Lookup(name); ok {
		return f, nil
	}
	return formats.Format{}, unknown("format", name, formats.Names())
}

// extensions are those of the formats of figures.
func extensions() (all []string) {
	for _, f := range formats.All() {
		all = append(all, f.Extensions[0])
	}
	return all
}
