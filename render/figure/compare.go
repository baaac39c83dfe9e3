package figure

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// The names under which a figure keeps the digest of a theme that is not built in,
// those of its fonts, and that of what its chips say of the course beyond its graph.
const (
	digestOption = "theme-digest"
	fontDigests  = "font-digest"
	beyondDigest = "beyond-digest"
)

// Record is what a file of the format remembers: the options as far as they shape
// it and differ from the defaults. What depends on the machine is none of these,
// and of a theme's file only the name and a digest.
func (f *Figure) Record(format formats.Format) metadata.Figure {
	options := map[string]string{}
	for _, option := range table() {
		if option.Kind == List || !option.shapes(format) {
			continue
		}
		if value := option.Get(&f.options); value != "" {
			options[option.Name] = value
		}
	}
	if f.options.Progress != "" { // what it says is in the graph
		options["progress"] = path.Base(f.options.Progress)
	}
	if f.theme.digest != "" {
		options["theme"], options[digestOption] = f.theme.name, f.theme.digest
	}
	if len(f.fonts.names) > 0 {
		options["font"], options[fontDigests] = strings.Join(f.fonts.names, "\n"), strings.Join(f.fonts.digests, " ")
	}
	f.rememberBeyond(options)
	f.rememberWhole(options, format)
	return metadata.Figure{Graph: f.Graph, Options: options, Parts: f.Parts, Index: f.index, Reading: f.Reading}
}

// Adopt sets the options to those that a figure remembers, but for those of the
// names that are set already, of which nil knows none, and what those overrule. The
// place is the one where the file of its theme lies.
func (o *Options) Adopt(options map[string]string, set func(name string) bool, at Place) error {
	near := *o
	for _, option := range table() {
		value, has := options[option.Name]
		if !has || set != nil && set(option.Name) || near.Overrules(option.Name) {
			continue
		}
		if err := option.SetAt(o, value, at); err != nil {
			return fmt.Errorf("the figure was drawn with %s=%s, which this program does not take: %w", option.Name, value, err)
		}
	}
	return nil
}

// Reason says why a picture is not what it should be.
type Reason string

const (
	TextChanged    Reason = "text"    // the course
	OptionsChanged Reason = "options" // how to draw it
	ProgramChanged Reason = "program" // the same would be drawn otherwise
)

// Difference says in what a picture differs from a figure.
type Difference struct {
	Reasons []Reason // none if it shows what it should
	Options string   // which options, in words
	Changes []changes.Change
}

// Compare tells in what a file of the format differs from the figure, by what it
// remembers. Only of files that differ the graph is unpacked; an error says that it
// is damaged. Changes that have no place in the text are said to be at the given
// one.
func (f *Figure) Compare(old metadata.Record, format formats.Format, at graph.Position) (Difference, error) {
	var d Difference
	want := f.Record(format)
	if old.Fingerprint == want.Fingerprint() {
		return d, nil
	}
	was, err := old.Figure()
	if err != nil {
		return d, err
	}
	if old.Version != metadata.Version {
		d.Reasons = append(d.Reasons, ProgramChanged)
	}
	if said, says := withoutDigests(was.Options), withoutDigests(want.Options); !maps.Equal(said, says) {
		d.Reasons = append(d.Reasons, OptionsChanged)
		d.Options = optionChanges(said, says)
	}
	// The same options show whether the text alone would make a difference.
	if d.Changes = changesBeside(was, want, at); d.Changes == nil && (metadata.Figure{Graph: was.Graph, Options: want.Options}).Fingerprint() != want.Fingerprint() {
		d.Changes = changes.Between(was.Shown(), want.Shown(), at)
	}
	if old.Version == metadata.Version { // others know of nothing beyond
		d.Changes = append(d.Changes, changesBeyond(was, want, at)...)
	}
	if d.Changes != nil {
		d.Reasons = append(d.Reasons, TextChanged)
	}
	return d, nil
}

func optionChanges(was, want map[string]string) string {
	names := slices.Collect(maps.Keys(was))
	for name := range want {
		if _, had := was[name]; !had {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	shown := func(value string) string {
		if value == "" {
			return "the default"
		}
		return InWords(value)
	}
	var changed []string
	for _, name := range names {
		switch {
		case was[name] == want[name]:
		case name == digestOption && was["theme"] != want["theme"]: // which says it
		case name == fontDigests && was["font"] != want["font"]:
		case name == fontDigests:
			changed = append(changed, fmt.Sprintf("a font was changed (%s)", InWords(want["font"])))
		case name == digestOption:
			changed = append(changed, fmt.Sprintf("the theme %s was changed", want["theme"]))
		default:
			changed = append(changed, fmt.Sprintf("%s was %s and is %s", name, shown(was[name]), shown(want[name])))
		}
	}
	return strings.Join(changed, ", ")
}
