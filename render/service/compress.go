package service

import (
	"bytes"
	"net/http"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// coding is a content coding of answers.
type coding struct {
	name   string // "" for none
	encode func([]byte) []byte
}

// codings are those that are offered, the best first.
var codings = []coding{{"zstd", zstandard}, {"gzip", gzipped}}

// codingFor is the coding that a client likes best for a media type. What is compressed
// in itself stays as it is.
func codingFor(h http.Header, mediaType string) coding {
	if !compressible(mediaType) {
		return coding{}
	}
	wanted := wishes(h, "Accept-Encoding")
	liking := func(name string) (q float64, named bool) {
		for _, w := range wanted {
			switch w.value {
			case name, "x-" + name:
				return w.q, true
			case "*":
				q = w.q
			}
		}
		return q, false
	}
	var best coding
	most := 0.
	if q, named := liking("identity"); named {
		most = q
	}
	for _, c := range codings {
		if q, _ := liking(c.name); q > most || q == most && q > 0 && best.name == "" {
			best, most = c, q
		}
	}
	return best
}

// compressible tells the media types of texts.
func compressible(mediaType string) bool {
	return strings.HasPrefix(mediaType, "text/") || strings.HasSuffix(mediaType, "+xml") || strings.HasSuffix(mediaType, "/xml") ||
		strings.HasSuffix(mediaType, "/json") || strings.HasSuffix(mediaType, "+json")
}

// zstdEncoder makes answers small; of its inner encoders there are as many as processors.
var zstdEncoder = sync.OnceValue(func() *zstd.Encoder {
	e, _ := zstd.NewWriter(nil, zstd.WithWindowSize(1<<20)) // whose options are right
	return e
})

func zstandard(data []byte) []byte { return zstdEncoder().EncodeAll(data, nil) }

var gzipWriters = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzipWriters.Get().(*gzip.Writer)
	defer gzipWriters.Put(w)
	w.Reset(&b)
	w.Write(data) // into memory, without an error
	w.Close()
	return b.Bytes()
}
