package text

import (
	"bytes"
	"encoding/binary"
	"errors"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// A File is a file of fonts that somebody names: TrueType or OpenType, or a
// collection of such. It is safe for concurrent use, and what is set in it looks
// the same on every machine.
type File struct{ file *fontFile }

// ErrNoFont says that a file holds no font that can be drawn.
var ErrNoFont = errors.New("this is no TrueType or OpenType font with outlines")

// ErrWebFont says that a file is a font packed for web pages.
var ErrWebFont = errors.New("this is a font for web pages (WOFF), which is not read; unpack it to TTF or OTF")

// ParseFile reads a file of fonts, which is kept and must not be changed. A damaged
// one is [ErrNoFont].
func ParseFile(data []byte) (*File, error) {
	if len(data) == 0 {
		return nil, ErrNoFont
	}
	if bytes.HasPrefix(data, []byte("wOF")) {
		return nil, ErrWebFont
	}
	f := &File{&fontFile{data: data}}
	fonts := f.file.fonts()
	if len(fonts) == 0 {
		return nil, ErrNoFont
	}
	for i := range fonts {
		if guard(func() error { return f.file.load(&fonts[i], fonts[i].nearest(Regular)) }) != nil {
			return nil, ErrNoFont
		}
	}
	return f, nil
}

// With are the fonts with those of files behind the embedded ones and before the
// system's: for characters that the embedded fonts lack, in the order of the files. Of
// files with one family each weight is drawn in the one that is nearest to it.
func (f *Fonts) With(files ...*File) *Fonts {
	if len(files) == 0 {
		return f
	}
	with := &Fonts{named: &system{files: []*fontFile{}, found: map[query]*Face{}}}
	if f != nil {
		with.system = f.system
	}
	for _, file := range files {
		with.named.files = append(with.named.files, file.file)
	}
	return with
}

// copyable tells whether a figure may carry a part of the font as it stands in its
// file: one with TrueType outlines in a single weight, whose makers do not forbid it.
func copyable(data []byte, l *opentype.Loader) bool {
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) || l.HasTable(tag("fvar")) {
		return false
	}
	for _, need := range []string{"head", "hhea", "maxp", "OS/2", "name", "hmtx", "loca", "glyf"} {
		if !l.HasTable(tag(need)) {
			return false
		}
	}
	return !restricted(l)
}

// restricted tells whether the makers of a font forbid that files carry parts of it.
func restricted(l *opentype.Loader) bool {
	os2, err := l.RawTable(tag("OS/2"))
	if err != nil || len(os2) < 10 {
		return true
	}
	// Embedding is restricted (bit 1, unless bits 2 or 3 allow some), or parts
	// (bit 8) or outlines (bit 9) are excluded from it.
	fsType := binary.BigEndian.Uint16(os2[8:])
	return fsType&0x0300 != 0 || fsType&0x000E == 0x0002
}

// carry lets figures carry the face, which is of a file that somebody named.
func (f *Face) carry(data []byte) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return // drawn as outlines
	}
	f.data = data
	f.tables = func() *sfnt.Font { return parsed }
}
