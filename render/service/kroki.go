package service

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// krokiTypes are the names that Kroki's clients may call diagrams by: our own, and for
// clients that have a list of all that there are, those of Kroki that are read here.
// Without from, what they hold is in the format of krokiReads.
var (
	krokiTypes = []string{"roadmapviz", "roadmap", "graphviz", "dot"}
	krokiReads = map[string]string{"graphviz": "dot", "dot": "dot"}
)

// packed is the document in an address.
const packed = "source"

// krokiCache lets the caches of all keep a figure for a day: its address says all that
// it is drawn of, but for the version.
const krokiCache = "public, max-age=86400"

// krokiRoutes are the paths of Kroki's protocol, as https://docs.kroki.io/kroki/setup/usage/
// and Kroki's server have it.
func (s *Service) krokiRoutes() []route {
	routes := []route{{http.MethodPost, "/", s.krokiPost, krokiRootOperation}}
	for _, name := range krokiTypes {
		routes = append(routes,
			route{http.MethodGet, "/" + name + "/{format}/{" + packed + "}", s.krokiGet, krokiGetOperation},
			route{http.MethodPost, "/" + name + "/{format}", s.krokiPost, krokiPostOperation(true)},
			route{http.MethodPost, "/" + name, s.krokiPost, krokiPostOperation(false)})
	}
	return routes
}

// drawing is the endpoint that Kroki's clients ask by other names. It answers with
// figures alone.
var drawing = sync.OnceValue(func() *endpoint {
	e := *endpoints()[0]
	e.detailed = false
	return &e
})

func (s *Service) krokiGet(w http.ResponseWriter, r *http.Request) {
	source, free, err := s.unpackAddress(r.PathValue(packed))
	defer free()
	if err == nil {
		err = s.kroki(w, r, krokiBody{string(source), typeOf(r), r.PathValue("format"), nil}, free)
	}
	if err != nil {
		s.krokiFail(w, r, err)
	}
}

// krokiBody is a request as JSON.
type krokiBody struct {
	source, kind, format string
	options              map[string]json.RawMessage
}

// unpackKroki reads one. What else is in it is ignored, as Kroki does.
func unpackKroki(body []byte) (in krokiBody, err error) {
	fields, err := fieldsOf(body)
	if err != nil {
		return in, bad(http.StatusBadRequest, "The body cannot be read as JSON: %v", err)
	}
	for _, text := range []struct {
		name string
		into *string
	}{{"diagram_source", &in.source}, {"diagram_type", &in.kind}, {"output_format", &in.format}} {
		value, given := fields[text.name]
		if !given || string(value) == "null" {
			continue
		}
		var ok bool
		if *text.into, ok = asText(value); !ok {
			return in, bad(http.StatusBadRequest, "The body cannot be read as JSON: %s is no text.", text.name)
		}
	}
	if value, given := fields["diagram_options"]; given && string(value) != "null" {
		if in.options, err = fieldsOf(value); err != nil {
			return in, bad(http.StatusBadRequest, "The body cannot be read as JSON: diagram_options: %v", err)
		}
	}
	return in, nil
}

func (s *Service) krokiPost(w http.ResponseWriter, r *http.Request) {
	free, err := s.krokiPosted(w, r)
	defer free()
	if err != nil {
		s.krokiFail(w, r, err)
	}
}

func (s *Service) krokiPosted(w http.ResponseWriter, r *http.Request) (free func(), err error) {
	free = func() {}
	mediaType, err := contentType(r.Header)
	if err != nil {
		return free, err
	}
	body, free, err := s.gate.body(w, r)
	if err != nil {
		return free, received(err)
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return free, bad(http.StatusBadRequest, "Request body must not be empty.")
	}
	format := r.PathValue("format")
	isRoot := typeOf(r) == ""
	if !isRoot && mediaType != jsonType {
		return free, s.kroki(w, r, krokiBody{string(body), typeOf(r), format, nil}, free)
	}
	in, err := unpackKroki(body)
	if err != nil {
		return free, err
	}
	switch {
	case strings.TrimSpace(in.source) == "":
		return free, bad(http.StatusBadRequest, "Field diagram_source must not be empty.")
	case isRoot && in.kind == "":
		return free, bad(http.StatusBadRequest, "Field diagram_type must not be empty.")
	case isRoot && in.format == "":
		return free, bad(http.StatusBadRequest, "Field output_format must not be empty.")
	case isRoot && !slices.Contains(krokiTypes, in.kind):
		return free, bad(http.StatusBadRequest, "Unsupported diagram type: %s. Must be one of %s.", in.kind, listed(krokiTypes))
	}
	if format != "" {
		in.format = format
	}
	if !isRoot {
		in.kind = typeOf(r)
	}
	return free, s.kroki(w, r, in, free)
}

// typeOf is the type of diagrams that a path begins with; "" for the root.
func typeOf(r *http.Request) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	return name
}

// kroki draws a document, whose room free gives back.
func (s *Service) kroki(w http.ResponseWriter, r *http.Request, in krokiBody, free func()) error {
	e := drawing()
	o := &order{source: []byte(in.source), from: krokiReads[in.kind], format: strings.ToLower(in.format), options: map[string][]string{}, texts: inline{}, free: free}
	if _, ok := e.format(o.format); o.format != "" && !ok {
		return bad(http.StatusBadRequest, "Unsupported output format: %s for %s. Must be one of %s.", in.format, in.kind, listed(e.names()))
	}
	ignored, err := o.setKroki(e, r, in.options)
	if err != nil {
		return err
	}
	if len(ignored) > 0 { // as Kroki does, whose clients send attributes that mean nothing here
		for i, name := range ignored {
			ignored[i] = url.PathEscape(name)
		}
		w.Header().Set("Roadmapviz-Ignored", listed(ignored[:min(len(ignored), 20)]))
	}
	cache := "no-store"
	if r.Method != http.MethodPost {
		cache = krokiCache
	}
	return s.answer(w, r, e, o, cache)
}

