package text

import (
	"bytes"
	"io"
	"io/fs"
	"path"
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
	weight Weight
	region string
}

// fontFile is a file of one or, in a collection, several fonts.
type fontFile struct {
	folder  fs.FS
	path    string
	family  string // as its name tells it
	data    []byte // of a file that somebody named, instead of folder and path
	read    bool
	members []member
}

// member is one font of a file, of which at first only the character map is read.
type member struct {
	family string
	weight Weight
	// lightest and heaviest are the ends of the axis of weights of a variable
	// font, 0 for any other.
	lightest, heaviest Weight
	cmap               font.Cmap
	index              int
	faces              map[Weight]*Face // by the weight that they are drawn in
}

// nearest is the weight that a member has for a wanted one.
func (m *member) nearest(w Weight) Weight {
	if m.heaviest > 0 {
		return min(max(w, m.lightest), m.heaviest)
	}
	return m.weight
}

// distance tells how ill a weight stands for a wanted one. What is lighter than a
// strong weight looks more like the mistake that it is than what is bolder.
func distance(has, want Weight) Weight {
	switch {
	case has >= want:
		return has - want
	case want >= Medium:
		return 2*(want-has) + 1
	}
	return want - has + 1
}

// find returns a face that can draw r, or nil: one in the nearest weight of the
// plainest family that has r. Han characters are looked for in a font of the
// language's region first.
func (s *system) find(r rune, w Weight, language string) *Face {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := query{r: r, weight: w}
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
		if f := s.first(q, func(m *member) bool { return strings.HasSuffix(m.family, " "+q.region) }); f != nil {
			return f
		}
	}
	return s.first(q, func(*member) bool { return true })
}

// first is the face of the first suitable font that has an outline for the
// character, or of one of its family that is nearer in weight.
func (s *system) first(q query, suits func(*member) bool) *Face {
	for _, file := range s.files {
		for i := range file.fonts() {
			m := &file.members[i]
			if !suits(m) {
				continue
			}
			if f := file.face(m, q.r, q.weight); f != nil {
				return s.inWeight(q, file, m, f)
			}
		}
	}
	return nil
}

// inWeight is the face of a font's family that is nearest to the weight, f of the
// font itself if none is nearer. Fonts of a family lie in one file, or in files of
// one folder whose names differ by a word for the weight.
func (s *system) inWeight(q query, file *fontFile, m *member, f *Face) *Face {
	best := distance(m.nearest(q.weight), q.weight)
	for _, other := range s.files {
		if best == 0 {
			break
		}
		if other != file && (other.family != file.family || path.Dir(other.path) != path.Dir(file.path)) {
			continue
		}
		for i := range other.fonts() {
			n := &other.members[i]
			away := distance(n.nearest(q.weight), q.weight)
			if away >= best || familyOf(n.family) != familyOf(m.family) {
				continue
			}
			if nearer := other.face(n, q.r, q.weight); nearer != nil {
				f, best = nearer, away
			}
		}
	}
	return f
}

// weightWords are words for weights in names of fonts and of their files, longer
// ones before what they end in.
var weightWords = strings.NewReplacer(
	"extralight", "", "ultralight", "", "demilight", "", "semilight", "", "demibold", "", "semibold", "", "extrabold", "", "ultrabold", "",
	"thin", "", "light", "", "regular", "", "normal", "", "book", "", "medium", "", "bold", "", "black", "", "heavy", "",
	"extra light", "", "extra bold", "", "semi bold", "", "demi light", "", "-", "", " ", "", "_", "",
)

// familyOf is the name of a font or a file without what it says of the weight.
func familyOf(name string) string {
	name = path.Base(name)
	return weightWords.Replace(strings.ToLower(strings.TrimSuffix(name, path.Ext(name))))
}

// fonts are those of the file; none of a damaged one.
func (f *fontFile) fonts() []member {
	if !f.read {
		f.read = true
		guard(func() (err error) { f.members, err = f.scan(); return err }) // no members, if it fails
	}
	return f.members
}

// face is the face of a member in the weight, or the one that it has, if it has an
// outline for r; else nil.
func (f *fontFile) face(m *member, r rune, w Weight) *Face {
	if g, ok := m.cmap.Lookup(r); !ok || g == 0 {
		return nil
	}
	w = m.nearest(w)
	if m.faces[w] == nil && guard(func() error { return f.load(m, w) }) != nil {
		return nil
	}
	if g, ok := m.faces[w].Glyph(r); ok && (unicode.IsSpace(r) || len(m.faces[w].Outline(g)) > 0) {
		return m.faces[w]
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
func (f *fontFile) open() (io.Closer, []*opentype.Loader, error) {
	if f.data != nil {
		loaders, err := opentype.NewLoaders(bytes.NewReader(f.data))
		return io.NopCloser(nil), loaders, err
	}
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
		description, _ := font.Describe(l, nil)
		m := member{cmap: cmap, index: i, family: f.path, weight: Weight(description.Aspect.Weight), faces: map[Weight]*Face{}}
		if len(loaders) > 1 || f.data != nil {
			m.family = description.Family
		}
		m.lightest, m.heaviest = weightAxis(l)
		members = append(members, m)
	}
	return members, nil
}

// weightAxis is the range of weights of a variable font, 0 and 0 of any other.
func weightAxis(l *opentype.Loader) (lightest, heaviest Weight) {
	raw, err := l.RawTable(tag("fvar"))
	if err != nil {
		return 0, 0
	}
	table, _, err := tables.ParseFvar(raw)
	if err != nil {
		return 0, 0
	}
	for _, axis := range table.FvarRecords.Axis {
		if axis.Tag == tag("wght") && axis.Minimum > 0 && axis.Minimum < axis.Maximum {
			return Weight(axis.Minimum), Weight(axis.Maximum)
		}
	}
	return 0, 0
}

// load reads a whole font, to be drawn in a weight that it has.
func (f *fontFile) load(m *member, w Weight) error {
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
	face := &Face{Family: plainName(description.Family), Weight: w, UnitsPerEm: float64(parsed.Upem())}
	if m.heaviest > 0 {
		face.variation = []font.Variation{{Tag: tag("wght"), Value: float32(w)}}
	}
	face.parseLater(func() *font.Font { return parsed })
	face.Restricted = restricted(loaders[m.index])
	if f.data != nil && copyable(f.data, loaders[m.index]) {
		face.carry(f.data)
	}
	m.faces[w] = face
	return nil
}

// plainName is a name of a font that is safe in a list of families.
func plainName(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r == ' ' || r == '-' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, name))
}

func tag(s string) opentype.Tag { return opentype.MustNewTag(s) }
