package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/metadata"
)

// reason says why a picture is not what it should be.
type reason string

const (
	textChanged    reason = "text"    // the course
	optionsChanged reason = "options" // how to draw it
	programChanged reason = "program" // the same would be drawn otherwise
	missing        reason = "missing"
	foreign        reason = "foreign" // not drawn by roadmapviz
	outside        reason = "outside" // of the document's folder
	undrawable     reason = "undrawable"
)

// picture is an image of a document that is to show the course or a part of it.
type picture struct {
	document *document
	path     string         // as seen from the working folder
	at       graph.Position // where the document shows it
	node     string         // the ID of the node whose text shows it
	settings []commentSetting
	dark     bool // the dark one of a pair

	old     []byte // the file; nil without one
	oldErr  error  // why the file says nothing about itself
	record  metadata.Record
	figure  figure // what it is to show
	options renderOptions
	reasons []reason
	why     string // details, for what cannot be drawn
	changes []change
	notes   []graph.Diagnostic // of drawing it
}

// mostPictures bounds the pictures of a document, in bytes of all together.
const mostPictures = 256 << 20

// load reads the file and what it says about itself.
func (p *picture) load() {
	d := p.document
	p.old, p.oldErr = files.ReadWithin(d.folder, p.path, d.room)
	d.room -= int64(len(p.old))
	var large *files.TooLargeError
	if errors.As(p.oldErr, &large) {
		p.oldErr = fmt.Errorf("the pictures of the document are %w together", &files.TooLargeError{Most: mostPictures})
	}
	if p.oldErr == nil {
		p.record, p.oldErr = metadata.Find(p.old)
	}
	if p.oldErr != nil {
		p.record = metadata.Record{}
	}
}

// isOurs tells that the file was drawn by roadmapviz.
func (p *picture) isOurs() bool { return p.oldErr == nil }

// isRefused tells that the picture will not be drawn.
func (p *picture) isRefused() bool { return len(p.reasons) > 0 && p.reasons[0] == undrawable }

// judge finds out whether the picture is what it should be, and if not, why.
// Only figures that are not need be unpacked.
func (p *picture) judge() {
	var out *files.OutsideError
	if errors.As(p.oldErr, &out) {
		p.reasons, p.why = []reason{outside}, out.Error()+", the document's folder"
		return
	}
	p.findReasons()
	if len(p.reasons) == 0 || p.reasons[0] == undrawable {
		return
	}
	if err := p.guard(); err != nil {
		p.reasons, p.why = []reason{undrawable}, err.Error()
	}
}

// guard returns an error for a picture that must not be written.
func (p *picture) guard() error {
	var dangling *files.DanglingError
	if errors.As(p.oldErr, &dangling) {
		return dangling
	}
	if err := files.Visible(p.document.trusted(), p.path); err != nil {
		return fmt.Errorf("%w (move the picture, or leave it alone with <!-- roadmap: figure=false -->)", err)
	}
	if in := sameFile(p.path, append(p.document.sources(), p.options.theme.path())); in != "" {
		return fmt.Errorf("it is %s, which is read here and would be overwritten", filepath.ToSlash(in))
	}
	return nil
}

// findReasons compares the picture with what it should be.
func (p *picture) findReasons() {
	if err := p.plan(p.record); err != nil {
		p.reasons, p.why = []reason{undrawable}, err.Error()
		return
	}
	want, err := p.options.content(p.figure)
	switch {
	case err != nil:
		p.reasons, p.why = []reason{undrawable}, err.Error()
	case errors.Is(p.oldErr, fs.ErrNotExist):
		p.reasons = []reason{missing}
	case p.oldErr != nil:
		p.reasons = []reason{foreign}
		if !errors.Is(p.oldErr, metadata.ErrNone) {
			p.why = withoutPath(p.oldErr).Error()
		}
	case p.record.Fingerprint != want.Fingerprint():
		p.compare(want)
	}
}

