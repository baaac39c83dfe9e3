package pdf

import (
	"crypto/sha256"
	"fmt"
	"math"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render/pdf/internal/cff"
)

// cffUnits is the resolution of the typefaces in the file: what the format measures in.
const cffUnits = cff.UnitsPerEm

// usedFont is a typeface with the glyphs in use of it. A glyph that stands for other
// characters in another place is there twice, so that each says which they are; glyphs
// that only together stand for some characters, as a letter with its marks or an Indian
// syllable, are one.
type usedFont struct {
	name    string // in pages
	face    *text.Face
	glyphs  []cff.Glyph // by number
	shown   []string    // what they stand for
	numbers map[usedGlyph]int
}

type usedGlyph struct {
	id    uint32
	parts string // of several glyphs or a moved one, where they stand
	shown string
	share int  // how many glyphs the width is divided among
	blank bool // whether the outline is another one's
}

// mostGlyphs is how many numbers there are.
const mostGlyphs = 1 << 16

// font is the typeface in the file for a face.
func (s *resources) font(face *text.Face) *usedFont {
	f, known := s.byFace[face]
	if !known {
		f = &usedFont{name: fmt.Sprintf("/F%d", len(s.fonts)+1), face: face, numbers: map[usedGlyph]int{}}
		f.number(usedGlyph{share: 1}, []text.Glyph{{}})
		s.byFace[face] = f
		s.fonts = append(s.fonts, f)
	}
	return f
}

// number is the number of what glyphs become.
func (f *usedFont) number(key usedGlyph, glyphs []text.Glyph) int {
	n, known := f.numbers[key]
	if !known && len(f.glyphs) < mostGlyphs {
		n = len(f.glyphs)
		f.glyphs, f.shown = append(f.glyphs, f.drawn(key, glyphs)), append(f.shown, key.shown)
		f.numbers[key] = n
	}
	return n
}

func (f *usedFont) drawn(key usedGlyph, glyphs []text.Glyph) cff.Glyph {
	width := 0
	var outline []text.Segment
	for _, g := range glyphs {
		part := f.face.Outline(g.ID)
		if key.parts == "" {
			outline = part
		} else {
			dx, dy := float32(width+int(g.X)), float32(g.Y)
			for _, s := range part {
				for i := range s.Points {
					s.Points[i].X, s.Points[i].Y = s.Points[i].X+dx, s.Points[i].Y+dy
				}
				outline = append(outline, s)
			}
		}
		width += int(g.Advance)
	}
	if w := int(f.face.Advance(glyphs[0].ID)); w > 0 && len(glyphs) == 1 {
		width = w // without kerning
	}
	if f.face.Restricted || key.blank {
		outline = nil
	}
	return cff.Glyph{Width: int(math.Round(float64(width) * cffUnits / f.face.UnitsPerEm / float64(key.share))), Outline: outline}
}

// write writes the typeface and what readers must know of it.
func (f *usedFont) write(file *file) ref {
	style := "Regular"
	if f.face.Weight != text.Regular {
		style = fmt.Sprintf("W%d", f.face.Weight)
	}
	base := plainName(f.face.Family) + "-" + style
	data, box := cff.Font(base, int(f.face.UnitsPerEm), f.glyphs)
	// A part of a typeface is named by what is in it.
	sum := sha256.Sum256(data)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	name := appendName(nil, string(tag)+"+"+base)

	const symbolic = 4
	d := append(append([]byte("<</Type/FontDescriptor/FontName"), name...), fmt.Sprintf("/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile3 ",
		symbolic, box.X0, box.Y0, box.X1, box.Y1, max(box.Y1, 0), min(box.Y0, 0), max(box.Y1, 0), 50+int(f.face.Weight)/10)...)
	descriptor := file.add(append(appendRef(d, file.addStream([]byte("/Subtype/CIDFontType0C"), data)), ">>"...))

	d = append(append([]byte("<</Type/Font/Subtype/CIDFontType0/BaseFont"), name...), "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "...)
	d = append(appendRef(d, descriptor), "/DW 0/W[0["...)
	for i, g := range f.glyphs {
		if i > 0 {
			d = append(d, ' ')
		}
		d = appendInt(d, g.Width)
	}
	descendant := file.add(append(d, "]]>>"...))

	d = append(append([]byte("<</Type/Font/Subtype/Type0/BaseFont"), name...), "-Identity-H/Encoding/Identity-H/DescendantFonts["...)
	d = append(appendRef(d, descendant), "]/ToUnicode "...)
	return file.add(append(appendRef(d, file.addStream(nil, f.characters())), ">>"...))
}

// plainName is a name without what names of typefaces cannot have.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r > '~' {
			return -1
		}
		return r
	}, s)
}

// characters is the map from numbers of glyphs to the characters that they stand for.
func (f *usedFont) characters() []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`)
	var known []int
	for n, shown := range f.shown {
		if shown != "" {
			known = append(known, n)
		}
	}
	const most = 100 // of a block
	for len(known) > 0 {
		part := known[:min(most, len(known))]
		known = known[len(part):]
		b = append(appendInt(b, len(part)), " beginbfchar\n"...)
		for _, n := range part {
			b = append(appendUTF16(fmt.Appendf(b, "<%04X><", n), f.shown[n]), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
