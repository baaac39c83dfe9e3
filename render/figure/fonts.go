package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout/text"
)

// mostFont bounds what is read of a file of fonts, in bytes: the largest collections
// of Chinese, Japanese and Korean have about 30 MB.
const mostFont = 64 << 20

// fontSet is the typefaces of a figure, with what it remembers of its files.
type fontSet struct {
	all            *text.Fonts
	names, digests []string
}

// fontFiles are the files of typefaces, where they are.
func (o Options) fontFiles() []File {
	all := slices.Clone(o.FontFiles)
	for i, f := range all {
		if all[i].Path = slashed(f.Path); f.FS == nil {
			all[i].Place = Place{FS: o.Files, Prefix: o.Prefix}
		}
	}
	return all
}

// openFonts reads the files of the options.
func (o Options) openFonts() (fontSet, error) {
	var set fontSet
	var named []*text.File
	for _, f := range o.fontFiles() {
		data, err := f.read("font", mostFont)
		if err != nil {
			return set, err
		}
		parsed, err := text.ParseFile(data)
		if err != nil {
			return set, fmt.Errorf("font %s: %w", f, err)
		}
		named = append(named, parsed)
		sum := sha256.Sum256(data)
		set.names = append(set.names, path.Base(f.Path))
		set.digests = append(set.digests, hex.EncodeToString(sum[:8]))
	}
	set.all = o.Fonts.With(named...)
	return set, nil
}

// addFonts adds files of fonts that are named at a place, one a line.
func (o *Options) addFonts(names string, at Place) error {
	added := slices.Clip(o.FontFiles)
	for _, name := range inLines(names) {
		file, err := at.find("font", name)
		if err != nil {
			return err
		}
		added = append(added, file)
	}
	o.FontFiles = added
	return nil
}
