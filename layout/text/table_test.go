package text

import (
	"bytes"
	"encoding/binary"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/language"
	"golang.org/x/image/font/sfnt"

	"github.com/roadmapviz/roadmapviz/internal/golden"
)

// The tables say of all characters, glyphs and pairs of glyphs what the files of the
// fonts do, as package sfnt reads them.
func TestTables(t *testing.T) {
	for name, f := range map[string]*Face{"Roboto-Regular": embedded().regular, "Roboto-Medium": embedded().medium, "Symbols": embedded().symbols} {
		font := must(sfnt.Parse(f.data))
		read := &Face{UnitsPerEm: f.UnitsPerEm, tables: func() *sfnt.Font { return font }}
		var characters []plainGlyph
		if name != "Symbols" { // which plain text is not set in
			characters = make([]plainGlyph, plainEnd)
			for r := range characters {
				characters[r] = plainOf(read, rune(r))
			}
		}
		made := tabulate(t, read, characters)
		golden.File(t, name+".table", []byte(made))
		glyphs := uint32(font.NumGlyphs())
		for l := range glyphs + 1 {
			if got, want := made.advance(l), read.Advance(l); got != want {
				t.Fatalf("%s: glyph %d is %d wide, not %d", name, l, got, want)
			}
			for r := range glyphs + 1 {
				if got, want := made.kern(l, r), read.Kern(l, r); got != want {
					t.Fatalf("%s: glyphs %d and %d have %d, not %d", name, l, r, got, want)
				}
			}
		}
		for r, want := range characters {
			if got, ok := made.plain(rune(r)); ok != (want.script != notPlain) || ok && got != want {
				t.Fatalf("%s: %U is %+v, not %+v", name, r, got, want)
			}
		}
		for _, r := range []rune{-1, plainEnd, unicode.MaxRune + 1} {
			if _, ok := made.plain(r); ok {
				t.Errorf("%s: %d is plain", name, r)
			}
		}
	}
}

// plainEnd is the first character beyond the tables.
const plainEnd = 0x2100

// plainOf decides whether a character is plain: the face has it, its script has
// no rules beyond kerning, and it neither joins its neighbours (marks and the
// letters of tone) nor steers the text (format characters).
func plainOf(f *Face, r rune) plainGlyph {
	script := map[language.Script]plainScript{
		language.Common: commonScript, language.Latin: latinScript, language.Greek: greekScript, language.Cyrillic: cyrillicScript,
	}[language.LookupScript(r)]
	id, ok := f.Glyph(r)
	if !ok || script == notPlain || 0x2B0 <= r && r < 0x370 || unicode.In(r, unicode.M, unicode.Cf, unicode.Cc) {
		return plainGlyph{}
	}
	return plainGlyph{uint16(id), f.Advance(id), script}
}

// tabulate makes the table of a face.
func tabulate(t *testing.T, f *Face, characters []plainGlyph) table {
	glyphs := f.tables().NumGlyphs()
	rows, columns := make([][]byte, glyphs), make([][]byte, glyphs)
	var widths []byte
	for l := range rows {
		widths = binary.LittleEndian.AppendUint16(widths, uint16(f.Advance(uint32(l))))
		for r := range columns {
			k := uint16(f.Kern(uint32(l), uint32(r)))
			rows[l] = binary.LittleEndian.AppendUint16(rows[l], k)
			columns[r] = binary.LittleEndian.AppendUint16(columns[r], k)
		}
	}
	left, lefts := classes(t, rows)
	right, rights := classes(t, columns)
	var b []byte
	for _, n := range []int{glyphs, len(rights), len(characters)} {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	b = append(append(append(b, widths...), left...), right...)
	for _, c := range characters {
		b = append(binary.LittleEndian.AppendUint16(b, c.id), byte(c.script))
	}
	for _, l := range lefts {
		for _, r := range rights {
			b = append(b, rows[l][2*r:][:2]...)
		}
	}
	return table(b)
}

// classes numbers what is alike; first are the places of the first of each class.
func classes(t *testing.T, of [][]byte) (class []byte, first []int) {
	known := map[string]byte{}
	for i, row := range of {
		c, ok := known[string(row)]
		if !ok {
			c = byte(len(first))
			known[string(row)] = c
			first = append(first, i)
		}
		class = append(class, c)
	}
	if len(first) > 256 {
		t.Fatal("there are too many classes for a byte")
	}
	return class, first
}

// Package sfnt reads of an embedded face what it reads in its file, but for the kerning.
func TestUnkerned(t *testing.T) {
	for _, f := range embeddedFaces() {
		u := newUnkerned(f.data)
		all := make([]byte, len(f.data))
		for at := 0; at < len(all); at += 100 {
			if _, err := u.ReadAt(all[at:min(at+100, len(all))], int64(at)); err != nil {
				t.Fatal(err)
			}
		}
		if bytes.Contains(all[:len(u.head)], []byte("GPOS")) {
			t.Errorf("%s: the table is there", f.Family)
		}
		copy(all, bytes.Replace(all[:len(u.head)], []byte("GPO_"), []byte("GPOS"), 1))
		if !bytes.Equal(all, f.data) {
			t.Errorf("%s: other bytes than those of the name have changed", f.Family)
		}
		if _, err := u.ReadAt(all, 1); err == nil {
			t.Errorf("%s: nothing is said of the end", f.Family)
		}
	}
}
