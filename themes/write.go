package themes

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// YAML is the theme as a file that [Load] reads: every role with the value of
// each of its keys, then what the states change. What it extends has been put
// in. The twin is named as it was.
func (t *Theme) YAML() []byte {
	w := fileWriter{theme: t}
	w.head("")
	for _, r := range roles() {
		w.line(r.Name, restOf(t, r.Name), "")
	}
	for _, state := range states {
		for _, of := range subjects {
			w.line(of.Name+"."+state.Name, t.states[selector{of.Name, state.Name}], "")
		}
	}
	return w.Bytes()
}

// Starter is a theme's file to begin with: its colours, in the order of their
// roles, with a comment on each, and of the rest what differs from the theme
// that it extends. A built-in theme is extended, not copied.
func (t *Theme) Starter() []byte {
	parent := t.parent
	if _, builtIn := Lookup(t.Name); builtIn && !t.Derived {
		parent = t.Name
	}
	base, ok := Lookup(parent)
	if !ok {
		base = &Theme{}
	}
	w := fileWriter{theme: t}
	w.WriteString("# All roles, states and keys: https://github.com/roadmapviz/roadmapviz/blob/main/docs/themes.md\n")
	w.head(parent)
	for _, r := range roles() {
		was := base.styles[r.Name]
		w.line(r.Name, own(restOf(t, r.Name), was.get), r.About)
	}
	for _, state := range states {
		about := state.About
		for _, of := range subjects {
			at := selector{of.Name, state.Name}
			settings := own(compact(t.states[at]), func(key string) setting {
				for _, v := range slices.Backward(base.states[at]) {
					if v.key == key {
						return v
					}
				}
				return setting{}
			})
			if len(settings) > 0 && about != "" {
				w.WriteString("\n# " + state.Name + ": " + about + "\n")
				about = ""
			}
			w.line(of.Name+"."+state.Name, settings, "")
		}
	}
	return w.Bytes()
}

// own are the settings of a starter: colours, and what is not as it was.
func own(settings []setting, was func(key string) setting) []setting {
	return slices.DeleteFunc(settings, func(v setting) bool {
		old := was(v.key)
		return old.key == v.key && old.String() == v.String() && (!v.isColor() || v.color == Color{})
	})
}

// Mark is an icon's name in a theme's file.
type Mark struct {
	Name         string
	Line, Column int // 0 where it is inherited
}

// Marks are the marks that the theme gives its states and roles, in the order of
// [Words]. Whether there is an icon of that name is not looked at here.
func (t *Theme) Marks() []Mark {
	var all []Mark
	add := func(settings []setting) {
		for _, v := range compact(settings) {
			if v.key == "mark" && v.word != "" {
				all = append(all, Mark{v.word, v.at.line, v.at.column})
			}
		}
	}
	for _, r := range roles() {
		add(t.atRest(nil, r.Name))
	}
	for _, state := range states {
		for _, of := range subjects {
			add(t.states[selector{of.Name, state.Name}])
		}
	}
	return all
}

// restOf are the settings of a role at rest: those that its family has a use for,
// and what is set besides.
func restOf(t *Theme, role string) []setting {
	s := t.styles[role]
	var all []setting
	for _, w := range styleKeys {
		if v := s.get(w.Name); uses(role, w.Name) || v.String() != (setting{key: w.Name}).String() {
			all = append(all, v)
		}
	}
	return all
}

// uses tells whether a key of a role is drawn.
func uses(role, key string) bool {
	line := key == "stroke" || key == "width" || key == "dash"
	switch {
	case familyOf(role) == edgeFamily:
		return line || key == "arrow"
	case role == "title":
		return key == "text" || strings.HasPrefix(key, "textShadow.")
	case role == "group":
		return line || key == "fill" || key == "radius" || strings.HasPrefix(key, "shadow.")
	}
	return key != "arrow"
}

// compact leaves of several settings of a key the last one, and brings them into
// the order of the keys.
func compact(settings []setting) []setting {
	var all []setting
	for _, w := range styleKeys {
		for _, v := range slices.Backward(settings) {
			if v.key == w.Name {
				all = append(all, v)
				break
			}
		}
	}
	return all
}

