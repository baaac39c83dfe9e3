package png

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/color"
	"io"
)

// chunks writes a PNG file's chunks: each has a length, a type of four letters, the
// data, and a checksum of type and data.
type chunks struct {
	w   io.Writer
	buf []byte // of the open chunk
	err error  // the first of the writer
}

func (c *chunks) begin(kind string) {
	c.buf = append(c.buf[:0], 0, 0, 0, 0) // the length, known at the end
	c.buf = append(c.buf, kind...)
}

func (c *chunks) end() {
	binary.BigEndian.PutUint32(c.buf, uint32(len(c.buf)-8))
	c.buf = binary.BigEndian.AppendUint32(c.buf, crc32.ChecksumIEEE(c.buf[4:]))
	c.write(c.buf)
}

func (c *chunks) write(b []byte) {
	if c.err == nil {
		_, c.err = c.w.Write(b)
	}
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
	c.buf = append(c.buf, keyword...)
	c.bytes(0, 0, 0, 0, 0) // not compressed; no language; keyword not translated
	c.buf = append(c.buf, text...)
	c.end()
}

// data collects the packed pixels, which are one chunk of a file of usual size, and
// writes them when it is closed or when they become many.
type data struct {
	*chunks
	blocks [][]byte
	size   int
}

const (
	dataBlock = 32 << 10
	mostData  = 8 << 20 // of a chunk
)

// Write implements [io.Writer].
func (d *data) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		last := len(d.blocks) - 1
		if d.size%dataBlock == 0 {
			d.blocks = append(d.blocks, make([]byte, 0, dataBlock))
			last++
		}
		some := min(len(b), dataBlock-len(d.blocks[last]))
		d.blocks[last] = append(d.blocks[last], b[:some]...)
		d.size += some
		if b = b[some:]; d.size == mostData {
			d.flush()
		}
	}
	return n, d.err
}

// flush writes a chunk of what was collected.
func (d *data) flush() {
	if b, ok := d.w.(*bytes.Buffer); ok {
		b.Grow(d.size + 1<<8) // at once, not by and by
	}
	head := append(binary.BigEndian.AppendUint32(nil, uint32(d.size)), "IDAT"...)
	sum := crc32.ChecksumIEEE(head[4:])
	d.write(head)
	for _, b := range d.blocks {
		sum = crc32.Update(sum, crc32.IEEETable, b)
		d.write(b)
	}
	d.write(binary.BigEndian.AppendUint32(nil, sum))
	d.blocks, d.size = d.blocks[:0], 0
}
