package main

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
)

// flagError says in the user's words what is wrong with an option.
func flagError(flags *pflag.FlagSet, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		var names []string
		flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := graph.Nearest(unknown.GetSpecifiedName(), names); near != "" {
			return fmt.Errorf("there is no option --%s; did you mean --%s?", unknown.GetSpecifiedName(), near)
		}
		return fmt.Errorf("there is no option --%s", unknown.GetSpecifiedName())
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		switch f.Value.Type() {
		case "int", "float64":
			return fmt.Errorf("--%s takes a number, not %q", f.Name, invalid.GetValue())
		case "bool":
			return fmt.Errorf("--%s takes true or false, not %q", f.Name, invalid.GetValue())
		}
	}
	return err
}
