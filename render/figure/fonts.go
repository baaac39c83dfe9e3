package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// mostFont bounds what is read of a file of fonts, in bytes: the largest collections
// of Chinese, Japanese and Korean have about 30 MB.
const mostFont = 64 << 20

// A FontFile is a file of typefaces: TrueType or OpenType, or a collection of them.
type FontFile struct {
	Path string
	// Files is where it is; nil is the Files of the Machine, with their Prefix. Prefix
	// is put before its name in messages.
	Files  fs.FS
	Prefix string
}

// fontSet is the typefaces of a figure, with what it remembers of its files.
type fontSet struct {
	all            *text.Fonts
	names, digests []string
}

// openFonts reads the files of the options.
func (o Options) openFonts() (fontSet, error) {
	set := fontSet{all: o.Fonts}
	var named []*text.File
	for _, f := range o.FontFiles {
		if f.Files == nil {
			f.Files, f.Prefix = o.Files, o.Prefix
		}
		file := path.Clean(strings.ReplaceAll(f.Path, `\`, "/"))
		shown := path.Join(f.Prefix, file)
		if f.Files == nil {
			return set, wrong("font", "%s is a file, and none can be read here", shown)
		}
		data, err := files.ReadFrom(f.Files, file, mostFont)
		if err != nil {
			return set, fmt.Errorf("font %s: %w", shown, files.WithoutPath(err))
		}
		parsed, err := text.ParseFile(data)
		if err != nil {
			return set, fmt.Errorf("font %s: %w", shown, err)
		}
		named = append(named, parsed)
		sum := sha256.Sum256(data)
		set.names = append(set.names, path.Base(file))
		set.digests = append(set.digests, hex.EncodeToString(sum[:8]))
	}
	set.all = o.Fonts.With(named...)
	return set, nil
}

// addFonts adds files of fonts that are named at a place, one a line, as seen from its
// folder.
func (o *Options) addFonts(names string, at Place) error {
	var added []FontFile
	for name := range strings.Lines(names) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		file, err := at.find(name)
		if err != nil {
			return fmt.Errorf("font %s: %w", name, err)
		}
		added = append(added, FontFile{file, at.FS, at.Prefix})
	}
	o.FontFiles = append(o.FontFiles[:len(o.FontFiles):len(o.FontFiles)], added...)
	return nil
}
