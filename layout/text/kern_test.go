package text

import (
	"bytes"
	"encoding/binary"
	"testing"

	"golang.org/x/image/font/sfnt"

	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/themes/fonts"
)

// The tables of kerning say of all pairs of glyphs what the files of the fonts do.
func TestKerning(t *testing.T) {
	for name, data := range map[string][]byte{"Roboto-Regular.kern": fonts.Regular(), "Roboto-Medium.kern": fonts.Medium(), "": fonts.Symbols()} {
		font := must(sfnt.Parse(data))
		made := tabulate(t, font)
		if name != "" {
			golden.File(t, name, []byte(made))
		}
		glyphs := uint32(font.NumGlyphs())
		for l := range glyphs {
			for r := range glyphs {
				if got, want := made.of(l, r), unpackedKern(font, l, r); got != want {
					t.Fatalf("%s: glyphs %d and %d have %d, not %d", name, l, r, got, want)
				}
			}
		}
		if made.of(glyphs, 0) != 0 || made.of(0, glyphs) != 0 {
			t.Errorf("%s: glyphs that are not there have kerning", name)
		}
	}
}

// tabulate makes the table of a font; "" of one without kerning.
func tabulate(t *testing.T, font *sfnt.Font) kerning {
	glyphs := font.NumGlyphs()
	rows, columns := make([][]byte, glyphs), make([][]byte, glyphs)
	for l := range rows {
		for r := range columns {
			k := uint16(unpackedKern(font, uint32(l), uint32(r)))
			rows[l] = binary.LittleEndian.AppendUint16(rows[l], k)
			columns[r] = binary.LittleEndian.AppendUint16(columns[r], k)
		}
	}
	left, lefts := classes(t, rows)
	right, rights := classes(t, columns)
	if len(lefts) == 1 {
		return ""
	}
	var b []byte
	b = binary.LittleEndian.AppendUint16(b, uint16(glyphs))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(rights)))
	b = append(append(b, left...), right...)
	for _, l := range lefts {
		for _, r := range rights {
			b = append(b, rows[l][2*r:][:2]...)
		}
	}
	return kerning(b)
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

// Package sfnt reads in an embedded face what it reads in its file, but for the kerning.
func TestUnkerned(t *testing.T) {
	for _, data := range [][]byte{fonts.Regular(), fonts.Symbols()} {
		u := newUnkerned(data)
		all := make([]byte, len(data))
		for at := 0; at < len(all); at += 100 {
			if _, err := u.ReadAt(all[at:min(at+100, len(all))], int64(at)); err != nil {
				t.Fatal(err)
			}
		}
		if got := bytes.ReplaceAll(all[:len(u.head)], []byte("GPO_"), []byte("GPOS")); !bytes.Equal(got, data[:len(got)]) || !bytes.Equal(all[len(got):], data[len(got):]) {
			t.Error("other bytes than those of the name have changed")
		}
		if bytes.Contains(all[:len(u.head)], []byte("GPOS")) {
			t.Error("the table is there")
		}
		if _, err := u.ReadAt(all, 1); err == nil {
			t.Error("nothing is said of the end")
		}
	}
}
