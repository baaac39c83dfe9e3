package pdf

import (
	"fmt"
	"image"
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// A shadow is a picture of one colour whose mask has soft edges. Between the cells of
// a mask readers interpolate, so that few are enough.

// shadowMask is a mask: a box of so many cells, with room around it for the blur.
type shadowMask struct {
	columns, rows int
	radius        int // of the corners, in 1/4 cells
	cells         int // of a standard deviation, in 1/8 cells
}

// softImage is a mask in a colour.
type softImage struct {
	mask  ref
	color themes.Color
}

const (
	// cellsPerSigma is how many cells a standard deviation of a shadow has.
	cellsPerSigma = 3
	// mostCells bounds the mask of a box that is very large.
	mostCells = 1 << 20
)

// boxShadow draws the shadow of a box.
func (c *canvas) boxShadow(r render.Rect, s themes.Style) {
	color, alpha := s.Shadow.Color, s.Shadow.Color.Times(s.Fill.A).A
	r.X, r.Y = r.X+s.Shadow.DX, r.Y+s.Shadow.DY
	if s.Shadow.Sigma <= 0 {
		color.A = alpha
		c.draw(themes.Style{Fill: color}, 0, func(b []byte) []byte { return appendBox(b, r, s.Radius) })
		return
	}
	cell := s.Shadow.Sigma / cellsPerSigma
	for r.W/cell*r.H/cell > mostCells {
		cell *= 2
	}
	count := func(length float64) int { return max(1, int(math.Round(length/cell))) }
	mask := shadowMask{count(r.W), count(r.H), int(math.Round(4 * min(s.Radius, r.W/2, r.H/2) / cell)), int(math.Round(8 * s.Shadow.Sigma / cell))}
	room := float64(mask.room())
	across, down := r.W/float64(mask.columns), r.H/float64(mask.rows)
	c.image(c.doc.shared.image(c.doc.shared.mask(mask), color), alpha, render.Rect{
		X: r.X - float64(room*across), Y: r.Y - float64(room*down),
		W: r.W + float64(2*room*across), H: r.H + float64(2*room*down),
	})
}

// room is how many cells the blur needs on each side.
func (m shadowMask) room() int { return (coverage.Reach*m.cells + 7) / 8 }

// mask writes a mask when it is first used. Boxes of nearly the same size share one:
// it is stretched by less than a cell.
func (s *resources) mask(m shadowMask) ref {
	r, known := s.masks[m]
	if known {
		return r
	}
	room := m.room()
	width, height := m.columns+2*room, m.rows+2*room
	x, y := float64(room), float64(room)
	box := coverage.NewBox(coverage.Area{Right: width, Bottom: height}, x, y, x+float64(m.columns), y+float64(m.rows), float64(m.radius)/4, float64(m.cells)/8)
	row, pix := make([]uint32, width), make([]byte, 0, width*height)
	for y := range height {
		box.Row(row, y)
		for _, v := range row {
			pix = append(pix, uint8(min(255, (v*255+32767)/65535)))
		}
	}
	r = s.file.addMask(width, height, pix)
	s.masks[m] = r
	return r
}

func (f *file) addMask(width, height int, pix []byte) ref {
	return f.addStream(fmt.Appendf(nil, "/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Interpolate true", width, height), pix)
}

// image is the name of a picture of one colour with a mask.
func (s *resources) image(mask ref, color themes.Color) string {
	color.A = 255
	key := softImage{mask, color}
	name, known := s.images[key]
	if !known {
		dict := appendRef([]byte("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/SMask "), mask)
		name = s.object(s.file.addStream(dict, []byte{color.R, color.G, color.B}))
		s.images[key] = name
	}
	return name
}

// everywhere is larger than any page.
var everywhere = image.Rectangle{image.Point{-1 << 26, -1 << 26}, image.Point{1 << 26, 1 << 26}}

// wordShadow is the mask of a word's shadow, which stands in the file once however often
// the word is said.
type wordShadow struct {
	mask ref             // 0 without any pixels
	area image.Rectangle // as seen from the pen, in 1/shadowScale px
}

// wordKey is what the mask of a word depends on.
type wordKey struct {
	face   *text.Face
	size   float64
	glyphs string
	shadow themes.Shadow // of no colour
}

const (
	// shadowScale is how many cells along a px the masks of words have.
	shadowScale = 2
	// shadowLevels is how many opacities such a mask has. The eye does not tell more apart
	// in what is so small, and with all of them it takes twice the room.
	shadowLevels = 32
)

// textShadow draws the shadow of a line of text.
func (c *canvas) textShadow(l *layout.Line, s themes.Style) {
	for i := range l.Runs {
		r := &l.Runs[i]
		x, unit := l.X-l.Width/2+r.X, r.Size/r.Face.UnitsPerEm
		for rest := r.Glyphs; len(rest) > 0; {
			end := 0
			for end < len(rest) && !isBlank(r.Face, rest[end]) {
				end++
			}
			if end > 0 {
				c.wordShadow(text.Run{Face: r.Face, Size: r.Size, Glyphs: rest[:end]}, x, l.Y, s)
			}
			end = min(end+1, len(rest))
			x += float64(advance(rest[:end]) * unit)
			rest = rest[end:]
		}
	}
}

// isBlank tells whether a glyph is a space.
func isBlank(face *text.Face, g text.Glyph) bool {
	space, ok := face.Glyph(' ')
	return ok && g.ID == space
}

func advance(glyphs []text.Glyph) (units float64) {
	for _, g := range glyphs {
		units += float64(g.Advance)
	}
	return units
}

// wordShadow draws the shadow of a word at a place.
func (c *canvas) wordShadow(word text.Run, x, y float64, s themes.Style) {
	shared, shadow := &c.doc.shared, s.TextShadow
	shadow.Color = themes.Color{}
	w := shared.wordShadow(wordKey{word.Face, word.Size, fmt.Sprint(word.Glyphs), shadow}, word)
	if w.mask == 0 {
		return
	}
	c.image(shared.image(w.mask, s.TextShadow.Color), s.TextShadow.Color.Times(s.Text.A).A, render.Rect{
		X: x + float64(w.area.Min.X)/shadowScale, Y: y + float64(w.area.Min.Y)/shadowScale,
		W: float64(w.area.Dx()) / shadowScale, H: float64(w.area.Dy()) / shadowScale,
	})
}

// wordShadow writes the mask of a word when it is first used.
func (s *resources) wordShadow(key wordKey, word text.Run) wordShadow {
	w, known := s.words[key]
	if known {
		return w
	}
	if s.glyphs == nil {
		s.glyphs = coverage.NewGlyphs()
	}
	shadow := s.glyphs.Shadow(&layout.Line{Runs: []text.Run{word}}, shadowScale, key.shadow, everywhere)
	if !shadow.Rect.Empty() {
		const step = 255. / (shadowLevels - 1)
		var levels [256]uint8
		for v := range levels {
			levels[v] = uint8(math.Round(math.Round(float64(v)/step) * step))
		}
		for i, v := range shadow.Pix {
			shadow.Pix[i] = levels[v]
		}
		w = wordShadow{s.file.addMask(shadow.Rect.Dx(), shadow.Rect.Dy(), shadow.Pix), shadow.Rect}
	}
	s.words[key] = w
	return w
}