// compare says in what the figure differs from what it is to be.
func (p *picture) compare(want metadata.Figure) {
	was, err := p.record.Figure()
	if err != nil {
		p.reasons, p.why, p.oldErr = []reason{foreign}, err.Error(), err
		return
	}
	if p.record.Version != metadata.Version {
		p.reasons = append(p.reasons, programChanged)
	}
	if !maps.Equal(was.Options, want.Options) {
		p.reasons = append(p.reasons, optionsChanged)
		p.why = optionChanges(was.Options, want.Options)
	}
	// The same options show whether the text alone would make a difference.
	if (metadata.Figure{Graph: was.Graph, Options: want.Options}).Fingerprint() != want.Fingerprint() {
		p.reasons = append(p.reasons, textChanged)
		p.changes = changesOf(was.Shown(), want.Shown(), p.at)
	}
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
		return strings.Join(splitNames(value), ", ")
	}
	var changes []string
	for _, name := range names {
		if was[name] != want[name] {
			changes = append(changes, fmt.Sprintf("%s was %s and is %s", name, shown(was[name]), shown(want[name])))
		}
	}
	return strings.Join(changes, ", ")
}

// plan decides what the picture is to show, and how.
func (p *picture) plan(seen metadata.Record) error {
	if err := p.setOptions(seen.Options); err != nil {
		return err
	}
	f, err := p.options.formatOf(p.path)
	if err != nil {
		return err
	}
	course := *p.document.course
	if err := p.options.settle(&course); err != nil {
		return err
	}
	nodes, parts, err := p.nodes(&course, seen)
	if err != nil {
		return err
	}
	g, err := inOneFigure(&course, nodes...)
	p.figure = figure{graph: g, parts: parts, output: p.path, format: f}
	return err
}

// nodes are what the picture is of, with their IDs, or without any if it is of
// the whole course: what its comment names; or what it was drawn of, while that
// exists; or the part or section that it stands in; or all.
func (p *picture) nodes(course *course, seen metadata.Record) ([]graph.Node, []string, error) {
	d := p.document
	for _, s := range p.settings {
		if s.key == "part" {
			chosen, err := choose(course, []string{s.value})
			return chosen, idsOf(chosen), err
		}
	}
	var known []graph.Node
	for _, id := range seen.Parts {
		if n, ok := d.index.Node(id); ok {
			known = append(known, n)
		}
	}
	here, ok := d.index.Node(p.node)
	switch {
	case len(known) > 0 && len(known) == len(seen.Parts):
		return known, idsOf(known), nil
	case p.isOurs() && len(seen.Parts) == 0:
	case ok && (here.Kind == graph.Part || here.Kind == graph.Section):
		return []graph.Node{here}, []string{here.ID}, nil
	case len(seen.Parts) > 0:
		return nil, nil, fmt.Errorf("the figure is of %q, which the course no longer has; name another with <!-- roadmap: figure part=NAME -->", strings.Join(seen.Parts, ", "))
	}
	all, err := choose(course, nil)
	return all, nil, err
}

func idsOf(nodes []graph.Node) []string {
	var ids []string
	for _, n := range nodes {
		ids = append(ids, n.ID)
	}
	return ids
}

func (p *picture) names(key string) bool {
	return slices.ContainsFunc(p.settings, func(s commentSetting) bool { return s.key == key })
}

// setOptions puts the options together: those of the comment come first, then
// the file's name, the configuration, and how the figure was drawn before.
func (p *picture) setOptions(before map[string]string) error {
	p.options = renderOptions{}
	shape := newShape(&p.options)
	p.options.shape = shape
	p.options.encode.systemFonts = "auto"
	p.options.graphviz.program = "helper"
	theme := themeOf(shape)
	for _, s := range p.settings {
		f := shape.Lookup(s.key)
		if f == nil {
			continue
		}
		err := error(nil)
		if f.Value == pflag.Value(theme) {
			f.Changed = true
			err = theme.setWithin(p.document.folder, filepath.Dir(p.at.File), s.value)
		} else {
			err = shape.Set(s.key, s.value)
		}
		if err != nil {
			return err
		}
	}
	name := strings.TrimSuffix(filepath.Base(p.path), filepath.Ext(p.path))
	for _, scale := range []string{"2", "3"} {
		if base, ok := strings.CutSuffix(name, "@"+scale+"x"); ok {
			name = base
			shape.Set("scale", scale)
		}
	}
	if err := p.document.config.setFlags(shape); err != nil {
		return err
	}
	if err := adopt(shape, before, p.document.folder); err != nil {
		return err
	}
	p.options.limited = !shape.Changed("max-topics")
	if !p.names("theme") && (p.dark || strings.HasSuffix(name, "-dark") || strings.HasSuffix(name, "_dark")) {
		return theme.setTwin()
	}
	return nil
}
