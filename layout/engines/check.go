package engines

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
)

// OptionError says which option a layout cannot follow, and what it can do instead.
type OptionError struct {
	Engine string // its name; empty for one that is not in the table
	Option string // the option's name in words, such as "direction"
	Hint   string
}

func (e *OptionError) Error() string {
	name := "this layout"
	if e.Engine != "" {
		name = "the " + e.Engine + " layout"
	}
	return fmt.Sprintf("%s does not take this %s: %s", name, e.Option, e.Hint)
}

// Check tells whether an engine understands the options. The error is an
// [*OptionError], or says which value makes no sense for any engine.
func Check(e layout.Engine, o layout.Options) error {
	for _, v := range []struct {
		name  string
		value float64
	}{{"width", o.Width}, {"greatest width", o.MaxWidth}, {"aspect", o.Aspect}, {"number of columns", float64(o.Columns)}} {
		if !(v.value >= 0) || math.IsInf(v.value, 0) {
			return fmt.Errorf("the %s is a positive number, not %g", v.name, v.value)
		}
	}
	can := e.Capabilities()
	if o.Direction != "" && !slices.Contains(can.Directions, o.Direction) {
		hint := "it has one direction only"
		if len(can.Directions) > 0 {
			hint = fmt.Sprintf("%q is not one of %s", o.Direction, strings.Join(can.Directions, ", "))
		}
		return &OptionError{nameOf(e), "direction", hint}
	}
	for _, f := range features {
		if f.asked(o) && !f.has(can) {
			return &OptionError{nameOf(e), f.name, takenBy(f)}
		}
	}
	return nil
}

// feature is an option that only some engines have.
type feature struct {
	name  string
	asked func(layout.Options) bool
	has   func(layout.Capabilities) bool
}

var features = []feature{
	{"width", func(o layout.Options) bool { return o.Width > 0 }, func(c layout.Capabilities) bool { return c.Width }},
	{"greatest width", func(o layout.Options) bool { return o.MaxWidth > 0 }, func(c layout.Capabilities) bool { return c.MaxWidth }},
	{"number of columns", func(o layout.Options) bool { return o.Columns > 0 }, func(c layout.Capabilities) bool { return c.Columns }},
	{"aspect", func(o layout.Options) bool { return o.Aspect > 0 }, func(c layout.Capabilities) bool { return c.Aspect }},
	{"first side", func(o layout.Options) bool { return o.FirstSide == "right" }, func(c layout.Capabilities) bool { return c.FirstSide }},
}

// takenBy names the engines that have a feature.
func takenBy(f feature) string {
	var names []string
	for _, name := range Names() {
		if f.has(table[name].Capabilities()) {
			names = append(names, name)
		}
	}
	return "it is for " + strings.Join(names, ", ")
}

// nameOf is the name of an engine in the table, or "".
func nameOf(e layout.Engine) string {
	for _, name := range Names() {
		if table[name] == e {
			return name
		}
	}
	return ""
}
