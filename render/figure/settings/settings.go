// Package settings reads roadmapviz.yaml: where a project's course is, how its
// figures look, and what the documents themselves leave open.
package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Names are the names of files with settings, of which a folder has one, the usual one
// first.
func Names() []string { return []string{"roadmapviz.yaml", "roadmapviz.yml"} }

// mostBytes bounds such a file.
const mostBytes = 1 << 20

// Settings are the content of a roadmapviz.yaml. The zero value is that of an
// empty one. docs/configuration.md says what each key means.
type Settings struct {
	Input           Inputs `yaml:"input"`
	Follow          bool   `yaml:"follow"`
	Figure          Figure `yaml:",inline"`
	markdown.Config `yaml:",inline"`
	Lint            map[string]string `yaml:"lint"` // severities by code

	// Name is the file's, as shown in messages; "" without a file. It lies in
	// Folder, a path in FS, before which messages put Prefix.
	Name   string `yaml:"-"`
	FS     fs.FS  `yaml:"-"`
	Folder string `yaml:"-"`
	Prefix string `yaml:"-"`

	written map[string]any // the keys that the file has
	doc     strictyaml.Document
}

// Figure are the keys that stand for options of figures, with the types that a
// file must have them in. [Settings.Apply] sets the options.
type Figure struct {
	Theme         string  `yaml:"theme"`
	Mode          string  `yaml:"mode"`
	Page          string  `yaml:"page"`
	Layout        string  `yaml:"layout"`
	Width         float64 `yaml:"width"`
	MaxTopics     int     `yaml:"max-topics"`
	Depth         int     `yaml:"depth"`
	Direction     string  `yaml:"direction"`
	Columns       int     `yaml:"columns"`
	Compact       bool    `yaml:"compact"`
	Aspect        string  `yaml:"aspect"`
	MaxWidth      float64 `yaml:"max-width"`
	Preset        string  `yaml:"preset"`
	Size          string  `yaml:"size"`
	Paper         string  `yaml:"paper"`
	Margin        string  `yaml:"margin"`
	FirstSide     string  `yaml:"first-side"`
	Prerequisites string  `yaml:"prerequisites"`
	Reduce        bool    `yaml:"reduce"`
	Font          Inputs  `yaml:"font"`
	Title         string  `yaml:"title"`
	Progress      string  `yaml:"progress"`
	Legend        string  `yaml:"legend"`
	Icons         bool    `yaml:"icons"`
	BaseURL       string  `yaml:"base-url"`
	Scale         int     `yaml:"scale"`
	Text          string  `yaml:"text"`
}

// Inputs are file names, written as one string or as a list.
type Inputs []string

// UnmarshalYAML takes a string for a list of one.
func (in *Inputs) UnmarshalYAML(unmarshal func(any) error) error {
	var one string
	if unmarshal(&one) == nil {
		*in = Inputs{one}
		return nil
	}
	return unmarshal((*[]string)(in))
}

// Find reads the settings in a folder of a file system or in the nearest one above
// it. Without such a file they are empty; two in a folder are an error. The prefix is put before the names of
// files in messages.
func Find(fsys fs.FS, folder, prefix string) (*Settings, error) {
	for at := path.Clean(folder); ; at = path.Dir(at) {
		for _, name := range Names() {
			file := path.Join(at, name)
			if _, err := fs.Stat(fsys, file); errors.Is(err, fs.ErrNotExist) {
				continue
			}
			shown := path.Join(prefix, file)
			if other := path.Join(at, Names()[1]); file != other {
				if _, err := fs.Stat(fsys, other); err == nil {
					at := graph.Position{File: path.Join(prefix, other)}
					return nil, errors.New(codes.BadConfig.At(at, "keep one of them", "%s lies beside it, and nobody knows which one counts", name).String())
				}
			}
			src, err := files.ReadFrom(fsys, file, mostBytes)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", shown, files.WithoutPath(err))
			}
			s, err := Parse(src, shown)
			s.FS, s.Folder, s.Prefix = fsys, at, prefix
			return s, err
		}
		if at == "." {
			return &Settings{}, nil
		}
	}
}

// Parse reads settings. The error joins one for each mistake, which begins with
// its place in the file of the name; what could be read is there all the same.
func Parse(src []byte, name string) (*Settings, error) {
	s := &Settings{Name: name}
	doc, wrong := strictyaml.Parse(src)
	found := doc.Decode(s, schema())
	if wrong != nil {
		found = append(found, *wrong)
	}
	doc.Decode(&s.written, strictyaml.Options{}) // has no mistakes of its own
	s.doc = doc
	var mistakes []error
	for _, m := range found {
		at := graph.Position{File: name, Line: m.Line, Column: m.Column}
		mistakes = append(mistakes, errors.New(codes.BadConfig.At(at, m.Hint, "%s", m.Message).String()))
	}
	return s, errors.Join(mistakes...)
}

