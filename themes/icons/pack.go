package icons

import (
	_ "embed" // the pack
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/themes"
)

// data is the pack, which internal/pack writes: the offsets of the icons as 32-bit
// numbers, little endian, one more than there are icons, and then the icons. Each is
// the length of its first stream (size, colours, flags and verbs), that stream, and the
// second one (points). Nothing is packed tighter than that: an icon is read where it
// lies, and only its own pages of the program come into memory. It is only read.
//
//go:embed pack.bin
var data []byte

// unpack takes one icon out of the pack.
func unpack(number int) Icon {
	offset := func(i int) uint32 { return binary.LittleEndian.Uint32(data[4*i:]) }
	points := reader(data[offset(number):offset(number+1)])
	looks := points.take(points.number())
	return decode(looks, points)
}

// reader takes numbers and bytes off its front.
type reader []byte

func (r *reader) take(n int) reader {
	front := (*r)[:n]
	*r = (*r)[n:]
	return front
}

func (r *reader) number() int {
	x, n := binary.Uvarint(*r)
	*r = (*r)[n:]
	return int(x)
}

func (r *reader) difference() int {
	x, n := binary.Varint(*r)
	*r = (*r)[n:]
	return int(x)
}

// The flags of a shape.
const (
	evenOddFlag = 1 << iota
	inkFlag
)

// unit is how many steps of the pack's grid make one unit of an icon.
const unit = 100

func decode(looks, points reader) Icon {
	icon := Icon{W: float64(looks.number()) / unit, H: float64(looks.number()) / unit}
	count := 0
	for rest := looks; len(rest) > 0; count++ {
		rest.take(5)
		rest.take(rest.number())
	}
	icon.Shapes = make([]Shape, count)
	var paths strings.Builder // of all shapes
	paths.Grow(len(looks) + 4*len(points))
	for i := range icon.Shapes {
		head := looks.take(5)
		from := paths.Len()
		points.writePath(&paths, looks.take(looks.number()))
		icon.Shapes[i] = Shape{
			Data:    paths.String()[from:],
			Fill:    themes.Color{R: head[0], G: head[1], B: head[2], A: head[3]},
			EvenOdd: head[4]&evenOddFlag != 0,
			Ink:     head[4]&inkFlag != 0,
		}
	}
	return icon
}

// writePath writes the path of the verbs and of as many points as they need.
// Every point is told by its difference from the one before.
func (r *reader) writePath(to *strings.Builder, verbs []byte) {
	var x, y int
	for _, verb := range verbs {
		var room [64]byte
		text := append(room[:0], verb)
		n := 1
		if verb == 'C' {
			n = 3
		}
		for i := range n {
			x += r.difference()
			y += r.difference()
			if i > 0 {
				text = append(text, ' ')
			}
			text = appendHundredths(text, x)
			text = append(text, ' ')
			text = appendHundredths(text, y)
		}
		to.Write(text)
	}
}

// appendHundredths writes 1234 as 12.34 and 1200 as 12.
func appendHundredths(text []byte, n int) []byte {
	if n < 0 {
		text, n = append(text, '-'), -n
	}
	text = strconv.AppendInt(text, int64(n/unit), 10)
	if rest := n % unit; rest > 0 {
		text = append(text, '.', byte('0'+rest/10))
		if rest%10 > 0 {
			text = append(text, byte('0'+rest%10))
		}
	}
	return text
}
