package service

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// order is what a request asks for.
type order struct {
	source  []byte
	name    string // of the document, for messages; its extension tells the format
	from    string // the format of the document; "" goes by the name
	format  string // of what is to be made; "" leaves it to Accept
	options map[string][]string
	flags   map[string]bool
	texts   inline
	room    *room  // for what is made of it
	free    func() // gives back what the document takes where requests are received
}

// unknown is the sentence about a name that is not in a table.
func unknown(what, name string, names []string) string { return nearest.Unknown(what, name, names) }

func listed(names []string) string { return strings.Join(names, ", ") }

// order reads the request to an endpoint: the query, and the document or the JSON of
// the body. What the body takes is held until free is called.
func (s *Service) order(w http.ResponseWriter, r *http.Request, e *endpoint) (o *order, free func(), err error) {
	free = func() {}
	o = &order{options: map[string][]string{}, flags: map[string]bool{}, texts: inline{}}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, free, bad(http.StatusBadRequest, "the query cannot be read: %v", err)
	}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		if err := o.set(e, name, query[name]); err != nil {
			return nil, free, err
		}
	}
	mediaType, err := contentType(r.Header)
	if err != nil {
		return nil, free, err
	}
	asJSON := mediaType == jsonType && o.from == ""
	if !asJSON && mediaType != jsonType {
		from, known := readAs()[mediaType]
		if !known {
			types := append(slices.Sorted(maps.Keys(readAs()))[1:], jsonType)
			return nil, free, bad(http.StatusUnsupportedMediaType, "a document of the type %q is not read (there are: %s)", mediaType, listed(types))
		}
		o.from = cmp.Or(o.from, from)
	}
	body, free, err := s.gate.body(w, r)
	if err != nil {
		return nil, free, received(err)
	}
	if o.source = body; asJSON {
		err = o.unpack(e, body)
	}
	return o, free, err
}

// received is the error of a body that did not arrive.
func received(err error) error {
	if statusOf(err) == http.StatusInternalServerError { // it is the client's connection
		return bad(http.StatusBadRequest, "the body did not arrive whole")
	}
	return err
}

// contentType is the media type of a body; "" if nobody says.
func contentType(h http.Header) (string, error) {
	if coding := h.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return "", bad(http.StatusUnsupportedMediaType, "a body of the coding %q is not read: send it as it is", coding)
	}
	given := h.Get("Content-Type")
	if given == "" {
		return "", nil
	}
	mediaType, parameters, err := mime.ParseMediaType(given)
	if err != nil {
		return "", bad(http.StatusUnsupportedMediaType, "the content type %q cannot be read", given)
	}
	switch charset := strings.ToLower(parameters["charset"]); charset {
	case "", "utf-8", "utf8", "us-ascii", "utf-16": // whose byte order a mark tells
	default:
		return "", bad(http.StatusUnsupportedMediaType, "text in %s is not read: send UTF-8", charset)
	}
	return mediaType, nil
}

// parameters are the names of all that a query of the endpoint may hold.
func (e *endpoint) parameters() []string {
	names := []string{"format", "from", "name"}
	for _, f := range e.flags {
		names = append(names, f.name)
	}
	for _, o := range e.options {
		names = append(names, o.Name)
	}
	return names
}

// set sets what a parameter says.
func (o *order) set(e *endpoint, name string, values []string) error {
	var field *string
	switch name {
	case "format":
		field = &o.format
	case "from":
		field = &o.from
	case "name":
		field = &o.name
	}
	isFlag := slices.ContainsFunc(e.flags, func(f flag) bool { return f.name == name })
	if field == nil && !isFlag {
		return o.setOption(e, name, values)
	}
	if len(values) != 1 {
		return once(name)
	}
	value := values[0]
	if isFlag {
		on, err := strconv.ParseBool(cmp.Or(value, "true"))
		if err != nil {
			return bad(http.StatusBadRequest, "%s is true or false, not %q", name, value)
		}
		o.flags[name] = on
		return nil
	}
	switch {
	case name == "from" && value != "" && !slices.Contains(course.Readable(), value):
		return bad(http.StatusBadRequest, "%s", unknown("format to read", value, course.Readable()))
	case name == "name" && !isFileName(value):
		return bad(http.StatusBadRequest, "name is the path of the document, such as docs/README.md, not %q", value)
	}
	*field = value
	return nil
}

