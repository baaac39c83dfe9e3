package svg

import (
	"encoding/base64"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// families stand in for the embedded typeface where it is not shown.
const families = "Roboto, Helvetica Neue, Arial, Noto Sans, sans-serif"

// fontSet gathers what a file uses of the embedded typefaces.
type fontSet struct {
	mode  TextMode
	faces []*usedFace
}

// usedFace is a typeface, the characters and glyphs in use of it, and the
// kerning between them. Written out it shows each character as the one glyph
// that layout chose for it, and can do no more: no ligatures, no shaping.
type usedFace struct {
	face   *text.Face
	glyphs map[rune]uint32
	kern   map[pair]int16
}

type pair struct{ left, right uint32 }

// addAll notes runs that stand in one <text>. It reports false when one of
// them needs more than the file's typefaces can do.
func (f *fontSet) addAll(runs []text.Run) bool {
	for i := range runs {
		if !f.add(&runs[i]) {
			return false
		}
	}
	return true
}

// add notes one run. It reports false, and notes nothing, when a browser would
// not set its characters as they were laid out.
func (f *fontSet) add(r *text.Run) bool {
	if !r.Face.Embedded() || r.RTL || len(r.Glyphs) != utf8.RuneCountInString(r.Text) {
		return false
	}
	u := f.used(r)
	if !u.each(r, u.fits) {
		return false
	}
	return u.each(r, func(c rune, glyph uint32, next pair, kern int16) bool {
		u.glyphs[c] = glyph
		if next.right != 0 {
			u.kern[next] = kern
		}
		return true
	})
}

// each calls do for each character with its glyph, the pair that the glyph
// makes with the next one (whose right is 0 at the run's end), and the kerning
// between them, as long as do agrees.
func (u *usedFace) each(r *text.Run, do func(c rune, glyph uint32, next pair, kern int16) bool) bool {
	i := 0
	for _, c := range r.Text {
		g := r.Glyphs[i]
		next := pair{left: g.ID}
		if i+1 < len(r.Glyphs) {
			next.right = r.Glyphs[i+1].ID
		}
		if g.X != 0 || g.Y != 0 || g.ID == 0 || !do(c, g.ID, next, int16(g.Advance-int32(u.face.Advance(g.ID)))) {
			return false
		}
		i++
	}
	return true
}

// fits tells whether the face shows the character with this glyph and this kerning.
func (u *usedFace) fits(c rune, glyph uint32, next pair, kern int16) bool {
	if known, ok := u.glyphs[c]; ok && known != glyph {
		return false
	}
	if next.right == 0 {
		return kern == 0
	}
	known, ok := u.kern[next]
	return !ok || known == kern
}

func (f *fontSet) used(r *text.Run) *usedFace {
	for _, u := range f.faces {
		if u.face == r.Face {
			return u
		}
	}
	u := &usedFace{face: r.Face, glyphs: map[rune]uint32{}, kern: map[pair]int16{}}
	f.faces = append(f.faces, u)
	return u
}

// appendFamilies appends the file's font-family list: the embedded typefaces
// under names of their own, since a page may hold several figures.
func (f *fontSet) appendFamilies(b []byte, prefix string) []byte {
	for i, u := range f.faces {
		if name := u.family(prefix); !slices.ContainsFunc(f.faces[:i], func(v *usedFace) bool { return v.family(prefix) == name }) {
			b = append(append(b, name...), ", "...)
		}
	}
	return append(b, families...)
}

func (u *usedFace) family(prefix string) string { return prefix + u.face.Family }

// appendStyle appends the <style> element with the embedded typefaces.
func (f *fontSet) appendStyle(b []byte, prefix string) ([]byte, error) {
	if len(f.faces) == 0 {
		return b, nil
	}
	b = append(b, "<style>\n"...)
	for _, u := range f.faces {
		data, err := u.subset()
		if err != nil {
			return nil, fmt.Errorf("embedding the typeface: %w", err)
		}
		b = append(b, `@font-face{font-family:`...)
		b = append(append(b, u.family(prefix)...), `;font-weight:`...)
		b = layout.AppendNumber(b, float64(u.face.Weight))
		b = append(b, `;src:url(data:font/ttf;base64,`...)
		b = append(base64.StdEncoding.AppendEncode(b, data), ")}\n"...)
	}
	return append(b, "</style>\n"...), nil
}

// subset is the face as the file carries it.
func (u *usedFace) subset() ([]byte, error) { return u.face.Data(), nil }
