package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// ref is the number of an object. 0 is none.
type ref int

// file writes objects. Streams go out as they come; all other objects are gathered in
// streams, many together, which takes a tenth of the room. Errors of the writer are
// kept to the end.
type file struct {
	w       io.Writer
	err     error
	at      int64
	hash    hash.Hash // of all that was written: two files with one content are one file
	places  []place   // by number
	packer  *zlib.Writer
	packed  bytes.Buffer
	waiting []object
}

// place is where an object stands: in the file, or in a stream of objects.
type place struct {
	at     int64
	stream ref // 0 for an object that stands by itself
	index  int
}

// object is one that waits for others to be written with.
type object struct {
	ref  ref
	body []byte
}

// together is how many objects one stream holds: a reader unpacks it for any of them.
const together = 100

// newFile begins a file of version 1.7. The second line tells programs that copy files
// that this one is no text.
func newFile(w io.Writer) *file {
	f := &file{w: w, hash: sha256.New(), places: make([]place, 1)}
	f.packer, _ = zlib.NewWriterLevel(nil, zlib.DefaultCompression) // the level is one of those that there are
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.w.Write(b)
	}
	f.hash.Write(b)
	f.at += int64(len(b))
}

// reserve gives a number to an object that others refer to before it is written.
func (f *file) reserve() ref {
	f.places = append(f.places, place{})
	return ref(len(f.places) - 1)
}

// add writes an object that is no stream.
func (f *file) add(body []byte) ref {
	r := f.reserve()
	f.put(r, body)
	return r
}

// put writes an object under a number that was reserved.
func (f *file) put(r ref, body []byte) {
	if f.waiting = append(f.waiting, object{r, body}); len(f.waiting) == together {
		f.flush()
	}
}

// flush writes the objects that wait.
func (f *file) flush() {
	if len(f.waiting) == 0 {
		return
	}
	r := f.reserve()
	var places, bodies []byte
	for i, o := range f.waiting {
		f.places[o.ref] = place{stream: r, index: i}
		places = appendInt(append(appendInt(places, int(o.ref)), ' '), len(bodies))
		places = append(places, ' ')
		bodies = append(append(bodies, o.body...), '\n')
	}
	dict := fmt.Appendf(nil, "/Type/ObjStm/N %d/First %d", len(f.waiting), len(places))
	f.waiting = f.waiting[:0]
	f.putStream(r, dict, append(places, bodies...))
}

// addStream packs and writes a stream; dict is what its dictionary says besides.
func (f *file) addStream(dict, data []byte) ref {
	r := f.reserve()
	f.putStream(r, dict, data)
	return r
}

func (f *file) putStream(r ref, dict, data []byte) {
	f.packed.Reset()
	f.packer.Reset(&f.packed)
	f.packer.Write(data) // into memory
	f.packer.Close()
	f.plainStream(r, append(append([]byte(nil), dict...), "/Filter/FlateDecode"...), f.packed.Bytes())
}

// plainStream writes a stream as it is.
func (f *file) plainStream(r ref, dict, data []byte) {
	f.places[r] = place{at: f.at}
	f.write(fmt.Appendf(nil, "%d 0 obj\n<<%s/Length %d>>\nstream\n", r, dict, len(data)))
	f.write(data)
	f.write([]byte("\nendstream\nendobj\n"))
}

// close writes what waits and the table of all objects.
func (f *file) close(root, info ref) error {
	f.flush()
	r := f.reserve()
	table := make([]byte, 0, 8*len(f.places))
	f.places[r] = place{at: f.at}
	for i, p := range f.places {
		kind, first, second := byte(1), p.at, 0
		switch {
		case i == 0:
			kind, second = 0, 65535
		case p.stream != 0:
			kind, first, second = 2, int64(p.stream), p.index
		}
		table = append(table, kind, byte(first>>32), byte(first>>24), byte(first>>16), byte(first>>8), byte(first), byte(second>>8), byte(second))
	}
	id := hex.EncodeToString(f.hash.Sum(nil)[:16])
	at := f.at
	f.putStream(r, fmt.Appendf(nil, "/Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]", len(f.places), root, info, id, id), table)
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", at))
	return f.err
}

func appendInt(b []byte, v int) []byte { return strconv.AppendInt(b, int64(v), 10) }
