package metadata

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"

	"github.com/roadmapviz/roadmapviz/internal/until"
)

// besidePage begins a graph that is packed with what stands in its page.
const besidePage = "~"

// window is how far back the packed form refers, in bytes: what unpacking keeps.
const window = 4 << 20

// windowOf is the least window that holds so many bytes, if one does: packing takes
// memory for all of it.
func windowOf(bytes int) int { return min(window, max(zstd.MinWindowSize, 1<<bits.Len(uint(bytes)))) }

// ShrinkPage packs the record of a page anew: what the page says behind it, which is
// nearly all that a course is, is not said again. Such a record can be read as long as
// the page is left as it is. The same page gives the same bytes; one without a record is
// given back. It ends soon after ctx. The error is the context's, that of [Find], or a [*DamagedError].
func ShrinkPage(ctx context.Context, page []byte) ([]byte, error) {
	r, err := Find(page)
	if err != nil || r.beside == nil {
		if errors.Is(err, ErrNone) {
			err = nil
		}
		return page, err
	}
	data, err := r.unpack()
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	beside := dictionary(r.beside)
	z, err := zstd.NewWriter(&packed, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true), zstd.WithWindowSize(windowOf(len(beside)+len(data))), zstd.WithEncoderDictRaw(0, beside))
	if err != nil {
		return nil, err
	}
	if _, err := io.Copy(z, until.Reader(ctx, bytes.NewReader(data))); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	before, after, _ := bytes.Cut(page[:len(page)-len(r.beside)], []byte(r.packed))
	return slices.Concat(before, []byte(besidePage+base64.StdEncoding.EncodeToString(packed.Bytes())), after, r.beside), nil
}

// dictionary is what both who packs and who unpacks know: a page, whatever ends its
// lines.
func dictionary(page []byte) []byte {
	if !bytes.Contains(page, []byte("\r")) { // of which no copy is needed
		return page
	}
	return bytes.ReplaceAll(page, []byte("\r"), nil)
}

// unpack is the JSON of the graph. It grows with what is there, not with what is
// claimed.
func (r Record) unpack() ([]byte, error) {
	if r.size > maxInflated {
		return nil, damaged(fmt.Sprintf("it would inflate to %d bytes", r.size))
	}
	packed, isBeside := strings.CutPrefix(r.packed, besidePage)
	deflated, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return nil, damaged("it is not base64")
	}
	var z io.Reader
	reason := "it does not inflate"
	if isBeside {
		reason = "it does not fit to the page, which somebody changed"
		d, err := zstd.NewReader(bytes.NewReader(deflated), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(window), zstd.WithDecoderDictRaw(0, dictionary(r.beside)))
		if err != nil {
			return nil, damaged(reason)
		}
		defer d.Close()
		z = d
	} else {
		d := flate.NewReader(bytes.NewReader(deflated))
		defer d.Close()
		z = d
	}
	var data bytes.Buffer
	if _, err := io.Copy(&data, io.LimitReader(z, int64(r.size)+1)); err != nil {
		return nil, damaged(reason)
	}
	if data.Len() != r.size {
		return nil, damaged("it inflates to another size than it says")
	}
	return data.Bytes(), nil
}
