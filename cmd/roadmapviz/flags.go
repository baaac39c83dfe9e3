package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// choice is the value of a flag that takes one of a few words.
type choice struct {
	value *string
	what  string // that is chosen, in a word
	names []string
}

func (c choice) String() string { return *c.value }
func (c choice) Type() string   { return "string" }

func (c choice) Set(name string) error {
	if !slices.Contains(c.names, name) {
		return unknown(c.what, name, c.names)
	}
	*c.value = name
	return nil
}

var textOrJSON = []string{"json", "text"}

// addFormat adds the flag for the format of a result: what is set already, or text.
func addFormat(cmd *cobra.Command, format *string, names []string, usage string) {
	*format = cmp.Or(*format, "text")
	cmd.Flags().VarP(choice{format, "format", names}, "format", "f", usage)
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// flagError says in the user's words what is wrong with an option.
func flagError(flags *pflag.FlagSet, err error) error {
	var missing *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	var option *figure.OptionError
	switch {
	case errors.As(err, &missing) && missing.GetSpecifiedShortnames() != "":
		return fmt.Errorf("there is no option -%s", missing.GetSpecifiedName())
	case errors.As(err, &missing):
		var names []string
		flags.VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		name := "--" + missing.GetSpecifiedName()
		text := fmt.Sprintf("there is no option %q", name)
		if hint := nearest.Hint(name, names); hint != "" {
			text += "; " + hint
		}
		return errors.New(text)
	case errors.As(err, &valueless):
		return fmt.Errorf("--%s needs a value", valueless.GetFlag().Name)
	case errors.As(err, &malformed):
		return fmt.Errorf("%s is no option", malformed.GetSpecifiedFlag())
	case errors.As(err, &option):
		return asFlag(option)
	case errors.As(err, &invalid):
		return invalidValue(invalid)
	}
	return err
}

// asFlag is the error about an option of figures, with the option as its flag.
func asFlag(err error) error {
	option, ok := err.(*figure.OptionError) // what is wrapped has been said where it stands
	if !ok {
		return err
	}
	text := option.Message
	if strings.HasPrefix(text, option.Option) {
		text = "--" + text
	}
	return usageError{errors.New(text)}
}

// blame is an error of making a figure of a course: what the course does not have
// is told with its name.
func (c *course) blame(err error) error {
	var option *figure.OptionError
	switch {
	case errors.As(err, &option) && option.Err != nil:
		return usageError{fmt.Errorf("%s: --%s", c.Name, option.Message)}
	case errors.Is(err, figure.ErrNothing):
		return fmt.Errorf("%s: %w", c.Name, err)
	}
	return asFlag(err)
}

func invalidValue(e *pflag.InvalidValueError) error {
	f := e.GetFlag()
	switch f.Value.Type() {
	case "int", "float64":
		return fmt.Errorf("--%s takes a number, not %q", f.Name, e.GetValue())
	case "bool":
		return fmt.Errorf("--%s takes true or false, not %q", f.Name, e.GetValue())
	}
	var usage usageError
	if errors.As(e, &usage) { // it says itself what there is
		return usage
	}
	return fmt.Errorf("--%s: %w", f.Name, e.Unwrap())
}
