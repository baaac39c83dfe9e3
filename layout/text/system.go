package text

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// WithSystem returns the embedded fonts with those of the given folders behind
// them (see [SystemFolders]). The folders are first read when a text has a
// character that the embedded fonts lack, and then only as many files as it takes
// to find it. Files that cannot be read and fonts without outlines, such as
// emoji made of pictures, are passed over.
//
// Figures with such characters differ from machine to machine.
func WithSystem(folders ...fs.FS) *Fonts {
	return &Fonts{system: &system{folders: folders, found: map[query]*Face{}}}
}

// system is the fonts of some folders.
type system struct {
	folders []fs.FS

	mu    sync.Mutex
	files []*fontFile // in order of preference; nil before the first query
	found map[query]*Face
}

// query is a question that system has answered.
type query struct {
	r      rune
	region string
}

// fontFile is a file of one or, in a collection, several fonts.
type fontFile struct {
	folder  fs.FS
	path    string
	read    bool
	members []member
}

// member is one font of a file, of which at first only the character map is read.
type member struct {
	family string
	cmap   font.Cmap
	index  int
	face   *Face // nil until it is chosen
}

// find returns a face that can draw r, or nil. Han characters are looked for in
// a font of the language's region first.
func (s *system) find(r rune, language string) *Face {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := query{r: r}
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Common) {
		q.region = region(language)
	}
	face, known := s.found[q]
	if !known {
		face = s.search(q)
		s.found[q] = face
	}
	return face
}

func (s *system) search(q query) *Face {
	if s.files == nil {
		s.files = listFonts(s.folders)
	}
	if q.region != "" {
		if f := s.first(q.r, func(m *member) bool { return strings.HasSuffix(m.family, " "+q.region) }); f != nil {
			return f
		}
	}
	return s.first(q.r, func(*member) bool { return true })
}

// first is the first suitable face that has an outline for r.
func (s *system) first(r rune, suits func(*member) bool) *Face {
	for _, file := range s.files {
		if !file.read {
			file.read = true
			file.members, _ = file.scan() // a damaged file has no members
		}
		for i := range file.members {
			m := &file.members[i]
			if g, ok := m.cmap.Lookup(r); !ok || g == 0 || !suits(m) {
				continue
			}
			if m.face == nil && file.load(m) != nil {
				continue
			}
			if g, ok := m.face.Glyph(r); ok && (unicode.IsSpace(r) || len(m.face.Outline(g)) > 0) {
				return m.face
			}
		}
	}
	return nil
}

// region is how font families name the region of a language of Han characters.
func region(language string) string {
	tag := strings.ToLower(language)
	switch {
	case strings.HasPrefix(tag, "ja"):
		return "JP"
	case strings.HasPrefix(tag, "ko"):
		return "KR"
	case strings.HasPrefix(tag, "zh-hk"):
		return "HK"
	case strings.HasPrefix(tag, "zh-tw"), strings.HasPrefix(tag, "zh-hant"):
		return "TC"
	case strings.HasPrefix(tag, "zh"):
		return "SC"
	}
	return ""
}

// open returns the fonts of a file. The caller closes the file.
func (f *fontFile) open() (fs.File, []*opentype.Loader, error) {
	file, err := f.folder.Open(f.path)
	if err != nil {
		return nil, nil, err
	}
	resource, ok := file.(opentype.Resource)
	if !ok {
		data, err := fs.ReadFile(f.folder, f.path)
		if err != nil {
			file.Close()
			return nil, nil, err
		}
		resource = bytes.NewReader(data)
	}
	loaders, err := opentype.NewLoaders(resource)
	if err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, loaders, nil
}

// scan reads the character maps of the fonts that have outlines.
func (f *fontFile) scan() ([]member, error) {
	file, loaders, err := f.open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var members []member
	for i, l := range loaders {
		if !l.HasTable(tag("glyf")) && !l.HasTable(tag("CFF ")) && !l.HasTable(tag("CFF2")) {
			continue
		}
		raw, err := l.RawTable(tag("cmap"))
		if err != nil {
			continue
		}
		table, _, err := tables.ParseCmap(raw)
		if err != nil {
			continue
		}
		cmap, _, err := font.ProcessCmap(table, tables.FPNone)
		if err != nil {
			continue
		}
		m := member{cmap: cmap, index: i, family: f.path}
		if len(loaders) > 1 {
			description, _ := font.Describe(l, nil)
			m.family = description.Family
		}
		members = append(members, m)
	}
	return members, nil
}

// load reads a whole font.
func (f *fontFile) load(m *member) error {
	file, loaders, err := f.open()
	if err != nil {
		return err
	}
	defer file.Close()
	parsed, err := font.NewFont(loaders[m.index])
	if err != nil {
		return err
	}
	description := parsed.Describe()
	m.face = &Face{
		Family: description.Family, Weight: Weight(description.Aspect.Weight), UnitsPerEm: float64(parsed.Upem()),
	}
	m.face.parseLater(func() *font.Font { return parsed })
	return nil
}

func tag(s string) opentype.Tag { return opentype.MustNewTag(s) }
