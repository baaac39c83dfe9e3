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
	w     io.Writer
	buf   []byte // what was not yet written
	start int    // of the open chunk's type
	err   error  // the first of the writer
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

// flush writes the chunks that were ended.
func (c *chunks) flush() {
	c.write(c.buf)
	c.buf = c.buf[:0]
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
	size   int // of all together
	any    bool
	spare  *blocks // that can be written to
}

const mostData = 16 << 20 // of a chunk

// Write implements [io.Writer].
func (d *data) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		last := len(d.blocks) - 1
		if d.size%blockSize == 0 {
			d.blocks = append(d.blocks, d.spare.take())
			last++
		}
		some := min(len(b), blockSize-len(d.blocks[last]))
		d.blocks[last] = append(d.blocks[last], b[:some]...)
		d.size += some
		if b = b[some:]; d.size == mostData {
			d.flush()
		}
	}
	return n, d.err
}

// close writes what is left, or a chunk of nothing if there never was anything.
func (d *data) close() {
	if d.size > 0 || !d.any {
		d.flush()
	}
}

// flush writes a chunk of what was collected, behind those that were ended.
func (d *data) flush() {
	if b, ok := d.w.(*bytes.Buffer); ok {
		b.Grow(len(d.buf) + d.size + 1<<8) // at once, not by and by
	}
	d.uint32(d.size)
	d.buf = append(d.buf, "IDAT"...)
	sum := crc32.ChecksumIEEE(d.buf[len(d.buf)-4:])
	d.chunks.flush()
	for _, b := range d.blocks {
		sum = crc32.Update(sum, crc32.IEEETable, b)
		d.write(b)
	}
	d.uint32(int(sum))
	for _, b := range d.blocks {
		*d.spare = append(*d.spare, b[:0])
	}
	d.blocks, d.size, d.any = d.blocks[:0], 0, true
}
