package text

import (
	"bytes"
	"encoding/binary"
)

// unkerned is the file of an embedded face without its kerning, for package sfnt, which
// would unpack that though a [table] has it: the table GPOS has another name there.
type unkerned struct{ head, data []byte }

func newUnkerned(data []byte) unkerned {
	directory := 12 + 16*int(binary.BigEndian.Uint16(data[4:]))
	return unkerned{bytes.Replace(data[:directory], []byte("GPOS"), []byte("GPO_"), 1), data}
}

// ReadAt implements [io.ReaderAt].
func (u unkerned) ReadAt(b []byte, at int64) (int, error) {
	n, err := bytes.NewReader(u.data).ReadAt(b, at)
	if at < int64(len(u.head)) {
		copy(b[:n], u.head[at:])
	}
	return n, err
}
