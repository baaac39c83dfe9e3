package icons

import (
	"bytes"
	"compress/flate"
	_ "embed" // the pack
	"encoding/binary"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/themes"
)

// data is the pack, which internal/pack writes: the offsets of the blocks as
// 32-bit numbers, little endian, one more than there are blocks, and then the
// blocks, each of blockSize icons and deflated by itself. See unpack.
//
//go:embed pack.bin
var data string

const blockSize = 4

// unpack takes one icon out of the pack. A block holds the lengths of its icons'
// two streams, two numbers an icon; then all first streams (colours, flags and
// verbs), and then all second streams (points).
func unpack(number int) Icon {
	u := unpackers.Get().(*unpacker)
	defer unpackers.Put(u)
	r := reader(u.inflate(number / blockSize))
	var lengths [blockSize][2]int
	for i := range lengths {
		lengths[i] = [2]int{r.number(), r.number()}
	}
	var looks, points reader
	for stream, to := range []*reader{&looks, &points} {
		for i, length := range lengths {
			part := r.take(length[stream])
			if i == number%blockSize {
				*to = part
			}
		}
	}
	return decode(looks, points)
}

// unpacker is what it takes to read a block, which is much for a few pictures.
type unpacker struct {
	packed strings.Reader
	flate  io.ReadCloser
	block  bytes.Buffer
}

var unpackers = sync.Pool{New: func() any { return &unpacker{flate: flate.NewReader(nil)} }}

// inflate is a block of the pack, until the next one.
func (u *unpacker) inflate(block int) []byte {
	offset := func(i int) uint32 { return binary.LittleEndian.Uint32([]byte(data[4*i:][:4])) }
	u.packed.Reset(data[offset(block):offset(block+1)])
	u.block.Reset()
	err := u.flate.(flate.Resetter).Reset(&u.packed, nil)
	if err == nil {
		_, err = u.block.ReadFrom(u.flate)
	}
	if err != nil {
		panic("icons: the pack is damaged: " + err.Error())
	}
	return u.block.Bytes()
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
	var text []byte
	for len(looks) > 0 {
		head := looks.take(5)
		verbs := looks.take(looks.number())
		text = points.appendPath(text[:0], verbs)
		icon.Shapes = append(icon.Shapes, Shape{
			Data:    string(text),
			Fill:    themes.Color{R: head[0], G: head[1], B: head[2], A: head[3]},
			EvenOdd: head[4]&evenOddFlag != 0,
			Ink:     head[4]&inkFlag != 0,
		})
	}
	return icon
}

// appendPath writes the path of the verbs and of as many points as they need.
// Every point is told by its difference from the one before.
func (r *reader) appendPath(text []byte, verbs []byte) []byte {
	var x, y int
	for _, verb := range verbs {
		text = append(text, verb)
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
	}
	return text
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
