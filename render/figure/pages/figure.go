package pages

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// Reasons why a picture is not what it should be, beside those of package figure.
const (
	Missing    figure.Reason = "missing"
	Foreign    figure.Reason = "foreign" // not drawn by roadmapviz
	Outside    figure.Reason = "outside" // of the document's folder; it is left alone
	Undrawable figure.Reason = "undrawable"
)

// Figure is an image of a document, or a file that it links to, that is to show the
// course or a part of it.
type Figure struct {
	Path string         // in the file system
	Name string         // as shown in messages
	At   graph.Position // where the document shows it
	// Reasons say why it is not what it should be, and Why gives the details;
	// none for a figure that is.
	Reasons []figure.Reason
	Why     string
	Changes []changes.Change // of the course, if that is a reason
	Notes   []graph.Diagnostic

	document *Document
	file     course.File
	path     string // from the document's folder
	node     string // the ID of the node whose text shows it
	settings []markdown.Setting
	mode     string // of a pair: light or dark

	old    []byte // the file; nil without one
	oldErr error  // why the file says nothing about itself
	record metadata.Record
	figure *figure.Figure // what it is to show
	read   []files.Place  // what its options name
	format formats.Format
}

// Parts are the IDs of what the figure is to show; none is the whole course.
func (p *Figure) Parts() []string {
	if p.figure == nil {
		return nil
	}
	return p.figure.Parts
}

// IsStale tells that the figure is to be drawn again, or should be.
func (p *Figure) IsStale() bool { return len(p.Reasons) > 0 && !p.is(Outside) }

// is tells the first reason.
func (p *Figure) is(r figure.Reason) bool { return len(p.Reasons) > 0 && p.Reasons[0] == r }

// mostPictures bounds the figures of a document, in bytes of all together.
const mostPictures = 256 << 20

// load reads the file and what it says about itself.
func (p *Figure) load() {
	d := p.document
	if !fs.ValidPath(p.path) {
		p.oldErr = &files.OutsideError{Folder: d.prefix}
		return
	}
	if was := d.options.asked[p.Path]; was != nil {
		p.old, p.oldErr, p.record = was.old, was.oldErr, was.record
		d.room -= int64(len(p.old))
		return
	}
	p.old, p.oldErr = files.ReadFrom(d.fsys, p.path, d.room)
	d.room -= int64(len(p.old))
	var large *files.TooLargeError
	if errors.As(p.oldErr, &large) {
		p.oldErr = fmt.Errorf("the figures of the document are %w together", &files.TooLargeError{Most: mostPictures})
	}
	if p.oldErr == nil {
		p.record, p.oldErr = metadata.Find(p.old)
	}
	if p.oldErr == nil && p.format.Opens && !metadata.IsFigure(p.old) {
		p.oldErr = metadata.ErrNone // somebody's page that shows a figure of ours
	}
	if p.oldErr != nil {
		p.record = metadata.Record{}
	}
}

// isOurs tells that the file was drawn by roadmapviz.
func (p *Figure) isOurs() bool { return p.oldErr == nil }

// judge finds out whether the picture is what it should be, and if not, why.
// Only figures that are not need be unpacked.
func (p *Figure) judge() {
	var out *files.OutsideError
	if errors.As(p.oldErr, &out) {
		p.reject(Outside, fmt.Errorf("%w, the document's folder", &files.OutsideError{Folder: p.document.prefix}))
		return
	}
	p.findReasons()
	if len(p.Reasons) == 0 || p.is(Undrawable) {
		return
	}
	if err := p.guard(); err != nil {
		p.reject(Undrawable, err)
	}
}

func (p *Figure) reject(r figure.Reason, why error) {
	p.Reasons, p.Why = []figure.Reason{r}, why.Error()
}

// guard returns an error for a picture that must not be written.
func (p *Figure) guard() error {
	d := p.document
	var dangling *files.DanglingError
	if errors.As(p.oldErr, &dangling) {
		return dangling
	}
	err := files.Writable(d.root, p.Path)
	if err == nil && errors.Is(p.oldErr, fs.ErrNotExist) { // what is there already does no more harm
		err = files.Portable(p.path)
	}
	if err != nil {
		return fmt.Errorf("%w (move the figure, or leave it alone with <!-- roadmap: figure=false -->)", err)
	}
	read := append([]files.Place{d.settings.Place()}, p.read...)
	for _, f := range d.Course.Files {
		read = append(read, files.Place{FS: d.fsys, Name: f.Path})
	}
	for _, place := range read {
		if place.FS != nil && files.Same(place, files.Place{FS: d.fsys, Name: p.path}) {
			return fmt.Errorf("it is %s, which is read here and would be overwritten", path.Base(place.Name))
		}
	}
	return nil
}

// findReasons compares the picture with what it should be.
func (p *Figure) findReasons() {
	if err := p.plan(); err != nil {
		p.reject(Undrawable, err)
		return
	}
	switch {
	case errors.Is(p.oldErr, fs.ErrNotExist):
		p.Reasons = []figure.Reason{Missing}
	case p.oldErr != nil:
		p.Reasons = []figure.Reason{Foreign}
		if !errors.Is(p.oldErr, metadata.ErrNone) {
			p.Why = files.WithoutPath(p.oldErr).Error()
		}
	default:
		d, err := p.figure.Compare(p.record, p.format, p.At)
		if err != nil {
			p.oldErr = err
			p.reject(Foreign, err)
			return
		}
		p.Reasons, p.Why, p.Changes = d.Reasons, d.Options, d.Changes
	}
}

