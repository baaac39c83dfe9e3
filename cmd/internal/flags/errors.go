package flags

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Error says in the user's words what is wrong with an option.
func Error(set *pflag.FlagSet, err error) error {
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
		set.VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
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
		return AsFlag(option)
	case errors.As(err, &invalid):
		return invalidValue(invalid)
	}
	return err
}

// AsFlag is the error about an option of figures, with the option as its flag.
func AsFlag(err error) error {
	option, ok := err.(*figure.OptionError) // what is wrapped has been said where it stands
	if !ok {
		return err
	}
	text := option.Message
	if strings.HasPrefix(text, option.Option) {
		text = "--" + text
	}
	if len(option.Fits) > 0 {
		text += " (what fits: --" + strings.Join(option.Fits, ", or --") + ")"
	}
	return Usagef("%s", text)
}

// OfCourse is the error of making a figure of a course: what the course does not have
// is told with the course's name.
func OfCourse(name string, err error) error {
	var option *figure.OptionError
	switch {
	case errors.As(err, &option) && option.Err != nil:
		return Usagef("%s: --%s", name, option.Message)
	case errors.Is(err, figure.ErrNothing):
		return fmt.Errorf("%s: %w ('roadmapviz list --all' shows what was read)", name, err)
	}
	return AsFlag(err)
}

func invalidValue(e *pflag.InvalidValueError) error {
	f := e.GetFlag()
	switch f.Value.Type() {
	case "int", "int64", "float64":
		return fmt.Errorf("--%s takes a number, not %q", f.Name, e.GetValue())
	case "bool":
		return fmt.Errorf("--%s takes true or false, not %q", f.Name, e.GetValue())
	case "duration":
		return fmt.Errorf("--%s takes a time such as 30s or 2m, not %q", f.Name, e.GetValue())
	}
	var usage UsageError
	if errors.As(e, &usage) { // it says itself what there is
		return usage
	}
	return fmt.Errorf("--%s: %w", f.Name, e.Unwrap())
}
