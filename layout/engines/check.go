package engines

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
)

// Check tells whether an engine understands the options. The error is an
// [*layout.OptionError].
func Check(e layout.Engine, o layout.Options) error {
	for _, m := range measures {
		if v := m.of(o.Page); !(v >= 0) || math.IsInf(v, 0) {
			return &layout.OptionError{Option: m.name, Reason: fmt.Sprintf("is a positive number, not %g", v)}
		}
	}
	can := e.Capabilities()
	for _, m := range measures {
		if m.of(o.Page) > 0 && !m.has(can) {
			return &layout.OptionError{Option: m.name, Reason: refusal(e, m.has)}
		}
	}
	switch o.Prerequisites {
	case "", "auto", "chips", "none":
	case "lines":
		if lines := func(c layout.Capabilities) bool { return c.Prerequisites }; !lines(can) {
			return &layout.OptionError{Option: "prerequisites", Reason: "cannot be lines in " + nameOf(e) + ", but in " + namesOf(lines) + "; chips can be had everywhere"}
		}
	default:
		return &layout.OptionError{Option: "prerequisites", Reason: fmt.Sprintf("are auto, lines, chips or none, not %q", o.Prerequisites)}
	}
	firstSide := func(c layout.Capabilities) bool { return c.FirstSide }
	compact := func(c layout.Capabilities) bool { return c.Compact }
	switch {
	case o.Compact && !compact(can):
		return &layout.OptionError{Option: "compact", Reason: refusal(e, compact)}
	case o.FirstSide != "" && o.FirstSide != "left" && o.FirstSide != "right":
		return &layout.OptionError{Option: "first-side", Reason: fmt.Sprintf("is left or right, not %q", o.FirstSide)}
	case o.FirstSide == "right" && !can.FirstSide:
		return &layout.OptionError{Option: "first-side", Reason: refusal(e, firstSide)}
	case o.Direction == "" || slices.Contains(can.Directions, o.Direction):
		return nil
	case len(can.Directions) == 0:
		return &layout.OptionError{Option: "direction", Reason: "cannot be chosen in " + nameOf(e)}
	}
	return &layout.OptionError{Option: "direction", Reason: fmt.Sprintf("is %s in %s, not %q", strings.Join(can.Directions, " or "), nameOf(e), o.Direction)}
}

// Refused are the options of a page that an engine takes no value of but the default, in
// the order of the alphabet.
func Refused(e layout.Engine) []string {
	can := e.Capabilities()
	var refused []string
	for _, m := range measures {
		if !m.has(can) {
			refused = append(refused, m.name)
		}
	}
	for name, takes := range map[string]bool{"compact": can.Compact, "direction": len(can.Directions) > 1, "first-side": can.FirstSide} {
		if !takes {
			refused = append(refused, name)
		}
	}
	slices.Sort(refused)
	return refused
}

// measures are the numbers of a page, which only some engines take.
var measures = []struct {
	name string
	of   func(layout.Page) float64
	has  func(layout.Capabilities) bool
}{
	{"width", func(p layout.Page) float64 { return p.Width }, func(c layout.Capabilities) bool { return c.Width }},
	{"max-width", func(p layout.Page) float64 { return p.MaxWidth }, func(c layout.Capabilities) bool { return c.MaxWidth }},
	{"columns", func(p layout.Page) float64 { return float64(p.Columns) }, func(c layout.Capabilities) bool { return c.Columns }},
	{"aspect", func(p layout.Page) float64 { return p.Aspect }, func(c layout.Capabilities) bool { return c.Aspect }},
}

// keepsAspect tells whether a page has the shape that is asked for also within a
// width, for which its text may need too much height.
func keepsAspect(d *layout.Diagram, p layout.Page) error {
	const tolerance = 0.01
	if p.Aspect == 0 || p.MaxWidth == 0 && p.Width == 0 || math.Abs(d.Width/d.Height/p.Aspect-1) < tolerance {
		return nil
	}
	width := "max-width"
	if p.Width > 0 {
		width = "width"
	}
	return &layout.OptionError{Option: "aspect", Reason: fmt.Sprintf("cannot be kept with this %s: the page would be %.0f by %.0f px", width, d.Width, d.Height)}
}

// fillsAspect tells whether something is drawn on at least half of a side above
// [layout.MostSide], if a page has the shape that is asked for. Empty pixels take their time, too.
func fillsAspect(d *layout.Diagram, p layout.Page) error {
	if p.Aspect == 0 || max(d.Width, d.Height) <= layout.MostSide {
		return nil
	}
	low, high := layout.Point{X: math.Inf(1), Y: math.Inf(1)}, layout.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for i := range d.Boxes {
		b := &d.Boxes[i]
		low.X, low.Y = min(low.X, b.X), min(low.Y, b.Y)
		high.X, high.Y = max(high.X, b.X+b.W), max(high.Y, b.Y+b.H)
	}
	w, h := high.X-low.X, high.Y-low.Y
	if d.Width <= max(layout.MostSide, 2*w) && d.Height <= max(layout.MostSide, 2*h) {
		return nil
	}
	return &layout.OptionError{Option: "aspect", Reason: fmt.Sprintf("cannot be %g here: what is drawn takes %.0f by %.0f px, and a page is filled up to at most %d px", p.Aspect, w, h, layout.MostSide)}
}

// refusal says that an engine does not take an option, and names those that do.
func refusal(e layout.Engine, has func(layout.Capabilities) bool) string {
	return "is not for " + nameOf(e) + ", but for " + namesOf(has)
}

// namesOf names the engines with a capability.
func namesOf(has func(layout.Capabilities) bool) string {
	var names []string
	for _, name := range Names() {
		if has(table[name].Capabilities()) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// nameOf names an engine in a sentence.
func nameOf(e layout.Engine) string {
	for _, name := range Names() {
		if table[name] == e {
			return "the " + name + " layout"
		}
	}
	return "this layout"
}
