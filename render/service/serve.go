package service

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/internal/markup"
)

// serve answers requests to an endpoint.
func (s *Service) serve(e *endpoint) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		o, free, err := s.order(w, r, e)
		defer free()
		if err == nil {
			o.free = free
			err = s.answer(w, r, e, o, "no-store") // no cache keeps what was posted
		}
		if err != nil {
			s.fail(w, r, err)
		}
	}
}

// answer makes what is ordered, and sends it. With an error nothing was sent.
func (s *Service) answer(w http.ResponseWriter, r *http.Request, e *endpoint, o *order, cache string) error {
	f, detailed, err := e.choose(o, r.Header)
	if err != nil {
		return err
	}
	o.format = f.name
	mediaType := f.mediaType
	if detailed {
		mediaType = jsonType
	}
	coding := codingFor(r.Header, mediaType)
	tag := s.tag(e, o, mediaType, coding)
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", cache)
	if r.Method == http.MethodPost {
		h.Add("Vary", "Accept")
	}
	if compressible(mediaType) {
		h.Add("Vary", "Accept-Encoding")
	}
	if matches(r.Header, tag) {
		if r.Method == http.MethodPost {
			h.Del("Cache-Control")
			return bad(http.StatusPreconditionFailed, "the answer is the one that If-None-Match names")
		}
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	var m *made
	var body []byte
	err = s.gate.do(r.Context(), cost(o), func(ctx context.Context, in *room) (err error) {
		o.room = in
		if m, err = e.make(s, ctx, o); err != nil {
			return err
		}
		if body = m.body; detailed {
			body = details(f, m)
		}
		if coding.name != "" {
			body = coding.encode(body)
		}
		return nil
	})
	if err != nil {
		h.Del("ETag")
		return err
	}
	h.Set("Roadmapviz-Diagnostics", counts(m.found))
	o.free() // for clients may take their time to read
	send(w, r, mediaType, coding, body)
	return nil
}

// cost is about how many bytes of memory it takes to read an order; what is made of it
// asks for more when it is known.
func cost(o *order) int64 {
	n := len(o.source)
	for _, text := range o.texts {
		n += len(text)
	}
	return 8<<20 + 64*int64(n)
}

// send sends a body, in its coding, whose header fields of its own are set.
func send(w http.ResponseWriter, r *http.Request, mediaType string, c coding, body []byte) {
	h := w.Header()
	secure(h, mediaType)
	if strings.HasPrefix(mediaType, "text/") { // the others say it themselves
		mediaType += "; charset=utf-8"
	}
	h.Set("Content-Type", mediaType)
	if c.name != "" {
		h.Set("Content-Encoding", c.name)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		w.Write(body) // whose error is that nobody is there any more
	}
}

// secure sets the fields that keep what strangers wrote from acting as the site that it
// comes from: a page may run its own scripts, whose hashes it lists, but has no origin,
// and thus no cookies, no storage and no requests of the site's.
func secure(h http.Header, mediaType string) {
	const leave = " allow-popups allow-popups-to-escape-sandbox" // links lead elsewhere
	switch mediaType {
	case "text/html":
		h.Set("Content-Security-Policy", "sandbox allow-scripts allow-downloads allow-modals"+leave)
	case "image/svg+xml":
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"+leave)
	case "application/pdf": // browsers show none in a sandbox
	default:
		h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	}
}

// counts are how many diagnostics there are, as a dictionary of RFC 9651.
func counts(found []graph.Diagnostic) string {
	return fmt.Sprintf("error=%d, warning=%d, info=%d", report.Count(found, graph.Error), report.Count(found, graph.Warning), report.Count(found, graph.Info))
}

// detailedAnswer is a figure with what is odd in it.
type detailedAnswer struct {
	Format      string             `json:"format"`
	MediaType   string             `json:"mediaType"`
	Encoding    string             `json:"encoding"` // of the figure in the JSON: utf-8 or base64
	Figure      string             `json:"figure"`
	Diagnostics []graph.Diagnostic `json:"diagnostics"`
}

func details(f format, m *made) []byte {
	a := detailedAnswer{f.name, f.mediaType, "utf-8", string(m.body), append([]graph.Diagnostic{}, m.found...)}
	if !compressible(f.mediaType) {
		a.Encoding, a.Figure = "base64", base64.StdEncoding.EncodeToString(m.body)
	}
	var b bytes.Buffer
	markup.JSON(&b, a) // into memory, without an error
	return b.Bytes()
}

// tag is the ETag of an answer: it tells all apart that may differ, without making them.
func (s *Service) tag(e *endpoint, o *order, mediaType string, c coding) string {
	h := sha256.New()
	mix(h, s.config.Version, e.path, mediaType, o.format, o.from, o.name, string(o.source))
	for _, name := range slices.Sorted(maps.Keys(o.options)) {
		mix(h, append([]string{"option", name}, o.options[name]...)...)
	}
	for _, name := range slices.Sorted(maps.Keys(o.flags)) {
		mix(h, "flag", name, strconv.FormatBool(o.flags[name]))
	}
	for _, name := range slices.Sorted(maps.Keys(o.texts)) {
		mix(h, "text", name, o.texts[name])
	}
	tag := base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:18])
	if c.name != "" {
		tag += "-" + c.name
	}
	return `"` + tag + `"`
}

// mix writes texts such that no others give the same bytes.
func mix(h hash.Hash, texts ...string) {
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(len(texts)))
	h.Write(n[:])
	for _, text := range texts {
		binary.LittleEndian.PutUint64(n[:], uint64(len(text)))
		h.Write(n[:])
		h.Write([]byte(text))
	}
}

// matches tells whether a client has the answer of a tag.
func matches(h http.Header, tag string) bool {
	for known := range strings.SplitSeq(strings.Join(h.Values("If-None-Match"), ","), ",") {
		known = strings.TrimPrefix(strings.TrimSpace(known), "W/")
		if known == tag || known == "*" {
			return true
		}
	}
	return false
}