// krokiHeader is what begins the header fields that are options.
const krokiHeader = "Kroki-Diagram-Options-"

// setKroki sets the options of a request, and returns the names of those that there are
// none of. The JSON of a body counts more than header fields, and these more than the
// query.
func (o *order) setKroki(e *endpoint, r *http.Request, options map[string]json.RawMessage) (ignored []string, err error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, bad(http.StatusBadRequest, "The query cannot be read: %v", err)
	}
	given := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		given[strings.ToLower(name)] = query[name]
	}
	for name, values := range r.Header {
		if option, ok := strings.CutPrefix(name, krokiHeader); ok {
			given[strings.ToLower(option)] = values
		}
	}
	for _, name := range slices.Sorted(maps.Keys(options)) {
		values, ok := inWords(options[name])
		if !ok {
			return nil, bad(http.StatusBadRequest, "The option %s is a text, a number, true, false, or a list of at most %d texts.", name, mostValues)
		}
		given[strings.ToLower(name)] = values
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		values := given[name]
		option, known := figure.Lookup(name)
		switch {
		case name == "from":
			if o.from = last(values); o.from != "" && !slices.Contains(course.Readable(), o.from) {
				return nil, bad(http.StatusBadRequest, "%s", unknown("format to read", o.from, course.Readable()))
			}
		case !known:
			ignored = append(ignored, name)
		default:
			if option.Kind != figure.List {
				values = []string{last(values)}
			}
			if err := o.setOption(e, name, values); err != nil {
				return nil, err
			}
		}
	}
	return ignored, nil
}

func last(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[len(values)-1]
}

// unpackAddress is the document in an address: deflated, with zlib's frame or without,
// and written in base64, of which every kind is read. What it takes is held until free
// is called.
func (s *Service) unpackAddress(text string) (source []byte, free func(), err error) {
	free = func() {}
	if strings.TrimSpace(text) == "" {
		return nil, free, bad(http.StatusBadRequest, "Unable to decode the source. Source must not be null or empty.")
	}
	text = strings.NewReplacer("+", "-", "/", "_").Replace(strings.TrimRight(text, "="))
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, free, bad(http.StatusBadRequest, "Unable to decode the source. The source is not in valid Base64 scheme.")
	}
	var inflated io.ReadCloser
	if inflated, err = zlib.NewReader(bytes.NewReader(data)); err != nil {
		inflated = flate.NewReader(bytes.NewReader(data))
	}
	defer inflated.Close()
	source, free, err = s.gate.receive(inflated)
	switch {
	case err != nil && statusOf(err) == http.StatusInternalServerError:
		return nil, free, bad(http.StatusBadRequest, "Unable to decode the source. It is not deflated: %v.", err)
	case err == nil && len(bytes.TrimSpace(source)) == 0:
		err = bad(http.StatusBadRequest, "Unable to decode the source. Source must not be null or empty.")
	}
	return source, free, err
}

// krokiFail answers with an error as Kroki does: as a text, or as JSON or a picture
// where that is liked better, so that an image of a page shows what is wrong.
func (s *Service) krokiFail(w http.ResponseWriter, r *http.Request, err error) {
	f := s.failed(w, r, err)
	if f == nil {
		return
	}
	message := f.Detail
	for _, d := range f.Diagnostics {
		message += "\n" + d.String()
	}
	types := []string{textType, jsonType, "image/svg+xml"}
	mediaType := types[max(0, acceptable(r.Header, types))]
	var b bytes.Buffer
	switch mediaType {
	case textType:
		fmt.Fprintf(&b, "Error %d: %s\n", f.Status, message)
	case jsonType:
		markup.JSON(&b, map[string]any{"error": map[string]any{"code": f.Status, "message": message}})
	default:
		errorPicture(&b, fmt.Sprintf("Error %d: %s", f.Status, message))
	}
	h := w.Header()
	secure(h, mediaType)
	if mediaType == textType {
		mediaType += "; charset=utf-8"
	}
	h.Set("Content-Type", mediaType)
	w.WriteHeader(f.Status)
	if r.Method != http.MethodHead {
		w.Write(b.Bytes())
	}
}

// errorPicture writes a text as an SVG, which needs no typeface of its own.
func errorPicture(w io.Writer, text string) {
	const most, wide, size = 12, 100, 14 // lines, characters, px
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		letters := []rune(line)
		for len(letters) > wide {
			lines, letters = append(lines, string(letters[:wide])), letters[wide:]
		}
		lines = append(lines, string(letters))
	}
	if len(lines) > most {
		lines = append(lines[:most], "…")
	}
	widest := 0
	for _, line := range lines {
		widest = max(widest, len([]rune(line)))
	}
	width, height := widest*size*6/10+2*size, (len(lines)+1)*size*3/2
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d"><rect width="100%%" height="100%%" fill="#fff"/><g font-family="monospace" font-size="%d" fill="#b00020">`,
		width, height, size)
	for i, line := range lines {
		fmt.Fprintf(w, `<text x="%d" y="%d" xml:space="preserve">%s</text>`, size, (i+1)*size*3/2, html.EscapeString(printable(line)))
	}
	io.WriteString(w, "</g></svg>\n")
}

// printable leaves out what XML may not hold.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "�"))
}
