package themes

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// FileError is a mistake in a theme file.
type FileError struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`   // from 1; 0 when not known
	Column  int    `json:"column,omitempty"` // from 1, in characters; 0 when not known
	Message string `json:"message"`
}

// Error is "file:line:column: message".
func (e *FileError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// maxFile bounds the size of a theme file in bytes.
const maxFile = 64 << 10

// Load reads a user's theme. The file name is for errors and gives the theme its
// name: "night" for "my/night.yaml". A mistake in the file is a [*FileError];
// an error joins all that there are.
func Load(r io.Reader, filename string) (*Theme, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, &FileError{File: filename, Message: "not a theme: larger than 64 kB"}
	}
	name := path.Base(strings.ReplaceAll(filename, `\`, "/"))
	entries, err := readYAML(data)
	if err == nil {
		var t *Theme
		if t, err = build(strings.TrimSuffix(name, path.Ext(name)), entries, builtinEntries); err == nil {
			return t, nil
		}
	}
	nameFile(err, filename)
	return nil, err
}

// nameFile tells all the mistakes that an error joins which file they are in.
func nameFile(err error, name string) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			nameFile(e, name)
		}
	}
	if mistake, ok := err.(*FileError); ok {
		mistake.File = name
	}
}

// entry is one key of a theme file with all the keys above it, and its value.
type entry struct {
	keys  []key
	value string
	at    place // of the value
}

// key is one step of the way to a value. A dotted key has been cut at its dots.
type key struct {
	name string
	at   place
}

// place is a line and a column of the file that is being read.
type place struct{ line, column int }

// fail is the error of a place. Load adds the file's name.
func fail(at place, format string, args ...any) error {
	return &FileError{Line: at.line, Column: at.column, Message: fmt.Sprintf(format, args...)}
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
			return nil, fail(parent.at, "%s", nearest.Unknown("theme", parent.value, Names()))
		}
		if slices.Contains(seen, parent.value) {
			return nil, fail(parent.at, "the theme extends itself: %s", strings.Join(append(seen, parent.value), " → "))
		}
		seen = append(seen, parent.value)
		chain = append(chain, above)
	}
	count := 0
	for _, file := range chain {
		count += len(file)
	}
	b := builder{
		theme: &Theme{
			Name: name, Page: Color{255, 255, 255, 255},
			base: make(map[string][]setting, len(subjects)), states: make(map[selector][]setting, count/4),
		},
		settings: make([]setting, 0, count),
	}
	if parent, ok := find(entries, "extends"); ok {
		b.theme.parent, b.theme.parentAt = parent.value, parent.at
	}
	var mistakes []error
	for i, file := range slices.Backward(chain) {
		for _, e := range file {
			if err := b.add(e, i == 0); err != nil {
				mistakes = append(mistakes, err)
			}
		}
	}
	if mistakes != nil {
		return nil, errors.Join(mistakes...)
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
	theme    *Theme
	settings []setting // of all lists
	told     bool      // whether the theme is dark
}

// add takes one entry. What a theme tells about itself is not inherited, but
// its page is, and so are the colours of its icons.
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
		b.theme.pageAt = e.at
	case "dark":
		var dark bool
		if dark, err = parseFlag(e.value); own {
			b.theme.Dark, b.told = dark, true
		}
	case "icons":
		if b.theme.GreyIcons = e.value == "grey"; !b.theme.GreyIcons && e.value != "colour" {
			err = fmt.Errorf("icons are colour or grey, not %q", e.value)
		}
	case "twin":
		if own {
			b.theme.Twin, err = e.value, checkTwin(e.value)
		}
	default:
		if slices.Contains(openers(), name) {
			return fail(e.at, "%s has keys of its own, such as fill", name)
		}
		return fail(e.keys[0].at, "%s", nearest.Unknown("key", name, openers()))
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
	role, keys, ok := cut(keys, subjects[:])
	if !ok {
		name := keys[0].name
		return fail(keys[0].at, "%s", nearest.Unknown("key", name, openers()))
	}
	state, keys, _ := cut(keys, states[:])
	leaf, rest, ok := cut(keys, styleKeys[:])
	if !ok {
		return unknownStyleKey(e, keys, state)
	}
	if len(rest) > 0 {
		return fail(rest[0].at, "there is no key %q: %s has no keys of its own", rest[0].name, leaf)
	}
	v, err := parseSetting(leaf, e.value)
	if err != nil {
		return fail(e.at, "%v", err)
	}
	v.at = e.at
	if state == "" {
		b.theme.base[role] = b.append(b.theme.base[role], v)
		return nil
	}
	s := selector{role, state}
	b.theme.states[s] = b.append(b.theme.states[s], v)
	return nil
}

// append adds to one of the lists, in place if it is the last one.
func (b *builder) append(list []setting, v setting) []setting {
	from := len(b.settings) - len(list)
	if len(list) > 0 && &b.settings[from] != &list[0] {
		from = len(b.settings)
		b.settings = append(b.settings, list...)
	}
	b.settings = append(b.settings, v)
	return b.settings[from:]
}

// cut takes the first one or two keys off when they are one of the names. Two
// go first: "edge.next" is no "edge".
func cut(keys []key, words []Word) (name string, rest []key, ok bool) {
	for n := min(2, len(keys)); n > 0; n-- {
		for i := range words {
			name := words[i].Name
			if n == 1 && name == keys[0].name || n == 2 && isPath(name, keys[0].name, keys[1].name) {
				return name, keys[n:], true
			}
		}
	}
	return "", keys, false
}

// isPath tells whether a name is "first.second".
func isPath(name, first, second string) bool {
	return len(name) == len(first)+1+len(second) &&
		strings.HasPrefix(name, first) && name[len(first)] == '.' && strings.HasSuffix(name, second)
}

// unknownStyleKey says what is wrong with the keys that follow a role and,
// perhaps, a state.
func unknownStyleKey(e entry, keys []key, state string) error {
	if len(keys) == 0 {
		return fail(e.at, "%s has keys of its own, such as fill", e.keys[len(e.keys)-1].name)
	}
	wrong, known := keys[0], names(styleKeys[:])
	if state == "" {
		known = append(known, States()...)
	}
	if wrong.name == "shadow" || wrong.name == "textShadow" {
		if len(keys) == 1 {
			return fail(e.at, "%s has keys of its own: dx, dy, sigma and color", wrong.name)
		}
		wrong, known = keys[1], []string{"dx", "dy", "sigma", "color"}
	}
	return fail(wrong.at, "%s", nearest.Unknown("key", wrong.name, known))
}

// openers are the keys that may open a line of a theme file.
func openers() []string { return append(names(topKeys[:]), names(subjects[:])...) }

// checkTwin refuses names that are neither a built-in theme's nor a file's.
func checkTwin(name string) error {
	if strings.ContainsAny(name, `./\`) || slices.Contains(Names(), name) {
		return nil
	}
	return fmt.Errorf("%s; a theme's file is named as such: %s.yaml", nearest.Unknown("theme", name, Names()), name)
}

// finish puts families and roles together.
func (b *builder) finish() *Theme {
	if !b.told {
		b.theme.Dark = isDark(b.theme.Page)
	}
	b.theme.styles = make(map[string]Style, len(roles()))
	var all []setting
	for _, r := range roles() {
		all = b.theme.atRest(all[:0], r.Name)
		var s Style
		s.apply(all)
		b.theme.styles[r.Name] = s
	}
	return b.theme
}

// atRest appends the settings that the style of a role is made of.
func (t *Theme) atRest(all []setting, role string) []setting {
	all = append(all, t.base[familyOf(role)]...)
	switch role {
	case "part": // looks like a section in themes that do not mention it
		all = append(all, t.base["section"]...)
	case "legend": // has the colour of the title in themes that do not mention it
		for _, s := range t.base["title"] {
			if s.key == "text" {
				all = append(all, s)
			}
		}
	}
	return append(all, t.base[role]...)
}
