package themes

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// FileError is a mistake in a theme file.
type FileError struct {
	File         string
	Line, Column int // from 1; the column counts characters; 0 when not known
	Message      string
}

// Error is "file:line:column: message".
func (e *FileError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// maxFile bounds the size of a theme file in bytes.
const maxFile = 1 << 20

// Load reads a user's theme. The file name is for errors and gives the theme its
// name: "night" for "my/night.yaml". A mistake in the file is a [*FileError].
func Load(r io.Reader, filename string) (*Theme, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, &FileError{File: filename, Message: "not a theme: larger than 1 MB"}
	}
	entries, err := readYAML(data, filename)
	if err != nil {
		return nil, err
	}
	name := path.Base(strings.ReplaceAll(filename, `\`, "/"))
	return build(strings.TrimSuffix(name, path.Ext(name)), entries, builtinEntries)
}

// entry is one key of a theme file with all the keys above it, and its value.
type entry struct {
	keys  []key
	value string
	at    FileError // the value's place; no message
}

// key is one step of the way to a value. A dotted key has been cut at its dots.
type key struct {
	name string
	at   FileError
}

// fail is the error of a place in a file.
func fail(at FileError, format string, args ...any) error {
	at.Message = fmt.Sprintf(format, args...)
	return &at
}

// build makes the theme that the entries of a file describe. Parents are read
// by the function given, which answers nil for a theme that does not exist.
func build(name string, entries []entry, read func(name string) []entry) (*Theme, error) {
	chain := [][]entry{entries}
	seen := []string{}
	for {
		parent, ok := find(chain[len(chain)-1], "extends")
		if !ok {
			break
		}
		above := read(parent.value)
		if above == nil {
			return nil, fail(parent.at, "unknown theme %q%s", parent.value, didYouMean(parent.value, Names()))
		}
		if slices.Contains(seen, parent.value) {
			return nil, fail(parent.at, "the theme extends itself: %s", strings.Join(append(seen, parent.value), " → "))
		}
		seen = append(seen, parent.value)
		chain = append(chain, above)
	}
	b := builder{
		theme: &Theme{Name: name, Page: Color{255, 255, 255, 255}, states: map[selector][]setting{}},
		base:  map[string][]setting{},
	}
	for i, file := range slices.Backward(chain) {
		for _, e := range file {
			if err := b.add(e, i == 0); err != nil {
				return nil, err
			}
		}
	}
	return b.finish(), nil
}

func find(entries []entry, name string) (entry, bool) {
	for _, e := range entries {
		if len(e.keys) == 1 && e.keys[0].name == name {
			return e, true
		}
	}
	return entry{}, false
}

// builder collects the entries of a theme, the oldest ancestor's first.
type builder struct {
	theme *Theme
	base  map[string][]setting // of roles and families at rest
}

// add takes one entry. What a theme tells about itself is not inherited, but
// its page is.
func (b *builder) add(e entry, own bool) (err error) {
	if len(e.keys) > 1 {
		return b.addStyle(e)
	}
	switch name := e.keys[0].name; name {
	case "extends": // followed already
	case "page":
		if b.theme.Page, err = ParseColor(e.value); err == nil && b.theme.Page.A != 255 {
			err = fmt.Errorf("bad colour %q: a page is opaque", e.value)
		}
	case "dark":
		var dark bool
		if dark, err = parseFlag(e.value); own {
			b.theme.Dark = dark
		}
	case "twin":
		if own {
			b.theme.Twin = e.value
		}
	default:
		if slices.Contains(topKeys(), name) {
			return fail(e.at, "%s has keys of its own, such as fill", name)
		}
		return fail(e.keys[0].at, "unknown key %q%s", name, didYouMean(name, topKeys()))
	}
	if err != nil {
		return fail(e.at, "%v", err)
	}
	return nil
}

// addStyle takes an entry such as edge.next.done.shadow.dx: a role or family of
// one or two steps, perhaps a state, and a style's key of one or two steps.
func (b *builder) addStyle(e entry) error {
	keys := e.keys
	role, keys, ok := cut(keys, append(Roles(), boxFamily, edgeFamily))
	if !ok {
		name := keys[0].name
		return fail(keys[0].at, "unknown key %q%s", name, didYouMean(name, topKeys()))
	}
	state, keys, _ := cut(keys, States())
	leaf, rest, ok := cut(keys, styleKeys[:])
	if !ok || len(rest) > 0 {
		return unknownStyleKey(e, keys, rest, state)
	}
	v, err := parseSetting(leaf, e.value)
	if err != nil {
		return fail(e.at, "%v", err)
	}
	if state == "" {
		b.base[role] = append(b.base[role], v)
		return nil
	}
	s := selector{role, state}
	b.theme.states[s] = append(b.theme.states[s], v)
	return nil
}

// cut takes the first one or two keys off when they are one of the names. Two
// go first: "edge.next" is no "edge".
func cut(keys []key, names []string) (name string, rest []key, ok bool) {
	for n := min(2, len(keys)); n > 0; n-- {
		name := keys[0].name
		if n == 2 {
			name += "." + keys[1].name
		}
		if slices.Contains(names, name) {
			return name, keys[n:], true
		}
	}
	return "", keys, false
}

func unknownStyleKey(e entry, keys, rest []key, state string) error {
	if len(rest) > 0 {
		return fail(rest[0].at, "unknown key %q: %s has no keys of its own", rest[0].name, keys[0].name)
	}
	if len(keys) == 0 {
		return fail(e.at, "%s has keys of its own, such as fill", e.keys[len(e.keys)-1].name)
	}
	wrong, known := keys[0], slices.Clone(styleKeys[:])
	if state == "" {
		known = append(known, States()...)
	}
	if wrong.name == "shadow" || wrong.name == "textShadow" {
		if len(keys) == 1 {
			return fail(e.at, "%s has keys of its own: dx, dy, sigma and color", wrong.name)
		}
		wrong, known = keys[1], []string{"dx", "dy", "sigma", "color"}
	}
	return fail(wrong.at, "unknown key %q%s", wrong.name, didYouMean(wrong.name, known))
}

// topKeys are the keys that may open a line of a theme file.
func topKeys() []string {
	return append([]string{"extends", "dark", "twin", "page", boxFamily, edgeFamily}, Roles()...)
}

// finish puts families and roles together.
func (b *builder) finish() *Theme {
	b.theme.styles = make(map[string]Style, len(Roles()))
	for _, role := range Roles() {
		var s Style
		s.apply(b.base[familyOf(role)])
		if role == "part" { // looks like a section in themes that do not mention it
			s.apply(b.base["section"])
		}
		s.apply(b.base[role])
		b.theme.styles[role] = s
	}
	return b.theme
}
