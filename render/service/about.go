package service

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/roadmapviz/roadmapviz/internal/markup"
)

// about says to people what this is.
func (s *Service) about(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString("roadmapviz draws the roadmaps of courses.\n\n")
	for _, e := range endpoints() {
		fmt.Fprintf(&b, "  POST %-16s %s\n", e.path, e.about)
	}
	fmt.Fprintf(&b, "  GET  %-16s The protocol of Kroki (https://kroki.io)\n", "/"+krokiTypes[0]+"/svg/…")
	fmt.Fprintf(&b, "  GET  %-16s All of this in detail\n", "/openapi.json")
	fmt.Fprintf(&b, "\nFor instance:\n\n  curl --data-binary @README.md 'http://%s/render?layout=tree' -o roadmap.svg\n", printable(r.Host))
	s.document(w, r, textType, []byte(b.String()))
}

// openAPI answers with the description of the service.
func (s *Service) openAPI() http.HandlerFunc {
	description := sync.OnceValue(func() []byte {
		var b bytes.Buffer
		markup.JSON(&b, s.describe()) // into memory, without an error
		return b.Bytes()
	})
	return func(w http.ResponseWriter, r *http.Request) { s.document(w, r, jsonType, description()) }
}

// document answers with one of the service's own texts.
func (s *Service) document(w http.ResponseWriter, r *http.Request, mediaType string, body []byte) {
	coding := codingFor(r.Header, mediaType)
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=300")
	h.Set("Vary", "Accept-Encoding")
	send(w, r, mediaType, coding, body)
}
