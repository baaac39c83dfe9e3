package html

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// block are declarations of a part that some roles have in common in the same states.
type block struct {
	states       stateSet
	part         string
	roles        []string
	declarations []string
}

// write writes the rules for light pages, or what dark ones have otherwise. Roles that
// have a declaration in common share it.
func (s *sheet) write(night bool) string {
	var shared []block // of one declaration each
	for _, r := range s.rules {
		if r.night != night {
			continue
		}
		text := r.name + ":" + r.value
		at := slices.IndexFunc(shared, func(b block) bool {
			return b.states == r.states && b.part == r.part && b.declarations[0] == text
		})
		if at < 0 {
			shared = append(shared, block{r.states, r.part, []string{r.role}, []string{text}})
		} else {
			shared[at].roles = append(shared[at].roles, r.role)
		}
	}
	var blocks []block
	for _, one := range shared {
		at := slices.IndexFunc(blocks, func(b block) bool {
			return b.states == one.states && b.part == one.part && slices.Equal(b.roles, one.roles)
		})
		if at < 0 {
			blocks = append(blocks, one)
		} else {
			blocks[at].declarations = append(blocks[at].declarations, one.declarations...)
		}
	}
	// Within the same number of states the order of the theme's words decides.
	slices.SortStableFunc(blocks, func(a, b block) int { return a.states.compare(b.states) })
	var text strings.Builder
	for _, b := range blocks {
		text.WriteString(b.selector() + "{" + strings.Join(b.declarations, ";") + "}\n")
	}
	return text.String()
}

// selector is "g.topic.done .box". Every selector of as many states is as specific as
// any other.
func (b block) selector() string {
	var roles []string
	for _, role := range b.roles {
		roles = append(roles, "."+strings.TrimPrefix(role, "edge."))
	}
	selector := "g" + roles[0]
	if len(roles) > 1 {
		selector = "g:is(" + strings.Join(roles, ",") + ")"
	}
	for _, state := range b.states.names() {
		selector += "." + state
	}
	if b.part != "" {
		selector += " ." + b.part
	}
	return selector
}

// share is an opacity, cut to a step of 8 bits as colours are.
func share(of float64) string { return number(float64(int(255*of)) / 255) }

func (s *sheet) blur(of themes.Shadow) string {
	if of.Sigma == 0 {
		return "none"
	}
	return "blur(" + s.px(of.Sigma) + ")"
}

func (s *sheet) dash(of themes.Style) string {
	if len(of.Dash) == 0 {
		return "none"
	}
	var all []string
	for _, d := range of.Dash {
		all = append(all, s.px(d))
	}
	return strings.Join(all, " ")
}

// px is a length as the figure has it.
func (s *sheet) px(l float64) string {
	if s.view != (layout.View{}) {
		l = layout.Snap(s.view.Length(l))
	}
	n := number(l)
	if n == "0" {
		return n
	}
	return n + "px"
}

// number is a number of CSS, with at most two decimals.
func number(v float64) string {
	n := string(layout.AppendNumber(nil, v))
	if strings.HasPrefix(n, "0.") {
		return n[1:]
	}
	return n
}

// color is a colour of CSS: "#rgb", "#rrggbb", "#rrggbbaa" or "none".
func color(c themes.Color) string {
	if c.A == 0 {
		return "none"
	}
	hex := c.String()
	if c.A == 255 && c.R%17 == 0 && c.G%17 == 0 && c.B%17 == 0 {
		return string([]byte{'#', hex[1], hex[3], hex[5]})
	}
	return hex
}