// plan decides what the picture is to show, and how.
func (p *Figure) plan() error {
	o, err := p.options()
	if err != nil {
		return err
	}
	if o.Parts, err = p.parts(); err != nil {
		return err
	}
	p.read = nil
	for _, f := range o.NamedFiles() {
		p.read = append(p.read, files.Place{FS: f.FS, Name: f.Path})
	}
	if p.format.Links && o.BaseURL == "" && !p.says("home") && !p.leadsHome(o.Home) {
		o.Home = p.document.Course.Home(p.path)
	}
	p.figure, err = figure.New(p.document.Course.Graph, o.For(p.format))
	return err
}

// leadsHome tells that the links of the figure lead from a document that there is.
// It may be another than the one at hand, for several may show one figure.
func (p *Figure) leadsHome(home string) bool {
	name := path.Join(path.Dir(p.path), home)
	if home == "" || graph.SafeLink(home) != home || !fs.ValidPath(name) {
		return false
	}
	_, err := fs.Stat(p.document.fsys, name)
	return err == nil
}

// says tells that the figure's comment has a key.
func (p *Figure) says(key string) bool {
	return slices.ContainsFunc(p.settings, func(s markdown.Setting) bool { return s.Key == key })
}

// parts are what the picture is of, or none if it is of the whole course: what its
// comment names; or what it was drawn of, while that exists; or the part or section
// that it stands in; or all.
func (p *Figure) parts() ([]string, error) {
	d := p.document
	for _, s := range p.settings {
		if s.Key == "part" {
			return []string{s.Value}, nil
		}
	}
	seen := p.record.Parts
	known := 0
	for _, id := range seen {
		if d.index.At(id) >= 0 || d.index.At(graph.ShortID(id)) >= 0 {
			known++
		}
	}
	here, ok := d.index.Node(p.node)
	switch {
	case known > 0 && known == len(seen):
		return seen, nil
	case p.isOurs() && len(seen) == 0:
	case ok && (here.Kind == graph.Part || here.Kind == graph.Section):
		return []string{here.ID}, nil
	case len(seen) > 0:
		return nil, fmt.Errorf("the figure is of %q, which the course no longer has; name another with <!-- roadmap: figure part=NAME -->", strings.Join(seen, ", "))
	}
	return nil, nil
}

// options puts the options together: those of the comment come first, then the
// file's name, the settings, and how the figure was drawn before.
func (p *Figure) options() (figure.Options, error) {
	d := p.document
	o := figure.Options{Machine: figure.Machine{Fonts: d.options.Machine.Fonts, Engine: d.options.Machine.Engine}}
	set := map[string]bool{}
	for _, s := range p.settings {
		option, ok := figure.Lookup(s.Key)
		if !ok || option.Name == "part" {
			continue
		}
		set[s.Key] = true
		if err := option.SetAt(&o, s.Value, figure.Place{FS: d.fsys, Prefix: d.prefix, Folder: path.Dir(p.file.Path)}); err != nil {
			return o, fmt.Errorf("%s: %w", s.Position, err)
		}
	}
	name := strings.TrimSuffix(path.Base(p.path), path.Ext(p.path))
	for _, scale := range []string{"2", "3"} {
		if base, ok := strings.CutSuffix(name, "@"+scale+"x"); ok {
			name = base
			if !set["scale"] {
				o.Set("scale", scale)
			}
			set["scale"] = true
		}
	}
	switch isDark := strings.HasSuffix(name, "-dark") || strings.HasSuffix(name, "_dark"); {
	case p.mode != "":
		o.Mode = p.mode
	case isDark && !set["theme"] && !set["mode"]:
		o.Mode = "dark"
	}
	set["mode"] = set["mode"] || o.Mode != ""
	isSet := func(name string) bool { return set[name] }
	if err := d.settings.Apply(&o, isSet); err != nil {
		return o, err
	}
	if err := o.Adopt(p.record.Options, func(name string) bool { return set[name] || d.settings.Has(name) }, figure.Place{FS: d.fsys, Prefix: d.prefix}); err != nil {
		return o, err
	}
	return o, nil
}

// compareBytes draws the figure and compares it with the file. Where it shows
// what it should and is another all the same, the program draws differently.
func (p *Figure) compareBytes(ctx context.Context) error {
	if len(p.Reasons) > 0 {
		return nil
	}
	again := *p.figure
	again.Reading = p.record.Reading
	if !p.format.Whole { // else it shows all that the course says by now, and where
		seen, err := p.record.Figure()
		if err != nil {
			return err
		}
		again.Graph, again.Parts = seen.Graph, seen.Parts
	}
	drawn, err := p.draw(ctx, &again)
	if err == nil && !bytes.Equal(drawn, p.old) {
		p.Reasons = []figure.Reason{figure.ProgramChanged}
	}
	return err
}

func (p *Figure) draw(ctx context.Context, f *figure.Figure) ([]byte, error) {
	data, notes, err := f.Draw(ctx, p.format)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	p.Notes = p.document.settings.Judge(notes)
	return data, nil
}