// Inputs are the documents that the settings name, as paths in FS. An error says
// that one lies outside of the settings' folder, or is the address of something elsewhere.
func (s *Settings) Inputs() ([]string, error) {
	var paths []string
	for _, name := range s.Input {
		inner := path.Clean(strings.ReplaceAll(name, `\`, "/"))
		err := error(nil)
		if !fs.ValidPath(inner) {
			err = &files.OutsideError{Folder: path.Join(s.Prefix, s.Folder)}
		} else if sub, subErr := fs.Sub(s.FS, s.Folder); subErr == nil {
			var outside *files.OutsideError
			switch _, statErr := fs.Stat(sub, inner); {
			case errors.As(statErr, &outside):
				err = outside
			case statErr != nil && files.IsAddress(name):
				err = errAddress
			}
		}
		if err != nil {
			return nil, fmt.Errorf("%s: input: %s: %w", s.Locate("input"), name, err)
		}
		paths = append(paths, path.Join(s.Folder, inner))
	}
	return paths, nil
}

var errAddress = errors.New("this is an address, and courses are read from files (download it, or clone its repository, and name the file)")

// Apply sets the options of figures that the settings have, but for those of the
// names that are set already, of which nil knows none, and what those overrule.
func (s *Settings) Apply(o *figure.Options, set func(name string) bool) error {
	if len(s.written) == 0 {
		return nil
	}
	near := *o
	for _, option := range figure.Table() {
		value, has := s.written[option.Name]
		if !has || option.Single || set != nil && set(option.Name) || near.Overrules(option.Name) {
			continue
		}
		if err := option.SetAt(o, inLines(value), figure.Place{FS: s.FS, Prefix: s.Prefix, Folder: s.Folder}); err != nil {
			return fmt.Errorf("%s: %w", s.Locate(option.Name), err)
		}
	}
	return nil
}

// inLines is a value of the file as options take it: a list with one element a line.
func inLines(value any) string {
	list, ok := value.([]any)
	if !ok {
		return fmt.Sprint(value)
	}
	var b strings.Builder
	for _, v := range list {
		fmt.Fprintln(&b, v)
	}
	return b.String()
}

// Said is what the file says, without how it is written: the same bytes for the same
// settings.
func (s *Settings) Said() ([]byte, error) { return json.Marshal(s.written) }

// Files are those that the settings name for figures: themes, typefaces and the like.
func (s *Settings) Files() []figure.File {
	var o figure.Options
	if s.Apply(&o, nil) != nil {
		return nil // whoever draws says why
	}
	return o.NamedFiles()
}

// Has tells whether the file has a key.
func (s *Settings) Has(key string) bool { _, has := s.written[key]; return has }

// Locate is where the file has a key, by the keys that lead to it.
func (s *Settings) Locate(keys ...string) graph.Position {
	line, column := s.doc.Locate(keys...)
	return graph.Position{File: s.Name, Line: line, Column: column}
}

// Document is what the settings say about a course of documents at paths of a
// file system. What they say about structure and nodes is meant for their own
// input, and for any course only if they name none.
func (s *Settings) Document(fsys fs.FS, paths []string) markdown.Config {
	if len(s.Input) == 0 {
		return s.Config
	}
	own, err := s.Inputs()
	if err != nil {
		return markdown.Config{}
	}
	for _, p := range paths {
		if !slices.ContainsFunc(own, func(in string) bool {
			return files.Same(files.Place{FS: s.FS, Name: in}, files.Place{FS: fsys, Name: p})
		}) {
			return markdown.Config{}
		}
	}
	return s.Config
}

// Judge gives diagnostics the severities that the settings want, and those about
// the settings' own nodes their places in the file.
func (s *Settings) Judge(found []graph.Diagnostic) []graph.Diagnostic {
	var judged []graph.Diagnostic
	for _, d := range found {
		switch severity := s.Lint[d.Code]; severity {
		case severityOff:
			continue
		case "":
		default:
			d.Severity = graph.Severity(severity)
		}
		if d.Code == codes.UnknownNode.ID || d.Code == codes.NoHeading.ID && d.Position.Line == 0 {
			s.place(&d)
		}
		judged = append(judged, d)
	}
	return judged
}

// place places a diagnostic that quotes the ID of a node, or a pattern, in the
// settings.
func (s *Settings) place(d *graph.Diagnostic) {
	find := func(quoted string, keys ...string) {
		if strings.Contains(d.Message, strconv.Quote(quoted)) {
			d.Position = s.Locate(keys...)
		}
	}
	if d.Code == codes.UnknownNode.ID {
		for _, id := range slices.Sorted(maps.Keys(s.Nodes)) { // at most one is quoted
			find(id, "nodes", id)
		}
		return
	}
	patterns, key := s.Structure.Include, "include"
	if strings.HasPrefix(d.Message, "exclude") {
		patterns, key = s.Structure.Exclude, "exclude"
	}
	for i, p := range patterns {
		find(p, "structure", key, strconv.Itoa(i))
	}
}

// Place is where the file is, if there is one.
func (s *Settings) Place() files.Place {
	return files.Place{FS: s.FS, Name: path.Join(s.Folder, path.Base(s.Name))}
}
