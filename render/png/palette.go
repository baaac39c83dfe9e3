package png

import (
	"cmp"
	"image/color"
	"slices"
)

const (
	// keptColors are the most frequent colours that a palette holds exactly.
	keptColors = 64
	// maxMeanError bounds the loss of a palette over the whole picture, in
	// 255ths a channel. maxPatch bounds the loss of each colour, as its pixels
	// times the square of its loss: 64 pixels may be off by 32, 1000 by 8.
	maxMeanError = 0.12
	maxPatch     = 1 << 16
)

// quantise finds a palette of at most 256 colours that nobody tells from the
// picture's, and gives each of these its place in it. It reports false when there is none.
func quantise(hues []hue) (palette []color.NRGBA, ok bool) {
	chosen := choose(hues)
	if loss(hues, chosen) {
		return nil, false
	}
	for _, p := range chosen {
		palette = append(palette, straight(p))
	}
	return palette, true
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
