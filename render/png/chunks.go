package png

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"slices"

	"github.com/klauspost/compress/zlib"

	"github.com/roadmapviz/roadmapviz/graph/metadata"
)

// level is the deflate level: lower ones save a few milliseconds, higher ones
// cost a hundred, for a few percent of the size either way.
const level = 5

// pxPerMeter is 96 px to the inch.
const pxPerMeter = 3780

// meta is what a file says besides its pixels.
type meta struct {
	title, description string
	metadata           string // see package metadata
	scale              int
}

// PNG's colour types.
const (
	typeRGB     = 2
	typePalette = 3
	typeRGBA    = 6
)

// encode writes the image as a PNG file. The standard library's encoder takes
// four times as long: it tries filters that never pay on flat colours.
func encode(ctx context.Context, w io.Writer, img *image.RGBA, m meta) error {
	p, isPalette := quantise(img)
	kind := byte(typePalette)
	pix := p.pix
	if !isPalette {
		kind, pix = direct(img)
	}
	data, err := deflate(ctx, pix)
	if err != nil {
		return err
	}

	c := chunks{buf: []byte("\x89PNG\r\n\x1a\n")}
	c.begin("IHDR")
	c.uint32(img.Rect.Dx())
	c.uint32(img.Rect.Dy())
	c.bytes(8, kind, 0, 0, 0)
	c.end()
	if isPalette {
		c.palette(p.palette)
	}
	c.begin("pHYs")
	c.uint32(pxPerMeter * m.scale)
	c.uint32(pxPerMeter * m.scale)
	c.bytes(1) // the unit is the metre
	c.end()
	c.text("Title", m.title)
	c.text("Description", m.description)
	c.text(metadata.Keyword, m.metadata)
	c.begin("IDAT")
	c.bytes(data...)
	c.end()
	c.begin("IEND")
	c.end()
	_, err = w.Write(c.buf)
	return err
}

// direct lays out the pixels of a picture without a palette, in rows that each
// begin with a zero byte, PNG's "no filter".
func direct(img *image.RGBA) (kind byte, pix []byte) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if img.Opaque() {
		pix = make([]byte, 0, (3*w+1)*h)
		for y := range h {
			pix = append(pix, 0)
			for p := row(img, y); len(p) > 0; p = p[4:] {
				pix = append(pix, p[0], p[1], p[2])
			}
		}
		return typeRGB, pix
	}
	pix = make([]byte, 0, (4*w+1)*h)
	for y := range h {
		pix = append(pix, 0)
		for p := row(img, y); len(p) > 0; p = p[4:] {
			k := straight([4]uint8(p))
			pix = append(pix, k.R, k.G, k.B, k.A)
		}
	}
	return typeRGBA, pix
}

// deflate packs the pixels, and looks at the context in between.
func deflate(ctx context.Context, pix []byte) ([]byte, error) {
	var buf bytes.Buffer
	z, err := zlib.NewWriterLevel(&buf, level)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(pix, 1<<20) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if _, err := z.Write(some); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// chunks collects a PNG file's chunks: each has a length, a type of four
// letters, the data, and a checksum of type and data.
type chunks struct {
	buf   []byte
	start int // of the open chunk's type
}

func (c *chunks) begin(kind string) {
	c.uint32(0) // the length, known at the end
	c.start = len(c.buf)
	c.buf = append(c.buf, kind...)
}

func (c *chunks) end() {
	body := c.buf[c.start:]
	binary.BigEndian.PutUint32(c.buf[c.start-4:], uint32(len(body)-4))
	c.buf = binary.BigEndian.AppendUint32(c.buf, crc32.ChecksumIEEE(body))
}

func (c *chunks) bytes(b ...byte) { c.buf = append(c.buf, b...) }

func (c *chunks) uint32(v int) { c.buf = binary.BigEndian.AppendUint32(c.buf, uint32(v)) }

// palette writes the colours, and their alphas if any is not opaque.
func (c *chunks) palette(colors []color.NRGBA) {
	c.begin("PLTE")
	translucent := 0
	for i, k := range colors {
		c.bytes(k.R, k.G, k.B)
		if k.A < 255 {
			translucent = i + 1
		}
	}
	c.end()
	if translucent == 0 {
		return
	}
	c.begin("tRNS")
	for _, k := range colors[:translucent] {
		c.bytes(k.A)
	}
	c.end()
}

// text writes a UTF-8 text under one of PNG's keywords.
func (c *chunks) text(keyword, text string) {
	if text == "" {
		return
	}
	c.begin("iTXt")
	c.bytes([]byte(keyword)...)
	c.bytes(0, 0, 0, 0, 0) // not compressed; no language; keyword not translated
	c.bytes([]byte(text)...)
	c.end()
}