func once(name string) error { return bad(http.StatusBadRequest, "%s is given more than once", name) }

// isFileName tells whether a document may be called so.
func isFileName(name string) bool {
	return fs.ValidPath(name) && len(name) <= 1024 && utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl)
}

// setOption sets an option of figures, in the place of what was set before.
func (o *order) setOption(e *endpoint, name string, values []string) error {
	option, known := figure.Lookup(name)
	offered := slices.ContainsFunc(e.options, func(o figure.Option) bool { return o.Name == name })
	names := e.parameters()
	switch {
	case !known || !offered && !option.NamesFile("x"):
		return bad(http.StatusBadRequest, "%s", unknown("option", name, names))
	case option.Kind != figure.List && len(values) != 1:
		return once(name)
	case len(values) > mostValues:
		return bad(http.StatusBadRequest, "%s is given more than %d times", name, mostValues)
	}
	for _, value := range values {
		if err := opensNothing(option, value); err != nil {
			return err
		}
	}
	o.options[name] = values
	return nil
}

// opensNothing refuses values that name files, of which a service opens none.
func opensNothing(option figure.Option, value string) error {
	if !option.NamesFile(value) {
		return nil
	}
	problem := "the service opens no file, and %s names one"
	if option.Name != "font" {
		problem += `: send its text as "%[1]s" beside "source" in a JSON body`
	}
	message := fmt.Sprintf(problem, option.Name)
	return &figure.OptionError{Option: option.Name, Message: message}
}

// unpack reads an order that is JSON.
func (o *order) unpack(e *endpoint, body []byte) error {
	fields, err := fieldsOf(body)
	if err != nil {
		return bad(http.StatusBadRequest, `the body cannot be read as JSON with the document as "source": %v (a graph that is JSON itself comes with ?from=json)`, err)
	}
	known := slices.Concat([]string{"source", "options", "format", "from", "name"}, e.texts)
	for _, f := range e.flags {
		known = append(known, f.name)
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(known, key) {
			return bad(http.StatusBadRequest, "%s", unknown("field", key, known))
		}
		if key == "options" {
			if err := o.unpackOptions(e, fields[key]); err != nil {
				return err
			}
			continue
		}
		value := string(fields[key])
		text, isText := asText(fields[key])
		isFlag := slices.ContainsFunc(e.flags, func(f flag) bool { return f.name == key })
		switch {
		case isFlag && value != "true" && value != "false":
			return bad(http.StatusBadRequest, "%s is true or false", key)
		case isFlag:
			o.flags[key] = value == "true"
			continue
		case !isText:
			return bad(http.StatusBadRequest, "%s is a text", key)
		}
		if err := o.unpackText(e, key, text); err != nil {
			return err
		}
	}
	if _, ok := fields["source"]; !ok {
		return bad(http.StatusBadRequest, `there is no "source" in the JSON (a graph that is JSON itself comes with ?from=json)`)
	}
	return nil
}

func (o *order) unpackText(e *endpoint, key, text string) error {
	switch {
	case key == "source":
		o.source = []byte(text)
		return nil
	case !slices.Contains(e.texts, key):
		return o.set(e, key, []string{text})
	case key == "settings":
		o.texts[settingsFile] = text
		return nil
	case text == "":
		return nil
	}
	if option, ok := figure.Lookup(key); ok && key == "theme" && option.Check(text) == nil && slices.Contains(option.Values, text) {
		return bad(http.StatusBadRequest, `theme is the text of a theme here: %q is named in "options"`, text)
	}
	o.texts[map[string]string{"theme": themeFile, "progress": progressFile}[key]] = text
	return nil
}

func (o *order) unpackOptions(e *endpoint, raw json.RawMessage) error {
	options, err := fieldsOf(raw)
	if err != nil {
		return bad(http.StatusBadRequest, "options is an object with a value for each name: %v", err)
	}
	for _, name := range slices.Sorted(maps.Keys(options)) {
		values, ok := inWords(options[name])
		if !ok {
			return bad(http.StatusBadRequest, "%s is a text, a number, true, false, or a list of at most %d texts", name, mostValues)
		}
		if err := o.setOption(e, name, values); err != nil {
			return err
		}
	}
	return nil
}
