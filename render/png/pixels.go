package png

import (
	"image/color"
	"slices"
)

// pixels turns a picture into the bytes of a PNG's rows, each of which begins with a zero
// byte, PNG's "no filter".
type pixels struct {
	kind    byte          // one of PNG's colour types
	palette []color.NRGBA // of typePalette
	table   *hueTable     // of the picture's colours; nil if there are too many
	of      [][4]uint8    // the bytes of each of these
	size    int           // how many of them count
	line    []uint8
}

// PNG's colour types.
const (
	typeRGB     = 2
	typePalette = 3
	typeRGBA    = 6
)

// pixels decides how the picture is written.
func (s *survey) pixels() *pixels {
	p := &pixels{kind: typeRGBA, size: 4}
	if s.isOpaque() {
		p.kind, p.size = typeRGB, 3
	}
	if s.many {
		return p
	}
	p.table, p.of = &s.table, make([][4]uint8, len(s.table.hues))
	if palette, ok := quantise(s.table.hues); ok {
		p.kind, p.size, p.palette = typePalette, 1, palette
		for i, h := range s.table.hues {
			p.of[i][0] = h.index
		}
		return p
	}
	for i, h := range s.table.hues {
		k := straight(h.pix)
		p.of[i] = [4]uint8{k.R, k.G, k.B, k.A}
	}
	return p
}

// begin begins a row.
func (p *pixels) begin() { p.line = append(p.line[:0], 0) }

// add adds n pixels of the colour at a place in the table.
func (p *pixels) add(place, n int) {
	start := len(p.line)
	p.line = slices.Grow(p.line, n*p.size)[:start+n*p.size]
	added := p.line[start:]
	for done := copy(added, p.of[place][:p.size]); done < len(added); done *= 2 {
		copy(added[done:], added[:done])
	}
}

// row makes a row of drawn pixels.
func (p *pixels) row(pix []uint8) {
	p.begin()
	if p.table == nil {
		for ; len(pix) > 0; pix = pix[4:] {
			k := straight([4]uint8(pix))
			p.line = append(p.line, []uint8{k.R, k.G, k.B, k.A}[:p.size]...)
		}
		return
	}
	for len(pix) > 0 {
		n := run(pix)
		p.add(p.table.place(pix), n/4)
		pix = pix[n:]
	}
}

// straight undoes premultiplication.
func straight(p [4]uint8) color.NRGBA {
	return color.NRGBAModel.Convert(color.RGBA{p[0], p[1], p[2], p[3]}).(color.NRGBA)
}