// fileWriter writes a theme's file.
type fileWriter struct {
	bytes.Buffer
	theme *Theme
}

// head writes what stands at the top of the file.
func (w *fileWriter) head(parent string) {
	if parent != "" {
		w.WriteString("extends: " + parent + "\n")
	}
	w.WriteString("dark: " + strconv.FormatBool(w.theme.Dark) + "\n")
	if w.theme.Twin != "" {
		w.WriteString("twin: " + quoted(w.theme.Twin) + "\n")
	}
	if base, _ := Lookup(parent); w.theme.GreyIcons {
		w.WriteString("icons: grey\n")
	} else if base != nil && base.GreyIcons {
		w.WriteString("icons: colour\n")
	}
	w.WriteString("page: " + quoted(w.theme.Page.String()) + "\n\n")
}

// line writes the settings of a role or family, if there are any.
func (w *fileWriter) line(of string, settings []setting, about string) {
	settings = compact(settings)
	if len(settings) == 0 {
		return
	}
	if about != "" {
		w.WriteString("# " + about + "\n")
	}
	w.WriteString(of + ": {")
	open := ""
	for i, v := range settings {
		group, key, nested := strings.Cut(v.key, ".")
		if !nested {
			group, key = "", v.key
		}
		if open != "" && open != group {
			w.WriteString("}")
			open = ""
		}
		if i > 0 {
			w.WriteString(", ")
		}
		if group != "" && open == "" {
			w.WriteString(group + ": {")
			open = group
		}
		w.WriteString(key + ": " + v.String())
	}
	if open != "" {
		w.WriteString("}")
	}
	w.WriteString("}\n")
}

// String is the value as a theme's file writes it.
func (v setting) String() string {
	switch last := lastStep(v.key); {
	case v.isColor() && v.color == Color{}, last == "mark" && v.word == "":
		return "none"
	case v.isColor():
		return quoted(v.color.String())
	case last == "mark":
		return quoted(v.word)
	case last == "dash":
		var all []string
		for _, x := range v.dash {
			all = append(all, number(x))
		}
		return "[" + strings.Join(all, ", ") + "]"
	case last == "arrow":
		return strconv.FormatBool(v.flag)
	}
	return number(v.number)
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// quoted is a string of YAML, whose escapes are those of Go.
func quoted(s string) string { return strconv.Quote(s) }

// MarshalJSON writes the same as YAML does: an object with name, dark, twin, page
// and styles, which holds an object for each role, and for each role or family in
// a state ("box.done"). Colours are strings as in YAML, "none" among them.
func (t *Theme) MarshalJSON() ([]byte, error) {
	styles := map[string]map[string]any{}
	add := func(of string, settings []setting) {
		for _, v := range settings {
			at := styles[of]
			if at == nil {
				at = map[string]any{}
				styles[of] = at
			}
			if group, _, nested := strings.Cut(v.key, "."); nested {
				inner, ok := at[group].(map[string]any)
				if !ok {
					inner = map[string]any{}
					at[group] = inner
				}
				at = inner
			}
			at[lastStep(v.key)] = v.value()
		}
	}
	for _, r := range roles() {
		add(r.Name, restOf(t, r.Name))
	}
	for at, settings := range t.states {
		add(at.role+"."+at.state, settings)
	}
	return json.Marshal(struct {
		Name   string                    `json:"name"`
		Dark   bool                      `json:"dark"`
		Twin   string                    `json:"twin,omitempty"`
		Page   Color                     `json:"page"`
		Styles map[string]map[string]any `json:"styles"`
	}{t.Name, t.Dark, t.Twin, t.Page, styles})
}

// value is the value as JSON has it.
func (v setting) value() any {
	switch last := lastStep(v.key); {
	case v.isColor():
		return v.color
	case last == "mark" && v.word == "":
		return "none"
	case last == "mark":
		return v.word
	case last == "dash":
		return append([]float64{}, v.dash...)
	case last == "arrow":
		return v.flag
	}
	return v.number
}

// MarshalText makes a colour a string in JSON.
func (c Color) MarshalText() ([]byte, error) { return []byte(c.String()), nil }
