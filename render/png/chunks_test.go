package png

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"testing"
)

// Packed pixels that are too many for one chunk are several, and together what they were.
func TestData(t *testing.T) {
	noise := rand.NewChaCha8([32]byte{1})
	for _, size := range []int{0, 1, blockSize, mostData - 1, mostData, 2*mostData + 12345} {
		var file bytes.Buffer
		d := data{chunks: &chunks{w: &file}, spare: new(blocks)}
		want := make([]byte, size)
		noise.Read(want)
		for rest := want; len(rest) > 0; {
			n := min(len(rest), 300_007)
			if _, err := d.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		d.close()
		d.chunks.flush()
		var got []byte
		n := 0
		for b := file.Bytes(); len(b) > 0; n++ {
			length := int(binary.BigEndian.Uint32(b))
			body := b[4 : 8+length]
			if string(body[:4]) != "IDAT" || binary.BigEndian.Uint32(b[8+length:]) != crc32.ChecksumIEEE(body) {
				t.Fatalf("%d bytes: a bad chunk", size)
			}
			got = append(got, body[4:]...)
			b = b[12+length:]
		}
		if !bytes.Equal(got, want) || n != max(1, (size+mostData-1)/mostData) {
			t.Errorf("%d bytes became %d in %d chunks", size, len(got), n)
		}
	}
}
