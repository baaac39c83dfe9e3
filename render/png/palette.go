package png

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"slices"
)

const (
	// maxColors is how many colours a picture may have for a palette to be
	// tried: beyond it the loss would show.
	maxColors = 1 << 15
	// keptColors are the most frequent colours that a palette holds exactly.
	keptColors = 64
	// maxMeanError bounds the loss of a palette over the whole picture, in
	// 255ths a channel. maxPatch bounds the loss of each colour, as its pixels
	// times the square of its loss: 64 pixels may be off by 32, 1000 by 8.
	maxMeanError = 0.12
	maxPatch     = 1 << 16
)

// hue is a colour of the picture, premultiplied, with the number of its pixels
// and its place in the palette.
type hue struct {
	pix   [4]uint8
	count int
	index uint8
}

// indexed is a picture as places in a palette.
type indexed struct {
	palette []color.NRGBA
	pix     []uint8 // rows of a zero byte, PNG's "no filter", and the pixels
}

// quantise finds a palette of at most 256 colours that nobody tells from the
// picture. It reports false when there is none.
func quantise(img *image.RGBA) (indexed, bool) {
	t := newHueTable(img.Rect.Dy())
	for y := range img.Rect.Dy() {
		if !t.addRow(row(img, y)) {
			return indexed{}, false
		}
	}
	palette := choose(t.hues)
	if loss(t.hues, palette) {
		return indexed{}, false
	}
	var out indexed
	for _, p := range palette {
		out.palette = append(out.palette, straight(p))
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out.pix = t.appendIndices(make([]uint8, 0, (w+1)*h), w)
	return out, true
}

func row(img *image.RGBA, y int) []uint8 {
	return img.Pix[y*img.Stride : y*img.Stride+4*img.Rect.Dx()]
}

// run is the length in bytes of the stretch of equal pixels that pix starts with.
func run(pix []uint8) int {
	first := binary.LittleEndian.Uint32(pix)
	pair := uint64(first)<<32 | uint64(first)
	n := 4
	for n+8 <= len(pix) && binary.LittleEndian.Uint64(pix[n:]) == pair {
		n += 8
	}
	for n+4 <= len(pix) && binary.LittleEndian.Uint32(pix[n:]) == first {
		n += 4
	}
	return n
}

// hueTable is a hash table of a picture's colours, in order of appearance, with
// the picture as runs of them.
type hueTable struct {
	hues  []hue
	slots []int32 // 1 + place in hues
	runs  []hueRun
}

// hueRun is a stretch of pixels of one colour within a row.
type hueRun struct {
	place uint16 // in hues; maxColors fits
	n     uint16
}

func newHueTable(rows int) *hueTable {
	return &hueTable{slots: make([]int32, 4*maxColors), runs: make([]hueRun, 0, 32*rows)}
}

// find gives the place of a colour in hues, or the slot for it.
func (t *hueTable) find(pix []uint8) (place int, slot uint32) {
	key := binary.LittleEndian.Uint32(pix)
	mask := uint32(len(t.slots) - 1)
	for slot = key * 2654435761 >> 15 & mask; ; slot = (slot + 1) & mask {
		i := int(t.slots[slot]) - 1
		if i < 0 || binary.LittleEndian.Uint32(t.hues[i].pix[:]) == key {
			return i, slot
		}
	}
}

// addRow counts the colours of a row; it reports false when they become too many.
func (t *hueTable) addRow(pix []uint8) bool {
	for len(pix) > 0 {
		n := min(run(pix), 4*math.MaxUint16)
		i, slot := t.find(pix)
		if i < 0 {
			if len(t.hues) == maxColors {
				return false
			}
			i = len(t.hues)
			t.hues = append(t.hues, hue{pix: [4]uint8(pix)})
			t.slots[slot] = int32(i + 1)
		}
		t.hues[i].count += n / 4
		t.runs = append(t.runs, hueRun{uint16(i), uint16(n / 4)})
		pix = pix[n:]
	}
	return true
}

// appendIndices appends the places in the palette of the picture's pixels, each
// row of the given width behind a zero byte.
func (t *hueTable) appendIndices(out []uint8, width int) []uint8 {
	left := 0 // in the row
	for _, r := range t.runs {
		if left == 0 {
			out = append(out, 0)
			left = width
		}
		left -= int(r.n)
		index := t.hues[r.place].index
		start := len(out)
		out = out[:start+int(r.n)]
		for j := range out[start:] {
			out[start+j] = index
		}
	}
	return out
}

// choose makes the palette and gives each colour its place in it: the most
// frequent colours stay as they are, and the rest is divided again and again,
// where it varies most, and stood for by its mean.
func choose(hues []hue) [][4]uint8 {
	order := make([]*hue, len(hues))
	for i := range hues {
		order[i] = &hues[i]
	}
	kept := len(order)
	if kept > 256 {
		kept = keptColors
		slices.SortFunc(order, func(a, b *hue) int {
			return cmp.Or(b.count-a.count, slices.Compare(a.pix[:], b.pix[:]))
		})
	}
	var palette [][4]uint8
	for i, h := range order[:kept] {
		h.index = uint8(i)
		palette = append(palette, h.pix)
	}
	if kept < len(order) {
		for _, g := range divide(order[kept:], 256-kept) {
			for _, h := range g.hues {
				h.index = uint8(len(palette))
			}
			palette = append(palette, g.mean)
		}
	}
	return palette
}

// group is a set of colours that share a place in the palette.
type group struct {
	hues    []*hue
	mean    [4]uint8
	spread  int // weighted sum of squared distances along the widest channel
	channel int
}

func newGroup(hues []*hue) group {
	g := group{hues: hues}
	var sum [4]int
	weight := 0
	for _, h := range hues {
		weight += h.count
		for i, v := range h.pix {
			sum[i] += h.count * int(v)
		}
	}
	for i := range sum {
		g.mean[i] = uint8((sum[i] + weight/2) / weight)
		spread := 0
		for _, h := range hues {
			d := int(h.pix[i]) - int(g.mean[i])
			spread += h.count * d * d
		}
		if spread > g.spread {
			g.spread, g.channel = spread, i
		}
	}
	return g
}

// divide splits the colours into at most n groups.
func divide(hues []*hue, n int) []group {
	groups := []group{newGroup(hues)}
	for len(groups) < n {
		widest := 0
		for i := range groups {
			if groups[i].spread > groups[widest].spread {
				widest = i
			}
		}
		g := groups[widest]
		low := 0 // colours up to the mean come first
		for i, h := range g.hues {
			if h.pix[g.channel] <= g.mean[g.channel] {
				g.hues[i], g.hues[low] = g.hues[low], h
				low++
			}
		}
		if g.spread == 0 || low == len(g.hues) || low == 0 {
			// All alike, or on one side of a mean that was rounded.
			if groups[widest].spread = 0; g.spread == 0 {
				break
			}
			continue
		}
		groups[widest] = newGroup(g.hues[:low])
		groups = append(groups, newGroup(g.hues[low:]))
	}
	return groups
}

// loss tells whether the palette's difference to the picture might be seen.
func loss(hues []hue, palette [][4]uint8) bool {
	sum, pixels := 0, 0
	for i := range hues {
		h, worst := &hues[i], 0
		for j, v := range palette[h.index] {
			d := int(v) - int(h.pix[j])
			d = max(d, -d)
			worst = max(worst, d)
			sum += h.count * d
		}
		if h.count*worst*worst > maxPatch {
			return true
		}
		pixels += h.count
	}
	return float64(sum) > maxMeanError*3*float64(pixels)
}

// straight undoes premultiplication.
func straight(p [4]uint8) color.NRGBA {
	return color.NRGBAModel.Convert(color.RGBA{p[0], p[1], p[2], p[3]}).(color.NRGBA)
}
