package subset

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// WOFF packs a font that [Font] gave for pages: as WOFF 1.0, whose tables are
// compressed one by one. Fewer programs than browsers read that.
func WOFF(ttf []byte) []byte {
	const header, entry = 44, 20
	n := int(be.Uint16(ttf[4:]))
	directory := make([]byte, 0, entry*n)
	var tables []byte
	z, _ := zlib.NewWriterLevel(nil, zlib.BestCompression) // the level is one of those that there are
	for i := range n {
		at := ttf[12+16*i:]
		offset, length := be.Uint32(at[8:]), be.Uint32(at[12:])
		packed := deflated(z, ttf[offset:][:length])
		directory = append(directory, at[:4]...)
		for _, v := range []uint32{uint32(header + entry*n + len(tables)), uint32(len(packed)), length, be.Uint32(at[4:])} {
			directory = be.AppendUint32(directory, v)
		}
		tables = append(tables, packed...)
		for len(tables)%4 != 0 {
			tables = append(tables, 0)
		}
	}
	out := append([]byte("wOFF"), ttf[:4]...)
	out = be.AppendUint32(out, uint32(header+len(directory)+len(tables)))
	out = be.AppendUint32(out, uint32(n)<<16) // and two bytes of nothing
	out = be.AppendUint32(out, uint32(len(ttf)))
	out = append(out, make([]byte, header-len(out))...) // no version, no metadata
	return append(append(out, directory...), tables...)
}

// deflated is a table as WOFF has it: compressed if that is shorter.
func deflated(z *zlib.Writer, table []byte) []byte {
	var b bytes.Buffer // to which writing never fails
	z.Reset(&b)
	z.Write(table)
	z.Close()
	if b.Len() >= len(table) {
		return table
	}
	return b.Bytes()
}
